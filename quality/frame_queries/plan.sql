-- One row a plan, with counts of its records and what its text speaks of.
with parent as (
    select distinct parent_task_id as task_id from candidate.fct_task where parent_task_id is not null
),

task_count as (
    select
        t.plan_id,
        count(*) as tasks,
        count(*) filter (t.source_kind = 'annex') as annex_tasks,
        count(*) filter (t.source_kind = 'annex' and t.parent_task_id is null and t.printed_number is not null)
            as numbered_tasks,
        count(*) filter (
            t.source_kind = 'annex' and parent.task_id is null
            and coalesce(t.lead_text, t.coordinating_text, above.lead_text, above.coordinating_text) is null
        ) as annex_tasks_without_unit,
        count(*) filter (t.source_kind = 'annex' and coalesce(t.lead_text, t.coordinating_text) is not null)
            as annex_tasks_with_unit,
        count(*) filter (t.confidence < 0.8) as doubtful_tasks,
        string_agg(t.sequence, ', ' order by t.sequence) filter (t.confidence < 0.8) as doubtful_rows,
        count(*) filter (t.confidence < 0.35) as unreadable_tasks,
        count(distinct t.domain_code) filter (t.source_kind = 'annex' and t.group_label is not null) as annex_domains,
        count(distinct t.group_label) filter (t.source_kind = 'annex') as annex_groups,
        list_distinct(list(t.domain_code) filter (t.source_kind = 'annex')) as domains_of_annex
    from candidate.fct_task t
    left join candidate.fct_task above on above.task_id = t.parent_task_id
    left join parent on parent.task_id = t.task_id
    group by t.plan_id
),

target_count as (
    select
        plan_id,
        count(*) as targets,
        count(*) filter (indicator_code = 'FILES_ON_TIME') as on_time_targets,
        count(*) filter (indicator_code in ('FILES_ONLINE', 'ONLINE_SERVICES_USED', 'FULL_ONLINE_SERVICES_PROVIDED',
            'ONLINE_SERVICES_PROVIDED')) as online_targets,
        count(*) filter (indicator_code in ('SATISFACTION_PROCEDURES', 'SATISFACTION_ONLINE_SERVICES', 'SIPAS'))
            as satisfaction_targets,
        count(*) filter (source_kind = 'annex') as annex_targets,
        count(*) filter (confidence < 0.8) as doubtful_targets,
        string_agg(source_text, '; ' order by sequence) filter (confidence < 0.8) as doubtful_target_words
    from candidate.fct_kpi_target
    group by plan_id
),

provision_count as (
    select
        plan_id,
        count(*) as provisions,
        count(*) filter (provision_kind = 'responsibility') as responsibilities,
        count(*) filter (provision_kind = 'funding' or regexp_matches(lower(concat_ws(' ', heading, provision_text)),
            'kinh phí (thực hiện|triển khai|bảo đảm|đảm bảo|để (thực hiện|triển khai))|nguồn kinh phí')) as fundings,
        list_distinct(list(domain_code) filter (provision_kind = 'task')) as domains_of_narrative,
        count(*) filter (coalesce(section_path, '') = '') as provisions_outside_sections,
        count(*) filter (confidence < 0.8) as doubtful_provisions,
        string_agg(provision_text, '; ' order by sequence) filter (confidence < 0.8) as doubtful_provision_words
    from candidate.fct_provision
    group by plan_id
),

citation_count as (select plan_id, count(*) as citations from candidate.fct_citation group by plan_id),

text_of_plan as (
    select plan_id, lower(provision_text) as text from candidate.fct_provision
    union all
    select plan_id, lower(concat_ws(' ', task_text, objective_text, activity_text, output_text)) from candidate.fct_task
    union all
    select plan_id, lower(heading) from candidate.fct_provision
),

content as (
    select
        plan_id,
        bool_or(regexp_matches(text, 'tuyên truyền|truyền thông|truyền thanh|tin,? bài')) as speaks_of_communication,
        bool_or(regexp_matches(text, 'kiểm tra[^.;]{0,60}(cải cách hành chính|cchc|kỷ luật, kỷ cương|công vụ)'
            || '|kế hoạch kiểm tra|đoàn kiểm tra|(tiến hành|tự) kiểm tra|(cải cách hành chính|cchc)[^.;]{0,40}kiểm tra')) as speaks_of_inspection,
        max(list_max(list_filter(
            list_transform(regexp_extract_all(text, 'kiểm tra[^.;]{0,120}?(\d{1,3}(?:,\d+)?)\s*%', 1),
                lambda n: replace(n, ',', '.')::double), lambda n: n <= 100
        ))) as inspection_share,
        bool_or(regexp_matches(text, 'đối thoại|tiếp xúc')) as speaks_of_dialogue,
        bool_or(regexp_matches(text, 'tự chấm điểm|(chấm điểm|đánh giá|xác định|công bố|cải thiện|nâng cao|duy trì)[^.;]{0,60}'
            || '(chỉ số (cchc|cải cách hành chính)|par\s?index|bộ chỉ số|xếp loại[^.;]{0,20}(cchc|cải cách hành chính))'))
            as speaks_of_index,
        bool_or(regexp_matches(text, 'báo cáo[^.;]{0,60}(quý|định kỳ|6 tháng|06 tháng|sáu tháng|hằng tháng|hàng tháng)'
            || '|(định kỳ|hằng quý|hàng quý|quý)[^.;]{0,60}báo cáo|chế độ (thông tin[, ]+)?báo cáo')) as speaks_of_reports
    from text_of_plan
    group by plan_id
),

place_named as (
    select
        m.plan_id,
        array_to_string(list_sort(list(distinct m.name_text)), ', ') as other_names
    from staging.stg_verbatim__place_mention m
    inner join candidate.plan_candidate p using (plan_id)
    inner join candidate.dim_commune c using (commune_code)
    where m.place_kind = 'commune' and m.context in ('letterhead', 'title', 'annex_caption', 'signature', 'closing')
        and fold_text(m.name_text) <> fold_text(c.name)
        and not contains(fold_text(m.name_text), fold_text(c.name))
        -- another commune, not a fragment of a sentence
        and fold_text(m.name_text) in (select fold_text(name) from candidate.dim_commune)
    group by m.plan_id
),

month_of_issue as (
    -- a plan whose day is left blank still says the month of issue in its annexes
    select
        a.plan_id,
        max(try_strptime(
            regexp_extract(lower(a.caption), 'tháng\s*(\d{1,2})\s*năm\s*(\d{4})', 1) || '/'
            || regexp_extract(lower(a.caption), 'tháng\s*(\d{1,2})\s*năm\s*(\d{4})', 2), '%m/%Y'
        ))::date as month_named
    from staging.stg_verbatim__annex a
    group by a.plan_id
)

select
    p.*,
    'dim_plan' as record_table,
    p.plan_id as record_id,
    null::integer as source_page,
    c.commune_code as known_commune_code,
    c.name as commune_name,
    h.document_kind_text,
    h.signing_authority_text,
    -- a letterhead read from a scan may have lost its number; that of a Decision is not the plan's
    coalesce(case when not h.has_decision then h.letterhead_number_text end,
        case when h.has_decision or h.confidence < 0.9 then p.document_number end) as number_in_front,
    regexp_extract(coalesce(number_in_front, p.document_number), '/([A-ZĐ]+)', 1) as number_symbol,
    coalesce(tasks, 0) as tasks,
    coalesce(targets, 0) as targets,
    coalesce(provisions, 0) as provisions,
    coalesce(tasks, 0) + coalesce(targets, 0) + coalesce(provisions, 0) as records,
    coalesce(annex_tasks, 0) as annex_tasks,
    coalesce(numbered_tasks, 0) as numbered_tasks,
    coalesce(annex_tasks_with_unit, 0) as annex_tasks_with_unit,
    coalesce(doubtful_tasks, 0) as doubtful_tasks,
    doubtful_rows,
    coalesce(unreadable_tasks, 0) as unreadable_tasks,
    coalesce(unreadable_tasks / nullif(tasks, 0), 0) as share_unreadable,
    coalesce(doubtful_targets, 0) as doubtful_targets,
    doubtful_target_words,
    coalesce(doubtful_provisions, 0) as doubtful_provisions,
    doubtful_provision_words,
    h.confidence as header_confidence,
    coalesce(annex_tasks_without_unit, 0) as annex_tasks_without_unit,
    coalesce(annex_tasks_without_unit / nullif(annex_tasks, 0), 0) as share_without_unit,
    coalesce(annex_domains, 0) as annex_domains,
    coalesce(annex_groups, 0) as annex_groups,
    7 - coalesce(annex_domains, 0) as missing_domains,
    (
        select string_agg(d.name, '; ' order by d.domain_code)
        from candidate.dim_domain d
        where d.domain_code between 1 and 7 and not list_contains(domains_of_annex, d.domain_code)
    ) as missing_domain_names,
    len(list_filter(coalesce(domains_of_narrative, []), lambda d: d between 1 and 7)) as narrative_domains,
    (
        select string_agg(d.name, '; ' order by d.domain_code)
        from candidate.dim_domain d
        where d.domain_code between 1 and 7 and not list_contains(coalesce(domains_of_narrative, []), d.domain_code)
    ) as domains_not_in_narrative,
    coalesce(citations, 0) as citations,
    coalesce(on_time_targets, 0) as on_time_targets,
    coalesce(online_targets, 0) as online_targets,
    coalesce(satisfaction_targets, 0) as satisfaction_targets,
    coalesce(responsibilities, 0) as responsibilities,
    coalesce(provisions_outside_sections, 0) as provisions_outside_sections,
    coalesce(speaks_of_communication, false) as speaks_of_communication,
    coalesce(speaks_of_inspection, false) as speaks_of_inspection,
    inspection_share,
    coalesce(speaks_of_dialogue, false) as speaks_of_dialogue,
    coalesce(speaks_of_index, false) as speaks_of_index,
    coalesce(speaks_of_reports, false) as speaks_of_reports,
    coalesce(fundings, 0) > 0 as speaks_of_funding,
    place_named.other_names,
    coalesce(p.issued_on, month_named) as issued_from,
    -- days of the period that had passed when the plan was issued, as a share of the period
    (coalesce(p.issued_on, month_named) - p.period_start) / nullif(p.period_end - p.period_start, 0) as period_gone,
    upper(coalesce(p.signer_title, '')) like 'PHÓ%' as signed_by_deputy,
    regexp_matches(upper(coalesce(h.signing_authority_text, '')), '(KT|TUQ|TL)\s*\.') as signs_for_another,
    case
        when regexp_matches(upper(h.signing_authority_text), 'HỘI ĐỒNG NHÂN DÂN|HĐND|ĐẢNG (ỦY|UỶ)|MẶT TRẬN')
            and p.document_number like '%UBND%' then 'thay mặt một cơ quan khác cơ quan ban hành'
        when regexp_matches(upper(h.signing_authority_text), 'KT\s*\.\s*CHỦ TỊCH')
            and regexp_matches(upper(p.signer_title), '^(Q\.|QUYỀN )?\s*CHỦ TỊCH') then 'ký thay chính mình'
    end as fault_of_authority,
    count(*) over (partition by p.commune_code, p.document_number, year(p.issued_on)) as plans_of_this_number,
    count(*) filter (p.superseded_by_plan_id is null and p.plan_kind <> 'amendment') over (
        partition by p.commune_code, p.plan_kind, p.period_start, p.period_end
    ) as plans_of_this_period
from candidate.plan_candidate p
left join staging.stg_verbatim__plan_header h using (plan_id)
left join candidate.dim_commune c using (commune_code)
left join task_count using (plan_id)
left join target_count using (plan_id)
left join provision_count using (plan_id)
left join citation_count using (plan_id)
left join content using (plan_id)
left join place_named using (plan_id)
left join month_of_issue using (plan_id)
order by p.plan_id
