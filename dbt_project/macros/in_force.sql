{#- Whether a task still holds: no published amending plan replaced or removed it, and it is no removal itself. -#}
{% macro is_in_force(task_alias) -%}
{{ task_alias }}.change_kind is distinct from 'removed'
    and {{ task_alias }}.task_id not in (
        select amended_task_id from {{ ref('mart_amended_task') }} where amended_task_id is not null
    )
{%- endmacro %}
