-- What an amending plan does to the tasks of the plan it changes: a row replaces the task it resembles, unless its note
-- says that it is new; a note that withdraws a task removes it; every other row is added. Rows of the same number need
-- share fewer words than others, for offices keep the number of the task they reword.
with rows_of_plans as (

    select
        tasks.task_id,
        coalesce(annexed.plan_id, tasks.plan_id) as plan_id,
        tasks.printed_number,
        tasks.note_text,
        tasks.task_text_repaired
    from {{ ref('stg_verbatim__task_row') }} as tasks
    left join {{ ref('int_plan__annexed') }} as annexed
        on tasks.plan_id = annexed.annex_plan_id and annexed.annex_kind = 'task'

),

amending as (

    select
        tasks.task_id,
        amendments.amended_plan_id,
        domains.domain_code,
        tasks.printed_number,
        ' ' || match_key(coalesce(tasks.note_text, '')) || ' ' as note_key,
        string_split(fold_text(tasks.task_text_repaired), ' ') as words
    from rows_of_plans as tasks
    inner join {{ ref('int_plan__amendment') }} as amendments on tasks.plan_id = amendments.plan_id
    left join {{ ref('int_task__domain') }} as domains on tasks.task_id = domains.task_id

),

amended as (

    select
        tasks.task_id,
        tasks.plan_id,
        domains.domain_code,
        tasks.printed_number,
        string_split(fold_text(tasks.task_text_repaired), ' ') as words
    from rows_of_plans as tasks
    left join {{ ref('int_task__domain') }} as domains on tasks.task_id = domains.task_id
    where tasks.plan_id in (select amended_plan_id from {{ ref('int_plan__amendment') }})

),

likeness as (

    select
        amending.task_id,
        amended.task_id as amended_task_id,
        2 * len(list_intersect(amending.words, amended.words))
        / (len(list_distinct(amending.words)) + len(list_distinct(amended.words)))::double as share,
        coalesce(
            amending.printed_number = amended.printed_number and amending.domain_code = amended.domain_code, false
        ) as has_same_number
    from amending
    inner join amended on amending.amended_plan_id = amended.plan_id

),

counterpart as (

    select
        task_id,
        amended_task_id,
        share
    from likeness
    where share >= case when has_same_number then 0.4 else 0.7 end
    qualify
        row_number() over (
            partition by task_id order by has_same_number desc, share desc, amended_task_id asc
        ) = 1
        and row_number() over (
            partition by amended_task_id order by has_same_number desc, share desc, task_id asc
        ) = 1

)

select
    amending.task_id,
    case when change.kind != 'added' then counterpart.amended_task_id end as amended_task_id,
    change.kind as change_kind
from amending
left join counterpart on amending.task_id = counterpart.task_id
cross join lateral (
    select case
        when regexp_matches(amending.note_key, '[^\p{L}](bãi bỏ|hủy bỏ|bỏ|đưa ra khỏi|thôi thực hiện)[^\p{L}]')
            then 'removed'
        when
            regexp_matches(amending.note_key, '[^\p{L}](bổ sung|thêm|mới)[^\p{L}]')
            and not regexp_matches(amending.note_key, 'sửa đổi|điều chỉnh|thay thế')
            then 'added'
        when counterpart.amended_task_id is not null then 'replaced'
        else 'added'
    end as kind
) as change
