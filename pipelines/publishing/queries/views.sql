-- Temporary views for the other queries. The variable `province` holds the code of the workbook's province.
create temp view commune_label as
select commune_code, province_code, concat_ws(' ', upper(commune_type[1]) || commune_type[2:], name) as commune
from main.dim_commune;

create temp view domain_label as
select domain_code, domain_code || '. ' || name as domain
from main.dim_domain
where domain_code between 1 and 7;

-- Plans whose commune is not known stand in every province's workbook: they may be of that province.
create temp view own_plan as
select p.*, coalesce(c.commune, '(chưa rõ xã)') as commune
from main.dim_plan p
left join commune_label c using (commune_code)
where c.province_code = getvariable('province') or p.commune_code is null;
