"""Lines by which a reader finds their way in an official document (layout of Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

import re

from pipelines.reading.document import Paragraph
from pipelines.text.markers import Level, split_marker
from pipelines.text.normalise import fold, match_key

# Kinds of document as printed alone on their line, above the subject.
DOCUMENT_KINDS: tuple[str, ...] = (
    "Kế hoạch",
    "Quyết định",
    "Báo cáo",
    "Thông báo",
    "Giấy mời",
    "Tờ trình",
    "Chỉ thị",
    "Nghị quyết",
    "Chương trình",
    "Chương trình hành động",
    "Đề án",
    "Phương án",
    "Hướng dẫn",
    "Biên bản",
    "Quy chế",
    "Quy định",
    "Kết luận",
    "Công điện",
    "Công văn",
    "Phiếu trình",
    "Lịch công tác",
    "Hợp đồng",
)
_KIND_BY_LETTERS = {fold(kind).replace(" ", ""): kind for kind in DOCUMENT_KINDS}

_DOCUMENTS = r"(nghị quyết|nghị định|quyết định|kế hoạch|chỉ thị|công văn|chương trình|kết luận|thông báo|văn bản|luật)"
_COMMITTEE = r"(ubnd|ủy ban nhân dân|chủ tịch (ubnd|ủy ban nhân dân))"
# How a preamble opens; a subject line may open so too ('Thực hiện Chương trình ...'), so the first line is exempt.
_PREAMBLE = re.compile(
    r"^(-\s*)?(căn cứ|theo đề nghị|xét đề nghị|trên cơ sở|sau khi|để |nhằm |với mục tiêu"
    rf"|thực hiện (các |theo )?{_DOCUMENTS}"
    rf"|triển khai (thực hiện )?(các )?{_DOCUMENTS} số"
    rf"|{_COMMITTEE} .{{0,60}}(ban hành|xây dựng|đề ra|triển khai|yêu cầu))"
)
_ISSUE_CAPTION = re.compile(r"^\(?\s*(ban hành )?(kèm|kem|đính kèm) theo\b")
_ANNEX_NUMBER = r"\s+(?:số\s*)?(?:[ivx]{1,5}|\d{1,2}[a-z]?|[a-h])(?!\w)"
_ANNEX_LABEL = re.compile(
    rf"^(?P<label>phụ lục(?:{_ANNEX_NUMBER})?|(?:phụ biểu|biểu mẫu|biểu|bảng){_ANNEX_NUMBER})"
    r"\s*(?P<mark>[.:/–-]?)\s*(?P<title>.*)$",
    re.IGNORECASE,
)
_ANNEX_TITLE = re.compile(r"\b(DANH MỤC|BIỂU|BẢNG|PHỤ LỤC|CHI TIẾT|PHÂN CÔNG|TỔNG HỢP|NHIỆM VỤ|CHỈ TIÊU|TIẾN ĐỘ)\b")
_AUTHORITY = re.compile(r"^(TM|KT|Q|TUQ|TL)\s*\.\s*[^\W\d]{2}", re.IGNORECASE)
_OFFICE = re.compile(
    r"^(QUYỀN |PHÓ )?(CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|GIÁM ĐỐC|BÍ THƯ)"
    r"( (ỦY BAN NHÂN DÂN|UBND).*| THƯỜNG TRỰC| PHỤ TRÁCH)?$"
)
_CLOSING = re.compile(
    r"^(trên đây là|trong quá trình (tổ chức |triển khai )*(thực hiện|triển khai)"
    r"|kế hoạch này (thay thế|có hiệu lực)|nhận được kế hoạch|căn cứ (nội dung )?kế hoạch này"
    rf"|{_COMMITTEE} (xã|phường|đặc khu|tỉnh)?.{{0,60}}(yêu cầu|đề nghị)"
    r"|(yêu cầu|đề nghị) (các|thủ trưởng|trưởng))"
)
_PART_HEADING = re.compile(
    r"^(?P<label>(?:phần|chương|mục)\s+(?:thứ\s+\w+|[ivx]{1,5}|\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy))(?!\w)"
    r"\s*[.:–-]?\s*(?P<title>.*)$",
    re.IGNORECASE,
)
_NATIONAL_HEADER = ("cong hoa xa hoi chu nghia", "doc lap-tu do")
# Markers that can open the body; others stand in a preamble's list of grounds.
_OPENERS = {(Level.UPPER, "A"), (Level.NUMBER, "1"), (Level.SUBNUMBER, "1.1")}


def document_kind(text: str) -> str | None:
    """The kind of document a line names by itself ('KẾ HOẠCH', 'B Á O C Á O', 'QUYẾT ĐỊNH:'), else None."""
    if len(text) > 60 or not text[:1].isupper():
        return None
    return _KIND_BY_LETTERS.get(re.sub(r"[^a-z]", "", fold(text)))


def leading_kind(text: str) -> tuple[str, str] | None:
    """Kind and subject of a line in capitals that holds both ('KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026')."""
    if is_capitals(text):
        for kind in sorted(DOCUMENT_KINDS, key=len, reverse=True):
            if match_key(text).startswith(match_key(kind) + " "):
                return kind, text[len(kind) :].strip(" :-")
    return None


def is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 1 and all(character.isupper() for character in letters)


def opens_preamble(text: str) -> bool:
    return bool(_PREAMBLE.match(match_key(text)))


def is_issue_caption(text: str) -> bool:
    """'(Ban hành kèm theo Quyết định số ... )', with or without its brackets."""
    return bool(_ISSUE_CAPTION.match(match_key(text)))


def annex_label(paragraph: Paragraph) -> tuple[str, str] | None:
    """Label and rest of the line that opens an annex ('Phụ lục II', 'PHỤ LỤC 01: DANH MỤC ...'), else None.

    A sentence that begins with the word ('Phụ lục I kèm theo Kế hoạch này.') is none.
    """
    text = paragraph.text
    found = _ANNEX_LABEL.match(text)
    if not found or len(text) > 250 or text[:1].islower() or text.endswith((".", ";", ",")):
        return None
    label, title = found.group("label"), found.group("title")
    if not title:
        return label, ""
    has_number = bool(re.search(_ANNEX_NUMBER + "$", label, re.IGNORECASE))
    stands_alone = is_capitals(text) or (has_number and (bool(found.group("mark")) or bool(paragraph.centered)))
    return (label, title) if stands_alone and title[:1].isupper() else None


def is_annex_title(text: str) -> bool:
    """A line in capitals with words of an annex ('DANH MỤC NHIỆM VỤ ...')."""
    return is_capitals(text) and bool(_ANNEX_TITLE.search(text)) and len(text) <= 300


def opens_recipients(text: str) -> bool:
    return match_key(text).startswith("nơi nhận")


def is_authority(text: str) -> bool:
    """'TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH': on whose behalf a document is signed."""
    return bool(_AUTHORITY.match(text.strip())) and len(text) <= 120


def is_office(text: str) -> bool:
    """'CHỦ TỊCH', 'PHÓ CHỦ TỊCH THƯỜNG TRỰC' alone on their line."""
    return bool(_OFFICE.match(text.strip()))


def opens_signature(text: str) -> bool:
    return is_authority(text) or is_office(text)


def opens_closing(text: str) -> bool:
    return bool(_CLOSING.match(match_key(text)))


def ends_document(text: str) -> bool:
    """The end mark of an official document: './.' or a misprint of it."""
    return bool(re.search(r"(\./|/\.)[./]*$", text.rstrip()))


def is_national_header(text: str) -> bool:
    folded = fold(text)
    return any(phrase in folded for phrase in _NATIONAL_HEADER)


def part_heading(text: str) -> tuple[str, str] | None:
    """Label and title of a heading such as 'Phần thứ nhất', 'Chương II: ...' or 'MỤC 1. ...', else None."""
    found = _PART_HEADING.match(text)
    if not found or text[:1].islower() or len(text) > 200 or text.endswith((".", ";", ",")):
        return None
    title = found.group("title")
    return (found.group("label"), title) if not title or title[:1].isupper() else None


def is_first_heading(text: str) -> bool:
    """Whether a paragraph can open the body: a part, a roman numeral, 'A.' or '1.'."""
    if part_heading(text):
        return True
    marker, rest = split_marker(text)
    if marker is None or not rest:
        return False
    return marker.level is Level.ROMAN or (marker.level, marker.value) in _OPENERS
