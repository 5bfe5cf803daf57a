-- What kind of plan a document is, and whether it serves reform as a whole. Documents that are no reform plan are
-- left out.
select
    plan_id,
    case
        when regexp_matches(title_words, '\bthi dua\b') then 'emulation'
        when
            amended_plan_text is not null
            or regexp_matches(title_words, '^(?:ve viec |v/v )?(?:sua doi|dieu chinh|bo sung)') then 'amendment'
        when regexp_matches(period_words || ' ' || title_words, '\b(?:0?6|sau) thang (?:dau|cuoi)|nua (?:dau|cuoi) nam')
            then 'half_year'
        when
            regexp_matches(period_words, '\b20\d\d ?(?:-|den|den nam) ?20\d\d')
            or (
                not regexp_matches(period_words, '\b20\d\d\b')
                and regexp_matches(title_words, '\b20\d\d ?(?:-|den|den nam) ?20\d\d')
                and not regexp_matches(title_words, '\bnam 20\d\d\b')
            ) then 'multi_year'
        else 'annual'
    end as plan_kind,
    -- a plan whose subject names reform only to raise its index stands beside the plan for the period
    case
        when
            regexp_matches(title_words, '{{ raises_index_pattern() }}')
            and not regexp_matches(
                regexp_replace(title_words, '{{ raises_index_pattern() }}', ' '), 'cchc|cai cach (?:nen )?hanh chinh'
            ) then 'index'
    end as reform_part
from {{ ref('stg_verbatim__plan_header') }}
where rejection_code is null
