-- Findings that an analyst has accepted.
select f.*, coalesce(c.commune, '(toàn bộ dữ liệu)') as commune, p.source_file
from main.fct_finding f
left join main.dim_plan p using (plan_id)
left join commune_label c using (commune_code)
where f.waived_by is not null
order by c.commune collate vi nulls first, f.rule_code, f.finding_id
