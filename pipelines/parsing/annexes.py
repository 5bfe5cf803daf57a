"""The annexes of a plan -> records: each task or target table read, tables carried on over several blocks joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipelines.parsing.captions import CaptionedTable, captioned_tables
from pipelines.parsing.flat_annex import rebuild_tables
from pipelines.parsing.parts import AnnexPart
from pipelines.parsing.period import year_in
from pipelines.parsing.provenance import place_fields
from pipelines.parsing.records import Annex, TargetClause, TaskRow
from pipelines.parsing.table_layout import Layout, read_layout
from pipelines.parsing.target_annex import read_target_table
from pipelines.parsing.targets import task_targets
from pipelines.parsing.task_annex import read_task_table
from pipelines.reading.document import Block, Table


@dataclass(slots=True)
class AnnexRecords:
    """Records of the tables of one document; sequences run from 1 within each kind."""

    annexes: list[Annex] = field(default_factory=list)
    tasks: list[TaskRow] = field(default_factory=list)
    targets: list[TargetClause] = field(default_factory=list)


def parse_annexes(
    annexes: Sequence[AnnexPart], source_sha256: str, *, body: Sequence[Block] = (), period_text: str | None = None
) -> AnnexRecords:
    """Records of every task and target table in a plan's body and annexes.

    An annex without a table of its own is rebuilt from its text. `period_text` is the title or printed period of the
    plan; its first year tells the column of a past result from a target's.
    """
    tables = [*captioned_tables(body), *(table for annex in annexes for table in annex_tables(annex))]
    return parse_tables(tables, source_sha256, period_text=period_text)


def annex_tables(annex: AnnexPart) -> Iterator[CaptionedTable]:
    """The tables of an annex, those rebuilt from its text where it has none."""
    if any(isinstance(block, Table) for block in annex.blocks):
        yield from captioned_tables(annex.blocks, annex.title, annex.caption)
    else:
        for table in rebuild_tables(annex.blocks):
            yield CaptionedTable(table, annex.title, annex.caption)


def parse_tables(
    tables: Sequence[CaptionedTable], source_sha256: str, *, period_text: str | None = None
) -> AnnexRecords:
    """Records of the task and target tables among `tables`; other tables are passed over."""
    records = AnnexRecords()
    first_year = year_in(period_text)
    previous: tuple[Layout, CaptionedTable] | None = None
    for captioned in tables:
        continued = previous[0] if previous and captioned.title == previous[1].title else None
        layout = read_layout(captioned.table, previous=continued, first_year=first_year or year_in(captioned.title))
        if layout is None:
            continue
        carries_on = continued is not None and layout.header == continued.header and not captioned.lead_in
        if layout.is_target_table:
            _add_target_table(records, layout, captioned, source_sha256, carries_on=carries_on)
        else:
            _add_task_table(records, layout, captioned, source_sha256, first_year, carries_on=carries_on)
        previous = layout, captioned
    return records


def _add_task_table(
    records: AnnexRecords,
    layout: Layout,
    captioned: CaptionedTable,
    source_sha256: str,
    first_year: int | None,
    *,
    carries_on: bool,
) -> None:
    sequence = len(records.annexes) + (0 if carries_on else 1)
    table = read_task_table(
        layout,
        source_sha256,
        sequence,
        len(records.tasks) + 1,
        default_group=captioned.group(),
        continues=[task for task in records.tasks if task.annex_sequence == sequence] if carries_on else (),
    )
    if not table.rows:
        return
    _add_annex(records, "task", layout, captioned, source_sha256, table.printed_total, carries_on=carries_on)
    records.tasks.extend(table.rows)
    records.targets.extend(
        task_targets(
            table.rows,
            source_sha256,
            first_sequence=len(records.targets) + 1,
            target_fields=table.target_fields,
            first_year=first_year,
        )
    )


def _add_target_table(
    records: AnnexRecords, layout: Layout, captioned: CaptionedTable, source_sha256: str, *, carries_on: bool
) -> None:
    sequence = len(records.annexes) + (0 if carries_on else 1)
    title = captioned.title or captioned.heading or captioned.lead_in
    clauses, total = read_target_table(layout, source_sha256, sequence, len(records.targets) + 1, title=title)
    if clauses:
        _add_annex(records, "target", layout, captioned, source_sha256, total, carries_on=carries_on)
        records.targets.extend(clauses)


def _add_annex(
    records: AnnexRecords,
    kind: str,
    layout: Layout,
    captioned: CaptionedTable,
    source_sha256: str,
    printed_total: str | None,
    *,
    carries_on: bool,
) -> None:
    if carries_on:
        return
    records.annexes.append(
        Annex(
            source_sha256=source_sha256,
            sequence=len(records.annexes) + 1,
            **place_fields(layout.table.place),
            annex_kind=kind,
            title=captioned.title,
            caption=captioned.caption,
            columns=list(layout.header),
            printed_total_text=printed_total,
        )
    )
