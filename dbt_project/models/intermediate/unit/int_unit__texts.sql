-- Every distinct text that may name units, cut into words. `tokens` keep the space after them, so that any run of
-- them gives the printed words back; `words` are plain and empty for 'và', '&' and punctuation.
with printed as (

    select lead_text as unit_text from {{ ref('int_task__cells') }}
    union
    select coordinating_text as unit_text from {{ ref('int_task__cells') }}
    union
    select responsible_text as unit_text from {{ ref('stg_verbatim__target_clause') }}
    union
    select unnest(provisions.heading_path) as unit_text
    from {{ ref('stg_verbatim__provision') }} as provisions
    inner join {{ ref('int_provision__kind') }} as kinds
        on provisions.provision_id = kinds.provision_id and kinds.is_under_responsibility
    union
    select {{ unit_opening('provisions.provision_text') }} as unit_text
    from {{ ref('stg_verbatim__provision') }} as provisions
    inner join {{ ref('int_provision__kind') }} as kinds
        on provisions.provision_id = kinds.provision_id and kinds.is_under_responsibility
    where regexp_matches(provisions.marker, '{{ item_marker_pattern() }}')

),

cut as (

    select
        unit_text,
        regexp_extract_all(unit_text, '[\p{L}\p{M}\p{N}]+\s*|[^\p{L}\p{M}\p{N}\s]\s*') as tokens
    from printed
    where trim(unit_text) != ''

),

keyed as (

    select
        cut.unit_text,
        cut.tokens,
        list_transform(cut.tokens, lambda token: match_key(token)) as keys
    from cut

)

select
    keyed.unit_text,
    keyed.tokens,
    keyed.keys,
    list_transform(
        keyed.keys,
        lambda token: case
            when token in ('và', 'va', '&') or not regexp_matches(token, '[\p{L}\p{N}]') then ''
            else fold_text(coalesce(dictionary.abbreviations[token], token))
        end
    ) as words
from keyed
cross join {{ ref('int_text__abbreviations') }} as dictionary
