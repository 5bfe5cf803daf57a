-- Two tasks of one annex of which one says what the other says, the verbs and years that every task has aside.
with task as (
    select
        t.plan_id, t.task_id, t.sequence, t.task_text, t.lead_text, t.deadline_text, t.source_page,
        string_split(essence(t.task_text), ' ') as words
    from candidate.fct_task t
    where t.source_kind = 'annex' and t.parent_task_id is null and t.activity_text is null
        and not exists (from candidate.fct_task child where child.parent_task_id = t.task_id)
),

core as (
    select *, ' ' || array_to_string(words, ' ') || ' ' as essence from task where len(words) >= 6
)

select
    b.plan_id,
    'fct_task' as record_table,
    b.task_id as record_id,
    p.source_file,
    b.source_page,
    a.sequence as first_row,
    b.sequence as second_row,
    a.task_text as first_text,
    b.task_text as second_text,
    a.lead_text as first_lead,
    b.lead_text as second_lead,
    a.deadline_text as first_deadline,
    b.deadline_text as second_deadline,
    contains(a.essence, b.essence) or contains(b.essence, a.essence) as is_overlapping
from core a
inner join core b on a.plan_id = b.plan_id and a.sequence < b.sequence
inner join candidate.plan_candidate p on p.plan_id = b.plan_id
where lower(trim(a.task_text, ' .;')) <> lower(trim(b.task_text, ' .;'))
order by b.plan_id, b.sequence, a.sequence
