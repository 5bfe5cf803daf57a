-- The units a text names, in order of print: spans that start first and reach furthest, then what is left over
-- between separators, resolved by likeness to a known spelling or kept as a unit outside the list.
with texts as (

    select unit_text, tokens, keys, words from {{ ref('int_unit__texts') }}

),

spans as (

    select
        *,
        max(last_token) over (
            partition by unit_text order by first_token
            rows between unbounded preceding and 1 preceding
        ) as covered_to
    from {{ ref('int_unit__spans') }}

),

chosen as (

    select
        spans.unit_text,
        spans.first_token,
        spans.last_token,
        case
            when regexp_matches(
                array_to_string(
                    list_filter(texts.words[spans.last_token + 1:spans.last_token + 3], lambda word: word != ''), ' '
                ),
                '{{ other_level_pattern() }}'
            ) then 'OTHER'
            else spans.unit_code
        end as unit_code
    from spans
    inner join texts on spans.unit_text = texts.unit_text
    where spans.covered_to is null or spans.first_token > spans.covered_to

),

tokens as (

    select
        unit_text,
        generate_subscripts(words, 1) as token_number,
        unnest(tokens) as token,
        unnest(keys) as key,
        unnest(words) as word
    from texts

),

covered as (

    select distinct chosen.unit_text, tokens.token_number
    from chosen
    inner join tokens
        on
            chosen.unit_text = tokens.unit_text
            and tokens.token_number between chosen.first_token and chosen.last_token

),

segmented as (

    select
        tokens.unit_text,
        tokens.token_number,
        tokens.token,
        tokens.word,
        covered.token_number is not null as is_covered,
        {{ is_separator('tokens.key', 'tokens.token', 'tokens.token_number') }}
        and covered.token_number is null as is_separator,
        count(*) filter (
            where
            {{ is_separator('tokens.key', 'tokens.token', 'tokens.token_number') }}
            and covered.token_number is null
        ) over (partition by tokens.unit_text order by tokens.token_number) as segment
    from tokens
    left join covered on tokens.unit_text = covered.unit_text and tokens.token_number = covered.token_number

),

leftovers as (

    select
        unit_text,
        segment,
        min(token_number) filter (where not is_separator) as first_token,
        max(token_number) filter (where not is_separator) as last_token,
        array_to_string(
            list(word order by token_number) filter (where not is_separator and word != ''), ' '
        ) as segment_words
    from segmented
    group by unit_text, segment
    having not bool_or(is_covered)

),

unknown as (

    select
        unit_text,
        first_token,
        last_token,
        trim(regexp_replace(
            regexp_replace(segment_words, '{{ unit_holder_pattern() }}', ''), '{{ unit_suffix_pattern() }}', ''
        )) as leftover_key
    from leftovers
    where regexp_matches(regexp_replace(segment_words, '{{ filler_pattern() }}', ' ', 'g'), '[a-z]{2}')

),

alike as (

    select
        unknown.unit_text,
        unknown.first_token,
        aliases.unit_code,
        {{ likeness('unknown.leftover_key', 'aliases.alias_key') }} as match_score
    from unknown
    inner join {{ ref('int_unit__aliases') }} as aliases
        on
            unknown.leftover_key = aliases.alias_key
            or (
                length(aliases.alias_key) >= 8
                and abs(length(aliases.alias_key) - length(unknown.leftover_key)) <= 5
            )
    where {{ likeness('unknown.leftover_key', 'aliases.alias_key') }} >= 0.9
    qualify
        row_number() over (
            partition by unknown.unit_text, unknown.first_token order by match_score desc, aliases.alias_key asc
        ) = 1

),

resolved as (

    select unit_text, first_token, last_token, unit_code, 'alias' as match_method, 1.0::double as match_score
    from chosen
    union all
    select
        unknown.unit_text,
        unknown.first_token,
        unknown.last_token,
        coalesce(alike.unit_code, 'OTHER') as unit_code,
        case
            when alike.unit_code is null then 'none'
            when alike.match_score = 1 then 'alias'
            else 'fuzzy'
        end as match_method,
        coalesce(round(alike.match_score, 4), 0.0)::double as match_score
    from unknown
    left join alike on unknown.unit_text = alike.unit_text and unknown.first_token = alike.first_token

),

printed as (

    select
        resolved.*,
        lag(resolved.last_token) over (partition by resolved.unit_text order by resolved.first_token)
            as previous_last_token,
        coalesce(texts.keys[resolved.first_token - 1], '') = '(' and resolved.first_token > 2 as opens_brackets,
        trim(array_to_string(texts.tokens[resolved.first_token:resolved.last_token], ''), ' .,;:-') as matched_text,
        array_to_string(list_filter(texts.words[1:resolved.first_token - 1], lambda word: word != ''), ' ')
            as words_before,
        array_to_string(
            list_filter(texts.words[resolved.last_token + 1:resolved.last_token + 4], lambda word: word != ''), ' '
        ) as words_after
    from resolved
    inner join texts on resolved.unit_text = texts.unit_text

)

select
    printed.unit_text,
    row_number() over (partition by printed.unit_text order by printed.first_token) as mention_number,
    printed.first_token,
    printed.last_token,
    printed.unit_code,
    case when names.unit_code is not null then 'exact' else printed.match_method end as match_method,
    printed.match_score,
    printed.matched_text,
    printed.words_before,
    printed.words_after
from printed
left join {{ ref('units') }} as names
    on printed.unit_code = names.unit_code and match_key(printed.matched_text) = match_key(names.name)
where
    not (
        printed.previous_last_token is not null
        and regexp_matches(printed.words_before, '{{ in_charge_pattern() }}')
    )
    -- 'đơn vị sự nghiệp thuộc UBND xã': whose the body before is
    and not (
        printed.first_token - printed.previous_last_token between 2 and 3
        and regexp_matches(printed.words_before, '{{ belonging_pattern() }}')
    )
    -- a person beside the office they hold, and what brackets tell of the body before them
    and not (
        printed.match_method = 'none'
        and printed.unit_text in (select chosen.unit_text from chosen)
        and (printed.opens_brackets or regexp_matches(fold_text(printed.matched_text), '{{ person_pattern() }}'))
    )
