-- Spellings of units in plain words. A spelling stands for one unit; commas in it count, so that a list of two
-- bodies is not taken for the one body whose name holds both. A short name ('Kinh tế') stands for its unit only
-- where it is a whole item of a list.
with spellings as (

    select unit_code, name as alias, false as only_alone from {{ ref('units') }} where unit_code != 'OTHER'
    union all
    select unit_code, alias, false as only_alone from {{ ref('unit_aliases') }}
    union all
    select unit_code, short_name as alias, true as only_alone from {{ ref('unit_short_names') }}

),

worded as (

    select
        spellings.unit_code,
        spellings.alias,
        spellings.only_alone,
        {{ plain_words('spellings.alias', 'dictionary.abbreviations') }} as words
    from spellings
    cross join {{ ref('int_text__abbreviations') }} as dictionary

),

keyed as (

    select
        unit_code,
        alias,
        only_alone,
        len(words) - len(replace(words, ',', '')) as comma_count,
        trim(regexp_replace(
            regexp_replace(replace(words, ',', ' '), '\bva\b', ' ', 'g'), '\s+', ' ', 'g'
        )) as alias_key
    from worded

)

select
    unit_code,
    alias_key,
    replace(alias_key, 'v', '') as alias_key_without_v,
    min(alias) as alias,
    max(comma_count) as comma_count,
    split_part(alias_key, ' ', 1) as first_word,
    bool_and(only_alone) as only_alone
from keyed
group by unit_code, alias_key
