-- Who has sent a plan: every commune of each province that has sent at least one, a row for each period
-- in which any commune of its province has a yearly plan.
with plans as (

    select dim_plan.*, communes.province_code
    from {{ ref('dim_plan') }} as dim_plan
    inner join {{ ref('dim_commune') }} as communes on dim_plan.commune_code = communes.commune_code
    where
        dim_plan.status != 'superseded'
        -- a plan that only raises the reform index is not the plan for the period
        and dim_plan.plan_id not in (select plan_id from {{ ref('int_plan__kind') }} where reform_part is not null)

),

periods as (

    select distinct province_code, plan_kind, period_start, period_end
    from plans
    where plan_kind in ('annual', 'half_year', 'multi_year')

)

select
    provinces.province_code,
    provinces.name as province_name,
    communes.commune_code,
    communes.name as commune_name,
    communes.commune_type,
    periods.plan_kind,
    periods.period_start,
    periods.period_end,
    case
        when bool_or(plans.status = 'published') then 'published'
        when bool_or(plans.status = 'held') then 'held'
        else 'missing'
    end as coverage,
    count(plans.plan_id)::integer as plan_count
from periods
inner join {{ ref('dim_province') }} as provinces on periods.province_code = provinces.province_code
inner join {{ ref('dim_commune') }} as communes on periods.province_code = communes.province_code
left join plans
    on
        communes.commune_code = plans.commune_code
        and periods.plan_kind = plans.plan_kind
        and periods.period_start = plans.period_start
        and periods.period_end = plans.period_end
group by
    provinces.province_code, provinces.name, communes.commune_code, communes.name, communes.commune_type,
    periods.plan_kind, periods.period_start, periods.period_end
