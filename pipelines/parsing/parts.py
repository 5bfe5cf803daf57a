"""The parts of an issued document, before any of them is understood: who issues it, the plan, its annexes."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.reading.document import Block, Paragraph


@dataclass(frozen=True, slots=True)
class AnnexPart:
    """One annex: its caption lines ('Phụ lục II', its title, '(Kèm theo Kế hoạch số ...)') and what follows.

    `blocks` holds tables; for text pulled out of a PDF, whose table cells come one after another, paragraphs.
    """

    label: str | None
    title: str | None
    caption: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """A document cut into its parts, each in reading order. Absent parts are empty.

    `decision`: articles of a Decision in front of the plan. `preamble`: from the title to the first heading.
    `body`: from the first numbered heading to the closing paragraph, which it includes.
    `signature`: authority, title and name of the signer. `recipients`: the 'Nơi nhận' list.
    """

    letterhead: tuple[Block, ...] = ()
    decision: tuple[Block, ...] = ()
    title: tuple[Paragraph, ...] = ()
    preamble: tuple[Paragraph, ...] = ()
    body: tuple[Block, ...] = ()
    recipients: tuple[Block, ...] = ()
    signature: tuple[Block, ...] = ()
    annexes: tuple[AnnexPart, ...] = ()
    footnotes: tuple[Paragraph, ...] = ()
