-- Whether a plan belongs to the provinces the run is restricted to. A plan whose commune is not known stays in, so
-- that it is reported rather than lost.
with scope as (

    select list(province_code) as province_codes from {{ source('run', 'province_scope') }}

)

select
    kinds.plan_id,
    provinces.name as province_name,
    provinces.province_code is null
    or coalesce(len(scope.province_codes), 0) = 0
    or list_contains(scope.province_codes, provinces.province_code) as is_in_scope
from {{ ref('int_plan__kind') }} as kinds
cross join scope
left join {{ ref('int_plan__commune') }} as resolved on kinds.plan_id = resolved.plan_id
left join {{ ref('communes') }} as communes on resolved.commune_code = communes.commune_code
left join {{ ref('provinces') }} as provinces on communes.province_code = provinces.province_code
