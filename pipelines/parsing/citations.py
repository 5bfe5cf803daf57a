"""Documents that a plan cites with a number, one record a mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from pipelines.parsing.landmarks import is_issue_caption
from pipelines.parsing.lines import Line, passages
from pipelines.parsing.parts import Parts
from pipelines.parsing.provenance import place_fields
from pipelines.parsing.records import Citation
from pipelines.reading.document import Block, Paragraph, Place
from pipelines.text.document_number import canonical_number, find_numbers, without_spaces

KINDS: tuple[str, ...] = (
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Chỉ thị",
    "Kế hoạch",
    "Thông tư liên tịch",
    "Thông tư",
    "Thông báo",
    "Kết luận",
    "Công văn",
    "Công điện",
    "Văn bản",
    "Hướng dẫn",
    "Chương trình hành động",
    "Chương trình",
    "Đề án",
    "Quy định",
    "Quy chế",
    "Tờ trình",
    "Báo cáo",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
)
# What a number's first symbol says of the kind, where no word does.
_KIND_BY_SYMBOL = {
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "KH": "Kế hoạch",
    "TT": "Thông tư",
    "TB": "Thông báo",
    "KL": "Kết luận",
    "CV": "Công văn",
    "CĐ": "Công điện",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "CTR": "Chương trình",
    "ĐA": "Đề án",
    "QC": "Quy chế",
    "TTr": "Tờ trình",
    "BC": "Báo cáo",
}
_KIND = re.compile(r"\b(" + "|".join(KINDS) + r")\b", re.IGNORECASE)
# Between the kind and its number: 'số', or the name of a law, but no other document and no end of a sentence.
_KIND_REACH = 90
_DATE = re.compile(
    r"^\s*[,(]?\s*(?:ký\s+|ban hành\s+)?ngày\s+(?P<date>\d{1,3}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s*(?:năm\s+|[/-]\s*)\d{4})\)?"
)
_OF = re.compile(r"^\s*,?\s*của\s+")
_ISSUER_END = re.compile(
    r"\s+(?:về|ban hành|phê duyệt|quy định|thực hiện|triển khai|hướng dẫn|sửa đổi|bổ sung|điều chỉnh|công bố|ngày"
    r"|và|trên|năm|nhằm|đối với|theo|giao|trong|tại|là|để|được|đã|như|xác định|kết luận|thông qua|kiện toàn"
    r"|quyết định|tổ chức|đẩy mạnh|tăng cường|thành lập|yêu cầu|cho|gắn|có|đến|giai đoạn|chỉ đạo thực hiện)\b"
    r"|[;:.)(“\"\n]|,(?!\s+Chủ nhiệm)",
    re.IGNORECASE,
)
# A steering committee's name says what it steers: 'Ban Chỉ đạo Trung ương về phát triển ...'.
_COMMITTEE_ABOUT = re.compile(r"^Ban Chỉ đạo\b.{0,40}?\svề\s", re.IGNORECASE)
# Ministries and departments whose names hold a comma or 'và'.
_MINISTRY = re.compile(
    r"^(?:Bộ trưởng |Giám đốc )?(?:Bộ|Sở) (?:Khoa học và Công nghệ|Nông nghiệp và Môi trường|Giáo dục và Đào tạo"
    r"|Văn h(?:óa|oá), Thể thao và Du lịch|Dân tộc và Tôn giáo|Thông tin và Truyền thông|Kế hoạch và Đầu tư"
    r"|Tài nguyên và Môi trường|Nông nghiệp và Phát triển nông thôn|Lao động\s*[-–]?,?\s*Thương binh và Xã hội)",
    re.IGNORECASE,
)
_JOINS_LIST = re.compile(rf"\s*(?:,|;|và|hoặc)?\s*(?:{'|'.join(KINDS)})?\s*(?:số\s*:?)?\s*", re.IGNORECASE)
# A line that ends inside a number ('... số 57-', '... số 118/2025/NĐ-') or before its date.
_RUNS_ON = re.compile(
    r"(?:\bsố\s*:?\s*(?:\d[\d./]*)?[-–/]?|\d\s*[-–/]|[/-][A-ZĐ]{1,6}\s*[-–/]|[/-][A-ZĐ]{2,}[\w/-]*\s+ngày)\s*$"
)
_FORMER = re.compile(r"^\s*\((?:cũ|trước đây)\)")


def parse_citations(parts: Parts, own_numbers: Set[str], source_sha256: str) -> tuple[Citation, ...]:
    """Every mention in reading order. `own_numbers`: canonical numbers of the plan and of the Decision issuing it."""
    citations: list[Citation] = []
    for passage in _passages(parts):
        for mention in mentions(passage.text):
            is_province_issued = mention.issuer is not None and "tỉnh" in mention.issuer.lower()
            if canonical_number(mention.number) in own_numbers and not is_province_issued:
                continue
            citations.append(
                Citation(
                    source_sha256=source_sha256,
                    sequence=len(citations) + 1,
                    **place_fields(passage.place, passage.confidence),
                    kind_text=mention.kind,
                    number_text=mention.number,
                    date_text=mention.date,
                    issuer_text=mention.issuer,
                )
            )
    return tuple(citations)


def own_numbers(parts: Parts, letterhead_numbers: Iterable[str]) -> frozenset[str]:
    """Canonical numbers the document gives to itself: in its letterhead and in its '(Kèm theo ... số ...)' captions."""
    captions = [paragraph.text for paragraph in parts.title if is_issue_caption(paragraph.text)]
    captions += [annex.caption for annex in parts.annexes if annex.caption]
    printed = [found.group() for caption in captions for found in find_numbers(caption)]
    return frozenset(canonical_number(number) for number in (*letterhead_numbers, *printed))


class Mention(NamedTuple):
    """A document cited in a text, in the words printed; `number` without spaces."""

    kind: str
    number: str
    date: str | None
    issuer: str | None


def mentions(text: str) -> list[Mention]:
    """The documents cited with a number in a text."""
    found = find_numbers(text)
    cited: list[Mention] = []
    open_list: list[int] = []
    kind: str | None = None
    for index, number in enumerate(found):
        before = text[found[index - 1].end() if index else 0 : number.start()]
        named = _kind_before(before)
        kind = named or (kind if index and _goes_on(before) else None) or _kind_of_symbol(number.group())
        if kind is None:
            continue
        after = text[number.end() : found[index + 1].start() if index + 1 < len(found) else len(text)]
        date, issuer, rest = _date_and_issuer(after)
        cited.append(Mention(kind, without_spaces(text[number.start() : number.end()]), date, issuer))
        # 'Nghị định số 1/... và Nghị định số 2/... của Chính phủ' names the issuer of both.
        open_list.append(len(cited) - 1)
        if issuer:
            for position in open_list:
                if _symbol_of_issuer(cited[position]) == _symbol_of_issuer(cited[-1]):
                    cited[position] = cited[position]._replace(issuer=issuer)
        if issuer or not _JOINS_LIST.fullmatch(rest):
            open_list = []
    return cited


def _symbol_of_issuer(mention: Mention) -> str:
    """'CP' of '63/2010/NĐ-CP'; a whole number where the symbol names no single body ('UBND')."""
    symbol = re.split(r"[-/]", canonical_number(mention.number))[-1]
    return mention.number if symbol in ("UBND", "HĐND") else symbol


def _kind_before(before: str) -> str | None:
    """The last kind word in front of a number, when nothing but 'số' or a document's name stands between."""
    within_reach = before[-_KIND_REACH:]
    kinds = list(_KIND.finditer(within_reach))
    if not kinds:
        return None
    last = kinds[-1]
    between = within_reach[last.end() :]
    if re.search(r"[;.]\s", between) or not re.search(r"(?:^\s*|số\s*:?\s*)$", between, re.IGNORECASE):
        return None
    return _spelt(last.group())


def _spelt(kind: str) -> str:
    """The kind as it is spelt at the start of a sentence."""
    return kind[:1].upper() + kind[1:].lower()


def _goes_on(between: str) -> bool:
    """Whether a number continues the list of the one before it ('... và 79-NQ/TW', ', số 66-NQ/TW')."""
    return bool(re.search(r"(?:,|;|và|hoặc)\s*(?:số\s*)?$", between))


def _kind_of_symbol(number: str) -> str | None:
    symbols = [piece for piece in re.split(r"[-/]", canonical_number(number)) if re.match(r"[A-ZĐ]", piece)]
    if symbols and re.match(r"QH\d", symbols[0]):
        return "Luật"
    return next((_KIND_BY_SYMBOL[symbol] for symbol in symbols if symbol in _KIND_BY_SYMBOL), None)


def _date_and_issuer(after: str) -> tuple[str | None, str | None, str]:
    """Date and issuer of 'ngày ... của ...' or 'của ... ngày ...' after a number, and the rest of the text."""
    date = _DATE.match(after)
    rest = after[date.end() :] if date else after
    issuer, rest = _issuer(rest)
    if date is None and issuer:
        date = _DATE.match(rest)
    return (date.group("date") if date else None), issuer, rest


def _issuer(text: str) -> tuple[str | None, str]:
    opening = _OF.match(text)
    if not opening:
        return None, text
    body = text[opening.end() :]
    about = _COMMITTEE_ABOUT.match(body) or _MINISTRY.match(body)
    end = _ISSUER_END.search(body, about.end() if about else 0)
    cut = end.start() if end else len(body)
    former = _FORMER.match(body[cut:])
    if former:
        cut += former.end()
    name = body[:cut].strip(" ,")
    return (name or None), body[cut:]


def _passages(parts: Parts) -> Iterator[Line]:
    """Every text of the document but its letterhead, signature and issue captions."""
    title = [paragraph for paragraph in parts.title if not is_issue_caption(paragraph.text)]
    yield from passages([*parts.decision, *title, *parts.preamble, *parts.body, *parts.footnotes])
    for annex in parts.annexes:
        if annex.title:
            yield Line(annex.title, annex.blocks[0].place if annex.blocks else Place())
        yield from _annex_passages(annex.blocks)


def _annex_passages(blocks: Iterable[Block]) -> Iterator[Line]:
    """Cells of tables; cells printed as loose lines are joined, for a number may be cut between two of them."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(Line(block.text, block.place, block.confidence))
            continue
        yield from _joined(lines)
        lines = []
        yield from passages([block])
    yield from _joined(lines)


def _joined(lines: list[Line]) -> Iterator[Line]:
    """Loose lines, each with the next ones where a document number or its date runs over into them."""
    index = 0
    while index < len(lines):
        text, first = lines[index].text, lines[index]
        while index + 1 < len(lines) and _RUNS_ON.search(text):
            index += 1
            text += " " + lines[index].text
        yield Line(text, first.place, first.confidence)
        index += 1
