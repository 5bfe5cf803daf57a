-- Tasks with a last day, in the order they fall due.
select
    tasks.due_end,
    tasks.due_start,
    tasks.due_kind,
    tasks.is_contingent,
    tasks.task_id,
    tasks.plan_id,
    communes.province_code,
    plans.commune_code,
    communes.name as commune_name,
    tasks.domain_code,
    tasks.task_text,
    tasks.output_text,
    tasks.lead_text,
    leads.lead_units,
    tasks.deadline_text,
    tasks.source_page
from {{ ref('fct_task') }} as tasks
inner join {{ ref('dim_plan') }} as plans on tasks.plan_id = plans.plan_id and plans.status = 'published'
left join {{ ref('dim_commune') }} as communes on plans.commune_code = communes.commune_code
left join (
    select links.task_id, string_agg(distinct units.name, '; ' order by units.name) as lead_units
    from {{ ref('bridge_task_unit') }} as links
    inner join {{ ref('dim_unit') }} as units on links.unit_code = units.unit_code
    where links.role = 'lead'
    group by links.task_id
) as leads on tasks.task_id = leads.task_id
where tasks.due_end is not null and {{ is_in_force('tasks') }}
