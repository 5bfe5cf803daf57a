"""Communes and provinces named in a document, as candidates: dbt joins them with the official list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipelines.parsing.landmarks import is_issue_caption, opens_closing
from pipelines.parsing.lines import Line, lines_of, passages
from pipelines.parsing.parts import Parts
from pipelines.parsing.provenance import place_fields
from pipelines.parsing.records import PlaceMention
from pipelines.reading.document import Block, Paragraph
from pipelines.text.letters import LOWER, UPPER
from pipelines.text.normalise import clean, match_key

_TYPES = {
    "xã": "commune",
    "phường": "commune",
    "đặc khu": "commune",
    "tỉnh": "province",
    "thành phố": "province",
    "tp.": "province",
    "tp": "province",
    "thủ đô": "province",
}
_TYPE = re.compile(
    r"(?<!\w)(?P<type>(?i:xã|phường|đặc khu|tỉnh|thành phố|tp\.?|thủ đô))(?:\s+|(?<=\.))"
    rf"(?=[{UPPER}]|\d{{1,2}} [{UPPER}])"
)
# A syllable of a name: Pleiku, M'Drắk, Vĩnh; a number ends a few names ('Sơn Kim 1') or opens them ('1 Bảo Lộc').
_WORD = re.compile(
    rf"\s*(?P<dash>[-–]\s)?(?P<word>[{UPPER}][{UPPER}{LOWER}’'‘ʼ]*|\d{{1,2}}(?![\d/.%]|\s+(?:tháng|năm(?!\s+20))))"
)
_LONGEST = 6
# What follows a name in text printed in capitals, or in the next column or cell. Phrases, for their single words open
# and end names too ('xã Hội Sơn', 'phường Trung Tâm', 'Hải Phòng', 'Lê Quý Đôn').
_AFTER_NAME = re.compile(
    r"\s*(?:năm 20|giai đoạn|ban hành|ban chỉ|trên địa|thực hiện|triển khai|quý [ivx\d]|\d{1,2} tháng|tháng"
    r"|kh(?:óa|oá)\b|nhiệm (?:kỳ|vụ)|công (?:tác|an|chức)|cộng h(?:òa|oà)|độc lập\s*-"
    r"|(?:theo|của|và|trong|với|về|đến|để|được|là)\b"
    r"|kèm theo|số:|số \d|ngày|phòng (?:văn|kinh|nội|tài|tư|chuyên)|(?:ủy|uỷ) ban|hội đồng|văn phòng|ubnd|hđnd"
    r"|trung tâm (?:phục|dịch|hành|văn|cung|pv|dv)|trạm y|các (?:cơ|phòng|đơn|ban|nhiệm|chỉ|tổ)|chủ (?:tịch|trì|động)"
    r"|đảng (?:ủy|uỷ|bộ)|đoàn (?:thanh|kiểm|thể)|mặt trận|tổ (?:công|quốc|trưởng|dân|chức)|kế hoạch|phụ lục|danh mục"
    r"|thường (?:xuyên|trực)|căn cứ|hoàn thành|tiếp tục|nâng cao|quyết định|tm\.|kt\.|xã |phường |tỉnh )",
    re.IGNORECASE,
)
_NOT_NAMES = frozenset(("hội", "hội chủ nghĩa", "hội chủ nghĩa việt nam", "văn phòng", "hội đồng", "công an", "ban"))
_FORMER = re.compile(r"^(?:,[^.;:(]{0,40})?\s*(?:\((?:cũ|trước đây|nay)|cũ\b|trước sáp nhập|trước khi)", re.IGNORECASE)
# 'Vĩnh Linh, ngày 05 ...', also behind the number on the same line.
_PLACE_OF_ISSUE = re.compile(rf"(?:^|[-/][{UPPER}]{{2,}}\s+)(?P<name>[{UPPER}\d][^,:/]{{1,30}}),\s*(?:ngày|tháng)\b")


def parse_places(parts: Parts, source_sha256: str) -> tuple[PlaceMention, ...]:
    """Places by context, each name once a context with the number of its mentions, in order of first mention."""
    found: dict[tuple[str, str, str], tuple[str, str | None, Line, int]] = {}
    for context, passage in _passages(parts):
        for kind, type_text, name in _names(passage.text, context):
            key = (context, kind, match_key(f"{type_text or ''} {name}"))
            first_name, first_type, place, count = found.get(key, (name, type_text, passage, 0))
            found[key] = (first_name, first_type, place, count + 1)
    return tuple(
        PlaceMention(
            source_sha256=source_sha256,
            sequence=index,
            **place_fields(passage.place, passage.confidence),
            place_kind=kind,
            name_text=name,
            type_text=type_text,
            context=context,
            occurrences=count,
        )
        for index, ((context, kind, _), (name, type_text, passage, count)) in enumerate(found.items(), start=1)
    )


def place_names(text: str) -> list[tuple[str, str, str]]:
    """Kind, printed type and name of each commune and province in a text; former ones ('(cũ)') left out."""
    names: list[tuple[str, str, str]] = []
    for found in _TYPE.finditer(text):
        is_abbreviated = found.group("type").lower().startswith("tp")
        in_capitals = found.group("type").isupper() and not is_abbreviated
        name, end = _name_at(text, found.end(), in_capitals=in_capitals)
        if name and match_key(name) not in _NOT_NAMES and not _FORMER.match(text[end:]):
            kind = _TYPES[found.group("type").lower()]
            names.append((kind, found.group("type"), name))
    return names


def _names(text: str, context: str) -> Iterator[tuple[str, str | None, str]]:
    yield from place_names(text)
    issued = _PLACE_OF_ISSUE.search(text) if context == "letterhead" else None
    if issued and not place_names(issued.group("name")):
        yield "commune", None, clean(issued.group("name"))


def _name_at(text: str, start: int, *, in_capitals: bool) -> tuple[str, int]:
    """The run of capitalised words from `start`, cut at words that cannot belong to a name."""
    words: list[str] = []
    end = start
    while len(words) < _LONGEST:
        found = _WORD.match(text, end)
        if not found:
            break
        word = found.group("word")
        is_number = word.isdigit()
        if (is_number and len(words) > 3) or (in_capitals and not word.isupper() and not is_number):
            break
        if _AFTER_NAME.match(text, end) or (found.group("dash") and not words):
            break
        words.append(text[end : found.end()])
        end = found.end()
        if is_number and len(words) > 1:
            break
    return clean("".join(words)), end


def _passages(parts: Parts) -> Iterator[tuple[str, Line]]:
    """Each text with its context."""
    captions = [paragraph for paragraph in parts.title if is_issue_caption(paragraph.text)]
    title = [paragraph for paragraph in parts.title if not is_issue_caption(paragraph.text)]
    closing = [block for block in parts.body[-2:] if isinstance(block, Paragraph) and opens_closing(block.text)]
    body = [block for block in parts.body if block not in closing]
    yield from _each("letterhead", lines_of(parts.letterhead))
    yield from _each("letterhead", list(_issuer_over_lines(parts.letterhead)))
    yield from _each("title", _running(title))
    yield from _each("annex_caption", list(passages(captions)))
    yield from _each("preamble", list(passages([*parts.decision, *parts.preamble])))
    yield from _each("body", list(passages([*body, *parts.footnotes])))
    yield from _each("closing", list(passages(closing)))
    yield from _each("signature", lines_of(parts.signature))
    yield from _each("body", [line for line in lines_of(parts.recipients) if line.text.startswith("-")])
    for annex in parts.annexes:
        heads = [text for text in (annex.title, annex.caption) if text]
        place = annex.blocks[0].place if annex.blocks else None
        yield from (("annex_caption", Line(text, place)) for text in heads if place)
        yield from _each("body", list(passages(annex.blocks)))


def _each(context: str, lines: list[Line]) -> Iterator[tuple[str, Line]]:
    return ((context, line) for line in lines)


def _running(paragraphs: list[Paragraph]) -> list[Line]:
    """Title lines joined, for a name may be cut between two of them."""
    if not paragraphs:
        return []
    return [Line(" ".join(paragraph.text for paragraph in paragraphs), paragraphs[0].place)]


def _issuer_over_lines(letterhead: tuple[Block, ...]) -> Iterator[Line]:
    """'ỦY BAN NHÂN DÂN XÃ' over 'VĨNH LINH': a type at the end of one line, its name on the next."""
    lines = lines_of(letterhead)
    for line, following in pairwise(lines):
        if re.search(r"\b(?:xã|phường|đặc khu|tỉnh)$", line.text, re.IGNORECASE):
            yield Line(f"{line.text} {following.text}", line.place)
