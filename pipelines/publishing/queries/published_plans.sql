-- The published plans, by province and commune.
with task_count as (select plan_id, count(*) as tasks from main.fct_task group by plan_id)
select
    c.commune, v.name as province, p.title, p.document_number, p.issued_on, p.period_start, p.period_end,
    p.plan_kind, p.source_file, coalesce(tasks, 0) as tasks
from main.dim_plan p
join commune_label c using (commune_code)
join main.dim_province v using (province_code)
left join task_count using (plan_id)
where p.status = 'published'
order by v.name collate vi, c.commune collate vi, p.period_start, p.source_file
