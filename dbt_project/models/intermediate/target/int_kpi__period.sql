-- When a target must hold. The stage (heading, group row or column) narrows the plan's period, the clause's own
-- words narrow the stage; 'đến' or 'trước' a date or year sets the end alone.
with phrases as (

    select
        clauses.kpi_id,
        periods.period_start as plan_start,
        periods.period_end as plan_end,
        {{ calendar_words("fold_text(coalesce(clauses.stage_text, ''))") }} as stage_words,
        {{ calendar_words("fold_text(coalesce(clauses.horizon_text, ''))") }} as horizon_words
    from {{ ref('stg_verbatim__target_clause') }} as clauses
    left join {{ ref('int_plan__period') }} as periods on clauses.plan_id = periods.plan_id

),

spans as (

    select
        kpi_id,
        plan_start,
        plan_end,
        {{ phrase_start('stage_words', 'plan_start') }} as stage_start,
        {{ phrase_end('stage_words', 'plan_start') }} as stage_end,
        {{ phrase_start('horizon_words', 'plan_start') }} as horizon_start,
        {{ phrase_end('horizon_words', 'plan_start') }} as horizon_end
    from phrases

)

select
    kpi_id,
    coalesce(horizon_start, stage_start, plan_start) as period_start,
    coalesce(horizon_end, stage_end, plan_end) as period_end
from spans
