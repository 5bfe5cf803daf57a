-- Fails when a deadline starts after it ends: the rule that reads it in int_task__due is wrong. Add the printed words
-- to the examples of the tests and correct the pattern.
select task_id, deadline_text, due_kind, due_start, due_end
from {{ ref('fct_task') }}
where due_start > due_end
