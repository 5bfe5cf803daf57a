-- Every printed text once: title, captions, headings, items of the narrative, cells of the annexes. `place` says where.
with item as (
    select
        provision_id, plan_id, sequence, marker_path, heading_path, marker, provision_text, source_page,
        'Mục ' || array_to_string(list_transform(marker_path, lambda m: trim(m, '.')), '.') as section
    from staging.stg_verbatim__provision
),

heading as (
    select
        plan_id, provision_id, sequence, source_page, depth,
        heading_path[depth] as text,
        'tiêu đề mục ' || array_to_string(list_transform(marker_path[:depth], lambda m: trim(m, '.')), '.') as place
    from (select *, unnest(range(1, len(heading_path) + 1)) as depth from item)
),

first_heading as (
    select * from heading
    qualify row_number() over (partition by plan_id, place, text order by sequence) = 1
),

task as (
    select *, row_label(printed_number, sequence) as number
    from candidate.fct_task
    where source_kind = 'annex'
),

cell as (
    select plan_id, task_id, sequence, source_page, number, 'nội dung nhiệm vụ' as part, '' as suffix, task_text as text
    from task
    union all
    select plan_id, task_id, sequence, source_page, number, 'mục tiêu', ':objective', objective_text from task
    union all
    select plan_id, task_id, sequence, source_page, number, 'hoạt động', ':activity', activity_text from task
    union all
    select plan_id, task_id, sequence, source_page, number, 'sản phẩm', ':output', output_text from task
    union all
    select plan_id, task_id, sequence, source_page, number, 'chủ trì', ':lead', lead_text from task
    union all
    select plan_id, task_id, sequence, source_page, number, 'phối hợp', ':coordinating', coordinating_text from task
    union all
    select plan_id, task_id, sequence, source_page, number, 'thời hạn', ':deadline', deadline_text from task
),

-- a merged cell stands in every row it spans: the first row speaks for it
first_cell as (
    select * from cell
    where text is not null
    qualify text is distinct from lag(text) over (partition by plan_id, part order by sequence)
),

passage as (
    select plan_id, 'dim_plan' as record_table, plan_id || ':title' as record_id, null as source_page,
        'title' as part, 'tên kế hoạch' as place, title as text, null as marker
    from candidate.plan_candidate
    union all
    select plan_id, 'dim_plan', plan_id || ':preamble' || sequence, source_page,
        'preamble', 'phần căn cứ', preamble_text, null
    from staging.stg_verbatim__preamble
    union all
    select plan_id, 'dim_plan', plan_id || ':annex' || sequence, source_page,
        'caption', 'phần đầu phụ lục', concat_ws(' ', title, caption), null
    from staging.stg_verbatim__annex
    union all
    select plan_id, 'fct_provision', provision_id || ':heading' || depth, source_page, 'heading', place, text, null
    from first_heading
    union all
    select plan_id, 'fct_provision', provision_id, source_page, 'item', section, provision_text, marker
    from item
    union all
    select plan_id, 'fct_task', task_id || ':group', source_page, 'heading', 'dòng nhóm trong phụ lục', group_label, null
    from task
    where group_label is not null
    qualify row_number() over (partition by plan_id, group_label order by sequence) = 1
    union all
    select plan_id, 'fct_task', task_id || suffix, source_page, part, 'nhiệm vụ ' || number || ', ô ' || part, text, null
    from first_cell
    union all
    select plan_id, 'fct_kpi_target', kpi_id, source_page, 'target', 'phụ lục chỉ tiêu', source_text, null
    from candidate.fct_kpi_target
    where source_kind = 'annex'
),

recognised as (
    select distinct plan_id from staging.stg_verbatim__note where kind in ('low_confidence', 'undecoded_text')
    union
    -- the words of a flattened table are printed in the text file: only which cell they are of is uncertain
    select distinct t.plan_id
    from candidate.fct_task t
    join candidate.plan_candidate p using (plan_id)
    where t.confidence < 1 and not regexp_matches(lower(p.source_file), '\.(txt|md)$')
),

digital as (
    select distinct plan_id from passage where regexp_matches(lower(text), 'chính quyền (điện tử|số)')
),

services as (
    select distinct plan_id from passage
    where regexp_matches(lower(text), 'trung tâm (phục vụ hành chính công|phục vụ hcc|pvhcc)')
)

select
    x.plan_id,
    x.record_table,
    x.record_id,
    p.source_file,
    x.source_page::integer as source_page,
    x.part,
    x.place,
    x.text,
    x.marker,
    p.period_end,
    -- years of the province's plans this one carries out, apart from its own
    list_filter(
        regexp_extract_all(lower(x.text), 'kế hoạch số[^;.]{0,160}(?:tỉnh|thành phố)[^;.]{0,160}?'
            || '(?:cải cách hành chính|cchc)[^;.0-9]{0,40}năm\s*(20\d\d)', 1)::integer[],
        lambda y: y not between year(p.period_start) and year(p.period_end)
    ) as other_years_carried_out,
    len(other_years_carried_out) as count_other_years_carried_out,
    r.plan_id is not null as is_recognised,
    s.plan_id is not null as plan_names_service_centre,
    d.plan_id is not null as plan_names_local_government,
    repeated_phrase(x.text) as repeated_phrase,
    doubled_words(x.text) as doubled_words,
    misspellings(x.text) as misspellings,
    lost_letters(x.text) as lost_letters,
    impossible_dates(x.text) as impossible_dates
from passage x
inner join candidate.plan_candidate p using (plan_id)
left join recognised r using (plan_id)
left join services s using (plan_id)
left join digital d using (plan_id)
where x.text is not null
order by x.plan_id, x.record_table, x.record_id
