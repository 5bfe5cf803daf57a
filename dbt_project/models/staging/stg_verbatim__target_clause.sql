with verbatim as (

    select * from {{ source('verbatim', 'target_clause') }}

),

documents as (

    select distinct source_sha256 from {{ ref('stg_verbatim__file') }} where status = 'read'

)

select
    {{ plan_id('verbatim.source_sha256') }} as plan_id,
    verbatim.sequence,
    {{ record_id(plan_id('verbatim.source_sha256'), 'k', 'verbatim.sequence') }} as kpi_id,
    verbatim.source_kind,
    verbatim.source_ref,
    verbatim.clause_text,
    verbatim.indicator_text,
    repair_text(verbatim.indicator_text) as indicator_text_repaired,
    verbatim.comparator_text,
    verbatim.value_text,
    verbatim.unit_text,
    verbatim.stage_text,
    verbatim.horizon_text,
    verbatim.responsible_text,
    verbatim.annex_sequence,
    verbatim.task_sequence,
    verbatim.domain_labels,
    verbatim.confidence,
    verbatim.page as source_page,
    case
        when verbatim.x0 is not null then [verbatim.x0, verbatim.top, verbatim.x1, verbatim.bottom]
    end as source_bbox
from verbatim
inner join documents on verbatim.source_sha256 = documents.source_sha256
