"""A document to the verbatim records of the plan in it."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from pipelines.parsing.annexes import AnnexRecords, parse_annexes
from pipelines.parsing.citations import own_numbers, parse_citations
from pipelines.parsing.classify import Verdict, classify
from pipelines.parsing.header import letterhead_numbers, parse_header, plan_title
from pipelines.parsing.narrative_tasks import narrative_tasks
from pipelines.parsing.parts import Parts, split_parts
from pipelines.parsing.period import year_in
from pipelines.parsing.places import parse_places
from pipelines.parsing.preamble import parse_preamble
from pipelines.parsing.provenance import place_fields
from pipelines.parsing.provisions import parse_provisions
from pipelines.parsing.records import Note, PlanHeader, PlanRecord
from pipelines.parsing.targets import narrative_targets
from pipelines.reading.document import Document

Result = TypeVar("Result")
_NO_RECORDS: tuple[Any, ...] = ()
_NO_NUMBERS: frozenset[str] = frozenset()


def parse(document: Document, source_sha256: str) -> PlanRecord:
    """Every record of one document. A document that is no reform plan yields its header and places alone.

    The steps are independent: one that raises leaves its records out and a note 'parser_error' in, so that the rest
    of the plan is kept and the gap is seen.
    """
    steps = _Steps(source_sha256)
    parts = steps.run("phân tách văn bản", lambda: split_parts(document), Parts())
    title = steps.run("đọc trích yếu", lambda: plan_title(parts), None)
    verdict = steps.run("phân loại văn bản", lambda: classify(parts, title), Verdict(None))
    header = steps.run(
        "đọc phần đầu và chữ ký",
        lambda: parse_header(parts, verdict, source_sha256),
        PlanHeader(source_sha256=source_sha256, sequence=1, title=title),
    )
    places = steps.run("đọc tên đơn vị hành chính", lambda: parse_places(parts, source_sha256), _NO_RECORDS)
    if verdict.code is not None:
        return PlanRecord(header, places=places, notes=_notes(document, source_sha256, steps.notes))

    preamble = steps.run("đọc phần mở đầu", lambda: parse_preamble(parts, source_sha256), _NO_RECORDS)
    provisions = steps.run("đọc phần nội dung", lambda: parse_provisions(parts.body, source_sha256), _NO_RECORDS)
    own = steps.run("đọc số hiệu", lambda: own_numbers(parts, letterhead_numbers(parts)), _NO_NUMBERS)
    citations = steps.run("đọc căn cứ viện dẫn", lambda: parse_citations(parts, own, source_sha256), _NO_RECORDS)
    period = header.period_text or title
    annexes = steps.run(
        "đọc phụ lục",
        lambda: parse_annexes(parts.annexes, source_sha256, body=parts.body, period_text=period),
        AnnexRecords(),
    )
    targets = steps.run(
        "đọc chỉ tiêu trong nội dung",
        lambda: narrative_targets(
            provisions, source_sha256, first_sequence=len(annexes.targets) + 1, first_year=year_in(period)
        ),
        _NO_RECORDS,
    )
    tasks = tuple(annexes.tasks)
    if not tasks:
        tasks = steps.run(
            "đọc nhiệm vụ trong nội dung", lambda: narrative_tasks(provisions, source_sha256), _NO_RECORDS
        )
    if header.declared_task_total_text is None:
        total = next((annex.printed_total_text for annex in annexes.annexes if annex.annex_kind == "task"), None)
        header = replace(header, declared_task_total_text=total)
    return PlanRecord(
        header=header,
        preamble=preamble,
        places=places,
        annexes=tuple(annexes.annexes),
        tasks=tasks,
        targets=(*annexes.targets, *targets),
        provisions=provisions,
        citations=citations,
        notes=_notes(document, source_sha256, steps.notes),
    )


class _Steps:
    """Runs parsing steps; what one of them raises becomes a note."""

    def __init__(self, source_sha256: str) -> None:
        self._source_sha256 = source_sha256
        self.notes: list[Note] = []

    def run(self, name: str, step: Callable[[], Result], otherwise: Result) -> Result:
        try:
            return step()
        except Exception as error:
            at = traceback.extract_tb(error.__traceback__)[-1]
            evidence = f"{type(error).__name__}: {error} ({at.name}, line {at.lineno})"
            self.notes.append(
                Note(
                    source_sha256=self._source_sha256,
                    sequence=0,
                    kind="parser_error",
                    message=f"Lỗi khi {name}; phần này của văn bản không có trong kết quả tổng hợp.",
                    evidence=evidence,
                )
            )
            return otherwise


def _notes(document: Document, source_sha256: str, errors: list[Note]) -> tuple[Note, ...]:
    """What the reader and the parser have to say, numbered."""
    notes = [
        Note(
            source_sha256=source_sha256,
            sequence=0,
            **place_fields(note.place),
            kind=note.kind,
            message=note.message,
        )
        for note in document.notes
    ]
    return tuple(replace(note, sequence=index) for index, note in enumerate([*notes, *errors], start=1))
