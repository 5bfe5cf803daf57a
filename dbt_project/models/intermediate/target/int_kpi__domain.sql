-- The reform domain of a target: that of the nearest label above it which names exactly one; where none does,
-- what is measured decides.
with labels as (

    select kpi_id, unnest(domain_labels) as heading_text, generate_subscripts(domain_labels, 1) as nearness
    from {{ ref('stg_verbatim__target_clause') }}

),

from_label as (

    select labels.kpi_id, arg_min(headings.domain_code, labels.nearness) as domain_code
    from labels
    inner join {{ ref('int_heading__domain') }} as headings on labels.heading_text = headings.heading_text
    where headings.domain_code is not null
    group by labels.kpi_id

),

measured as (

    select distinct
        clauses.indicator_text_repaired,
        {{ plain_words('clauses.indicator_text_repaired', 'dictionary.abbreviations') }} as indicator_words
    from {{ ref('stg_verbatim__target_clause') }} as clauses
    cross join {{ ref('int_text__abbreviations') }} as dictionary

),

from_words as (

    select measured.indicator_text_repaired, arg_max(keywords.domain_code, keywords.keyword_length) as domain_code
    from measured
    inner join {{ ref('int_text__domain_keywords') }} as keywords on measured.indicator_words like keywords.pattern
    group by measured.indicator_text_repaired

)

select
    clauses.kpi_id,
    case
        when from_label.domain_code is not null then from_label.domain_code
        when indicators.domain_code > 0 then indicators.domain_code
        when indicators.domain_code is null then from_words.domain_code
    end as domain_code
from {{ ref('stg_verbatim__target_clause') }} as clauses
left join from_label on clauses.kpi_id = from_label.kpi_id
left join {{ ref('int_kpi__indicator') }} as matched on clauses.kpi_id = matched.kpi_id
left join {{ ref('indicators') }} as indicators on matched.indicator_code = indicators.indicator_code
left join from_words on clauses.indicator_text_repaired = from_words.indicator_text_repaired
