"""The frames the rules look at: candidate tables, one row a record, with what a rule must know beside it.

Every frame has PLACE_COLUMNS, which say where a record stands.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd

PLACE_COLUMNS = ("plan_id", "record_table", "record_id", "source_file", "source_page")

_PLAN = """
    with parent as (
        select distinct parent_task_id as task_id from candidate.fct_task where parent_task_id is not null
    ),
    task_count as (
        select
            t.plan_id,
            count(*) as tasks,
            count(*) filter (t.source_kind = 'annex') as annex_tasks,
            count(*) filter (t.source_kind = 'annex' and t.parent_task_id is null and t.printed_number is not null)
                as numbered_tasks,
            count(*) filter (
                t.source_kind = 'annex' and parent.task_id is null
                and coalesce(t.lead_text, t.coordinating_text, above.lead_text, above.coordinating_text) is null
            ) as annex_tasks_without_unit,
            count(*) filter (t.source_kind = 'annex' and coalesce(t.lead_text, t.coordinating_text) is not null)
                as annex_tasks_with_unit,
            count(*) filter (t.confidence < 0.8) as doubtful_tasks,
            string_agg(t.sequence, ', ' order by t.sequence) filter (t.confidence < 0.8) as doubtful_rows
        from candidate.fct_task t
        left join candidate.fct_task above on above.task_id = t.parent_task_id
        left join parent on parent.task_id = t.task_id
        group by t.plan_id
    ),
    target_count as (select plan_id, count(*) as targets from candidate.fct_kpi_target group by plan_id),
    provision_count as (select plan_id, count(*) as provisions from candidate.fct_provision group by plan_id)
    select
        p.*,
        'dim_plan' as record_table,
        p.plan_id as record_id,
        null::integer as source_page,
        c.commune_code as known_commune_code,
        c.name as commune_name,
        v.province_code as known_province_code,
        coalesce(tasks, 0) as tasks,
        coalesce(targets, 0) as targets,
        coalesce(provisions, 0) as provisions,
        coalesce(tasks, 0) + coalesce(targets, 0) + coalesce(provisions, 0) as records,
        coalesce(annex_tasks, 0) as annex_tasks,
        coalesce(numbered_tasks, 0) as numbered_tasks,
        coalesce(annex_tasks_with_unit, 0) as annex_tasks_with_unit,
        coalesce(doubtful_tasks, 0) as doubtful_tasks,
        doubtful_rows,
        coalesce(annex_tasks_without_unit, 0) as annex_tasks_without_unit,
        coalesce(annex_tasks_without_unit / nullif(annex_tasks, 0), 0) as share_without_unit
    from candidate.plan_candidate p
    left join candidate.dim_commune c using (commune_code)
    left join candidate.dim_province v on v.province_code = c.province_code
    left join task_count using (plan_id)
    left join target_count using (plan_id)
    left join provision_count using (plan_id)
    order by p.plan_id
"""

# A year's closing report is due in the month after it, so a deadline there is not outside the period.
# A merged task cell stands in every row it spans, so rows that repeat the row above are one task, not a duplicate.
_TASK = """
    with keyed as (
        select *, lower(nfc_normalize(concat_ws(
            '|', parent_task_id, trim(task_text, ' .;'), objective_text, activity_text
        ))) as text_key
        from candidate.fct_task
    ),
    repeated as (
        select
            task_id,
            first_value(sequence) over same_text as first_sequence,
            row_number() over same_text > 1
                and text_key is distinct from lag(text_key) over in_order as is_repeat
        from keyed
        window same_text as (partition by plan_id, text_key order by sequence),
            in_order as (partition by plan_id order by sequence)
    ),
    parent as (select distinct parent_task_id as task_id from candidate.fct_task where parent_task_id is not null)
    select
        t.*,
        'fct_task' as record_table,
        t.task_id as record_id,
        p.source_file,
        p.plan_id as known_plan_id,
        p.period_start,
        p.period_end,
        coalesce(
            'số ' || t.printed_number || ' (dòng thứ ' || t.sequence || ')', 'ở dòng thứ ' || t.sequence
        ) as number,
        parent.task_id is not null as has_sub_rows,
        coalesce(t.lead_text, above.lead_text) as lead_of_row_or_parent,
        count(t.lead_text) over (partition by t.plan_id, t.source_kind) > 0 as annex_names_units,
        case
            when r.is_repeat then r.first_sequence
            when t.activity_text is null and lower(trim(t.task_text, ' .;')) = lower(trim(above.task_text, ' .;'))
                then above.sequence
        end as repeated_row,
        case when t.due_end is not null and p.period_start is not null and p.period_end is not null
            then greatest(t.due_end - p.period_end - 31, p.period_start - t.due_end, 0)
        end as days_outside_period
    from candidate.fct_task t
    left join candidate.plan_candidate p on p.plan_id = t.plan_id
    left join candidate.fct_task above on above.task_id = t.parent_task_id
    left join parent on parent.task_id = t.task_id
    left join repeated r on r.task_id = t.task_id
    order by t.plan_id, t.sequence
"""

_TARGET = r"""
    select
        k.*,
        'fct_kpi_target' as record_table,
        k.kpi_id as record_id,
        p.source_file,
        p.plan_id as known_plan_id,
        greatest(k.target_value, k.target_value_high) as largest_value,
        regexp_matches(lower(k.source_text), '(tăng|vượt|so với)') as is_growth
    from candidate.fct_kpi_target k
    left join candidate.plan_candidate p using (plan_id)
    order by k.plan_id, k.sequence
"""

_TASK_UNIT = """
    select
        b.*,
        t.plan_id,
        'bridge_task_unit' as record_table,
        concat_ws(':', b.task_id, b.role, b.unit_code, b.matched_text) as record_id,
        p.source_file,
        t.source_page,
        t.task_id as known_task_id,
        u.unit_code as known_unit_code
    from candidate.bridge_task_unit b
    left join candidate.fct_task t using (task_id)
    left join candidate.plan_candidate p using (plan_id)
    left join candidate.dim_unit u on u.unit_code = b.unit_code
    order by b.task_id, b.role, b.matched_text
"""

_UNKNOWN_UNIT = """
    select
        t.plan_id,
        'bridge_task_unit' as record_table,
        concat_ws(':', min_by(t.task_id, t.sequence), b.matched_text) as record_id,
        any_value(p.source_file) as source_file,
        min_by(t.source_page, t.sequence) as source_page,
        b.matched_text,
        count(distinct t.task_id) as tasks,
        min(t.sequence) as first_row,
        starts_with(b.unit_code, 'OTHER') as is_unknown
    from candidate.bridge_task_unit b
    join candidate.fct_task t using (task_id)
    join candidate.plan_candidate p using (plan_id)
    group by t.plan_id, b.matched_text, is_unknown
    order by t.plan_id, b.matched_text
"""

_RECORD_TABLES = ("fct_task", "fct_kpi_target", "fct_provision", "fct_citation")
_TABLE_COUNT = " union all ".join(
    f"""
    select
        null::varchar as plan_id, '{table}' as record_table, '{table}' as record_id,
        null::varchar as source_file, null::integer as source_page,
        count(*) as rows, count(p.plan_id) as rows_of_plans
    from candidate.{table} r left join candidate.plan_candidate p using (plan_id)
    """  # noqa: S608 - table names are the constants above
    for table in _RECORD_TABLES
)

FRAMES: dict[str, str] = {
    "plan": _PLAN,
    "task": _TASK,
    "target": _TARGET,
    "task_unit": _TASK_UNIT,
    "unknown_unit": _UNKNOWN_UNIT,
    "table_count": _TABLE_COUNT,
}


def load_frames(database: Path) -> dict[str, pd.DataFrame]:
    """Every frame of the candidate database, read only.

    Raises duckdb.Error when a candidate table or column is missing: that is a broken build, not a bad plan.
    """
    with duckdb.connect(str(database), read_only=True) as connection:
        return {name: connection.sql(sql).df() for name, sql in FRAMES.items()}
