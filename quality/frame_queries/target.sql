-- One row a target.
select
    k.*,
    'fct_kpi_target' as record_table,
    k.kpi_id as record_id,
    p.source_file,
    p.plan_id as known_plan_id,
    p.period_start as plan_start,
    p.period_end as plan_end,
    greatest(k.target_value, k.target_value_high) as largest_value,
    regexp_matches(lower(k.source_text), '(tăng|vượt|so với)') as is_growth,
    k.target_value_high is null or k.target_value_high >= k.target_value as range_ascends,
    -- 'tối thiểu ... trở lên', 'ít nhất ... trở lên'
    regexp_matches(lower(k.source_text), '(tối thiểu|ít nhất)[^;.]{0,30}\d[^;.]{0,12}trở lên') as has_two_floors,
    not regexp_matches(lower(trim(k.indicator_text, ' -:')), '^(đạt|được|trở lên|theo|có)?\s*(đạt|cấp độ|mức độ \d|$)')
        as names_subject,
    greatest(year(k.period_end) - year(p.period_end), year(p.period_start) - year(k.period_end), 0) as years_outside,
    national.value as national_target,
    national.basis as national_basis,
    greatest(
        case when i.direction = 'lower' then k.target_value - national.value else national.value - k.target_value end, 0
    ) as points_short
from candidate.fct_kpi_target k
left join candidate.plan_candidate p using (plan_id)
left join candidate.dim_indicator i using (indicator_code)
asof left join national_target national
    on national.indicator_code = k.indicator_code and year(k.period_end) >= national.from_year
order by k.plan_id, k.sequence
