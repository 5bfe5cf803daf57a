-- What a printed deadline means. A frequency word goes before everything but words like 'thường xuyên' printed
-- ahead of it; a printed date before a month, a month before a quarter, down to the year; a condition comes last.
with printed as (

    select distinct
        tasks.deadline_text,
        periods.period_start,
        periods.period_end
    from {{ ref('int_task__cells') }} as tasks
    left join {{ ref('int_plan__period') }} as periods on tasks.plan_id = periods.plan_id

),

spelt as (

    select *, {{ spelt_calendar('fold_text(deadline_text)') }} as spelt_text from printed

),

worded as (

    select
        *,
        year(period_start) as plan_year,
        coalesce({{ calendar_words('spelt_text') }}, '') as words
    from spelt

),

dated as (

    select
        *,
        regexp_replace(words, '{{ day_pattern() }}', ' ', 'g') as words_without_days,
        regexp_extract_all(words, '{{ day_pattern() }}', 1) as days,
        regexp_extract_all(words, '{{ day_pattern() }}', 2) as day_months,
        regexp_extract_all(words, '{{ day_pattern() }}', 3) as day_years,
        try_cast(regexp_extract(words, '\b(20\d\d)\b', 1) as integer) as any_year
    from worded

),

spans as (

    select
        *,
        array_to_string(regexp_extract_all(words_without_days, '{{ month_pattern() }}'), ' , ') as named_months,
        array_to_string(regexp_extract_all(words_without_days, '{{ quarter_pattern() }}'), ' , ') as quarter_span,
        regexp_extract_all(
            regexp_replace(words, '{{ condition_pattern() }}', ' \1 ', 'g'), '\b(20\d\d)\b', 1
        ) as years,
        regexp_replace(words_without_days, '{{ half_year_pattern() }}', ' ', 'g') as words_without_halves
    from dated

),

parts as (

    select
        *,
        case
            when named_months != '' then named_months
            when quarter_span = ''
                then array_to_string(regexp_extract_all(words_without_days, '\b\d{1,2}/20\d\d\b'), ' , ')
            else ''
        end as month_span,
        regexp_matches(words_without_days, '(?:6|sau) thang dau|nua dau nam') as has_first_half,
        regexp_matches(words_without_days, '(?:6|sau) thang cuoi|nua cuoi nam') as has_second_half,
        regexp_matches(words_without_halves, '{{ frequency_pattern() }}') as has_frequency,
        strpos(words, 'thuong xuyen') as ongoing_position,
        regexp_matches(words, '{{ ongoing_pattern() }}') as is_ongoing,
        regexp_matches(words, '{{ condition_pattern() }}') as has_condition
    from spans

),

listed as (

    select
        *,
        {{ listed_dates('days', 'day_months', 'day_years', 'coalesce(any_year, plan_year)') }} as due_days,
        {{ listed_months('month_span', 'coalesce(any_year, plan_year)') }} as months,
        {{ listed_quarters('quarter_span', 'coalesce(any_year, plan_year)') }} as quarters
    from parts

),

decided as (

    select
        *,
        case
            when not regexp_matches(words, '[a-z0-9]') then 'none'
            when
                has_frequency
                and not (
                    ongoing_position > 0
                    and len(days) = 0
                    and not regexp_matches(left(words, ongoing_position), '{{ frequency_pattern() }}')
                ) then 'periodic'
            when len(days) > 0 then 'by_date'
            when len(months) > 0 then 'month'
            when len(quarters) > 0 then 'quarter'
            when has_first_half or has_second_half then 'half_year'
            when len(list_distinct(years)) > 1 then 'range'
            when
                ongoing_position > 0
                and (len(years) = 0 or ongoing_position < strpos(words, coalesce(years[1], ''))) then 'ongoing'
            when len(years) = 1 or len(list_distinct(years)) = 1 then 'year'
            when regexp_matches(words, '{{ whole_period_pattern() }}') then 'range'
            when regexp_matches(words, '{{ whole_year_pattern() }}') then 'year'
            when is_ongoing then 'ongoing'
            else 'contingent'
        end as due_kind
    from listed

),

meant as (

    select
        deadline_text,
        period_start,
        period_end,
        due_kind,
        case due_kind
            when 'month' then list_min(months)
            when 'quarter' then list_min(quarters)
            when 'half_year'
                then {{ first_day('coalesce(any_year, plan_year)', 'case when has_first_half then 1 else 7 end') }}
            when 'range' then coalesce({{ first_day('list_min(years)', '1') }}, period_start)
            when 'year' then {{ first_day('coalesce(years[1]::int, plan_year)', '1') }}
        end as due_start,
        case due_kind
            when 'by_date' then list_max(due_days)
            when 'periodic' then list_max(due_days)
            when 'month' then last_day(list_max(months))
            when 'quarter' then last_day((list_max(quarters) + interval 2 month)::date)
            when 'half_year'
                then {{ last_day_of('coalesce(any_year, plan_year)', 'case when has_second_half then 12 else 6 end') }}
            when 'range' then coalesce({{ last_day_of('list_max(years)', '12') }}, period_end)
            when 'year' then {{ last_day_of('coalesce(years[1]::int, plan_year)', '12') }}
        end as due_end,
        due_kind = 'contingent' or (due_kind != 'none' and has_condition) as is_contingent
    from decided

)

select
    tasks.task_id,
    coalesce(meant.due_kind, 'none') as due_kind,
    meant.due_start,
    meant.due_end,
    coalesce(meant.is_contingent, false) as is_contingent
from {{ ref('int_task__cells') }} as tasks
left join {{ ref('int_plan__period') }} as periods on tasks.plan_id = periods.plan_id
left join meant
    on
        tasks.deadline_text = meant.deadline_text
        and periods.period_start is not distinct from meant.period_start
        and periods.period_end is not distinct from meant.period_end
        and tasks.deadline_text is not null
