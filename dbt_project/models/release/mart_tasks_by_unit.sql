-- What each kind of unit leads and coordinates in each commune.
select
    communes.province_code,
    plans.commune_code,
    communes.name as commune_name,
    plans.plan_id,
    plans.plan_kind,
    plans.period_start,
    plans.period_end,
    links.unit_code,
    units.name as unit_name,
    count(distinct links.task_id) filter (where links.role = 'lead')::integer as lead_task_count,
    count(distinct links.task_id) filter (where links.role = 'coordinating')::integer as coordinating_task_count,
    count(distinct links.task_id) filter (where links.role = 'lead' and tasks.due_end is not null)::integer
        as dated_lead_task_count
from {{ ref('bridge_task_unit') }} as links
inner join {{ ref('fct_task') }} as tasks on links.task_id = tasks.task_id
inner join {{ ref('dim_plan') }} as plans on tasks.plan_id = plans.plan_id and plans.status = 'published'
inner join {{ ref('dim_unit') }} as units on links.unit_code = units.unit_code
left join {{ ref('dim_commune') }} as communes on plans.commune_code = communes.commune_code
where {{ is_in_force('tasks') }}
group by
    communes.province_code, plans.commune_code, communes.name, plans.plan_id, plans.plan_kind,
    plans.period_start, plans.period_end, links.unit_code, units.name
