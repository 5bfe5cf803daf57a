"""The tables of a release: where each comes from in the build, and in what order its rows stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Table:
    """`source`: schema of the build. `order`: ORDER BY of its rows. `plan_of_row`: SQL of the plan a row belongs to.

    A table with `plan_of_row` is split: rows of held plans go to schema held, all others to main.
    """

    name: str
    source: Literal["candidate", "main"]
    order: str
    plan_of_row: str | None = None


TABLES: tuple[Table, ...] = (
    Table("dim_province", "candidate", "province_code"),
    Table("dim_commune", "candidate", "commune_code"),
    Table("dim_domain", "candidate", "domain_code"),
    Table("dim_unit", "candidate", "unit_code"),
    Table("dim_indicator", "candidate", "indicator_code"),
    Table("dim_plan", "main", "plan_id"),
    Table("fct_task", "candidate", "plan_id, sequence", "r.plan_id"),
    Table(
        "bridge_task_unit",
        "candidate",
        "task_id, role, unit_code, matched_text",
        "(select t.plan_id from build.candidate.fct_task t where t.task_id = r.task_id)",
    ),
    Table("fct_kpi_target", "candidate", "plan_id, sequence", "r.plan_id"),
    Table("fct_provision", "candidate", "plan_id, sequence", "r.plan_id"),
    Table("fct_citation", "candidate", "plan_id, document_number", "r.plan_id"),
    Table("fct_finding", "main", "plan_id, rule_code, finding_id"),
    Table("fct_document", "main", "source_file, source_sha256"),
)
MART_PREFIX = "mart_"
# Differ between two runs on the same files, so they do not make a release another one.
VOLATILE_COLUMNS = frozenset({"read_seconds"})
