with verbatim as (

    select * from {{ source('verbatim', 'provision') }}

),

documents as (

    select distinct source_sha256 from {{ ref('stg_verbatim__file') }} where status = 'read'

)

select
    {{ plan_id('verbatim.source_sha256') }} as plan_id,
    verbatim.sequence,
    {{ record_id(plan_id('verbatim.source_sha256'), 'v', 'verbatim.sequence') }} as provision_id,
    verbatim.marker_path,
    verbatim.heading_path,
    verbatim.marker,
    verbatim.provision_text,
    verbatim.is_reference,
    verbatim.is_closing,
    verbatim.confidence,
    verbatim.page as source_page,
    case
        when verbatim.x0 is not null then [verbatim.x0, verbatim.top, verbatim.x1, verbatim.bottom]
    end as source_bbox
from verbatim
inner join documents on verbatim.source_sha256 = documents.source_sha256
