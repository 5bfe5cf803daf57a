-- What each unit of each commune leads and coordinates. Units outside the list stand under their printed name.
select
    p.commune, b.unit_code,
    case when starts_with(b.unit_code, 'OTHER') then b.matched_text else u.name end as unit,
    count(distinct t.task_id) filter (b.role = 'lead') as lead_tasks,
    count(distinct t.task_id) filter (b.role = 'coordinating') as coordinating_tasks,
    min(t.due_end) filter (b.role = 'lead') as first_due,
    string_agg(distinct b.matched_text, '; ' order by b.matched_text) as spellings,
    any_value(p.source_file) as source_file
from main.bridge_task_unit b
join main.fct_task t using (task_id)
join own_plan p using (plan_id)
left join main.dim_unit u on u.unit_code = b.unit_code
where p.status = 'published'
group by p.commune, p.plan_id, b.unit_code, unit
order by p.commune collate vi, p.plan_id, lead_tasks desc, coordinating_tasks desc, unit collate vi
