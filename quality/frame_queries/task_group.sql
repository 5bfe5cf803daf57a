-- One row a group of an annex: the tasks it numbers, the total it prints, and whether its ordinal follows the one before.
with row_of_annex as (
    select t.*, s.annex_sequence, try_cast(rtrim(t.printed_number, '.') as integer) as ordinal
    from candidate.fct_task t
    left join staging.stg_verbatim__task_row s using (task_id)
    where t.source_kind = 'annex' and t.group_label is not null
),

task_group as (
    select
        plan_id, annex_sequence, group_label,
        min(sequence) as first_row, min(task_id) as first_task_id, min(source_page) as source_page,
        count(*) filter (parent_task_id is null and printed_number is not null) as numbered_tasks,
        regexp_extract(lower(group_label), '\(?\s*(\d{1,3})\s*nhiệm vụ', 1) as total_text,
        regexp_extract(upper(group_label), '^(?:NỘI DUNG\s*)?([IVX]+|\d{1,2})\s*[.:)]?\s', 1) as ordinal_text
    from row_of_annex
    group by plan_id, annex_sequence, group_label
),

numbered as (
    select
        *,
        coalesce(
            try_cast(ordinal_text as integer),
            list_position(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'], ordinal_text)
        ) as ordinal
    from task_group
)

select
    g.*,
    'fct_task' as record_table,
    g.first_task_id || ':group' as record_id,
    p.source_file,
    nullif(g.total_text, '')::integer as declared_tasks,
    lag(g.ordinal) over in_order as ordinal_before,
    coalesce(g.ordinal - lag(g.ordinal) over in_order, 1) as step,
    count(*) over (partition by g.plan_id, g.annex_sequence) as groups
from numbered g
inner join candidate.plan_candidate p using (plan_id)
window in_order as (partition by g.plan_id, g.annex_sequence order by g.first_row)
order by g.plan_id, g.first_row
