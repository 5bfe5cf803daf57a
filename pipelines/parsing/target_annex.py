"""A target table -> one clause a filled target column of a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipelines.parsing.clauses import find_clauses
from pipelines.parsing.columns import Column, Meaning
from pipelines.parsing.horizons import find_horizon, strip_horizon
from pipelines.parsing.provenance import place_fields
from pipelines.parsing.quantities import Quantity, read_value_cell
from pipelines.parsing.records import TargetClause
from pipelines.parsing.row_kinds import Heading, RowKind, classify, has_roman_groups, names_stage
from pipelines.parsing.table_layout import Layout, Row
from pipelines.text.markers import split_marker
from pipelines.text.normalise import fold

_STAGE = re.compile(
    r"(?:giai đoạn |đến (?:hết |cuối )?năm |(?:6|06|sáu) tháng (?:đầu|cuối) năm |quý [IVX]+(?:/| năm )"
    r"|tháng \d+(?:/| năm )|năm )?"
    r"20\d\d(?:\s*[-–]\s*20\d\d)?",
    re.IGNORECASE,
)
_UNIT_IN_LABEL = re.compile(r"\((?:đơn vị tính:?\s*|đvt:?\s*)?(?P<unit>%|[^()\d]{1,20})\)", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-–+*•]|[a-zđ]\)|\d+\.\d+)\s*")


@dataclass(slots=True)
class _Position:
    """Headings above the row, and the last numbered row with its indicator."""

    headings: list[Heading] = field(default_factory=list)
    number: str | None = None
    indicator: str | None = None
    has_value: bool = False

    def stage(self) -> str | None:
        return next((h.title for h in reversed(self.headings) if names_stage(h.title)), None)

    def labels(self) -> list[str]:
        return [h.label for h in reversed(self.headings) if not names_stage(h.title)]

    def reference(self, number: str | None) -> str:
        markers = [h.marker.strip(" .)(/") for h in self.headings if h.marker]
        return "annex:" + ".".join([*markers, *([number] if number else [])])


def read_target_table(
    layout: Layout, source_sha256: str, annex_sequence: int | None, first_sequence: int, *, title: str | None = None
) -> tuple[tuple[TargetClause, ...], str | None]:
    """The clauses of a target table, numbered from `first_sequence`, and its printed total.

    `title` of the annex is the last of the labels that may name a reform domain.
    """
    position = _Position()
    under_roman = has_roman_groups(layout)
    clauses: list[TargetClause] = []
    totals: list[str] = []
    for row in layout.rows():
        kind, heading = classify(row, layout, under_roman=under_roman)
        if kind is RowKind.GROUP and heading is not None:
            position.headings = [outer for outer in position.headings if outer.rank < heading.rank] + [heading]
            position.number = position.indicator = None
        elif kind is RowKind.TOTAL:
            totals.append(" ".join(cell.text for cell in row.own()))
        else:
            for clause in _row_clauses(row, layout, position):
                labels = [*clause.domain_labels, *([title] if title else [])]
                clauses.append(
                    replace(
                        clause,
                        source_sha256=source_sha256,
                        sequence=first_sequence + len(clauses),
                        annex_sequence=annex_sequence,
                        domain_labels=labels,
                    )
                )
    return tuple(clauses), "; ".join(totals) or None


def _row_clauses(row: Row, layout: Layout, position: _Position) -> list[TargetClause]:
    column = layout.column(Meaning.INDICATOR)
    cell = row.text(column)
    if cell is None:
        return []
    number = _number(row, layout)
    is_sub_row = (
        position.indicator is not None and not position.has_value and _is_sub_row(number, cell, position.number)
    )
    horizon = find_horizon(cell.rstrip(" ."))
    indicator = strip_horizon(cell.strip().rstrip(" .;"), horizon).strip(" .,;:")
    if not is_sub_row:
        position.number, position.indicator = number, indicator
    else:
        indicator = f"{position.indicator}: {_ITEM.sub('', indicator, count=1)}"
    values = _values(row, layout)
    if not is_sub_row:
        position.has_value = bool(values)
    template = TargetClause(
        source_sha256="",
        sequence=0,
        **place_fields(row.place(column), row.confidence()),
        source_kind="annex",
        source_ref=position.reference(number or position.number),
        clause_text=cell,
        indicator_text=indicator,
        value_text="",
        horizon_text=horizon,
        responsible_text=row.text(layout.column(Meaning.LEAD)),
        domain_labels=position.labels() + _group_cell(row, layout),
    )
    if not layout.indices(Meaning.TARGET_VALUE):
        return _stated_in_indicator(cell, template, position)
    unit = _unit(row, layout, indicator)
    return [
        _with_value(template, value, text, unit, _stage(label, text) or position.stage())
        for label, text, value in values
    ]


def _with_value(
    template: TargetClause, value: Quantity, text: str, unit: str | None, stage: str | None
) -> TargetClause:
    return replace(
        template,
        comparator_text=value.comparator_text,
        value_text=value.value_text,
        unit_text=unit or value.unit_text,
        stage_text=stage,
        horizon_text=template.horizon_text or find_horizon(text.rstrip(" .")),
    )


def _stated_in_indicator(cell: str, template: TargetClause, position: _Position) -> list[TargetClause]:
    """Targets of a table without a value column, which states the numbers in the indicator's own words."""
    return [
        replace(
            template,
            clause_text=clause.text,
            indicator_text=clause.indicator,
            comparator_text=clause.comparator,
            value_text=clause.value,
            unit_text=clause.unit,
            horizon_text=clause.horizon,
            stage_text=position.stage(),
        )
        for clause in find_clauses(cell)
    ]


def _values(row: Row, layout: Layout) -> list[tuple[Column, str, Quantity]]:
    """The filled target columns of a row: column, cell text, the quantity it holds. A merged cell counts once."""
    found = []
    seen: set[int] = set()
    for column in layout.columns:
        cell = row.cells[column.index]
        if column.meaning is not Meaning.TARGET_VALUE or not cell.text or id(cell) in seen:
            continue
        seen.add(id(cell))
        value = read_value_cell(cell.text)
        if value is not None and row.starts_here(column.index):
            found.append((column, cell.text, value))
    return found


def _stage(column: Column, text: str) -> str | None:
    """The period a target column stands for, from its label ('Giai đoạn 2026 - 2027', 'Kế hoạch năm 2026')."""
    found = _STAGE.search(column.label)
    return found.group() if found else None


def _unit(row: Row, layout: Layout, indicator: str) -> str | None:
    """The unit column; without one, a unit in brackets in a value column's label or after the indicator."""
    printed = row.text(layout.column(Meaning.UNIT))
    if printed:
        return printed
    for index in layout.indices(Meaning.TARGET_VALUE):
        found = _UNIT_IN_LABEL.search(layout.columns[index].label)
        if found:
            return found["unit"].strip()
    if layout.column(Meaning.UNIT) is None and re.search(r"\(%\)\s*$", indicator):
        return "%"
    return None


def _number(row: Row, layout: Layout) -> str | None:
    column = layout.column(Meaning.NUMBER)
    if column is None:
        marker, _ = split_marker(row.text(layout.column(Meaning.INDICATOR)) or "")
        return marker.value if marker and marker.value[:1].isdigit() else None
    printed = row.text(column)
    bare = printed.strip(" .)(/") if printed and row.starts_here(column) else ""
    return bare if re.search(r"\w", bare) else None


def _is_sub_row(number: str | None, cell: str, parent: str | None) -> bool:
    if number is None:
        return True
    return (parent is not None and number.startswith(parent + ".")) or bool(re.fullmatch(r"[a-zđ]", number))


def _group_cell(row: Row, layout: Layout) -> list[str]:
    text = row.text(layout.column(Meaning.GROUP))
    return [text] if text and len(fold(text)) <= 200 else []
