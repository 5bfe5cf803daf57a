-- Findings on the province's plans and on the set as a whole.
select f.*, p.commune, p.source_file
from main.fct_finding f left join own_plan p using (plan_id)
where p.plan_id is not null or f.plan_id is null
order by p.commune collate vi nulls first, p.plan_id,
    list_position(['blocking', 'holding', 'warning', 'note'], f.severity), f.source_page, f.rule_code, f.finding_id
