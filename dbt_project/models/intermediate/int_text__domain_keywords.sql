-- The seed's keywords as LIKE patterns over plain words.
select
    keywords.domain_code,
    keywords.keyword_kind,
    length(keywords.keyword) as keyword_length,
    {{ keyword_pattern(plain_words('keywords.keyword', 'dictionary.abbreviations')) }} as pattern
from {{ ref('domain_keywords') }} as keywords
cross join {{ ref('int_text__abbreviations') }} as dictionary
