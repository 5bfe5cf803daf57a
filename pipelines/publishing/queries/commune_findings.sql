-- Findings by plan and rule that nobody has accepted, the plan's severest first, each with a few of its places.
select
    coalesce(v.name, '(chưa rõ tỉnh)') as province, coalesce(c.commune, '(chưa rõ xã)') as commune,
    p.commune_code, p.plan_id, p.title, p.source_file, p.status, f.severity, f.rule_code,
    any_value(f.remedy) as remedy, count(*) as findings,
    list({'problem': f.problem, 'source_page': f.source_page} order by f.source_page, f.record_id, f.finding_id)[:5]
        as shown
from main.fct_finding f
join main.dim_plan p using (plan_id)
left join commune_label c using (commune_code)
left join main.dim_province v using (province_code)
where f.waived_by is null
group by v.name, c.commune, p.commune_code, p.plan_id, p.title, p.source_file, p.status, f.severity, f.rule_code
order by
    v.name collate vi nulls last, c.commune collate vi nulls last, p.source_file, p.plan_id,
    list_position(['blocking', 'holding', 'warning', 'note'], f.severity), f.rule_code
