-- One row a numbered task of an annex, and one a numbered heading, beside the number before it in the same series.
with task_number as (
    select
        t.plan_id, t.task_id, t.sequence, t.source_page, t.printed_number, s.annex_sequence, t.group_label,
        -- '3', '3.' or '2.3', of which the last number counts
        try_cast(regexp_extract(t.printed_number, '^(?:\d{1,2}\.)?(\d{1,3})\.?$', 1) as integer) as ordinal
    from candidate.fct_task t
    inner join staging.stg_verbatim__task_row s using (task_id)
    where t.source_kind = 'annex' and t.parent_task_id is null
        and regexp_matches(t.printed_number, '^(\d{1,2}\.)?\d{1,3}\.?$')
),

task_series as (
    select
        plan_id, 'fct_task' as record_table, task_id as record_id, source_page, 'task' as series,
        'Phụ lục, dòng thứ ' || sequence as place, printed_number as printed, ordinal,
        lag(ordinal) over annex as ordinal_before,
        group_label is distinct from lag(group_label) over annex as opens_group
    from task_number
    window annex as (partition by plan_id, annex_sequence order by sequence)
),

-- headings with something under them, and the items themselves
whole_path as (
    select
        plan_id, provision_id, sequence, source_page,
        marker_path || [coalesce(marker, '')] as markers, heading_path || [provision_text] as texts
    from staging.stg_verbatim__provision
),

heading as (
    select distinct on (plan_id, markers[:depth], texts[:depth])
        plan_id, provision_id, sequence, source_page, depth,
        markers[:depth - 1] as above, texts[:depth - 1] as above_text, markers[depth] as marker
    from (select *, unnest(range(1, len(markers) + 1)) as depth from whole_path)
    where markers[depth] <> ''
    order by plan_id, markers[:depth], texts[:depth], sequence
),

heading_number as (
    select
        *,
        coalesce(
            try_cast(regexp_extract(marker, '^(\d{1,2})[.)]?$', 1) as integer),
            try_cast(regexp_extract(marker, '^\d{1,2}\.(\d{1,2})\.?$', 1) as integer),
            list_position(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'],
                regexp_extract(marker, '^([IVX]+)[.)]?$', 1)),
            list_position(['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't'],
                regexp_extract(marker, '^([a-zđ])[.)]$', 1))
        ) as ordinal,
        case
            when regexp_matches(marker, '^[IVX]+[.)]?$') then 'roman'
            when regexp_matches(marker, '^\d{1,2}\.\d{1,2}\.?$') then 'decimal'
            when regexp_matches(marker, '^\d') then 'number'
            when regexp_matches(marker, '^[a-zđ][.)]$') then 'letter'
        end as shape
    from heading
),

heading_series as (
    select
        plan_id, 'fct_provision' as record_table, provision_id || ':heading' || depth as record_id, source_page,
        'heading' as series,
        'Mục ' || array_to_string(list_transform(above || [marker], lambda m: trim(m, '.')), '.') as place,
        marker as printed, ordinal,
        lag(ordinal) over same_level as ordinal_before,
        false as opens_group
    from heading_number
    where ordinal is not null
    window same_level as (partition by plan_id, depth, above, above_text, shape order by sequence)
),

numbered as (
    select * from task_series
    union all
    select * from heading_series
)

select
    n.*,
    p.source_file,
    n.ordinal = n.ordinal_before as is_repeated,
    -- a series may begin anew in each group
    coalesce(n.ordinal - n.ordinal_before > 1, n.ordinal > 1 and n.series = 'task')
        and not (n.opens_group and n.ordinal = 1) as has_gap,
    coalesce(n.ordinal <> n.ordinal_before + 1, false) as is_out_of_order
from numbered n
inner join candidate.plan_candidate p using (plan_id)
order by n.plan_id, n.record_table, n.record_id
