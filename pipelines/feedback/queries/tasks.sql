-- Tasks of each plan in printed order, each with what its units were understood as.
with task_unit as (
    select
        task_id,
        string_agg(distinct unit, '; ' order by unit) filter (role = 'lead') as lead_units,
        string_agg(distinct unit, '; ' order by unit) filter (role = 'coordinating') as coordinating_units
    from (
        select b.task_id, b.role, case when starts_with(b.unit_code, 'OTHER') then b.matched_text else u.name end as unit
        from every_task_unit b left join main.dim_unit u on u.unit_code = b.unit_code
    )
    group by task_id
)
select t.*, d.domain, lead_units, coordinating_units
from every_task t
left join domain_label d using (domain_code)
left join task_unit using (task_id)
order by t.plan_id, t.sequence
