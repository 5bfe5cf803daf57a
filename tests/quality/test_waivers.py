"""Accepted findings: marked and without effect while in force, told when expired or idle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from quality.analyst_file import BrokenFileError
from quality.catalogue import load_catalogue
from quality.gate import FINDINGS_NAME, GateResult, run_gate
from quality.waivers import COLUMNS, WAIVER_RULES, load_waivers
from tests.candidates import Candidate, sound_candidate

CODES = {"COMMUNE_RESOLVED", "DATE_EXISTS", "PERIOD_VALID", "SET_HAS_PLANS"}
RULES = (*(rule for rule in load_catalogue() if rule.code in CODES), *WAIVER_RULES)
TODAY = date(2026, 6, 1)
HELD_FILE = "quang-tri/p1.pdf"
Run = Callable[..., tuple[GateResult, dict[str, dict[str, Any]]]]


def _file(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "waivers.csv"
    file.write_text("\n".join((",".join(COLUMNS), *lines)), encoding="utf-8")
    return file


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the gate with lines of waivers.csv; gives its result and one finding a rule."""

    def gate(candidate: Candidate, *lines: str) -> tuple[GateResult, dict[str, dict[str, Any]]]:
        waivers = load_waivers(RULES, _file(tmp_path, *lines))
        build = candidate.build(tmp_path / "build")
        result = run_gate(build, RULES, waivers, data_docs=False, today=TODAY)
        with duckdb.connect() as connection:
            frame = connection.sql(f"from read_parquet('{build / FINDINGS_NAME}')").df().astype(object)
        records = frame.where(frame.notna(), None).to_dict("records")
        return result, {record["rule_code"]: record for record in records}

    return gate


def _without_period() -> Candidate:
    candidate = sound_candidate()
    candidate.rows["plan_candidate"][0].update(period_start=None)
    return candidate


def test_a_waived_finding_stays_but_holds_nothing(run: Run) -> None:
    result, findings = run(
        _without_period(),
        f"PERIOD_VALID,{HELD_FILE},,,,,Đã hỏi xã,Lê Thị Mẫu,01/06/2026",
        "PERIOD_VALID,,19363,,,,Như trên,Lê Thị Mẫu,2026-06-02",
    )
    assert (result.held, result.waived, set(findings)) == ((), 1, {"PERIOD_VALID"})
    finding = findings["PERIOD_VALID"]
    assert (finding["waived_by"], finding["waiver_reason"]) == ("Lê Thị Mẫu", "Đã hỏi xã")
    assert str(finding["waived_until"])[:10] == "2026-06-01"


def test_an_expired_waiver_has_no_effect_and_is_told(run: Run) -> None:
    result, findings = run(_without_period(), f"PERIOD_VALID,{HELD_FILE},,,,,Đã hỏi xã,Lê Thị Mẫu,31/05/2026")
    assert [plan.plan_id for plan in result.held] == ["p1"]
    assert set(findings) == {"PERIOD_VALID", "WAIVER_IN_FORCE"}
    assert "waivers.csv, dòng 2) đã hết hạn ngày 31/05/2026" in findings["WAIVER_IN_FORCE"]["message"]


@pytest.mark.parametrize(
    ("narrowed", "covers"),
    [
        (",,", True),
        ("2,2,", True),
        (",,2026 THANG", True),
        ("3,,", False),
        (",1,", False),
        (",,quý IV", False),
    ],
)
def test_page_row_and_words_narrow_a_waiver(run: Run, narrowed: str, covers: bool) -> None:
    candidate = sound_candidate()
    candidate.rows["fct_task"][1].update(due_kind="by_date", due_end=None, deadline_text="31/4/2026 tháng")
    result, findings = run(candidate, f"DATE_EXISTS,,19363,{narrowed},Xã đã đính chính,Lê Thị Mẫu,31/12/2026")
    assert (result.waived == 1) is covers
    assert ("WAIVER_MATCHED" in findings) is not covers


def test_a_blocking_finding_of_the_set_can_be_waived(run: Run) -> None:
    result, _ = run(Candidate(), "SET_HAS_PLANS,,,,,,Kho mới lập,Lê Thị Mẫu,31/12/2026")
    assert (result.outcome, result.withheld_because) == ("publish", ())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("NO_SUCH_RULE,a.pdf,,,,,Lý do,Tên họ,31/12/2026", "NO_SUCH_RULE"),
        ("COMMUNE_RESOLVED,a.pdf,,,,,Lý do,Tên họ,31/12/2026", "số liệu cộng sai"),
        ("PERIOD_VALID,,,,,,Lý do,Tên họ,31/12/2026", "phải ghi tep hoặc ma_xa"),
        ("PERIOD_VALID,a.pdf,19363,,,,Lý do,Tên họ,31/12/2026", "chỉ ghi một trong hai"),
        ("PERIOD_VALID,,9363,,,,Lý do,Tên họ,31/12/2026", "5 chữ số"),
        ("PERIOD_VALID,a.pdf,,hai,,,Lý do,Tên họ,31/12/2026", "cột trang"),
        ("PERIOD_VALID,a.pdf,,,0,,Lý do,Tên họ,31/12/2026", "cột dong"),
        ("PERIOD_VALID,a.pdf,,,,,,Tên họ,31/12/2026", "thiếu lý do"),
        ("PERIOD_VALID,a.pdf,,,,,Lý do,,31/12/2026", "thiếu tên"),
        ("PERIOD_VALID,a.pdf,,,,,Lý do,Tên họ,31/02/2026", "31/02/2026"),
        ("PERIOD_VALID,a.pdf,,,,,Lý do,Tên họ,", "cột het_han"),
        ("PERIOD_VALID,a.pdf", "2 ô"),
    ],
)
def test_a_slip_is_told_with_file_and_line(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(BrokenFileError, match=r"waivers\.csv, dòng 2: ") as caught:
        load_waivers(RULES, _file(tmp_path, line))
    assert told in str(caught.value)
