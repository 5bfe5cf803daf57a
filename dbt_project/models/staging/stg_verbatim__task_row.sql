with verbatim as (

    select * from {{ source('verbatim', 'task_row') }}

),

documents as (

    select distinct source_sha256 from {{ ref('stg_verbatim__file') }} where status = 'read'

)

select
    {{ plan_id('verbatim.source_sha256') }} as plan_id,
    verbatim.sequence,
    {{ record_id(plan_id('verbatim.source_sha256'), 't', 'verbatim.sequence') }} as task_id,
    verbatim.source_kind,
    verbatim.annex_sequence,
    verbatim.group_label,
    verbatim.printed_number,
    verbatim.parent_sequence,
    verbatim.task_text,
    repair_text(verbatim.task_text) as task_text_repaired,
    verbatim.objective_text,
    verbatim.activity_text,
    verbatim.output_text,
    verbatim.lead_text,
    verbatim.coordinating_text,
    verbatim.deadline_text,
    verbatim.budget_text,
    verbatim.note_text,
    verbatim.has_joint_roles,
    verbatim.heading_path,
    verbatim.confidence,
    verbatim.page as source_page,
    case
        when verbatim.x0 is not null then [verbatim.x0, verbatim.top, verbatim.x1, verbatim.bottom]
    end as source_bbox
from verbatim
inner join documents on verbatim.source_sha256 = documents.source_sha256
