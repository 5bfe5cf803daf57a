-- The number to reach: how it compares, its value or range, and what is counted.
with printed as (

    select
        kpi_id,
        match_key(coalesce(comparator_text, '')) as comparator_key,
        fold_text(coalesce(comparator_text, '')) as comparator_words,
        regexp_replace(fold_text(value_text), '\s+', '', 'g') as value_key,
        unit_text
    from {{ ref('stg_verbatim__target_clause') }}

),

numbers as (

    select
        *,
        -- '1.250' is a thousand and more, '12,5' and '12.5' are not
        list_transform(
            regexp_extract_all(value_key, '\d+(?:[.,]\d+)*'),
            lambda n: try_cast(
                case
                    when regexp_matches(n, '^\d{1,3}(?:[.,]\d{3})+$') then regexp_replace(n, '[.,]', '', 'g')
                    else replace(n, ',', '.')
                end as double
            )
        ) as found
    from printed

)

select
    kpi_id,
    case
        when regexp_matches(comparator_key, '≥|>=|⩾') then '>='
        when regexp_matches(comparator_key, '≤|<=|⩽') then '<='
        when regexp_matches(comparator_words, '{{ at_most_pattern() }}') then '<='
        when regexp_matches(comparator_words, '{{ at_least_pattern() }}') then '>='
        when comparator_key = '<' or regexp_matches(comparator_words, '{{ less_pattern() }}') then '<'
        when comparator_key = '>' or regexp_matches(comparator_words, '{{ more_pattern() }}') then '>'
        else '='
    end as comparator,
    found[1] as target_value,
    case when len(found) > 1 and found[2] > found[1] then found[2] end as target_value_high,
    nullif(trim(unit_text), '') as unit_of_measure
from numbers
