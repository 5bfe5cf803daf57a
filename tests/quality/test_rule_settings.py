"""The analysts' thresholds and severities: what they change, and every slip told with file and line."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from quality.analyst_file import BrokenFileError
from quality.catalogue import load_catalogue
from quality.configuration import QUALITY_DIR, load_configuration
from quality.integrity import INTEGRITY_RULES
from quality.records import PlanRecords
from quality.result import Failed, Outcome, Passed
from quality.rule import ExpectationRule, Level, PlanRule, Rule, Severity
from quality.rule_settings import COLUMNS, configured, thresholds_of
from tests.candidates import sound_candidate
from tests.quality.conftest import Check

HEADING = ",".join(COLUMNS)


def _share_rule(share: float = 0.5) -> PlanRule:
    def check(records: PlanRecords, *, least_share: float = share) -> Outcome:
        return Passed() if least_share < 0.6 else Failed(())

    return PlanRule(code="TEST_SHARE", severity=Severity.NOTE, level=Level.PLAN, statement="…", remedy="…", check=check)


def _set(tmp_path: Path, *lines: str, heading: str = HEADING) -> dict[str, Rule]:
    file = tmp_path / "nguong.csv"
    file.write_text("\n".join(("# ghi chú, có dấu phẩy", "", heading, *lines)), encoding="utf-8")
    return {rule.code: rule for rule in configured((*load_catalogue(), _share_rule()), file)}


def test_the_committed_files_are_sound() -> None:
    configuration = load_configuration(QUALITY_DIR)
    assert {rule.code for rule in load_catalogue()} < {rule.code for rule in configuration.rules}
    assert {rule.code for rule in load_catalogue()} > INTEGRITY_RULES


def test_severity_threshold_and_switch(tmp_path: Path) -> None:
    rules = _set(
        tmp_path,
        'TARGET_AT_MOST_100_PERCENT,có,Giữ lại kế hoạch,max_value,"120,5",',
        "TASK_HAS_LEAD,không,,,,tắt thử",
        "TEST_SHARE,,warning,least_share,0.7,",
    )
    target = rules["TARGET_AT_MOST_100_PERCENT"]
    assert isinstance(target, ExpectationRule)
    assert (target.severity, target.check.arguments["max_value"]) == (Severity.HOLDING, 120.5)
    assert "TASK_HAS_LEAD" not in rules
    assert (rules["TEST_SHARE"].severity, thresholds_of(rules["TEST_SHARE"])) == (
        Severity.WARNING,
        {"least_share": 0.7},
    )


def test_a_threshold_changes_what_the_gate_finds(tmp_path: Path, check: Check) -> None:
    candidate = sound_candidate()
    candidate.rows["fct_kpi_target"][0].update(target_value=110.0)
    rules = [_set(tmp_path, "TARGET_AT_MOST_100_PERCENT,,,max_value,120,")["TARGET_AT_MOST_100_PERCENT"]]
    assert check(candidate, rules).findings_by_rule == {}


def test_files_as_excel_saves_them(tmp_path: Path) -> None:
    file = tmp_path / "nguong.csv"
    text = '"# ghi chú; của Excel";;;;;\r\n' + ";".join(COLUMNS) + "\r\nTASK_HAS_LEAD;;lưu ý;;;\r\n;;;;;\r\n"
    file.write_bytes(codecs.BOM_UTF8 + text.encode())
    (rule,) = (rule for rule in configured(load_catalogue(), file) if rule.code == "TASK_HAS_LEAD")
    assert rule.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("NO_SUCH_RULE,,,,,", "NO_SUCH_RULE"),
        ("TASK_HAS_LEAD,,rất nặng,,,", "rất nặng"),
        ("TASK_HAS_LEAD,thôi,,,,", "thôi"),
        ("TARGET_AT_MOST_100_PERCENT,,,max_value,một trăm,", "một trăm"),
        ("TARGET_AT_MOST_100_PERCENT,,,max_value,nan,", "nan"),
        ("TARGET_AT_MOST_100_PERCENT,,,max_value,,", "phải là một số"),
        ("TARGET_AT_MOST_100_PERCENT,,,maximum,100,", "max_value"),
        ("COMMUNE_RESOLVED,,cần sửa,,,", "số liệu cộng sai"),
        ("PLAN_ID_UNIQUE,không,,,,", "số liệu cộng sai"),
        ("TASK_HAS_LEAD,,,,5,", "không có ngưỡng"),
        ("SET_HAS_PLANS,,giữ lại kế hoạch,,,", "toàn bộ dữ liệu"),
        ("TASK_HAS_LEAD,,,", "4 ô"),
        ('TASK_HAS_LEAD,,,,,"dở dang', "CSV"),
    ],
)
def test_a_slip_is_told_with_file_and_line(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(BrokenFileError, match=r"nguong\.csv, dòng 5: ") as caught:
        _set(tmp_path, "TASK_HAS_LEAD,,lưu ý,,,", line) if "TASK_HAS_LEAD" not in line else _set(
            tmp_path, "PERIOD_VALID,,,,,", line
        )
    assert told in str(caught.value)


def test_another_heading_or_encoding_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenFileError, match="dòng 3: dòng tiêu đề phải là"):
        _set(tmp_path, heading="code,severity")
    (tmp_path / "nguong.csv").write_bytes(HEADING.encode() + b"\nTASK_HAS_LEAD,,l\xe0m,,,\n")
    with pytest.raises(BrokenFileError, match="dòng 2: không phải chữ mã UTF-8"):
        configured(load_catalogue(), tmp_path / "nguong.csv")
