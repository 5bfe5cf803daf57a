-- The plans, those in force first.
select
    p.*, coalesce(tasks, 0) as tasks, coalesce(targets, 0) as targets,
    exists (
        from main.fct_document d
        where d.plan_id = p.plan_id and d.source_file = p.source_file and d.pages is not null
    ) as has_pages
from main.dim_plan p
left join (select plan_id, count(*) as tasks from every_task group by plan_id) using (plan_id)
left join (select plan_id, count(*) as targets from every_target group by plan_id) using (plan_id)
order by p.status = 'superseded', p.period_start, p.plan_kind, p.plan_id
