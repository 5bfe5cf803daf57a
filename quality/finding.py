"""Findings: one failed rule on one record, told so that a commune officer knows where to look and what to do."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from pipelines.tables import OFFLINE
from quality.result import Failure
from quality.rule import ExpectationRule, Rule

EVIDENCE_LENGTH = 1_000
_QUOTE_LENGTH = 90
_BLANK = "(trống)"
_TYPES = {"source_page": "INTEGER", "waived_until": "DATE"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A row of fct_finding. `finding_id` depends on rule, plan and record alone, so it is the same on every run.

    `message` tells all: `problem` (what is wrong with this record), its place, and the rule's `remedy`.
    The last three are set for a finding that an analyst has accepted (quality.waivers).
    """

    finding_id: str
    rule_code: str
    severity: str
    plan_id: str | None
    record_table: str
    record_id: str
    message: str
    evidence: str | None
    source_page: int | None
    problem: str
    remedy: str
    waived_by: str | None = None
    waiver_reason: str | None = None
    waived_until: date | None = None

    @property
    def is_waived(self) -> bool:
        return self.waived_by is not None


def finding_of(rule: Rule, failure: Failure) -> Finding:
    """The finding that reports `failure`: what is wrong, in which file and page, and the rule's remedy."""
    place = ", ".join(
        part
        for part in (
            f"tệp {failure.source_file}" if failure.source_file else "",
            f"trang {failure.source_page}" if failure.source_page else "",
        )
        if part
    )
    where = f" ({place[0].upper()}{place[1:]}.)" if place else ""
    return Finding(
        finding_id=finding_id(rule.code, failure.plan_id, failure.record_table, failure.record_id),
        rule_code=rule.code,
        severity=rule.severity.value,
        plan_id=failure.plan_id,
        record_table=failure.record_table,
        record_id=failure.record_id,
        message=f"{failure.message}{where} Cách xử lý: {rule.remedy}",
        evidence=shorten(failure.evidence, EVIDENCE_LENGTH) if failure.evidence else None,
        source_page=failure.source_page,
        problem=failure.message,
        remedy=rule.remedy,
    )


def finding_id(rule_code: str, plan_id: str | None, record_table: str, record_id: str) -> str:
    """16 hexadecimal digits."""
    key = "\x1f".join((rule_code, plan_id or "", record_table, record_id))
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def failure_of_row(rule: ExpectationRule, row: Mapping[str, Any]) -> Failure:
    """The failure of one row (missing values None) of the rule's frame."""
    quoted = {name: _printed(value) for name, value in row.items()}
    page = row["source_page"]
    return Failure(
        message=rule.finding.format_map({name: shorten(text, _QUOTE_LENGTH) for name, text in quoted.items()}),
        evidence=rule.evidence.format_map(quoted) if rule.evidence else None,
        plan_id=row["plan_id"],
        record_table=row["record_table"],
        record_id=str(row["record_id"]),
        source_file=row["source_file"],
        source_page=None if page is None else int(page),
    )


def shorten(text: str, length: int) -> str:
    """At most `length` characters, cut at a word where one ends nearby."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at_word, _, _ = cut.rpartition(" ")
    return f"{at_word if len(at_word) > length * 2 // 3 else cut}…"


def write_findings(findings: Sequence[Finding], path: Path) -> None:
    """Writes `findings` as Parquet, its columns typed also when there are none."""
    types = {column.name: _TYPES.get(column.name, "VARCHAR") for column in fields(Finding)}
    write_parquet(path, types, [astuple(finding) for finding in findings])


def write_parquet(path: Path, types: Mapping[str, str], rows: Sequence[tuple[object, ...]]) -> None:
    """Writes `rows` as Parquet with the named columns of the given DuckDB types."""
    with duckdb.connect(":memory:", config=OFFLINE) as connection:
        connection.register("given", pd.DataFrame(rows, columns=list(types), dtype=object))
        columns = ", ".join(f"{name}::{kind} as {name}" for name, kind in types.items())
        connection.sql(f"select {columns} from given").write_parquet(str(path))  # noqa: S608 - our own column names


def _printed(value: object) -> str:
    if value is None:
        return _BLANK
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return str(value)
