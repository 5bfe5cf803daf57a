-- Findings on the set as a whole, and on the analysts' own files.
select * from main.fct_finding where plan_id is null and waived_by is null
order by list_position(['blocking', 'holding', 'warning', 'note'], severity), rule_code, finding_id
