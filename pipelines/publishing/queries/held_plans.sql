-- The held plans, each with the messages of the rules that hold it.
select
    p.commune_code, coalesce(c.commune, '(chưa rõ xã)') as commune, p.title, p.source_file,
    list(concat_ws(' Cách xử lý: ', coalesce(f.problem, f.message), f.remedy) order by f.rule_code) filter (f.severity = 'holding') as reasons
from main.dim_plan p
left join commune_label c using (commune_code)
left join main.fct_finding f using (plan_id)
where p.status = 'held'
group by p.plan_id, p.commune_code, c.commune, p.title, p.source_file
order by c.commune collate vi, p.source_file
