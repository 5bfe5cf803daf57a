"""What follows the title of a document: text, recipients, signature and annexes, in whatever order they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipelines.parsing import landmarks
from pipelines.parsing.lines import block_lines, is_layout_table, text_of
from pipelines.reading.document import Block, Paragraph, Table
from pipelines.text.markers import split_marker
from pipelines.text.normalise import match_key

# How many paragraphs an annex spends on its title and caption, at most.
CAPTION_PARAGRAPHS = 8

# 'Bảng 1' inside the text is the caption of a table there; an annex so named has a caption of its own.
_FIGURE_WORDS = ("bảng", "biểu")

Section = Literal["decision", "body", "recipients", "signature", "annex"]


@dataclass(slots=True)
class Tail:
    """Collects what follows a title, block by block: text, recipients, signature and annexes in any order."""

    section: Section = "body"
    decision: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    recipients: list[Block] = field(default_factory=list)
    signature: list[Block] = field(default_factory=list)
    annexes: list[list[Block]] = field(default_factory=list)

    def add(self, block: Block, following: Sequence[Block]) -> None:
        text = text_of(block)
        if isinstance(block, Table):
            self._add_table(block, text)
        elif self.section != "decision" and self._opens_annex(block, following):
            self.section = "annex"
            self.annexes.append([block])
        elif landmarks.opens_recipients(text):
            self.section = "recipients"
            self.recipients.append(block)
        elif landmarks.opens_signature(text):
            self.section = "signature"
            self.signature.append(block)
        else:
            self._append(block)

    def _append(self, block: Block) -> None:
        if self.section == "annex":
            self.annexes[-1].append(block)
        else:
            {
                "decision": self.decision,
                "body": self.body,
                "recipients": self.recipients,
                "signature": self.signature,
            }[self.section].append(block)

    def _add_table(self, table: Table, text: str) -> None:
        lines = [line.text for line in block_lines(table)]
        is_signature = is_layout_table(table) and any(
            landmarks.opens_recipients(line) or landmarks.opens_signature(line) for line in lines
        )
        if is_signature:
            self.recipients.append(table)
            self.signature.append(table)
            self.section = "signature"
        elif self.section in ("recipients", "signature") and not is_layout_table(table):
            self.annexes.append([table])
            self.section = "annex"
        else:
            self._append(table)

    def _opens_annex(self, paragraph: Paragraph, following: Sequence[Block]) -> bool:
        """A label ('Phụ lục I'); after the signature also a title or caption line without a label."""
        label = landmarks.annex_label(paragraph)
        if label:
            if self.section == "annex":
                return len(self.annexes[-1]) > 1
            if self.section == "body" and match_key(label[0]).startswith(_FIGURE_WORDS):
                return any(landmarks.is_issue_caption(text_of(block)) for block in following[:5])
            return _is_followed_by_caption(following) or self.section != "body" or landmarks.is_capitals(paragraph.text)
        if self.section in ("recipients", "signature"):
            return landmarks.is_annex_title(paragraph.text) or landmarks.is_issue_caption(paragraph.text)
        if self.section == "body":
            is_heading = split_marker(paragraph.text)[0] is not None or bool(landmarks.part_heading(paragraph.text))
            is_title = landmarks.is_annex_title(paragraph.text) and not is_heading
            return is_title and _is_followed_by_caption(following[:2])
        return False


def _is_followed_by_caption(following: Sequence[Block]) -> bool:
    """Whether a table or '(Kèm theo ...)' comes within the next few blocks."""
    return any(isinstance(block, Table) or landmarks.is_issue_caption(block.text) for block in following[:5])
