-- The cells that say who and when, a ditto mark ('nt', 'Như trên', '"') read as the cell above it in the same table.
with told as (

    select
        *,
        {{ is_ditto('lead_text') }} as lead_is_ditto,
        {{ is_ditto('coordinating_text') }} as coordinating_is_ditto,
        {{ is_ditto('deadline_text') }} as deadline_is_ditto
    from {{ ref('stg_verbatim__task_row') }}

)

select
    plan_id,
    task_id,
    nullif(last_value(case when not lead_is_ditto then coalesce(lead_text, '') end ignore nulls) over rows_above, '')
        as lead_text,
    nullif(
        last_value(case when not coordinating_is_ditto then coalesce(coordinating_text, '') end ignore nulls)
            over rows_above,
        ''
    ) as coordinating_text,
    nullif(
        last_value(case when not deadline_is_ditto then coalesce(deadline_text, '') end ignore nulls) over rows_above,
        ''
    ) as deadline_text,
    last_value(case when not lead_is_ditto then has_joint_roles end ignore nulls) over rows_above as has_joint_roles
from told
window rows_above as (
    partition by plan_id, source_kind, annex_sequence order by sequence
    rows between unbounded preceding and current row
)
