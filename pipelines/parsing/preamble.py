"""The paragraphs between the title and the first heading, as records."""

from __future__ import annotations

from pipelines.parsing.lines import passages
from pipelines.parsing.parts import Parts
from pipelines.parsing.provenance import place_fields
from pipelines.parsing.records import PreambleParagraph


def parse_preamble(parts: Parts, source_sha256: str) -> tuple[PreambleParagraph, ...]:
    return tuple(
        PreambleParagraph(
            source_sha256=source_sha256,
            sequence=sequence,
            **place_fields(passage.place, passage.confidence),
            preamble_text=passage.text,
        )
        for sequence, passage in enumerate(passages(parts.preamble), start=1)
    )
