-- Every plan of the province, then its communes without one.
with task_count as (
    select plan_id, count(*) as tasks
    from (select plan_id from main.fct_task union all select plan_id from held.fct_task)
    group by plan_id
),
target_count as (
    select plan_id, count(*) as targets
    from (select plan_id from main.fct_kpi_target union all select plan_id from held.fct_kpi_target)
    group by plan_id
),
finding_count as (
    select
        plan_id, count(*) as findings,
        string_agg(concat_ws(' Cách xử lý: ', coalesce(problem, message), remedy), ' ' order by rule_code) filter (severity = 'holding') as held_because
    from main.fct_finding
    group by plan_id
)
select
    p.*, held_because,
    coalesce(tasks, 0) as tasks, coalesce(targets, 0) as targets, coalesce(findings, 0) as findings
from own_plan p
left join task_count using (plan_id)
left join target_count using (plan_id)
left join finding_count using (plan_id)
union all by name
select c.commune, 'missing' as status
from commune_label c
anti join main.dim_plan p using (commune_code)
where c.province_code = getvariable('province')
order by status = 'missing', commune collate vi, period_start, plan_id
