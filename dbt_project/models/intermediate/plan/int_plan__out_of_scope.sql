-- Plans left out because the run is restricted to other provinces. A plan whose commune is unknown is not left out:
-- the quality gate holds it, and someone must look at it.
select
    communes.plan_id,
    provinces.name as province_name
from {{ ref('int_plan__commune') }} as communes
inner join {{ ref('communes') }} as official on communes.commune_code = official.commune_code
inner join {{ ref('provinces') }} as provinces on official.province_code = provinces.province_code
where
    exists (select 1 from {{ source('run', 'province_scope') }})
    and official.province_code not in (select scope.province_code from {{ source('run', 'province_scope') }} as scope)
