with verbatim as (

    select * from {{ source('verbatim', 'citation') }}

),

documents as (

    select distinct source_sha256 from {{ ref('stg_verbatim__file') }} where status = 'read'

)

select
    {{ plan_id('verbatim.source_sha256') }} as plan_id,
    verbatim.sequence,
    verbatim.kind_text,
    verbatim.number_text,
    canonical_number(verbatim.number_text) as document_number,
    verbatim.date_text,
    verbatim.issuer_text,
    verbatim.confidence,
    verbatim.page as source_page
from verbatim
inner join documents on verbatim.source_sha256 = documents.source_sha256
