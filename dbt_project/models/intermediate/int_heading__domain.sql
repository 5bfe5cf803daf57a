-- The reform domains a heading names. A domain named outright goes before one its topic belongs to.
with found as (

    select
        headings.heading_text,
        list(distinct keywords.domain_code order by keywords.domain_code)
        filter (where keywords.keyword_kind = 'heading') as named_codes,
        list(distinct keywords.domain_code order by keywords.domain_code)
        filter (where keywords.keyword_kind = 'topic') as topic_codes
    from {{ ref('int_text__headings') }} as headings
    inner join {{ ref('int_text__domain_keywords') }} as keywords
        on headings.heading_words like keywords.pattern
    group by headings.heading_text

)

select
    heading_text,
    coalesce(named_codes, topic_codes, []) as domain_codes,
    named_codes is not null as is_named_outright,
    case when len(coalesce(named_codes, topic_codes)) = 1 then coalesce(named_codes, topic_codes)[1] end as domain_code
from found
where coalesce(named_codes, topic_codes) is not null
