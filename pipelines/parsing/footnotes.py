"""Footnotes that lost their place: printed on in a paragraph of the text, as text pulled out of pages has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.reading.document import Block, Paragraph
from pipelines.text.letters import LOWER, UPPER

# A call is a digit glued to a word ('của xã1 về'); 'km2' and 'CO2' are none.
_CALL = re.compile(rf"(?<=[{LOWER}][{LOWER}])(?<!km)(?<!cm)([1-9])(?=[\s,.;:)])")


def separate_footnotes(blocks: Sequence[Block]) -> tuple[list[Block], list[Paragraph]]:
    """The blocks without the notes found in them, and these notes.

    The note to a call is a paragraph, or the end of one, that opens with the call's digit and a capital and stands
    behind the call.
    """
    calls: set[str] = set()
    text: list[Block] = []
    notes: list[Paragraph] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            text.append(block)
            continue
        calls.update(_CALL.findall(block.text))
        note = _note(block.text, calls)
        if note is None:
            text.append(block)
            continue
        notes.append(replace(block, text=block.text[note:].strip(), lines=(), is_footnote=True))
        calls.discard(block.text[note:].strip()[0])
        if block.text[:note].strip():
            text.append(replace(block, text=block.text[:note].strip(), lines=()))
    return text, notes


def _note(text: str, calls: set[str]) -> int | None:
    """Where the note to one of the open calls begins in a text."""
    for call in sorted(calls):
        found = re.search(rf"(?:^|(?<=[.;:/])\s){call}\s(?=[{UPPER}])", text)
        if found:
            return found.start()
    return None
