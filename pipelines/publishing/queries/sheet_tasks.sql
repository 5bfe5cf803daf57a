-- Tasks of the province's published plans.
select t.*, p.commune, p.source_file, d.domain
from main.fct_task t
join own_plan p using (plan_id)
left join domain_label d using (domain_code)
where p.status = 'published'
order by p.commune collate vi, p.plan_id, t.sequence
