select
    units.task_id,
    units.unit_code,
    units.role,
    units.matched_text,
    units.match_method,
    units.match_score
from {{ ref('int_task__units') }} as units
inner join {{ ref('fct_task') }} as tasks on units.task_id = tasks.task_id
