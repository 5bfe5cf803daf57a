-- The unit a provision is given to: the first one named in the nearest heading under 'Tổ chức thực hiện' that names
-- any; for a numbered item straight under the chapter, the one its text opens with.
with provisions as (

    select provisions.*
    from {{ ref('stg_verbatim__provision') }} as provisions
    inner join {{ ref('int_provision__kind') }} as kinds on provisions.provision_id = kinds.provision_id
    where
        kinds.is_under_responsibility
        and not provisions.is_reference
        and not provisions.is_closing

),

named as (

    select
        unit_text,
        arg_min(mentions.unit_code, mention_number) as unit_code,
        arg_min(first_token, mention_number) as first_token,
        arg_min(words_before, mention_number) as words_before,
        arg_min(words_after, mention_number) as words_after,
        arg_min(units.unit_kind, mention_number) = 'collective' as is_collective
    from {{ ref('int_unit__mentions') }} as mentions
    inner join {{ ref('units') }} as units on mentions.unit_code = units.unit_code
    where mentions.unit_code != 'OTHER' or match_method != 'none'
    group by unit_text

),

headings as (

    select
        provision_id,
        unnest(heading_path[2:]) as heading_text,
        len(heading_path) - generate_subscripts(heading_path[2:], 1) as nearness
    from provisions

),

from_headings as (

    select headings.provision_id, arg_min(named.unit_code, headings.nearness) as unit_code
    from headings
    inner join named on headings.heading_text = named.unit_text
    where not regexp_matches(named.words_after, '{{ assigned_pattern() }}')
    group by headings.provision_id

),

from_opening as (

    select provisions.provision_id, named.unit_code
    from provisions
    inner join named on {{ unit_opening('provisions.provision_text') }} = named.unit_text
    where
        regexp_matches(provisions.marker, '{{ item_marker_pattern() }}')
        and regexp_matches(named.words_before || ' ', '{{ opening_pattern() }}')
        and not (named.is_collective and regexp_matches(named.words_after, '{{ assigned_pattern() }}'))

)

select
    provisions.provision_id,
    nullif(coalesce(from_headings.unit_code, from_opening.unit_code), 'OTHER') as unit_code
from provisions
left join from_headings on provisions.provision_id = from_headings.provision_id
left join from_opening on provisions.provision_id = from_opening.provision_id
where coalesce(from_headings.unit_code, from_opening.unit_code) is not null
