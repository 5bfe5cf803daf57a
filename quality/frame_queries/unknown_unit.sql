-- One row a body as it is printed. The list of names knows some that have no code of their own ('Các thôn').
select
    t.plan_id,
    'bridge_task_unit' as record_table,
    concat_ws(':', min_by(t.task_id, t.sequence), b.matched_text) as record_id,
    any_value(p.source_file) as source_file,
    min_by(t.source_page, t.sequence) as source_page,
    b.matched_text,
    count(distinct t.task_id) as tasks,
    min(t.sequence) as first_row,
    starts_with(b.unit_code, 'OTHER') and b.match_method is distinct from 'alias' as is_unknown
from candidate.bridge_task_unit b
join candidate.fct_task t using (task_id)
join candidate.plan_candidate p using (plan_id)
group by t.plan_id, b.matched_text, is_unknown
order by t.plan_id, b.matched_text
