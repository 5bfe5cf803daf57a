-- What a provision is, from the nearest heading that says so. Under 'Tổ chức thực hiện' everything is a
-- responsibility but money and time; under 'Mục đích, yêu cầu' in one heading the item's own words decide.
with headings as (

    select
        provision_id,
        unnest(heading_path) as heading_text,
        len(heading_path) - generate_subscripts(heading_path, 1) as nearness
    from {{ ref('stg_verbatim__provision') }}

),

keywords as (

    select
        seeds.provision_kind,
        seeds.rank,
        {{ keyword_pattern(plain_words('seeds.keyword', 'dictionary.abbreviations')) }} as pattern
    from {{ ref('provision_kind_keywords') }} as seeds
    cross join {{ ref('int_text__abbreviations') }} as dictionary

),

heading_kinds as (

    select
        texts.heading_text,
        arg_min(keywords.provision_kind, keywords.rank) as provision_kind,
        bool_or(keywords.provision_kind = 'requirement') and bool_or(keywords.provision_kind = 'objective') as is_mixed
    from {{ ref('int_text__headings') }} as texts
    inner join keywords on texts.heading_words like keywords.pattern
    where
        -- 'Nhiệm vụ và phân công thực hiện' heads the tasks themselves, each with who does it
        keywords.provision_kind != 'responsibility'
        or not regexp_matches(fold_text(texts.heading_words), '^\W*(cac )?(nhiem vu|noi dung)\b.* phan cong\b')
    group by texts.heading_text

),

from_headings as (

    select
        headings.provision_id,
        arg_min(heading_kinds.provision_kind, headings.nearness) as nearest_kind,
        arg_min(heading_kinds.is_mixed, headings.nearness) as is_mixed,
        bool_or(heading_kinds.provision_kind = 'responsibility') as is_under_responsibility
    from headings
    inner join heading_kinds on headings.heading_text = heading_kinds.heading_text
    group by headings.provision_id

)

select
    provisions.provision_id,
    case
        when provisions.is_reference or provisions.is_closing then 'other'
        when from_headings.nearest_kind in ('funding', 'schedule') then from_headings.nearest_kind
        when from_headings.is_under_responsibility then 'responsibility'
        when from_headings.is_mixed
            then case
                when regexp_matches(
                    fold_text(provisions.provision_text),
                    '{{ purpose_pattern() }}'
                ) then 'objective'
                else 'requirement'
            end
        else coalesce(from_headings.nearest_kind, 'other')
    end as provision_kind,
    coalesce(from_headings.is_under_responsibility, false) as is_under_responsibility
from {{ ref('stg_verbatim__provision') }} as provisions
left join from_headings on provisions.provision_id = from_headings.provision_id
