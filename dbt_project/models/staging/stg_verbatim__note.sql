with verbatim as (

    select * from {{ source('verbatim', 'note') }}

),

documents as (

    select distinct source_sha256 from {{ ref('stg_verbatim__file') }} where status = 'read'

)

select
    {{ plan_id('verbatim.source_sha256') }} as plan_id,
    verbatim.sequence,
    verbatim.kind,
    verbatim.message,
    verbatim.evidence,
    verbatim.page as source_page
from verbatim
inner join documents on verbatim.source_sha256 = documents.source_sha256
