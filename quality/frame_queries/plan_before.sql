-- One row a plan that stands in the last release too, read from the same bytes then as now.
with now as (
    select
        p.plan_id, p.source_file, p.source_sha256,
        (select count(*) from candidate.fct_task t where t.plan_id = p.plan_id) as tasks,
        (select count(*) from candidate.fct_kpi_target k where k.plan_id = p.plan_id) as targets
    from candidate.plan_candidate p
)

select
    n.plan_id,
    'dim_plan' as record_table,
    n.plan_id as record_id,
    n.source_file,
    null::integer as source_page,
    n.tasks,
    n.targets,
    b.tasks as tasks_before,
    b.targets as targets_before,
    b.plan_id as plan_id_before
from now n
inner join last_release b using (source_sha256)
order by n.plan_id
