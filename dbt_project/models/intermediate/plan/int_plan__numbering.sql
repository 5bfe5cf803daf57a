-- Number, date of issue and declared total as values. A number or date left blank in part is none.
with headers as (

    select
        plan_id,
        regexp_replace(coalesce(document_number_text, ''), '\s+', '', 'g') as number_text,
        {{ calendar_words("fold_text(coalesce(issued_on_text, ''))") }} as issue_words,
        declared_task_total_text
    from {{ ref('stg_verbatim__plan_header') }}
    where rejection_code is null

)

select
    plan_id,
    nullif(regexp_extract(number_text, '(\d+[a-zA-Z]?/?.*)$', 1), '') as document_number,
    try_cast(regexp_extract(number_text, '(\d+)', 1) as integer) as document_ordinal,
    {{ printed_date(
        "nullif(regexp_extract(issue_words, '" ~ day_pattern() ~ "', 3), '')",
        "nullif(regexp_extract(issue_words, '" ~ day_pattern() ~ "', 2), '')",
        "nullif(regexp_extract(issue_words, '" ~ day_pattern() ~ "', 1), '')"
    ) }} as issued_on,
    try_cast(regexp_extract(declared_task_total_text, '(\d+)', 1) as integer) as declared_task_total
from headers
