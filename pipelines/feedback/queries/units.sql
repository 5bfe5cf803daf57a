-- What each unit of each plan leads and coordinates. Units outside the list stand under their printed name.
select
    t.plan_id,
    case when starts_with(b.unit_code, 'OTHER') then b.matched_text else u.name end as unit,
    count(distinct t.task_id) filter (b.role = 'lead') as lead_tasks,
    count(distinct t.task_id) filter (b.role = 'coordinating') as coordinating_tasks,
    string_agg(distinct b.matched_text, '; ' order by b.matched_text) as spellings
from every_task_unit b
join every_task t using (task_id)
left join main.dim_unit u on u.unit_code = b.unit_code
group by t.plan_id, b.unit_code, unit
order by t.plan_id, lead_tasks desc, coordinating_tasks desc, unit collate vi
