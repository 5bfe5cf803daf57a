select
    b.*,
    t.plan_id,
    'bridge_task_unit' as record_table,
    concat_ws(':', b.task_id, b.role, b.unit_code, b.matched_text) as record_id,
    p.source_file,
    t.source_page,
    t.task_id as known_task_id,
    u.unit_code as known_unit_code
from candidate.bridge_task_unit b
left join candidate.fct_task t using (task_id)
left join candidate.plan_candidate p using (plan_id)
left join candidate.dim_unit u on u.unit_code = b.unit_code
order by b.task_id, b.role, b.matched_text
