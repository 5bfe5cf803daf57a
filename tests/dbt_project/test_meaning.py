"""What printed words mean: every example of `examples` through the whole dbt project with its real seeds."""

from __future__ import annotations

import duckdb
import pytest

from tests.dbt_project import builders, examples
from tests.dbt_project.builders import plan_id

Warehouse = duckdb.DuckDBPyConnection


def _name(value: object) -> str:
    """The printed words of a case; not its sets, whose order differs from process to process."""
    return str(value[0] if isinstance(value, tuple) else value)


def _row(warehouse: Warehouse, sql: str, *values: object) -> tuple[object, ...]:
    found = warehouse.execute(sql, list(values)).fetchall()
    assert len(found) == 1, found
    return tuple(str(value) if hasattr(value, "isoformat") else value for value in found[0])


def _units(warehouse: Warehouse, name: str, sequence: int, role: str) -> set[str]:
    sql = "select unit_code from candidate.bridge_task_unit where task_id = ? and role = ?"
    task_id = f"{plan_id(name)}-t{sequence:04}"
    return {code for (code,) in warehouse.execute(sql, [task_id, role]).fetchall()}


@pytest.mark.parametrize(("number", "case"), list(enumerate(examples.DEADLINES, 1)), ids=_name)
def test_deadline(warehouse: Warehouse, number: int, case: tuple[str | None, str, str | None, str | None]) -> None:
    sql = "select due_kind, due_start, due_end from candidate.fct_task where plan_id = ? and sequence = ?"
    assert _row(warehouse, sql, plan_id("deadlines"), number) == case[1:]


@pytest.mark.parametrize(("number", "case"), list(enumerate(examples.UNITS, 1)), ids=_name)
def test_units(warehouse: Warehouse, number: int, case: tuple[str, set[str]]) -> None:
    assert _units(warehouse, "units", number, "lead") == case[1]


@pytest.mark.parametrize(("number", "case"), list(enumerate(examples.JOINT_ROLES, 1)), ids=_name)
def test_joint_roles(warehouse: Warehouse, number: int, case: tuple[str, set[str], set[str]]) -> None:
    assert _units(warehouse, "joint_roles", number, "lead") == case[1]
    assert _units(warehouse, "joint_roles", number, "coordinating") == case[2]


@pytest.mark.parametrize("number", range(1, len(examples.TARGETS) + 1))
def test_target(warehouse: Warehouse, number: int) -> None:
    sql = """
        select comparator, target_value, target_value_high, period_start, period_end
        from candidate.fct_kpi_target where plan_id = ? and sequence = ?
    """
    assert _row(warehouse, sql, plan_id("targets"), number) == examples.TARGETS[number - 1][4:]


@pytest.mark.parametrize(("number", "case"), list(enumerate(examples.INDICATORS, 1)), ids=_name)
def test_indicator(warehouse: Warehouse, number: int, case: tuple[str, str | None]) -> None:
    sql = "select indicator_code from candidate.fct_kpi_target where plan_id = ? and sequence = ?"
    assert _row(warehouse, sql, plan_id("indicators"), number) == case[1:]


@pytest.mark.parametrize(("number", "case"), list(enumerate(examples.HEADINGS, 1)), ids=_name)
def test_domain_of_heading(warehouse: Warehouse, number: int, case: tuple[str, int | None]) -> None:
    sql = "select domain_code from candidate.fct_task where plan_id = ? and sequence = ?"
    assert _row(warehouse, sql, plan_id("headings"), number) == case[1:]


@pytest.mark.parametrize("case", builders.PROVISIONS, ids=lambda case: " > ".join(case[0].heading_path))
def test_provision(warehouse: Warehouse, case: tuple[builders.Provision, str, int | None, str | None]) -> None:
    sql = """
        select provision_kind, domain_code, unit_code from candidate.fct_provision where plan_id = ? and sequence = ?
    """
    assert _row(warehouse, sql, plan_id("provisions"), case[0].sequence) == case[1:]


def test_citations_count_once(warehouse: Warehouse) -> None:
    sql = """
        select document_number, document_date::varchar, issuer, mention_count
        from candidate.fct_citation where plan_id = ? order by document_number
    """
    assert warehouse.execute(sql, [plan_id("citations")]).fetchall() == [
        ("118/2025/NĐ-CP", "2025-06-09", "Chính phủ", 2),
        ("766/QĐ-TTg", None, "Thủ tướng Chính phủ", 1),
    ]


def test_matched_text_is_verbatim(warehouse: Warehouse) -> None:
    sql = "select matched_text, match_method from candidate.bridge_task_unit where task_id = ? order by matched_text"
    number = [text for text, _ in examples.UNITS].index("VP HĐND&UBND") + 1
    assert warehouse.execute(sql, [f"{plan_id('units')}-t{number:04}"]).fetchall() == [("VP HĐND&UBND", "alias")]
    number = [text for text, _ in examples.UNITS].index("Công ty viễn thông") + 1
    assert warehouse.execute(sql, [f"{plan_id('units')}-t{number:04}"]).fetchall() == [("Công ty viễn thông", "none")]
