-- Findings by rule, severest first, with one of them as an example.
select
    f.rule_code, f.severity, count(*) as findings, count(distinct f.plan_id) as plans,
    arg_min(f.message, f.finding_id) as example,
    arg_min(coalesce(c.commune, ''), f.finding_id) as commune
from main.fct_finding f
left join main.dim_plan p using (plan_id)
left join commune_label c using (commune_code)
group by f.rule_code, f.severity
order by list_position(['blocking', 'holding', 'warning', 'note'], f.severity), findings desc, f.rule_code
