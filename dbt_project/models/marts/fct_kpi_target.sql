select
    clauses.kpi_id,
    plans.plan_id,
    row_number() over (
        partition by plans.plan_id order by coalesce(annexed.annex_rank, 0), clauses.sequence
    )::integer as sequence,
    clauses.source_kind,
    domains.domain_code,
    indicators.indicator_code,
    clauses.indicator_text,
    clauses.clause_text as source_text,
    targets.comparator,
    targets.target_value,
    targets.target_value_high,
    targets.unit_of_measure,
    periods.period_start,
    periods.period_end,
    clauses.responsible_text,
    clauses.source_ref,
    clauses.source_page::integer as source_page,
    clauses.source_bbox,
    {{ record_id('clauses.plan_id', 't', 'clauses.task_sequence') }} as task_id,
    clauses.comparator_text,
    clauses.value_text,
    clauses.stage_text,
    clauses.horizon_text,
    clauses.confidence
from {{ ref('stg_verbatim__target_clause') }} as clauses
left join {{ ref('int_plan__annexed') }} as annexed
    on
        clauses.plan_id = annexed.annex_plan_id
        and annexed.annex_kind = case when clauses.source_kind = 'task' then 'task' else 'target' end
inner join {{ ref('plan_candidate') }} as plans on coalesce(annexed.plan_id, clauses.plan_id) = plans.plan_id
left join {{ ref('int_kpi__value') }} as targets on clauses.kpi_id = targets.kpi_id
left join {{ ref('int_kpi__period') }} as periods on clauses.kpi_id = periods.kpi_id
left join {{ ref('int_kpi__indicator') }} as indicators on clauses.kpi_id = indicators.kpi_id
left join {{ ref('int_kpi__domain') }} as domains on clauses.kpi_id = domains.kpi_id
