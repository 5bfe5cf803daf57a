-- Coverage of each province of which the release knows a plan; of the others none is expected.
with plan_of as (
    select p.plan_id, p.status, p.commune_code, c.province_code
    from main.dim_plan p join commune_label c using (commune_code)
),
commune_of as (
    select
        c.province_code, c.commune_code,
        coalesce(bool_or(p.status in ('published', 'superseded')), false) as is_published,
        coalesce(bool_or(p.status = 'held'), false) as is_held
    from commune_label c left join plan_of p using (commune_code)
    group by c.province_code, c.commune_code
),
coverage as (
    select
        province_code, count(*) as communes,
        count(*) filter (is_published) as published,
        count(*) filter (is_held and not is_published) as held
    from commune_of group by province_code
),
plan_count as (
    select province_code, count(*) filter (status = 'published') as plans from plan_of group by province_code
),
task_count as (
    select p.province_code, count(*) as tasks
    from main.fct_task join plan_of p using (plan_id) where p.status = 'published' group by p.province_code
),
target_count as (
    select p.province_code, count(*) as targets
    from main.fct_kpi_target join plan_of p using (plan_id) where p.status = 'published' group by p.province_code
)
select
    v.province_code as code, v.name, communes, published, held, plans,
    coalesce(tasks, 0) as tasks, coalesce(targets, 0) as targets
from plan_count
join main.dim_province v using (province_code)
join coverage using (province_code)
left join task_count using (province_code)
left join target_count using (province_code)
order by v.name collate vi
