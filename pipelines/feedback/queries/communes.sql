-- Every commune of the release, and its province.
select c.commune_code, l.commune, c.commune_type, c.name, c.province_code, v.name as province
from main.dim_commune c
join commune_label l using (commune_code)
join main.dim_province v on v.province_code = c.province_code
order by v.name collate vi, c.name collate vi
