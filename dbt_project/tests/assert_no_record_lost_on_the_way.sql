-- Fails when a plan has fewer or more tasks, targets or provisions in the marts than were read: a join in a mart
-- drops or repeats rows. Compare the model's keys with its staging table.
with counted as (

    select 'fct_task' as mart, plan_id, count(*) as records from {{ ref('fct_task') }} group by plan_id
    union all
    select 'fct_kpi_target' as mart, plan_id, count(*) as records from {{ ref('fct_kpi_target') }} group by plan_id
    union all
    select 'fct_provision' as mart, plan_id, count(*) as records from {{ ref('fct_provision') }} group by plan_id

),

annexed as (

    select * from {{ ref('int_plan__annexed') }}

),

read_records as (

    select 'fct_task' as mart, coalesce(task_annexes.plan_id, tasks.plan_id) as plan_id, count(*) as records
    from {{ ref('stg_verbatim__task_row') }} as tasks
    left join annexed as task_annexes
        on tasks.plan_id = task_annexes.annex_plan_id and task_annexes.annex_kind = 'task'
    where
        tasks.source_kind = 'annex'
        or tasks.plan_id not in (select plan_id from annexed where annex_kind = 'task')
    group by all
    union all
    select 'fct_kpi_target' as mart, coalesce(own_annexes.plan_id, clauses.plan_id) as plan_id, count(*) as records
    from {{ ref('stg_verbatim__target_clause') }} as clauses
    left join annexed as own_annexes
        on
            clauses.plan_id = own_annexes.annex_plan_id
            and own_annexes.annex_kind = case when clauses.source_kind = 'task' then 'task' else 'target' end
    group by all
    union all
    select 'fct_provision' as mart, plan_id, count(*) as records
    from {{ ref('stg_verbatim__provision') }}
    group by plan_id

)

select read_records.mart, read_records.plan_id, read_records.records as records_read, counted.records
from read_records
inner join {{ ref('plan_candidate') }} as plans on read_records.plan_id = plans.plan_id
left join counted on read_records.mart = counted.mart and read_records.plan_id = counted.plan_id
where counted.records is distinct from read_records.records
