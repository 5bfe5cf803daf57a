-- One row a unit of a plan, with the spellings its annex and headings give to it.
with spelling as (
    select
        t.plan_id, b.unit_code, trim(regexp_replace(repair_text(b.matched_text), '\s+', ' ', 'g'), ' .;,-') as printed, t.sequence,
        t.source_page
    from candidate.bridge_task_unit b
    inner join candidate.fct_task t using (task_id)
    where b.unit_code in ('VHXH', 'VP', 'KT', 'PVHCC', 'DVTH', 'TYT')
    union all
    -- headings that are one unit's name, without what stands behind it
    select plan_id, unit_code, trim(regexp_replace(heading, '\s+(xã|phường|đặc khu)?\s*(\(.*)?[.:;]*$', ''), ' .;:,-'),
        100000 + sequence, source_page
    from candidate.fct_provision
    where unit_code in ('VHXH', 'VP', 'KT', 'PVHCC', 'DVTH', 'TYT') and len(heading) < 60
        and regexp_matches(lower(heading), '^(phòng|văn phòng|trung tâm|trạm)[^,;]*$')
)

select
    s.plan_id,
    'bridge_task_unit' as record_table,
    s.plan_id || ':' || s.unit_code as record_id,
    any_value(p.source_file) as source_file,
    min_by(s.source_page, s.sequence)::integer as source_page,
    any_value(u.name) as unit_name,
    count(distinct match_key(s.printed)) as spellings,
    count(distinct replace(s.printed, '–', '-')) as printed_ways,
    array_to_string(list_sort(list(distinct '“' || s.printed || '”')), ', ') as printed
from spelling s
inner join candidate.plan_candidate p using (plan_id)
left join candidate.dim_unit u using (unit_code)
group by s.plan_id, s.unit_code
order by s.plan_id, s.unit_code
