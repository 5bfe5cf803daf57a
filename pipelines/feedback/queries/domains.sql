-- Tasks of each plan by domain; the seven domains always, "not known" only where it occurs.
select
    p.plan_id, coalesce(d.domain, 'Chưa xác định lĩnh vực') as domain, count(t.task_id) as tasks,
    count(t.task_id) filter (t.due_end is not null) as dated
from main.dim_plan p
cross join (select domain_code, domain from domain_label union all select null, null) d
left join every_task t on t.plan_id = p.plan_id and t.domain_code is not distinct from d.domain_code
group by p.plan_id, d.domain_code, d.domain
having d.domain_code is not null or count(t.task_id) > 0
order by p.plan_id, d.domain_code nulls last
