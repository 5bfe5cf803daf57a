"""Findings that an analyst has looked at and accepted, for a reason, under a name and until a day."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from pipelines.text.normalise import fold
from quality.analyst_file import Line, read_lines
from quality.evaluation import SET, Evaluation
from quality.finding import Finding
from quality.integrity import INTEGRITY_RULES
from quality.records import Frames, row_values
from quality.result import Failed, Failure, NotApplicable, Passed
from quality.rule import Level, Rule, Severity

COLUMNS = ("ma_quy_tac", "tep", "ma_xa", "trang", "dong", "nguyen_van", "ly_do", "nguoi_chap_nhan", "het_han")
_COMMUNE_CODE = re.compile(r"\d{5}")
_DAY_FORMATS = ("%d/%m/%Y", "%Y-%m-%d")
_NO_WAIVERS = "Không có phát hiện nào được chấp nhận trước."
_TABLE = "waiver"

IN_FORCE = Rule(
    code="WAIVER_IN_FORCE",
    severity=Severity.WARNING,
    level=Level.SET,
    statement="Mỗi dòng chấp nhận phát hiện trong quality/waivers.csv còn hiệu lực.",
    remedy="Xem lại phát hiện: còn chấp nhận thì gia hạn ở cột het_han, không thì xóa dòng.",
)
MATCHED = Rule(
    code="WAIVER_MATCHED",
    severity=Severity.NOTE,
    level=Level.SET,
    statement="Mỗi dòng chấp nhận phát hiện trong quality/waivers.csv khớp ít nhất một phát hiện.",
    remedy="Xóa dòng nếu kế hoạch đã sửa; nếu ghi nhầm tệp, trang hay nguyên văn thì ghi lại.",
)
WAIVER_RULES = (IN_FORCE, MATCHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a finding stands, as far as a waiver can name it. `sequence`: place of its task or target in the plan."""

    source_file: str | None
    commune_code: str | None
    sequence: int | None


def places_of(findings: Sequence[Finding], frames: Frames) -> dict[str, Place]:
    """The place of each finding, by finding_id."""
    plans = frames["plan"].set_index("plan_id")[["source_file", "commune_code"]]
    of_plan = {plan_id: row_values(row) for plan_id, row in plans[~plans.index.duplicated()].to_dict("index").items()}
    sequences: dict[str, int] = {}
    for frame in (frames["task"], frames["target"]):
        sequences |= dict(zip(frame["record_id"], frame["sequence"], strict=True))
    places = {}
    for finding in findings:
        plan = of_plan.get(finding.plan_id or "", {})
        # A record of bridge_task_unit is known by its task's id and more.
        sequence = sequences.get(finding.record_id.partition(":")[0])
        places[finding.finding_id] = Place(
            source_file=plan.get("source_file"),
            commune_code=plan.get("commune_code"),
            sequence=None if sequence is None else int(sequence),
        )
    return places


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A line of waivers.csv; what is None restricts nothing. `last_day`: the last one on which it holds."""

    place: str
    rule_code: str
    source_file: str | None
    commune_code: str | None
    page: int | None
    sequence: int | None
    words: str | None
    reason: str
    name: str
    last_day: date

    @property
    def key(self) -> str:
        """What the waiver is about, the same wherever its line stands in the file."""
        about = (self.rule_code, self.source_file, self.commune_code, self.page, self.sequence, self.words)
        return ":".join("" if part is None else str(part) for part in about)

    def covers(self, finding: Finding, place: Place) -> bool:
        """Whether this waiver is about `finding`, expired or not."""
        return (
            finding.rule_code == self.rule_code
            and self.source_file in (None, place.source_file)
            and self.commune_code in (None, place.commune_code)
            and self.page in (None, finding.source_page)
            and self.sequence in (None, place.sequence)
            and (self.words is None or fold(self.words) in fold(f"{finding.evidence or ''} {finding.message}"))
        )


def load_waivers(rules: Collection[Rule], file: Path) -> tuple[Waiver, ...]:
    """The waivers of `file`. Raises BrokenFileError, also for a code that no rule in use has."""
    by_code = {rule.code: rule for rule in rules}
    return tuple(_waiver(line, by_code) for line in read_lines(file, COLUMNS))


def waive(
    findings: Sequence[Finding], places: Mapping[str, Place], waivers: Sequence[Waiver], today: date
) -> list[Finding]:
    """`findings`, those that a waiver in force covers marked with it. `places`: by finding_id."""
    in_force = [waiver for waiver in waivers if waiver.last_day >= today]
    return [_marked(finding, places[finding.finding_id], in_force) for finding in findings]


def evaluate_waivers(
    findings: Sequence[Finding],
    places: Mapping[str, Place],
    waivers: Sequence[Waiver],
    rules: Collection[Rule],
    today: date,
) -> list[Evaluation]:
    """The outcomes of those of WAIVER_RULES that are among `rules`: which waivers have run out, which cover nothing."""
    expired = [waiver for waiver in waivers if waiver.last_day < today]
    idle = [w for w in waivers if not any(w.covers(finding, places[finding.finding_id]) for finding in findings)]
    faults = {
        IN_FORCE.code: [(w, f"đã hết hạn ngày {w.last_day:%d/%m/%Y}") for w in expired],
        MATCHED.code: [(w, "không khớp phát hiện nào của lượt chạy này") for w in idle],
    }
    evaluations = []
    for rule in rules:
        if rule.code not in faults:
            continue
        failures = tuple(_failure(waiver, what) for waiver, what in faults[rule.code])
        outcome = Failed(failures) if failures else Passed() if waivers else NotApplicable(_NO_WAIVERS)
        evaluations.append(Evaluation(rule, {SET: outcome}))
    return evaluations


def _marked(finding: Finding, place: Place, in_force: Sequence[Waiver]) -> Finding:
    for waiver in in_force:
        if waiver.covers(finding, place):
            return replace(finding, waived_by=waiver.name, waiver_reason=waiver.reason, waived_until=waiver.last_day)
    return finding


def _failure(waiver: Waiver, what: str) -> Failure:
    return Failure(
        message=f"Dòng chấp nhận phát hiện {waiver.rule_code} của {waiver.name} ({waiver.place}) {what}.",
        evidence=waiver.reason,
        record_table=_TABLE,
        record_id=waiver.key,
    )


def _waiver(line: Line, rules: Mapping[str, Rule]) -> Waiver:
    code, source_file, commune_code = line["ma_quy_tac"], line["tep"], line["ma_xa"]
    if code not in rules:
        raise line.fault(f"không có quy tắc nào đang áp dụng mang mã “{code}”. Danh sách mã: docs/rules.md.")
    if code in INTEGRITY_RULES:
        raise line.fault(f"không chấp nhận được phát hiện của quy tắc {code}: bỏ qua thì số liệu cộng sai.")
    if source_file and commune_code:
        raise line.fault("ghi cả tep và ma_xa; chỉ ghi một trong hai.")
    if not source_file and not commune_code and rules[code].level is not Level.SET:
        raise line.fault("phải ghi tep hoặc ma_xa: một dòng không được chấp nhận phát hiện của mọi xã.")
    if commune_code and not _COMMUNE_CODE.fullmatch(commune_code):
        raise line.fault(f"cột ma_xa ghi “{commune_code}”; mã xã gồm 5 chữ số (giữ cả số 0 ở đầu).")
    for column, what in (("ly_do", "lý do"), ("nguoi_chap_nhan", "tên người chấp nhận")):
        if len(line[column]) < 3:
            raise line.fault(f"thiếu {what} (cột {column}).")
    return Waiver(
        place=f"{line.file.name}, dòng {line.number}",
        rule_code=code,
        source_file=source_file or None,
        commune_code=commune_code or None,
        page=_ordinal(line, "trang"),
        sequence=_ordinal(line, "dong"),
        words=line["nguyen_van"] or None,
        reason=line["ly_do"],
        name=line["nguoi_chap_nhan"],
        last_day=_day(line),
    )


def _ordinal(line: Line, column: str) -> int | None:
    text = line[column]
    if not text:
        return None
    if not text.isdecimal() or int(text) < 1:
        raise line.fault(f"cột {column} ghi “{text}”; phải là số nguyên từ 1 trở lên.")
    return int(text)


def _day(line: Line) -> date:
    for form in _DAY_FORMATS:
        try:
            return datetime.strptime(line["het_han"], form).date()
        except ValueError:
            continue
    raise line.fault(f"cột het_han ghi “{line['het_han']}”; phải là một ngày có thật, ví dụ 31/12/2026.")
