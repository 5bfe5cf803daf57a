"""The paragraphs between the title and the first heading, as records."""

from __future__ import annotations

from pipelines.parsing.lines import lines_of
from pipelines.parsing.parts import Parts
from pipelines.parsing.provenance import place_fields
from pipelines.parsing.records import PreambleParagraph


def parse_preamble(parts: Parts, source_sha256: str) -> tuple[PreambleParagraph, ...]:
    return tuple(
        PreambleParagraph(
            source_sha256=source_sha256,
            sequence=sequence,
            **place_fields(paragraph.place, min((line.confidence for line in lines_of([paragraph])), default=1.0)),
            preamble_text=paragraph.text,
        )
        for sequence, paragraph in enumerate(parts.preamble, start=1)
    )
