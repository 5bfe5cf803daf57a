-- Every distinct heading, group row or label that a record stands under, in plain words.
with printed as (

    select group_label as heading_text from {{ ref('stg_verbatim__task_row') }}
    union
    select unnest(heading_path) as heading_text from {{ ref('stg_verbatim__task_row') }}
    union
    select unnest(heading_path) as heading_text from {{ ref('stg_verbatim__provision') }}
    union
    select unnest(domain_labels) as heading_text from {{ ref('stg_verbatim__target_clause') }}

)

select
    printed.heading_text,
    {{ plain_words('repair_text(printed.heading_text)', 'dictionary.abbreviations') }} as heading_words
from printed
cross join {{ ref('int_text__abbreviations') }} as dictionary
where trim(printed.heading_text) != ''
