-- One row: how many plans the last release held and how many this set has. None without a last release.
select
    null::varchar as plan_id,
    'dim_plan' as record_table,
    'plans' as record_id,
    null::varchar as source_file,
    null::integer as source_page,
    (select count(*) from candidate.plan_candidate) as plans,
    count(*) as plans_before,
    (select count(*) from candidate.plan_candidate) / count(*) as share_left
from last_release
having count(*) > 0
