"""Targets set in the narrative and in the cells of task rows, as records."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from pipelines.parsing.clauses import Clause, find_clauses
from pipelines.parsing.provenance import same_place
from pipelines.parsing.records import Provision, Record, TargetClause, TaskRow
from pipelines.parsing.sentences import is_item_label
from pipelines.text.normalise import match_key

__all__ = ["find_clauses", "narrative_targets", "task_targets"]

_FIELDS = ("objective_text", "task_text", "activity_text", "output_text")
_STAGE = re.compile(
    r"(?:trong )?(?:giai đoạn \d{4}\s*[-–]\s*\d{4}|đến (?:hết |cuối )?năm \d{4}"
    r"|(?:6|06|sáu) tháng (?:đầu|cuối) năm(?: \d{4})?|(?:trong )?năm \d{4})",
    re.IGNORECASE,
)
_OPENS_WITH_STAGE = re.compile(
    rf"^(?:mục tiêu|chỉ tiêu|các chỉ tiêu|các mục tiêu|về)?(?: cụ thể| chủ yếu)?\s*,?\s*{_STAGE.pattern}", re.IGNORECASE
)
# Headings over a look back, under which no target is set.
_LOOK_BACK = re.compile(
    r"^(?:kết quả|đánh giá|tình hình|thực trạng|những (?:kết quả|tồn tại|hạn chế|khó khăn)|tồn tại|hạn chế|ưu điểm"
    r"|bối cảnh|đặc điểm|sự cần thiết|khái quát)\b"
    r"(?!.*\b(?:mục tiêu|nhiệm vụ trọng tâm|phương hướng|giải pháp|cần đạt|phấn đấu))",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?P<label>[^\d%:;.]{3,70}):\s")
_SAME = 0.75


def narrative_targets(
    provisions: Sequence[Provision], source_sha256: str, *, first_sequence: int = 1, first_year: int | None = None
) -> tuple[TargetClause, ...]:
    """Targets of the narrative, in order. `source_ref` is the path of numbered headings ('II.1.1')."""
    records: list[TargetClause] = []
    lead_in: Provision | None = None
    for provision in provisions:
        if provision.is_reference or provision.is_closing or any(map(_LOOK_BACK.match, provision.heading_path)):
            continue
        if lead_in is not None and provision.marker_path[: len(lead_in.marker_path)] != lead_in.marker_path:
            lead_in = None
        clauses = find_clauses(provision.provision_text, first_year=first_year)
        if not clauses and provision.provision_text.rstrip().endswith(":"):
            lead_in = provision
        for clause in clauses:
            records.append(
                _record(
                    clause,
                    provision,
                    source_sha256,
                    first_sequence + len(records),
                    source_kind="narrative",
                    source_ref=source_reference(provision.marker_path),
                    stage_text=_stage_above(provision, lead_in),
                    provision_sequence=provision.sequence,
                    domain_labels=_item_label(provision.provision_text) + provision.heading_path[::-1],
                )
            )
    return tuple(records)


def task_targets(
    tasks: Sequence[TaskRow],
    source_sha256: str,
    *,
    first_sequence: int = 1,
    target_fields: Mapping[int, Sequence[str]] | None = None,
    first_year: int | None = None,
) -> tuple[TargetClause, ...]:
    """Targets stated in the cells of task rows; what two cells of one row both state counts once.

    `target_fields`: the fields of each row, by its sequence, whose cell starts there, in printed order. Without it,
    a text repeated from the row above is taken for a merged cell.
    """
    records: list[TargetClause] = []
    previous: TaskRow | None = None
    for task in tasks:
        fields = (target_fields or {}).get(task.sequence) or _unrepeated(task, previous)
        previous = task
        stated: list[Clause] = []
        for name in fields:
            text: str | None = getattr(task, name)
            for clause in find_clauses(text or "", first_year=first_year):
                if not any(_same_target(clause, other) for other in stated):
                    stated.append(clause)
        for clause in stated:
            records.append(
                _record(
                    clause,
                    task,
                    source_sha256,
                    first_sequence + len(records),
                    source_kind="task",
                    source_ref=f"task:{task.sequence}",
                    responsible_text=task.lead_text,
                    annex_sequence=task.annex_sequence,
                    task_sequence=task.sequence,
                    domain_labels=([task.group_label] if task.group_label else []) + task.heading_path[::-1],
                )
            )
    return tuple(records)


def source_reference(marker_path: Sequence[str]) -> str:
    """'II.1.1' for the headings II, 1 and 1.1; bullets of sub-headings are left out."""
    parts: list[str] = []
    for marker in marker_path:
        value = marker.strip(" .)(/")
        if not re.search(r"\w", value):
            continue
        while parts and re.fullmatch(r"\d+(?:\.\d+)*", value) and value.startswith(parts[-1] + "."):
            parts.pop()
        parts.append(value)
    return ".".join(parts)


def _record(
    clause: Clause,
    where: Record,
    source_sha256: str,
    sequence: int,
    *,
    source_kind: str,
    source_ref: str,
    stage_text: str | None = None,
    responsible_text: str | None = None,
    annex_sequence: int | None = None,
    task_sequence: int | None = None,
    provision_sequence: int | None = None,
    domain_labels: list[str],
) -> TargetClause:
    return TargetClause(
        source_sha256=source_sha256,
        sequence=sequence,
        **same_place(where),
        source_kind=source_kind,
        source_ref=source_ref,
        clause_text=clause.text,
        indicator_text=clause.indicator,
        comparator_text=clause.comparator,
        value_text=clause.value,
        unit_text=clause.unit,
        stage_text=stage_text,
        horizon_text=clause.horizon,
        responsible_text=responsible_text,
        annex_sequence=annex_sequence,
        task_sequence=task_sequence,
        provision_sequence=provision_sequence,
        domain_labels=domain_labels,
    )


def _stage_above(provision: Provision, lead_in: Provision | None) -> str | None:
    """The period named by the innermost heading or lead-in that opens with one, else by any heading of targets."""
    above = list(provision.heading_path) + ([lead_in.provision_text] if lead_in and lead_in is not provision else [])
    for text in reversed(above):
        opening = _OPENS_WITH_STAGE.match(text)
        if opening:
            found = _STAGE.search(text)
            return found.group() if found else None
    for text in reversed(above):
        found = re.search(r"(?:mục tiêu|chỉ tiêu)[^.;]{0,40}?(" + _STAGE.pattern + ")", text, re.IGNORECASE)
        if found:
            return found.group(1)
    return None


def _item_label(text: str) -> list[str]:
    """The topic an item opens with ('Thể chế: ...')."""
    found = _LABEL.match(text)
    return [found["label"]] if found and is_item_label(found["label"] + ":") else []


def _unrepeated(task: TaskRow, previous: TaskRow | None) -> list[str]:
    if previous is None or (task.printed_number is not None and task.parent_sequence is None):
        return [name for name in _FIELDS if getattr(task, name)]
    return [name for name in _FIELDS if getattr(task, name) and getattr(task, name) != getattr(previous, name)]


def _same_target(one: Clause, other: Clause) -> bool:
    """Equal value and unit, and nearly the same words, or the words of one within the other's."""
    if (one.value, one.unit) != (other.value, other.unit):
        return False
    a, b = match_key(one.indicator), match_key(other.indicator)
    return a in b or b in a or SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SAME
