-- Tasks that must be done by a day, in order of it.
select t.*, p.commune, p.source_file
from main.fct_task t join own_plan p using (plan_id)
where p.status = 'published' and t.due_end is not null
order by t.due_end, p.commune collate vi, t.plan_id, t.sequence
