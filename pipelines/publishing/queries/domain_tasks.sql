-- Tasks of the seven domains by province; a domain without tasks has one row without province.
select d.domain, c.province_code, count(p.plan_id) as tasks
from domain_label d
left join main.fct_task t using (domain_code)
left join main.dim_plan p on p.plan_id = t.plan_id and p.status = 'published'
left join commune_label c using (commune_code)
group by d.domain, c.province_code
order by d.domain
