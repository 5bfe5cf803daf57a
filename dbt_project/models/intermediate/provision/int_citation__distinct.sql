-- Each cited document once a plan; kind from the first mention, date and issuer from the first that prints them.
with mentions as (

    select
        plan_id,
        sequence,
        document_number,
        kind_text,
        issuer_text,
        confidence,
        {{ calendar_words("fold_text(coalesce(date_text, ''))") }} as date_words
    from {{ ref('stg_verbatim__citation') }}

),

dated as (

    select
        *,
        {{ printed_date(
            "nullif(regexp_extract(date_words, '" ~ day_pattern() ~ "', 3), '')",
            "nullif(regexp_extract(date_words, '" ~ day_pattern() ~ "', 2), '')",
            "nullif(regexp_extract(date_words, '" ~ day_pattern() ~ "', 1), '')"
        ) }} as document_date
    from mentions

)

select
    plan_id,
    document_number,
    arg_min(kind_text, sequence) as document_kind,
    arg_min(document_date, sequence) filter (where document_date is not null) as document_date,
    arg_min(issuer_text, sequence) filter (where issuer_text is not null) as issuer,
    min(sequence) as first_sequence,
    count(*) as mention_count,
    max(confidence) as confidence
from dated
group by plan_id, document_number
