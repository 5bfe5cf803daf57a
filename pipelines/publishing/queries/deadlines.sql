-- Tasks that must be done by a day, in order of it.
select
    date_trunc('month', t.due_end)::date as month, t.due_end, c.commune, t.task_text, t.lead_text,
    p.source_file, t.source_page
from main.fct_task t
join main.dim_plan p using (plan_id)
join commune_label c using (commune_code)
where t.due_end is not null and p.status = 'published'
order by t.due_end, c.commune collate vi, t.plan_id, t.sequence
