-- Two targets of one plan on one indicator, with different values, comparators aside.
with target as (
    select
        *,
        -- what sets two targets on one indicator apart
        regexp_extract_all(lower(source_text), 'lãnh đạo|cá nhân|toàn trình|một phần|đất đai|xây dựng|đầu tư|y tế|giáo dục|'
            || 'cấp tỉnh|cấp xã|người dân|doanh nghiệp|tổ chức|quý|6 tháng|cấp độ \d|mức độ \d') as qualifiers,
        string_split(lower(regexp_replace(source_text, '[^\w\sÀ-ỹ]', ' ', 'g')), ' ') as words
    from candidate.fct_kpi_target
    where indicator_code is not null and unit_of_measure = '%'
)

select
    b.plan_id,
    'fct_kpi_target' as record_table,
    b.kpi_id as record_id,
    p.source_file,
    b.source_page,
    a.source_text as first_text,
    b.source_text as second_text,
    a.target_value as first_value,
    b.target_value as second_value,
    a.source_ref as first_place,
    b.source_ref as second_place,
    a.source_kind <> b.source_kind and 'annex' in (a.source_kind, b.source_kind) as is_narrative_against_annex,
    len(list_intersect(a.words, b.words)) / least(len(list_distinct(a.words)), len(list_distinct(b.words))) as likeness
from target a
inner join target b
    on a.plan_id = b.plan_id and a.indicator_code = b.indicator_code and a.sequence < b.sequence
    and a.qualifiers = b.qualifiers and a.period_end is not distinct from b.period_end
inner join candidate.plan_candidate p on p.plan_id = b.plan_id
where a.unit_of_measure = b.unit_of_measure
order by b.plan_id, b.sequence, a.sequence
