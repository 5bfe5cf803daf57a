-- Runs of words that name a unit: a known spelling, one that lost its letters V, or a collective phrase.
with texts as (

    select unit_text, tokens, keys, words from {{ ref('int_unit__texts') }}

),

aliases as (

    select * from {{ ref('int_unit__aliases') }}

),

positions as (

    select texts.unit_text, texts.keys, texts.words, generate_subscripts(texts.words, 1) as first_token
    from texts

),

starts as (

    select *
    from positions
    where
        words[first_token] != ''
        and (
            split_part(words[first_token], ' ', 1) in (select first_word from aliases)
            or split_part(words[first_token], ' ', 1) in (select replace(first_word, 'v', '') from aliases)
            or split_part(words[first_token], ' ', 1) in {{ unit_holder_words() }}
            or split_part(words[first_token], ' ', 1) in {{ collective_words() }}
        )

),

runs as (

    select
        unit_text,
        keys,
        words,
        first_token,
        unnest(range(first_token, least(first_token + 26, len(words)) + 1)) as last_token
    from starts

),

printed as (

    select
        unit_text,
        first_token,
        last_token,
        array_to_string(list_filter(words[first_token:last_token], lambda word: word != ''), ' ') as phrase_key,
        array_to_string(
            list_filter(
                list_transform(
                    range(first_token, last_token + 1),
                    lambda i: case when keys[i] in (',', '/') then ',' else words[i] end
                ),
                lambda word: word != ''
            ),
            ' '
        ) as phrase_words,
        len(list_filter(keys[first_token:last_token], lambda key: key in (',', '/'))) as comma_count,
        coalesce(words[last_token + 1], '') as next_word,
        coalesce(keys[last_token + 1], '') as next_key
    from runs
    where
        words[last_token] != ''
        and not list_has_any(keys[first_token:last_token], [';', ':', '+', '•', '*'])

),

phrases as (

    select *, regexp_replace(phrase_key, '{{ unit_holder_pattern() }}', '') as body_key from printed

),

spans as (

    select
        phrases.unit_text,
        phrases.first_token,
        phrases.last_token,
        aliases.unit_code,
        1 as preference
    from phrases
    inner join aliases
        on
            aliases.alias_key in (phrases.body_key, phrases.phrase_key)
            and phrases.comma_count <= aliases.comma_count
            and not aliases.only_alone
    union all
    select
        phrases.unit_text,
        phrases.first_token,
        phrases.last_token,
        {{ collective_code('phrases.phrase_words') }} as unit_code,
        2 as preference
    from phrases
    where
        regexp_matches(phrases.phrase_words, '{{ collective_pattern() }}')
        and not {{ is_cut_name('phrases.phrase_words', 'phrases.next_word') }}
        and not {{ is_label('phrases.phrase_words', 'phrases.next_word', 'phrases.next_key') }}
    union all
    select
        phrases.unit_text,
        phrases.first_token,
        phrases.last_token,
        aliases.unit_code,
        3 as preference
    from phrases
    inner join aliases
        on
            replace(phrases.body_key, 'v', '') = aliases.alias_key_without_v
            and phrases.body_key != aliases.alias_key
            and phrases.comma_count <= aliases.comma_count
    where length(aliases.alias_key) >= 8 and not aliases.only_alone

)

select unit_text, first_token, last_token, unit_code
from spans
-- of all readings that start at a word, the longest; of equal ones the best known
qualify
    row_number() over (
        partition by unit_text, first_token order by last_token desc, preference asc, unit_code asc
    ) = 1
