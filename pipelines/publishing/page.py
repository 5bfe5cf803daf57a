"""The release's page: one HTML file that needs nothing else and lets no text of a plan become markup."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipelines.invocation import DOCUMENTED
from pipelines.publishing import labels
from pipelines.publishing.overview import Overview, domains_of

TEMPLATES = Path(__file__).with_name("templates")
_LONGEST_TEXT = 600
# What each severity found in a published set means for whoever reads the page; a blocking one leaves no page.
_SEVERITIES = (
    ("holding", "lỗi nặng: kế hoạch chưa được tính vào số liệu, xã phải sửa và gửi lại."),
    ("warning", "đã tính vào số liệu, nhưng văn bản có chỗ sai: xã phải sửa."),
    ("note", "đã tính vào số liệu; nên xem lại, có thể không sai."),
)


def write_page(
    path: Path, overview: Overview, release_id: str, created_at: datetime, tables: Sequence[str], since: str | None
) -> None:
    """Writes index.html. `tables`: names of the Parquet files beside it; `since`: the release before, if any."""
    html = (
        environment(TEMPLATES)
        .get_template("index.html.j2")
        .render(
            overview=overview,
            domains=domains_of(overview),
            release_id=release_id,
            created_at=created_at,
            tables=tables,
            since=since,
            command=DOCUMENTED,
            severities=_SEVERITIES,
            subjects=labels.SUBJECT,
            changes=labels.CHANGE,
        )
    )
    path.write_text(html, encoding="utf-8")


def environment(templates: Path) -> Environment:
    """What renders the pages of `templates`: every value is escaped, and the filters speak Vietnamese."""
    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": _day, "number": labels.number, "word": _word, "brief": _brief, "percent": labels.percent}
    return made


def _day(value: date | None) -> str:
    return f"{value:%d/%m/%Y}" if value else ""


def _word(code: object, vocabulary: str) -> str:
    return labels.word(vocabulary, code) or ""


def _brief(text: str | None) -> str:
    """Room for any sensible text; a huge one is cut so that it cannot swamp the page."""
    if text is None:
        return ""
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…"
