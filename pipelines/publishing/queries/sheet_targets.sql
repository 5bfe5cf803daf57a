-- Targets of the province's published plans.
select k.*, p.commune, p.source_file, i.name as indicator, d.domain
from main.fct_kpi_target k
join own_plan p using (plan_id)
left join domain_label d on d.domain_code = k.domain_code
left join main.dim_indicator i using (indicator_code)
where p.status = 'published'
order by p.commune collate vi, p.plan_id, k.sequence
