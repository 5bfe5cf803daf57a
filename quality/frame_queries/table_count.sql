-- One row a table: its rows, and those of them that belong to a known plan.
with record as (
    select 'fct_task' as record_table, plan_id from candidate.fct_task
    union all
    select 'fct_kpi_target', plan_id from candidate.fct_kpi_target
    union all
    select 'fct_provision', plan_id from candidate.fct_provision
    union all
    select 'fct_citation', plan_id from candidate.fct_citation
)

select
    null::varchar as plan_id,
    r.record_table,
    r.record_table as record_id,
    null::varchar as source_file,
    null::integer as source_page,
    count(*) as rows,
    count(p.plan_id) as rows_of_plans
from record r
left join candidate.plan_candidate p using (plan_id)
group by r.record_table
order by r.record_table
