"""The narrative as a tree: which paragraphs are headings, which are items, and what stands under what.

Official documents use a subset of the marker levels, not always in the same order; so levels are not fixed ranks
but are learnt from the document: parts, letters or roman numerals, then decimal numbers, then the loose kinds
('a)', '(1)', '-', '+', '*') in the order in which the document opens them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipelines.parsing.entries import (
    CHAPTER,
    PART,
    PLAIN,
    ROMAN,
    SECTION,
    UNNUMBERED,
    UPPER,
    Entry,
    entry_of,
    leads_on,
    loose_ranks,
)
from pipelines.parsing.landmarks import is_capitals
from pipelines.reading.document import Block, Paragraph, Place
from pipelines.text.letters import LOWER

_HEADING_LENGTH = 150
# Words with which a duty opens; in capitals behind a word without a stop they begin a new paragraph.
_RUN_ON = re.compile(
    rf"(?<=[{LOWER}])\s+(?=(?:Tăng cường|Chủ trì|Phối hợp|Tham mưu|Quan tâm|Thực hiện|Tổ chức|Triển khai|Theo dõi"
    r"|Chịu trách nhiệm|Hướng dẫn|Là cơ quan|Căn cứ|Đẩy mạnh|Xây dựng|Tiếp tục|Tuyên truyền|Vận động|Giám sát|Chủ động"
    r"|Trên cơ sở|Bố trí|Kiểm tra|Nâng cao|Có trách nhiệm|Đề nghị|Rà soát|Thường xuyên)\s)"
)
_SHORT_HEADING_LENGTH = 80
# Ranks of unnumbered headings: in capitals beside the chapters, in bold just above the loose kinds.
_CAPITALS_RANK = 1.5
_BOLD_RANK = 50.0
_LOOSE_RANK = 100.0


@dataclass(slots=True, eq=False)
class Node:
    """An entry with what stands under it. `rank` grows inwards."""

    entry: Entry
    rank: float
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    is_heading: bool = False

    @property
    def headings(self) -> tuple[Node, ...]:
        """The headings above this node, outermost first."""
        above: list[Node] = []
        node = self.parent
        while node is not None and node.parent is not None:
            if node.is_heading:
                above.insert(0, node)
            node = node.parent
        return tuple(above)


def outline(blocks: Sequence[Block]) -> Node:
    """The tree of a body's paragraphs, under an unprinted root; tables are passed over."""
    entries = [entry_of(block) for block in blocks if isinstance(block, Paragraph)]
    root = _nest(entries)
    _mark_headings(root)
    return root


def leaves(root: Node) -> Iterator[Node]:
    """The items and plain paragraphs in reading order."""
    for child in root.children:
        if not child.is_heading:
            yield child
        yield from leaves(child)


def _nest(entries: Sequence[Entry]) -> Node:
    ranks = _Ranks(entries)
    root = Node(Entry(PLAIN, "", "", "", Paragraph("", Place())), -1.0)
    root.is_heading = True
    open_nodes = [root]
    for index, entry in enumerate(entries):
        if entry.kind == PLAIN:
            parent = open_nodes[-1]
            parent.children.append(Node(entry, float("inf"), parent))
            continue
        rank = ranks.of(entry, entries[index + 1] if index + 1 < len(entries) else None)
        is_lead = entry.is_loose and _leads_to(open_nodes, entry)
        while open_nodes[-1].rank >= rank and not is_lead:
            open_nodes.pop()
        parent = open_nodes[-1]
        node = Node(entry, max(rank, parent.rank + 0.01), parent)
        parent.children.append(node)
        open_nodes.append(node)
    return root


def _leads_to(open_nodes: Sequence[Node], entry: Entry) -> bool:
    """Whether the innermost open item ends in ':' and no item of this kind is open: then it leads into this one."""
    top = open_nodes[-1]
    is_open = any(node.entry.kind == entry.kind for node in open_nodes)
    return top.entry.is_loose and leads_on(top.entry.text) and not is_open


class _Ranks:
    """Ranks of the kinds of marker in one document."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        kinds = [entry.kind for entry in entries]
        upper_is_outer = UPPER in kinds and (ROMAN not in kinds or kinds.index(UPPER) < kinds.index(ROMAN))
        upper, roman = (1.0, 2.0) if upper_is_outer else (2.0, 1.0)
        self._chapters = {PART: 0.0, CHAPTER: 0.3, SECTION: 0.6, UPPER: upper, ROMAN: roman}
        self._loose = loose_ranks(entries)

    def of(self, entry: Entry, following: Entry | None) -> float:
        if entry.kind in self._chapters:
            return self._chapters[entry.kind]
        if entry.kind in self._loose:
            return _LOOSE_RANK + self._loose[entry.kind]
        if entry.kind != UNNUMBERED:
            return 10.0 + entry.kind.count(".")
        if is_capitals(entry.text):
            return _CAPITALS_RANK
        leads_to_number = following is not None and following.is_marked and not following.is_loose
        return self.of(following, None) - 0.5 if following and leads_to_number else _BOLD_RANK


def _mark_headings(node: Node) -> None:
    for child in node.children:
        _mark_headings(child)
    with_items = [child for child in node.children if any(c.entry.kind != PLAIN for c in child.children)]
    for child in node.children:
        siblings = [other for other in node.children if other.entry.kind == child.entry.kind]
        others_are_headings = 2 * sum(other in with_items for other in siblings) > len(siblings)
        if others_are_headings:
            _part_run_on(child)
        child.is_heading = child in with_items or _reads_as_heading(child, others_are_headings)


def _part_run_on(node: Node) -> None:
    """Part a numbered heading from the paragraph printed on behind it without a stop, among headings of its kind."""
    entry = node.entry
    found = _RUN_ON.search(entry.text) if not node.children and entry.kind.startswith("1") else None
    if found:
        paragraph = entry.paragraph
        node.entry = replace(entry, text=entry.text[: found.start()])
        rest = Entry(PLAIN, "", "", entry.text[found.end() :], replace(paragraph, text=entry.text[found.end() :]))
        node.children.append(Node(rest, float("inf"), node))


def _reads_as_heading(node: Node, others_are_headings: bool) -> bool:
    """Whether an item without items under it is a heading all the same."""
    entry = node.entry
    if entry.kind == PLAIN:
        return False
    if entry.kind in (PART, CHAPTER, SECTION, UNNUMBERED):
        return True
    text = entry.text
    is_bold = bool(entry.paragraph.bold)
    is_short = len(text) <= _SHORT_HEADING_LENGTH
    has_stop = text.endswith((".", ";", ","))
    if not node.children:
        is_chapter = entry.kind in (ROMAN, UPPER) and (is_capitals(text) or is_bold or len(text) <= _HEADING_LENGTH)
        return not has_stop and not entry.is_loose and (is_chapter or (others_are_headings and is_short))
    if entry.kind in "-+•" or text.endswith((";", ",")):
        return False
    if has_stop:
        return others_are_headings and is_short
    return others_are_headings or is_short or (is_bold and len(text) <= _HEADING_LENGTH) or entry.kind in (ROMAN, UPPER)
