"""An annex sent as a file of its own, apart from its plan, as workbooks often are."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing import landmarks
from pipelines.parsing.tail import CAPTION_PARAGRAPHS
from pipelines.reading.document import Block, Paragraph, Table

_ISSUERS = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND", "XÃ ", "PHƯỜNG ", "ĐẶC KHU ", "TỈNH ", "THÀNH PHỐ ", "Số")


def lone_annex_at(blocks: Sequence[Block]) -> int | None:
    """Where the annex begins in a document with nothing but a letterhead before it; None in any other document.

    It opens with its label ('Phụ lục I') or its title in capitals ('DANH MỤC NHIỆM VỤ ...') and holds a table.
    """
    if not any(isinstance(block, Table) for block in blocks):
        return None
    for index, block in enumerate(blocks[:CAPTION_PARAGRAPHS]):
        if not isinstance(block, Paragraph) or _names_document(block.text):
            return None
        if landmarks.annex_label(block) or landmarks.is_annex_title(block.text):
            return index
        if not (landmarks.is_national_header(block.text) or block.text.startswith(_ISSUERS)):
            return None
    return None


def _names_document(text: str) -> bool:
    return landmarks.document_kind(text) is not None or landmarks.leading_kind(text) is not None
