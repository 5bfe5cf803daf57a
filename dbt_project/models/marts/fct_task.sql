select
    tasks.task_id,
    plans.plan_id,
    row_number() over (
        partition by plans.plan_id order by coalesce(annexed.annex_rank, 0), tasks.sequence
    )::integer as sequence,
    tasks.source_kind,
    domains.domain_code,
    tasks.group_label,
    tasks.printed_number,
    {{ record_id('tasks.plan_id', 't', 'tasks.parent_sequence') }} as parent_task_id,
    tasks.task_text,
    tasks.objective_text,
    tasks.activity_text,
    tasks.output_text,
    tasks.lead_text,
    tasks.coordinating_text,
    tasks.deadline_text,
    tasks.budget_text,
    due.due_kind,
    due.due_start,
    due.due_end,
    due.is_contingent,
    tasks.source_page::integer as source_page,
    tasks.source_bbox,
    tasks.task_text_repaired,
    tasks.note_text,
    domains.domain_method,
    tasks.confidence,
    amendments.change_kind,
    amendments.amended_task_id
from {{ ref('stg_verbatim__task_row') }} as tasks
left join {{ ref('int_plan__annexed') }} as annexed
    on tasks.plan_id = annexed.annex_plan_id and annexed.annex_kind = 'task'
inner join {{ ref('plan_candidate') }} as plans on coalesce(annexed.plan_id, tasks.plan_id) = plans.plan_id
left join {{ ref('int_task__domain') }} as domains on tasks.task_id = domains.task_id
left join {{ ref('int_task__due') }} as due on tasks.task_id = due.task_id
left join {{ ref('int_task__amendment') }} as amendments on tasks.task_id = amendments.task_id
where
    -- a plan with a task annex, be it in another file, states no tasks in its text
    tasks.source_kind = 'annex'
    or tasks.plan_id not in (select plan_id from {{ ref('int_plan__annexed') }} where annex_kind = 'task')
