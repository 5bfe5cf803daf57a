"""The parts of an issued document, before any of them is understood: who issues it, the plan, its annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.parsing import landmarks
from pipelines.parsing.footnotes import separate_footnotes
from pipelines.parsing.lines import block_lines, is_layout_table, text_of
from pipelines.parsing.lone_annex import lone_annex_at
from pipelines.parsing.tail import CAPTION_PARAGRAPHS, Tail
from pipelines.reading.document import Block, Document, Paragraph, Table, TextLine
from pipelines.text.markers import split_marker
from pipelines.text.wrapping import join_wrapped


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
    `title` opens with the line that names the kind of document ('KẾ HOẠCH').
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


# A line of a title is shorter than this; longer paragraphs are running text. Characters.
TITLE_LENGTH = 260


def split_parts(document: Document) -> Parts:
    """Cut a document into its parts; page furniture is dropped."""
    blocks = [block for block in document.blocks if not (isinstance(block, Paragraph) and block.is_furniture)]
    footnotes = [block for block in blocks if isinstance(block, Paragraph) and block.is_footnote]
    blocks = [block for block in blocks if not (isinstance(block, Paragraph) and block.is_footnote)]
    blocks = [block for block in blocks if _has_words(block)]

    annex_at = lone_annex_at(blocks)
    if annex_at is not None:
        return _lone_annex(blocks, annex_at, tuple(footnotes))
    title_at, plan_at = _title_positions(blocks)
    front, rest = blocks[:plan_at], blocks[plan_at:]
    letterhead, decision = _split_front(front, title_at)
    title, preamble, rest = _split_title(rest)
    tail = Tail()
    for index, block in enumerate(rest):
        tail.add(block, rest[index + 1 :])
    # Only running text carries notes: a row of a flattened table may open with a digit and a capital, too.
    body, stray_notes = separate_footnotes(tail.body)
    front_tail = Tail(section="decision")
    for index, block in enumerate(decision):
        front_tail.add(block, decision[index + 1 :])
    return Parts(
        letterhead=tuple(letterhead),
        decision=tuple(front_tail.decision),
        title=title,
        preamble=preamble,
        body=tuple(body),
        recipients=(*front_tail.recipients, *tail.recipients),
        signature=(*front_tail.signature, *tail.signature),
        annexes=tuple(_annex_part(draft) for draft in tail.annexes),
        footnotes=(*footnotes, *stray_notes),
    )


def _lone_annex(blocks: Sequence[Block], annex_at: int, footnotes: tuple[Paragraph, ...]) -> Parts:
    """A file that is an annex and nothing else, under a letterhead perhaps."""
    # As after a signature: any label or title opens an annex there.
    tail = Tail(section="signature")
    for index, block in enumerate(blocks[annex_at:], start=annex_at):
        tail.add(block, blocks[index + 1 :])
    return Parts(
        letterhead=tuple(blocks[:annex_at]),
        recipients=tuple(tail.recipients),
        signature=tuple(tail.signature),
        annexes=tuple(_annex_part(draft) for draft in tail.annexes),
        footnotes=footnotes,
    )


def _has_words(block: Block) -> bool:
    """Rulings drawn with characters ('-------', '______') have none."""
    return any(character.isalnum() for character in text_of(block))


def _title_positions(blocks: Sequence[Block]) -> tuple[int, int]:
    """Where the first line naming a kind of document stands, and where the plan's own title does.

    They differ when a Decision stands in front of the plan. Without any such line both are 0.
    """
    kinds: list[tuple[int, str]] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        first_line = next(block_lines(block)).text
        # A cell 'Kế hoạch' of a flattened table names an output, not the document.
        stands_out = landmarks.is_capitals(first_line) or bool(block.bold) or bool(block.centered)
        kind = landmarks.document_kind(first_line) if stands_out else None
        kind = kind or (landmarks.leading_kind(block.text) or landmarks.leading_kind(first_line) or (None,))[0]
        if kind is None and not kinds and any(landmarks.is_national_header(text_of(b)) for b in blocks[:index]):
            # Under the national header a kind alone on its line is the document's, in whatever type it is set.
            kind = landmarks.document_kind(first_line)
        if kind:
            kinds.append((index, kind))
        elif kinds and kinds[0][1] != "Quyết định" and landmarks.is_first_heading(block.text):
            break
    if not kinds:
        return 0, 0
    first, kind = kinds[0]
    if kind == "Quyết định":
        plan = next((index for index, kind in kinds if kind == "Kế hoạch"), first)
        return first, plan
    return first, first


def _split_front(front: Sequence[Block], title_at: int) -> tuple[list[Block], list[Block]]:
    """Letterhead lines, and the Decision in front of the plan (without the plan's own letterhead)."""
    letterhead = list(front[:title_at])
    decision = list(front[title_at:])
    own: list[Block] = []
    while decision and _is_letterhead(decision[-1]):
        own.insert(0, decision.pop())
    return letterhead + own, decision


def _is_letterhead(block: Block) -> bool:
    text = text_of(block)
    if landmarks.opens_signature(text) or landmarks.opens_recipients(text) or landmarks.ends_document(text):
        return False
    if isinstance(block, Table):
        return is_layout_table(block) and landmarks.is_national_header(text)
    opens_issuer = text.startswith(("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND", "XÃ ", "PHƯỜNG ", "ĐẶC KHU ", "Số"))
    return landmarks.is_national_header(text) or opens_issuer


def _split_title(
    blocks: Sequence[Block],
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...], list[Block]]:
    """Title, preamble and what follows the first heading."""
    title: list[Paragraph] = []
    preamble: list[Paragraph] = []
    end = _body_start(blocks)
    pieces = [piece for block in blocks[:end] if isinstance(block, Paragraph) for piece in _title_pieces(block)]
    for piece in pieces:
        if not preamble and len(title) < CAPTION_PARAGRAPHS and _is_title_line(piece, len(title)):
            title.append(piece)
        else:
            preamble.append(piece)
    tables = [block for block in blocks[:end] if isinstance(block, Table)]
    return tuple(title), tuple(preamble), [*tables, *blocks[end:]]


def _body_start(blocks: Sequence[Block]) -> int:
    """Index of the first numbered heading, or of what follows 'như sau:' where no heading is numbered."""
    stop = len(blocks)
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and not is_layout_table(block):
            stop = min(stop, index)
            break
        text = text_of(block)
        if isinstance(block, Paragraph) and landmarks.annex_label(block):
            stop = index
            break
        if landmarks.opens_recipients(text) or landmarks.is_authority(text):
            stop = index
            break
        if index and landmarks.is_first_heading(text):
            previous = blocks[index - 1]
            return index - 1 if index > 2 and _is_unnumbered_heading(previous) else index
    for index in range(1, stop):
        if text_of(blocks[index]).rstrip().endswith("sau:"):
            return index + 1
    for index in range(2, stop):
        if split_marker(text_of(blocks[index]))[0]:
            return index
    return stop


def _is_unnumbered_heading(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.centered or landmarks.is_issue_caption(block.text):
        return False
    return landmarks.is_capitals(block.text) and len(block.text) <= 120


def _title_pieces(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph in which title lines and preamble were joined, cut again where the preamble opens."""
    lines = paragraph.lines
    for index, line in enumerate(lines):
        if index and landmarks.opens_preamble(line.text) and not lines[index - 1].text.rstrip().endswith((",", ";")):
            return [_joined(paragraph, lines[:index]), _joined(paragraph, lines[index:])]
    return [paragraph]


def _joined(paragraph: Paragraph, lines: Sequence[TextLine]) -> Paragraph:
    return replace(paragraph, text=join_wrapped(line.text for line in lines), place=lines[0].place, lines=tuple(lines))


def _is_title_line(paragraph: Paragraph, position: int) -> bool:
    text = paragraph.text
    if position == 0 or landmarks.is_issue_caption(text):
        return True
    if len(text) > TITLE_LENGTH or text.endswith((":", ";")):
        return False
    if position == 1:
        return not (landmarks.opens_preamble(text) and text.endswith("."))
    return not landmarks.opens_preamble(text) and not text.endswith(".")


def _is_set_as_title(paragraph: Paragraph) -> bool:
    return landmarks.is_capitals(paragraph.text) or bool(paragraph.centered) or bool(paragraph.bold)


def _heads_a_table(paragraph: Paragraph) -> bool:
    """A numbered heading at the margin ('1. Cải cách thể chế') stands over its table, not over the annex."""
    return not paragraph.centered and split_marker(paragraph.text)[0] is not None


def _annex_part(blocks: Sequence[Block]) -> AnnexPart:
    """Label, title and caption taken off the front of an annex."""
    label: str | None = None
    caption: str | None = None
    title: list[str] = []
    index = 0
    captions_at = next(
        (i for i, b in enumerate(blocks[:CAPTION_PARAGRAPHS]) if landmarks.is_issue_caption(text_of(b))), None
    )
    for index, block in enumerate(blocks):
        if isinstance(block, Table) or index > CAPTION_PARAGRAPHS:
            break
        found = landmarks.annex_label(block) if index == 0 else None
        if found:
            label = found[0]
            title += [found[1]] if found[1] else []
        elif landmarks.is_issue_caption(block.text):
            caption = block.text
            index += 1
            break
        elif captions_at is None and (not _is_set_as_title(block) or (title and _heads_a_table(block))):
            break
        else:
            title.append(block.text)
    else:
        index = len(blocks)
    return AnnexPart(label, " ".join(title) or None, caption, tuple(blocks[index:]))
