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


def test_annexes_in_files_of_their_own_belong_to_their_plan(warehouse: Warehouse) -> None:
    plan = plan_id("bare_plan")
    tasks = warehouse.execute(
        "select task_text, source_kind, due_start::varchar from candidate.fct_task where plan_id = ? order by sequence",
        [plan],
    ).fetchall()
    assert tasks == [(f"Nhiệm vụ phụ lục {i}", "annex", "2034-01-01") for i in range(1, 4)]
    targets = "select source_text, period_start::varchar from candidate.fct_kpi_target where plan_id = ?"
    assert warehouse.execute(targets, [plan]).fetchall() == [("Tỷ lệ hồ sơ đúng hạn", "2034-01-01")]
    fates = dict(
        warehouse.execute(
            "select source_file, (status, plan_id) from fct_document where starts_with(source_file, 'dong-ha/')"
        ).fetchall()
    )
    assert fates == {
        "dong-ha/bare_plan.docx": ("published", plan),
        "dong-ha/task_workbook.xlsx": ("published", plan),
        "dong-ha/task_print.pdf": ("duplicate", plan),
        "dong-ha/target_workbook.xlsx": ("published", plan),
        "dong-ha/other_workbook.xlsx": ("published", plan_id("other_workbook")),
        "dong-ha/stray_workbook.xlsx": ("quarantined", None),
    }


def test_an_annex_without_its_plan_stands_for_it(warehouse: Warehouse) -> None:
    sql = "select document_number, period_start::varchar from dim_plan where plan_id = ?"
    assert warehouse.execute(sql, [plan_id("other_workbook")]).fetchall() == [("77/KH-UBND", "2035-01-01")]
    count = "select count(*) from candidate.fct_task where plan_id = ?"
    assert warehouse.execute(count, [plan_id("other_workbook")]).fetchall() == [(3,)]
