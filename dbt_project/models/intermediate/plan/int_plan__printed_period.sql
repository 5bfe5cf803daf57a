-- The days a document says its plan covers: in its period phrase, else its title, else by the year it was issued in.
with phrases as (

    select
        plan_id,
        case
            when regexp_matches(period_words, '\b20\d\d\b') then period_words
            when regexp_matches(title_words, '\bnam 20\d\d\b') and not regexp_matches(title_words, 'thang (?:dau|cuoi)')
                -- a title may name the programme's years before the plan's own
                then regexp_extract(title_words, '.*(\bnam 20\d\d\b.*)', 1)
            else title_words || ' ' || period_words
        end as words,
        period_words || ' ' || title_words as all_words,
        regexp_extract(coalesce(issued_on_text, ''), '\b(20\d\d)\b', 1) as issue_year
    from {{ ref('stg_verbatim__plan_header') }}
    where rejection_code is null

),

years as (

    select
        plan_id,
        regexp_matches(all_words, '\b(?:0?6|sau) thang dau|nua dau nam') as is_first_half,
        regexp_matches(all_words, '\b(?:0?6|sau) thang cuoi|nua cuoi nam') as is_second_half,
        list_transform(regexp_extract_all(words, '\b(20\d\d)\b', 1), lambda y: y::integer) as named,
        try_cast(issue_year as integer) as issue_year
    from phrases

)

select
    plan_id,
    {{ first_day(
        'coalesce(list_min(named), issue_year)', 'case when is_second_half and not is_first_half then 7 else 1 end'
    ) }} as period_start,
    {{ last_day_of(
        'coalesce(list_max(named), issue_year)', 'case when is_first_half and not is_second_half then 6 else 12 end'
    ) }} as period_end
from years
