-- Findings on plans, severest first, each with the row it stands in.
select
    f.finding_id, f.rule_code, f.severity, f.plan_id, f.problem, f.remedy, f.evidence, f.source_page,
    f.waived_by, f.waiver_reason, f.waived_until,
    coalesce(t.sequence, k.sequence, v.sequence) as sequence,
    case
        when t.source_kind = 'annex' then concat('Nhiệm vụ ', 'số ' || t.printed_number || ' ', '(dòng ', t.sequence, ' phụ lục)')
        when t.task_id is not null then concat('Nhiệm vụ thứ ', t.sequence, ' trong phần lời')
        when k.kpi_id is not null then concat('Chỉ tiêu thứ ', k.sequence)
        when v.provision_id is not null then concat_ws(' ', 'Mục', v.section_path, v.marker)
        when f.record_table = 'fct_citation' then 'Văn bản viện dẫn'
        else 'Toàn văn bản'
    end as place,
    -- the words to look for at that place
    case when length(words) > 90 then regexp_replace(words[:90], '\s+\S*$', '') || '…' else words end as place_words
from main.fct_finding f
left join every_task t
    on f.record_table in ('fct_task', 'bridge_task_unit') and t.task_id = split_part(f.record_id, ':', 1)
left join every_target k on f.record_table = 'fct_kpi_target' and k.kpi_id = f.record_id
left join every_provision v on f.record_table = 'fct_provision' and v.provision_id = f.record_id
cross join lateral (select nullif(coalesce(t.task_text, k.indicator_text), f.evidence) as words)
where f.plan_id is not null
order by
    f.plan_id, list_position(['blocking', 'holding', 'warning', 'note'], f.severity), f.rule_code,
    sequence nulls first, f.source_page, f.finding_id
