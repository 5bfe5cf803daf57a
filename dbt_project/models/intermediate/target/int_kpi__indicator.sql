-- What a target measures: the indicator whose longest known wording its words hold.
with wordings as (

    select
        seeds.indicator_code,
        length(replace(seeds.wording, '*', '')) as wording_length,
        {{ keyword_pattern(plain_words('seeds.wording', 'dictionary.abbreviations')) }} as pattern
    from {{ ref('indicator_wordings') }} as seeds
    cross join {{ ref('int_text__abbreviations') }} as dictionary

),

measured as (

    select distinct
        clauses.indicator_text_repaired,
        {{ plain_words('clauses.indicator_text_repaired', 'dictionary.abbreviations') }} as indicator_words
    from {{ ref('stg_verbatim__target_clause') }} as clauses
    cross join {{ ref('int_text__abbreviations') }} as dictionary

),

matched as (

    select
        measured.indicator_text_repaired,
        wordings.indicator_code
    from measured
    inner join wordings on measured.indicator_words like wordings.pattern
    qualify
        row_number() over (
            partition by measured.indicator_text_repaired
            order by wordings.wording_length desc, wordings.indicator_code asc
        ) = 1

)

select
    clauses.kpi_id,
    matched.indicator_code
from {{ ref('stg_verbatim__target_clause') }} as clauses
inner join matched on clauses.indicator_text_repaired = matched.indicator_text_repaired
