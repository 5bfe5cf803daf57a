-- Tasks that a published amending plan replaced, removed or added. The task it replaced or removed keeps its row in
-- fct_task but is no longer in force: the other marts leave it out.
select
    communes.province_code,
    plans.commune_code,
    communes.name as commune_name,
    plans.plan_id as amending_plan_id,
    plans.document_number as amending_document_number,
    plans.issued_on as amended_on,
    plans.amends_plan_id as amended_plan_id,
    tasks.change_kind,
    tasks.task_id as amending_task_id,
    tasks.task_text as amending_task_text,
    tasks.amended_task_id,
    amended.task_text as amended_task_text
from {{ ref('fct_task') }} as tasks
inner join {{ ref('dim_plan') }} as plans on tasks.plan_id = plans.plan_id and plans.status = 'published'
left join {{ ref('fct_task') }} as amended on tasks.amended_task_id = amended.task_id
left join {{ ref('dim_commune') }} as communes on plans.commune_code = communes.commune_code
where tasks.change_kind is not null
