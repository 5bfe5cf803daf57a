-- Communes without any plan, of the provinces of which the release knows one.
select v.name as province, c.commune
from commune_label c
join main.dim_province v using (province_code)
anti join main.dim_plan p using (commune_code)
where c.province_code in (
    select province_code from commune_label join main.dim_plan using (commune_code)
)
order by v.name collate vi, c.commune collate vi
