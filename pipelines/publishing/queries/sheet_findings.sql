-- Findings on the province and its plans, and on the set as a whole.
select f.* replace (coalesce(f.problem, f.message) as problem), coalesce(p.commune, '(mọi xã)') as commune, p.source_file
from main.fct_finding f left join own_plan p using (plan_id)
where
    p.plan_id is not null
    or (f.plan_id is null and (f.record_table <> 'dim_province' or f.record_id = getvariable('province')))
order by p.plan_id is not null, p.commune collate vi, p.plan_id,
    list_position(['blocking', 'holding', 'warning', 'note'], f.severity), f.source_page, f.rule_code, f.finding_id
