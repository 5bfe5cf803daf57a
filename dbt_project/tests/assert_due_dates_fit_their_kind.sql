-- Fails when a kind of deadline carries dates it cannot have, or lacks those it must have: a branch of int_task__due
-- decides the kind and the dates differently. A month, quarter, half year, year or range has both ends; a date has
-- no start; what is ongoing, contingent or blank has neither.
select task_id, deadline_text, due_kind, due_start, due_end
from {{ ref('fct_task') }}
where
    (due_kind in ('month', 'quarter', 'half_year', 'year', 'range') and due_end is null and due_start is not null)
    or (due_kind in ('by_date', 'periodic') and due_start is not null)
    or (due_kind in ('ongoing', 'contingent', 'none') and (due_start is not null or due_end is not null))
