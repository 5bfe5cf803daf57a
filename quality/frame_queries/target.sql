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
    -- Nghị quyết 76/NQ-CP: satisfaction with procedures 90 % by 2025, 95 % by 2030; land, building and investment 85 %
    case
        when k.indicator_code = 'SATISFACTION_PROCEDURES' and year(k.period_end) >= 2030 then 95
        when k.indicator_code in ('SATISFACTION_PROCEDURES', 'SIPAS') and year(k.period_end) >= 2025 then 90
        when k.indicator_code = 'SATISFACTION_PROCEDURES_SECTORS' and year(k.period_end) >= 2025 then 85
    end as national_target,
    greatest(national_target - k.target_value, 0) as points_short
from candidate.fct_kpi_target k
left join candidate.plan_candidate p using (plan_id)
order by k.plan_id, k.sequence
