-- Findings by severity on the plans of the variable `province`.
select f.severity, count(*) as findings
from main.fct_finding f
join main.dim_plan p using (plan_id)
join commune_label c using (commune_code)
where c.province_code = getvariable('province')
group by f.severity
