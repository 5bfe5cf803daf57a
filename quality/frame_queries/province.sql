-- One row a province with plans: how many of its communes have one.
select
    null::varchar as plan_id,
    'dim_province' as record_table,
    v.province_code as record_id,
    null::varchar as source_file,
    null::integer as source_page,
    v.name as province_name,
    count(distinct c.commune_code) as communes,
    count(distinct p.commune_code) as communes_with_plan,
    count(distinct c.commune_code) - count(distinct p.commune_code) as communes_without_plan
from candidate.dim_province v
inner join candidate.dim_commune c using (province_code)
left join candidate.plan_candidate p using (commune_code)
group by v.province_code, v.name
having count(distinct p.commune_code) > 0
order by v.province_code
