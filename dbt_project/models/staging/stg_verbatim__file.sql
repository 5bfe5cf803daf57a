with inventory as (

    select * from {{ source('run', 'inventory') }}

)

select
    source_file,
    source_sha256,
    {{ plan_id('source_sha256') }} as plan_id,
    size_bytes,
    folder_hint,
    fold_text(folder_hint) as folder_words,
    status,
    reason_code,
    reason,
    format,
    pages,
    read_seconds,
    reader_version,
    -- the same bytes may lie in raw/ under several names: the first name stands for the document
    row_number() over (partition by coalesce(source_sha256, source_file) order by source_file) as name_rank
from inventory
