-- One row a task. A year's closing report is due in the month after it, so a deadline there is not outside the period.
-- A merged task cell stands in every row it spans, so rows that repeat the row above are one task, not a duplicate;
-- unless each has a number of its own.
with keyed as (
    select *, lower(nfc_normalize(concat_ws(
        '|', parent_task_id, trim(task_text, ' .;'), objective_text, activity_text
    ))) as text_key
    from candidate.fct_task
),

repeated as (
    select
        task_id,
        first_value(sequence) over same_text as first_sequence,
        row_number() over same_text > 1
            and (
                text_key is distinct from lag(text_key) over in_order
                or printed_number <> lag(printed_number) over in_order
            ) as is_repeat
    from keyed
    window same_text as (partition by plan_id, text_key order by sequence),
        in_order as (partition by plan_id order by sequence)
),

parent as (select distinct parent_task_id as task_id from candidate.fct_task where parent_task_id is not null),

unit_of_task as (
    select
        task_id,
        list_distinct(list(unit_code) filter (role = 'lead')) as leads,
        list_distinct(list(unit_code) filter (role = 'coordinating')) as coordinators,
        array_to_string(list_sort(list(distinct matched_text) filter (role = 'lead')), ', ') as leads_printed
    from candidate.bridge_task_unit
    group by task_id
),

plan_habit as (
    select
        plan_id,
        count(output_text) / count(*) as share_with_output,
        count(deadline_text) / count(*) as share_with_deadline,
        count(coordinating_text) / count(*) as share_with_coordination,
        count(activity_text) / count(*) as share_with_activity,
        count(*) filter (
            due_kind in ('by_date', 'month', 'quarter') and regexp_matches(deadline_text, '20\d\d')
        ) as deadlines_with_year,
        count(*) filter (
            due_kind in ('by_date', 'month', 'quarter') and not regexp_matches(deadline_text, '20\d\d')
        ) as deadlines_without_year
    from candidate.fct_task
    where source_kind = 'annex'
    group by plan_id
),

issued as (
    select
        p.plan_id,
        coalesce(p.issued_on, max(try_strptime(
            regexp_extract(lower(a.caption), 'tháng\s*(\d{1,2})\s*năm\s*(\d{4})', 1) || '/'
            || regexp_extract(lower(a.caption), 'tháng\s*(\d{1,2})\s*năm\s*(\d{4})', 2), '%m/%Y'
        ))::date) as issued_from,
        p.issued_on is null as is_month_only
    from candidate.plan_candidate p
    left join staging.stg_verbatim__annex a using (plan_id)
    group by p.plan_id, p.issued_on
),

described as (
    select
        t.*,
        lower(nfc_normalize(t.task_text)) as words,
        lower(coalesce(t.deadline_text, '')) as deadline_words,
        lower(concat_ws(' ', t.task_text, t.activity_text)) as work_words,
        lower(coalesce(t.output_text, '')) as output_words
    from candidate.fct_task t
)

select
    t.*,
    'fct_task' as record_table,
    t.task_id as record_id,
    p.source_file,
    p.plan_id as known_plan_id,
    p.period_start,
    p.period_end,
    p.plan_kind,
    row_label(t.printed_number, t.sequence) as number,
    parent.task_id is not null as has_sub_rows,
    coalesce(t.lead_text, above.lead_text) as lead_of_row_or_parent,
    coalesce(t.coordinating_text, above.coordinating_text) as coordination_of_row_or_parent,
    coalesce(t.output_text, above.output_text) as output_of_row_or_parent,
    coalesce(t.deadline_text, above.deadline_text) as deadline_of_row_or_parent,
    count(t.lead_text) over (partition by t.plan_id, t.source_kind) > 0 as annex_names_units,
    coalesce(h.share_with_output, 0) as share_with_output,
    coalesce(h.share_with_deadline, 0) as share_with_deadline,
    coalesce(h.share_with_coordination, 0) as share_with_coordination,
    coalesce(h.share_with_activity, 0) as share_with_activity,
    case
        when r.is_repeat then r.first_sequence
        when t.activity_text is null and lower(trim(t.task_text, ' .;')) = lower(trim(above.task_text, ' .;'))
            then above.sequence
    end as repeated_row,
    case when t.due_end is not null and p.period_start is not null and p.period_end is not null
        then greatest(t.due_end - p.period_end - 31, p.period_start - t.due_end, 0)
    end as days_outside_period,
    case when t.due_end is not null and i.issued_from is not null then t.due_end - i.issued_from end as days_after_issue,
    case
        when i.is_month_only then 'tháng ' || strftime(i.issued_from, '%m/%Y') else strftime(i.issued_from, '%d/%m/%Y')
    end as issued_words,
    -- the day of issue is not always printed: then the month is all that can be compared
    coalesce(t.due_end between i.issued_from and i.issued_from + 7
        or (i.is_month_only and date_trunc('month', t.due_end) = i.issued_from), false) as leaves_no_time,
    t.due_kind = 'by_date' and t.due_end is not null
        and (isodow(t.due_end) >= 6 or strftime(t.due_end, '%d/%m') in ('01/01', '30/04', '01/05', '02/09')
            or t.due_end in (select day from holiday)) as is_day_off,
    regexp_matches(t.deadline_text, '20\d\d') as has_year,
    -- 'Từ 01/3/2026 đến 30/6/2026', 'Quý II - Quý IV'; quarters with years of their own are another matter
    regexp_extract(t.deadline_words, '(\d{1,2}/\d{1,2}/\d{4})\s*(?:đến|tới|-|–)[^\d]{0,12}(\d{1,2}/\d{1,2}/\d{4})',
        ['first', 'last']) as days_of_range,
    regexp_extract(t.deadline_words, 'quý\s*(i{1,3}|iv)\s*(?:đến|tới|-|–)\s*(?:hết )?(?:quý\s*)?(i{1,3}|iv)(?:$|[^a-zđ])',
        ['first', 'last']) as quarters_of_range,
    coalesce(try_strptime(days_of_range['first'], '%d/%m/%Y') > try_strptime(days_of_range['last'], '%d/%m/%Y'), false)
        or coalesce(list_position(['i', 'ii', 'iii', 'iv'], nullif(quarters_of_range['first'], ''))
            > list_position(['i', 'ii', 'iii', 'iv'], nullif(quarters_of_range['last'], '')), false)
        and not regexp_matches(t.deadline_words, 'năm sau|' || (year(p.period_end) + 1)) as range_descends,
    coalesce(h.deadlines_with_year > h.deadlines_without_year, false) as plan_prints_years,
    list_intersect(coalesce(u.leads, []), coalesce(u.coordinators, [])) as units_in_both_roles,
    len(list_intersect(coalesce(u.leads, []), coalesce(u.coordinators, []))) as count_units_in_both_roles,
    len(coalesce(u.leads, [])) as count_leads,
    u.leads_printed,
    len(list_filter(coalesce(u.leads, []), lambda c: c not in ('LIENQUAN'))) as count_answerable_leads,
    regexp_matches(lower(coalesce(t.lead_text, '')),
        '(?:^|[;,–-]\s*|\n)\s*(?:sở |các sở|ban tổ chức tỉnh|ubnd tỉnh|ubnd huyện|phòng nội vụ huyện)') as lead_is_provincial,
    regexp_matches(t.words, '^(?:-|\+|\d+\.)?\s*(?:tham mưu\s+)?(?:ubnd xã\s+)?(?:xây dựng|ban hành|soạn thảo|lập)\s+(?:và ban hành\s+)?'
        || '(?:kế hoạch|quy chế|quyết định|phương án|đề án|dự toán)(?:\s|$)')
        and not regexp_matches(t.words, 'các kế hoạch|các văn bản|khi |hằng|hàng|định kỳ|thực hiện') as is_one_off,
    regexp_matches(t.words, '^(?:-|\+)?\s*(?:xây dựng\s+|tổng hợp\s+)?báo cáo\s[^.;]*(?:định kỳ|quý|tháng|6 tháng|năm)')
        as is_periodic_report,
    regexp_matches(t.words, '^(?:-|\+)?\s*(?:tối thiểu |trên |phấn đấu )?\d{1,3}\s*%') as is_bare_target,
    -- what the task makes, when it opens with making it, and whether the output names it or something that contains it
    regexp_extract(t.words, '^(?:-|\+)?\s*(?:tham mưu\s+)?(?:ubnd xã\s+)?(?:xây dựng|ban hành|soạn thảo)\s+(?:và ban hành\s+)?(kế hoạch|quy chế|báo cáo|đề án)(?:\s|$)', 1)
        as product_of_task,
    t.output_words = '' or product_of_task = '' or contains(t.output_words, product_of_task)
        or regexp_matches(t.output_words, 'văn bản|quyết định|(^|\PL)(kh|bc)($|\PL)|kế hoạch|nghị quyết|tờ trình|dự thảo')
        as output_fits_task,
    t.output_words <> '' and regexp_matches(t.output_words, '(của|trong|theo) đề án($|\PL)')
        and not regexp_matches(lower(concat_ws(' ', t.task_text, t.objective_text, t.activity_text)), 'đề án')
        as output_names_other_scheme,
    case
        when trim(lower(t.objective_text), ' .;') = trim(t.words, ' .;') then 'mục tiêu và nhiệm vụ'
        when trim(lower(t.activity_text), ' .;') = trim(t.words, ' .;') then 'nhiệm vụ và hoạt động'
    end as equal_columns,
    list_min(list_transform(
        regexp_extract_all(t.words, 'giai đoạn\s*20\d\d\s*[-–]\s*(20\d\d)', 1), lambda y: y::integer
    )) as stage_end,
    year(p.period_start) as first_year,
    coalesce(stage_end < year(p.period_start), false) as stage_is_over,
    t.due_kind = 'year' or (t.due_kind = 'periodic' and regexp_matches(t.deadline_words, 'h[ằà]ng năm')) as is_yearly,
    regexp_matches(t.words, 'tổng kết|sơ kết|đánh giá|kết quả|tiếp tục|nhìn lại') as looks_back
from described t
left join candidate.plan_candidate p on p.plan_id = t.plan_id
left join candidate.fct_task above on above.task_id = t.parent_task_id
left join parent on parent.task_id = t.task_id
left join repeated r on r.task_id = t.task_id
left join unit_of_task u on u.task_id = t.task_id
left join plan_habit h on h.plan_id = t.plan_id
left join issued i on i.plan_id = t.plan_id
order by t.plan_id, t.sequence
