"""The printable page of each commune, and the list of them."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment

from pipelines.feedback.dossier import Dossier, Feedback, PlanSheet, Row
from pipelines.publishing import labels
from pipelines.publishing.page import environment

_TEMPLATES = Path(__file__).with_name("templates")


def write_sheet_page(path: Path, dossier: Dossier, feedback: Feedback) -> None:
    """Writes a commune's page: one HTML file that needs nothing else."""
    html = (
        _environment()
        .get_template("phieu.html.j2")
        .render(dossier=dossier, facts=facts, release_id=feedback.release_id, created_at=moment(feedback.created_at))
    )
    path.write_text(html, encoding="utf-8")


def write_index_page(path: Path, feedback: Feedback) -> None:
    """Writes the list of the sheets."""
    html = (
        _environment().get_template("index.html.j2").render(feedback=feedback, created_at=moment(feedback.created_at))
    )
    path.write_text(html, encoding="utf-8")


def facts(sheet: PlanSheet) -> list[tuple[str, str | None]]:
    """What was understood of a plan's head, in words; None where the document does not say."""
    plan = sheet.plan
    declared = plan["declared_task_total"]
    kind = labels.word("plan_kind", plan["plan_kind"])
    signer = " – ".join(part for part in (plan["signer_title"], plan["signer_name"]) if part)
    return [
        ("Tên kế hoạch", plan["title"]),
        ("Loại kế hoạch", f"Kế hoạch {lower_first(kind)}" if kind else None),
        ("Thời kỳ", period(plan["period_start"], plan["period_end"])),
        ("Số, ký hiệu", plan["document_number"]),
        ("Ngày ban hành", day(plan["issued_on"])),
        ("Người ký", signer or None),
        ("Số nhiệm vụ văn bản tự ghi", None if declared is None else str(declared)),
        ("Số nhiệm vụ máy đọc được", _task_total(sheet)),
    ]


def understood(target: Row, plan: Row) -> str:
    """A target as it was understood: 'Tỷ lệ hồ sơ đúng hạn: ≥ 98 %', with its period where the plan has another."""
    high = target["target_value_high"]
    value = labels.number(target["target_value"]) + (f" – {labels.number(high)}" if high is not None else "")
    sign = labels.COMPARATOR_SIGN.get(target["comparator"] or "=", target["comparator"])
    measured = " ".join(part for part in (sign, value, target["unit_of_measure"]) if part)
    own_period = (target["period_start"], target["period_end"])
    when = None if own_period == (plan["period_start"], plan["period_end"]) else period(*own_period)
    return f"{target['indicator'] or '(chỉ tiêu riêng của xã)'}: {measured}" + (f"; {when}" if when else "")


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _task_total(sheet: PlanSheet) -> str:
    rows_below = sum(task["parent_task_id"] is not None for task in sheet.tasks)
    if not rows_below:
        return str(len(sheet.tasks))
    main = len(sheet.tasks) - rows_below
    return f"{len(sheet.tasks)} dòng, gồm {main} nhiệm vụ và {rows_below} việc nhỏ trong các nhiệm vụ đó"


def period(start: date | None, end: date | None) -> str | None:
    return f"{day(start) or '…'} – {day(end) or '…'}" if start or end else None


def day(value: date | None) -> str | None:
    return f"{value:%d/%m/%Y}" if value else None


def moment(iso: str) -> str:
    return f"{datetime.fromisoformat(iso):%H:%M ngày %d/%m/%Y}"


@cache
def _environment() -> Environment:
    made = environment(_TEMPLATES)
    made.filters |= {"understood": understood, "lower_first": lower_first}
    return made
