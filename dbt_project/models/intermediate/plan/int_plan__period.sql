-- The days a plan covers. An annex sent as a file of its own is dated by its plan.
select
    printed.plan_id,
    case when plans.plan_id is null then printed.period_start else plans.period_start end as period_start,
    case when plans.plan_id is null then printed.period_end else plans.period_end end as period_end
from {{ ref('int_plan__printed_period') }} as printed
left join {{ ref('int_plan__annex_file') }} as annexes on printed.plan_id = annexes.plan_id
left join {{ ref('int_plan__printed_period') }} as plans on annexes.document_plan_id = plans.plan_id
