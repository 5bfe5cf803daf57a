"""Who issued a plan, which documents are the same plan, and what becomes of every file."""

from __future__ import annotations

import duckdb
import pytest

from tests.dbt_project.builders import COMMUNES, plan_id

Warehouse = duckdb.DuckDBPyConnection


@pytest.mark.parametrize("name", COMMUNES)
def test_commune(warehouse: Warehouse, name: str) -> None:
    sql = "select commune_code from candidate.plan_candidate where plan_id = ?"
    assert warehouse.execute(sql, [plan_id(name)]).fetchall() == [(COMMUNES[name][2],)]


def test_same_plan_as_pdf_and_word_counts_once(warehouse: Warehouse) -> None:
    sql = "select status, plan_id from fct_document where source_file = ?"
    assert warehouse.execute(sql, ["signed_pdf.pdf"]).fetchall() == [("duplicate", plan_id("signed_word"))]
    assert warehouse.execute(sql, ["ban-sao/units.pdf"]).fetchall() == [("published", plan_id("units"))]
    assert warehouse.execute(sql, ["units.pdf"]).fetchall() == [("duplicate", plan_id("units"))]


def test_reissued_plan_supersedes(warehouse: Warehouse) -> None:
    sql = "select status, supersedes_plan_id, document_number, issued_on::varchar from dim_plan where plan_id = ?"
    assert warehouse.execute(sql, [plan_id("signed_word")]).fetchall() == [
        ("superseded", None, "15/KH-UBND", "2026-01-05")
    ]
    assert warehouse.execute(sql, [plan_id("reissued_pdf")]).fetchall() == [
        ("published", plan_id("signed_word"), "27/KH-UBND", "2026-03-02")
    ]


def test_every_file_has_a_fate(warehouse: Warehouse) -> None:
    sql = "select status, reason from fct_document where source_file = ?"
    assert warehouse.execute(sql, ["giay-moi.pdf"]).fetchall() == [("quarantined", "Không phải kế hoạch.")]
    assert warehouse.execute(sql, ["anh.png"]).fetchall() == [("quarantined", "Định dạng không được nhận.")]
    missing = warehouse.execute("select count(*) from fct_document where status is null").fetchone()
    assert missing == (0,)


def test_coverage_lists_every_commune_of_the_province(warehouse: Warehouse) -> None:
    sql = """
        select coverage, count(*) from mart_coverage
        where province_code = '44' and plan_kind = 'annual' and period_start = date '2026-01-01' group by all
    """
    counts = dict(warehouse.execute(sql).fetchall())
    assert counts["published"] == 1
    assert sum(counts.values()) == 78
