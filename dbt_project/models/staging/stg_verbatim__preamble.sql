with verbatim as (

    select * from {{ source('verbatim', 'preamble') }}

),

documents as (

    select distinct source_sha256 from {{ ref('stg_verbatim__file') }} where status = 'read'

)

select
    {{ plan_id('verbatim.source_sha256') }} as plan_id,
    verbatim.sequence,
    verbatim.preamble_text,
    verbatim.page as source_page
from verbatim
inner join documents on verbatim.source_sha256 = documents.source_sha256
