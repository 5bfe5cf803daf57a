-- The targets that communes set for the same indicator, beside each other: only published plans in force.
select
    indicators.indicator_code,
    indicators.name as indicator_name,
    indicators.domain_code,
    communes.province_code,
    plans.commune_code,
    communes.name as commune_name,
    plans.plan_id,
    plans.plan_kind,
    targets.kpi_id,
    targets.source_kind,
    targets.comparator,
    targets.target_value,
    targets.target_value_high,
    targets.unit_of_measure,
    targets.period_start,
    targets.period_end,
    targets.source_text,
    targets.source_page,
    count(distinct plans.commune_code) over (partition by indicators.indicator_code)::integer as commune_count,
    median(targets.target_value)
        over (partition by indicators.indicator_code, targets.unit_of_measure) as median_value
from {{ ref('fct_kpi_target') }} as targets
inner join {{ ref('dim_plan') }} as plans on targets.plan_id = plans.plan_id and plans.status = 'published'
inner join {{ ref('dim_indicator') }} as indicators on targets.indicator_code = indicators.indicator_code
left join {{ ref('dim_commune') }} as communes on plans.commune_code = communes.commune_code
