-- Findings by severity on the plans of the variable `province`, and on those of no known commune.
select f.severity, count(*) as findings
from main.fct_finding f
join own_plan using (plan_id)
group by f.severity
