-- Fails when a plan has fewer or more tasks, targets or provisions in the marts than were read: a join in a mart
-- drops or repeats rows. Compare the model's keys with its staging table.
with counted as (

    select 'fct_task' as mart, plan_id, count(*) as records from {{ ref('fct_task') }} group by plan_id
    union all
    select 'fct_kpi_target' as mart, plan_id, count(*) as records from {{ ref('fct_kpi_target') }} group by plan_id
    union all
    select 'fct_provision' as mart, plan_id, count(*) as records from {{ ref('fct_provision') }} group by plan_id

),

read_records as (

    select 'fct_task' as mart, plan_id, count(*) as records from {{ ref('stg_verbatim__task_row') }} group by plan_id
    union all
    select 'fct_kpi_target' as mart, plan_id, count(*) as records
    from {{ ref('stg_verbatim__target_clause') }}
    group by plan_id
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
