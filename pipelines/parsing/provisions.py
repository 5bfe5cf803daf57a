"""Provision records: the leaf items of the narrative, with the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.parsing.entries import CHAPTER, PART, SECTION
from pipelines.parsing.landmarks import ends_document, opens_closing
from pipelines.parsing.outline import Node, leaves, outline
from pipelines.parsing.provenance import place_fields
from pipelines.parsing.records import Provision
from pipelines.reading.document import Block, Paragraph
from pipelines.text.markers import split_marker
from pipelines.text.normalise import match_key

_ANNEX_WORDS = re.compile(r"phụ lục|phụ biểu|biểu (số|mẫu|chi tiết|kèm)|danh mục|kèm theo|đính kèm")
_REFERENCE = re.compile(
    r"^\(?\s*(\(|chi tiết|cụ thể|nội dung (chi tiết|cụ thể)|có (phụ lục|danh mục|biểu)|(các )?nhiệm vụ( cụ thể)?\b"
    r"|(các )?chỉ tiêu( cụ thể)?\b|danh mục)"
)
_REFERENCE_LENGTH = 250
_PARTS = (PART, CHAPTER, SECTION)
# A closing sentence printed on in the last item's paragraph, which alone ends with './.'.
_RUN_ON_CLOSING = re.compile(
    r"(?<=[.;])\s+(?=(?:Trên đây là|Trong quá trình (?:tổ chức |triển khai )*(?:thực hiện|triển khai))\b)"
)
_RUN_ON_REFERENCE = re.compile(r"(?<=[.;])\s+(?=\([^()]+\)[.;/]*$)")


def parse_provisions(body: Sequence[Block], source_sha256: str) -> tuple[Provision, ...]:
    """The provisions of a plan's body in reading order, its closing paragraphs last."""
    text, closing = _split_closing(body)
    root = outline(text)
    records = [_provision(node, root) for node in leaves(root)]
    records += [_closing(paragraph, root) for paragraph in closing]
    return tuple(
        replace(record, source_sha256=source_sha256, sequence=index) for index, record in enumerate(records, start=1)
    )


def _split_closing(body: Sequence[Block]) -> tuple[list[Block], list[Paragraph]]:
    """The body without its closing paragraphs, and those."""
    blocks = list(_separate_run_ons(body))
    closing: list[Paragraph] = []
    end = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if not isinstance(block, Paragraph):
            continue
        if split_marker(block.text)[0] is not None or is_reference(block.text):
            break
        if opens_closing(block.text) or (ends_document(block.text) and not closing):
            end = index
            closing = [b for b in blocks[index:] if isinstance(b, Paragraph)]
        elif closing:
            break
    tables = [block for block in blocks[end:] if not isinstance(block, Paragraph)]
    return blocks[:end] + tables, closing


def _separate_run_ons(body: Sequence[Block]) -> Iterator[Block]:
    """The body with closing sentences and references to annexes taken out of the items they were printed on in."""
    for block in body:
        cut = _run_on(block.text) if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and cut:
            yield replace(block, text=block.text[: cut.start()])
            yield replace(block, text=block.text[cut.end() :])
        else:
            yield block


def _run_on(text: str) -> re.Match[str] | None:
    """The gap in front of a closing sentence or a reference at the end of another paragraph."""
    reference = _RUN_ON_REFERENCE.search(text)
    if reference and is_reference(text[reference.end() :]):
        return reference
    return _RUN_ON_CLOSING.search(text) if ends_document(text) and not opens_closing(text) else None


def is_reference(text: str) -> bool:
    """A bracketed pointer to an annex ('(Chi tiết tại Phụ lục kèm theo)'), or the same as a short sentence."""
    _, rest = split_marker(text)
    key = match_key(rest)
    if not _ANNEX_WORDS.search(key) or len(key) > _REFERENCE_LENGTH:
        return False
    if rest.startswith("("):
        return rest.rstrip(" .;/").endswith(")")
    return bool(_REFERENCE.match(key)) and bool(re.search(r"(phụ lục|biểu).*(kèm theo|đính kèm)", key))


def _provision(node: Node, root: Node) -> Provision:
    reference = is_reference(node.entry.text)
    headings = _reference_path(node, root) if reference else node.headings
    return _record(node.entry.paragraph, headings, node.entry.printed, node.entry.text, is_reference=reference)


def _closing(paragraph: Paragraph, root: Node) -> Provision:
    last = root.children[-1] if root.children else None
    headings: list[Node] = []
    while last is not None and last.is_heading:
        headings.append(last)
        is_part = last.entry.kind in _PARTS
        last = next((child for child in reversed(last.children) if child.is_heading), None) if is_part else None
    return _record(paragraph, headings, "", paragraph.text, is_closing=True)


def _reference_path(node: Node, root: Node) -> tuple[Node, ...]:
    """Its chapter; its section in the chapter where further sections of the chapter follow."""
    headings = node.headings
    chapter = next((depth for depth, heading in enumerate(headings) if heading.entry.kind not in _PARTS), None)
    if chapter is None:
        return headings
    section = headings[chapter + 1 : chapter + 2]
    if section and any(sibling.is_heading for sibling in _after(section[0])):
        return headings[: chapter + 2]
    return headings[: chapter + 1]


def _after(node: Node) -> list[Node]:
    siblings = node.parent.children if node.parent else []
    return siblings[siblings.index(node) + 1 :]


def _record(
    paragraph: Paragraph,
    headings: Sequence[Node],
    marker: str,
    text: str,
    *,
    is_reference: bool = False,
    is_closing: bool = False,
) -> Provision:
    return Provision(
        source_sha256="",
        sequence=0,
        **place_fields(paragraph.place, paragraph.confidence),
        marker_path=[heading.entry.step for heading in headings],
        heading_path=[heading.entry.text for heading in headings],
        marker=marker,
        provision_text=text,
        is_reference=is_reference,
        is_closing=is_closing,
    )
