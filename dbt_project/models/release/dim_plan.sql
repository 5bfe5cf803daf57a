-- The plans of a release with their status: held by a failed blocking rule; superseded when a later version of the
-- same plan is published; published otherwise. A version whose successor is held stays in force.
with verdicts as (

    select plan_id, verdict from {{ source('run', 'plan_verdict') }}

),

judged as (

    select plans.*, coalesce(verdicts.verdict = 'hold', false) as is_held
    from {{ ref('plan_candidate') }} as plans
    left join verdicts on plans.plan_id = verdicts.plan_id

)

select
    plans.plan_id,
    plans.commune_code,
    plans.title,
    plans.plan_kind,
    plans.period_start,
    plans.period_end,
    plans.document_number,
    plans.issued_on,
    plans.signer_name,
    plans.signer_title,
    plans.declared_task_total,
    plans.source_file,
    plans.source_sha256,
    plans.supersedes_plan_id,
    case
        when plans.is_held then 'held'
        when later.plan_id is not null then 'superseded'
        else 'published'
    end as status,
    plans.superseded_by_plan_id,
    plans.amended_plan_text,
    plans.amends_plan_id,
    plans.source_format,
    plans.pages
from judged as plans
left join judged as later on plans.superseded_by_plan_id = later.plan_id and not later.is_held
