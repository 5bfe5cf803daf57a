-- How many tasks each commune plans in each reform domain, and how many have a date to be held to.
select
    communes.province_code,
    plans.commune_code,
    communes.name as commune_name,
    plans.plan_id,
    plans.plan_kind,
    plans.period_start,
    plans.period_end,
    tasks.domain_code,
    coalesce(domains.name, 'Chưa xác định lĩnh vực') as domain_name,
    count(*)::integer as task_count,
    count(*) filter (where tasks.parent_task_id is null)::integer as main_task_count,
    count(*) filter (where tasks.due_end is not null)::integer as dated_task_count,
    count(*) filter (where tasks.due_kind = 'ongoing')::integer as ongoing_task_count,
    count(*) filter (where tasks.lead_text is null)::integer as task_without_lead_count
from {{ ref('fct_task') }} as tasks
inner join {{ ref('dim_plan') }} as plans on tasks.plan_id = plans.plan_id and plans.status = 'published'
left join {{ ref('dim_commune') }} as communes on plans.commune_code = communes.commune_code
left join {{ ref('dim_domain') }} as domains on tasks.domain_code = domains.domain_code
where {{ is_in_force('tasks') }}
group by
    communes.province_code, plans.commune_code, communes.name, plans.plan_id, plans.plan_kind,
    plans.period_start, plans.period_end, tasks.domain_code, domains.name
