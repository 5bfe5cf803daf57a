with verbatim as (

    select * from {{ source('verbatim', 'place_mention') }}

),

documents as (

    select distinct source_sha256 from {{ ref('stg_verbatim__file') }} where status = 'read'

)

select
    {{ plan_id('verbatim.source_sha256') }} as plan_id,
    verbatim.sequence,
    verbatim.place_kind,
    verbatim.name_text,
    match_key(repair_text(verbatim.name_text)) as name_key,
    fold_text(repair_text(verbatim.name_text)) as name_words,
    match_key(verbatim.type_text) as type_key,
    verbatim.context,
    verbatim.occurrences
from verbatim
inner join documents on verbatim.source_sha256 = documents.source_sha256
