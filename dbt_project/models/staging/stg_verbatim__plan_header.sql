with verbatim as (

    select * from {{ source('verbatim', 'plan_header') }}

),

documents as (

    select distinct source_sha256 from {{ ref('stg_verbatim__file') }} where status = 'read'

)

select
    {{ plan_id('verbatim.source_sha256') }} as plan_id,
    verbatim.source_sha256,
    verbatim.rejection_code,
    verbatim.rejection_reason,
    verbatim.needs_plan,
    verbatim.document_kind_text,
    verbatim.title,
    fold_text(coalesce(repair_text(verbatim.title), '')) as title_words,
    verbatim.document_number_text,
    verbatim.letterhead_number_text,
    verbatim.has_decision,
    verbatim.issued_on_text,
    verbatim.period_text,
    fold_text(coalesce(verbatim.period_text, '')) as period_words,
    verbatim.signer_name,
    verbatim.signer_title,
    verbatim.signing_authority_text,
    verbatim.declared_task_total_text,
    verbatim.amended_plan_text,
    verbatim.confidence,
    verbatim.page as source_page
from verbatim
inner join documents on verbatim.source_sha256 = documents.source_sha256
