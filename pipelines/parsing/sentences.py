"""Sentences of a provision or table cell, and where a sentence with several targets is cut between them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from pipelines.parsing.horizons import opening_horizon
from pipelines.parsing.quantities import Quantity, find_quantities


class Span(NamedTuple):
    """Positions in a text, end exclusive."""

    start: int
    end: int


_SENTENCE_END = re.compile(r"(?<!\.)\.(?=\s+[\"“(]?[A-ZÀ-ỸĐ\d+-])(?<!\bTP\.)(?<!\bP\.)|;|(?<=\S)\s*\n")
# A dash before a capital opens an item of a list, except in the compound names that offices bear.
_LIST_DASH = re.compile(
    r"\s[-–+•]\s?(?=[A-ZÀ-ỸĐ\d])(?!\s?(?:Xã hội|Hộ tịch|Gọn|Mạnh|Hiệu|Xây dựng|Hạ tầng|Đô thị|Môi trường))"
)
# Subjects and aims a new clause opens with after a comma or 'và'.
_SUBJECT = (
    r"t[ỷỉ] lệ|mức độ|số lượng|số|chỉ số|điểm|thời gian|riêng|trong đó|trong số đó|cụ thể|phấn đấu|đảm bảo|bảo đảm"
    r"|hoàn thành|duy trì|đạt|tối thiểu|ít nhất|mỗi|năm \d{4}|đến (?:hết |cuối )?năm \d{4}|giai đoạn \d{4}|có|\(?\d"
)
_NEW_SUBJECT = re.compile(rf"(?:,|\bvà|\()\s+(?={_SUBJECT})", re.IGNORECASE)
_PART_OF = re.compile(r"[,;]?\s*\(?\s*\b(?=(?:trong đó|trong số đó|riêng)\b)", re.IGNORECASE)
_CLOSES_CLAUSE = re.compile(r"\s*(?:\([^)]*\))?\s*(?:[,(]|và\b)")
_OPENS_CLAUSE = re.compile(r"(?:,|\bvà|\()\s*(?:(?:phấn đấu|đảm bảo|bảo đảm)\s*)?$", re.IGNORECASE)
_OPENS_WITH_SHARE = re.compile(
    r"(?:^|[,;:(+*•–-]|\bvà|\b(?:phấn đấu|đảm bảo|bảo đảm|duy trì|có|đạt|ít nhất|tối thiểu))\s*$", re.IGNORECASE
)
# What each of a share of people or offices does, right before the number that counts it.
_DONE_BY_SHARE = re.compile(
    r"\b(?:có|hoàn thành|tham gia|tham dự|đăng ký|tổ chức|thực hiện|đạt|được (?:bồi dưỡng|tập huấn|kiểm tra))\s*$",
    re.IGNORECASE,
)
# A comma or 'và' that lists more of the bodies parts nothing.
_OTHER_PART = re.compile(
    r"(?:,|\bvà\b)(?!\s*(?:đơn vị|phòng|ban|công chức|viên chức|bản|thôn|ấp|tổ|doanh nghiệp|tổ chức|cá nhân|người|hộ"
    r"|trường|trạm|lãnh đạo|khu phố|trung tâm)\b)",
    re.IGNORECASE,
)
_LINKING_WORDS = (
    r"trong số đó|trong đó|cụ thể(?: là| như sau)?|riêng đối với|riêng|đồng thời|bên cạnh đó|ngoài ra|qua đó|và"
)
_LINKING = re.compile(
    rf"^(?:[\s,;:.+*•–-]|\((?=trong đó|riêng|phấn đấu)|(?:{_LINKING_WORDS})\b(?!\s*(?:lẻ|tư|biệt))"
    r"|[a-zđ]\)|\(\d{1,2}\)|\d{1,2}[.)]\s)+",
    re.IGNORECASE,
)
# A part after ';' without a number of its own that opens so is a new piece of work, not more of the target.
_NEW_WORK = re.compile(
    r"^(?:tiếp tục|tăng cường|đẩy mạnh|nâng cao|thực hiện|tổ chức|triển khai|xây dựng|rà soát|kiểm tra|hoàn thiện"
    r"|hoàn thành|bảo đảm|đảm bảo|kịp thời|thường xuyên|chủ động|phấn đấu|không để|không có|giảm|tăng|rút ngắn"
    r"|cắt giảm|phối hợp|hướng dẫn|tuyên truyền|xử lý|giải quyết|báo cáo|đôn đốc|theo dõi|công khai|duy trì|đổi mới"
    r"|từng bước|qua đó|từ đó|đồng thời|góp phần|chú trọng|quan tâm|khắc phục|chấn chỉnh|bố trí|tạo|tham mưu|đề xuất"
    r"|phát huy|mở rộng|hạn chế|đánh giá)\b",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"(?:,|:)\s+(?=(?:phấn đấu|đảm bảo|bảo đảm|trong đó|trong số đó|t[ỷỉ] lệ|mức độ hài lòng|riêng)\b)"
    r"|\s(?:và|nhằm|để)\s+(?=phấn đấu\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[^\d%:;.]{3,70}:\s+")
_NO_LABEL = re.compile(
    r"t[ỷỉ] lệ|mức độ|số|thực hiện|tổ chức|kiểm tra|đảm bảo|bảo đảm|phấn đấu|đạt|chỉ số|rà soát|giải quyết|xử lý"
)
_MARKER = re.compile(r"^\s*(?:[-+*•–]|[a-zđ]\)|\(\d+\)|\d+[.)])\s*")
_AMENDED_INTO = re.compile(r"\bthành:?\s*[“\"]", re.IGNORECASE)


def sentences(text: str) -> list[Span]:
    """Spans between full stops, semicolons and list dashes; what stands in brackets is not cut."""
    cuts: list[tuple[int, int]] = [(m.start(), m.end()) for m in _SENTENCE_END.finditer(text)]
    if re.match(r"\s*[-–+•]", text):
        cuts += [(m.start(), m.end()) for m in _LIST_DASH.finditer(text)]
    depths = _bracket_depths(text)
    spans, start = [], 0
    for cut_start, cut_end in sorted(cuts):
        if depths[cut_start] == 0 and cut_start >= start:
            spans.append(Span(start, cut_start))
            start = cut_end
    spans.append(Span(start, len(text)))
    return [span for span in spans if text[span.start : span.end].strip()]


def goes_on(text: str, span: Span) -> bool:
    """Whether a part without a target goes on listing what the target before it measures."""
    part = text[span.start : span.end].strip()
    follows_semicolon = text[: span.start].rstrip().endswith(";")
    return follows_semicolon and not _NEW_WORK.match(part) and not find_quantities(part)


def clause_bounds(sentence: str, found: list[Quantity]) -> list[int]:
    """Where the clause of each quantity starts, and the end of the sentence."""
    return [0, *(_cut_between(sentence, left, right) for left, right in pairwise(found)), len(sentence)]


def without_lead(sentence: str, start: int, number_at: int) -> int:
    """A clause's start behind linking words, an item label, an old wording, and a leading aim without a number."""
    amended = list(_AMENDED_INTO.finditer(sentence, start, number_at))
    if amended:
        return amended[-1].end()
    aims = [m for m in _AIM.finditer(sentence, start, number_at) if not _inside_brackets(sentence, m.start())]
    if aims and opening_horizon(sentence[start : aims[-1].end()]) is None:
        start = aims[-1].end()
    else:
        label = _LABEL.match(sentence[start:number_at])
        if label and is_item_label(label.group()):
            start += label.end()
    linking = _LINKING.match(sentence[start:number_at])
    return start + (linking.end() if linking else len(sentence[start:]) - len(sentence[start:].lstrip()))


def is_item_label(text: str) -> bool:
    """Whether words before a colon name a topic ('Cải cách thể chế:'), not work or a measure."""
    words = _MARKER.sub("", text).rstrip(": ").split()
    return 0 < len(words) <= 12 and not _NO_LABEL.match(" ".join(words).casefold())


def shares_subject(sentence: str, share: Quantity, count: Quantity) -> bool:
    """Whether a count only says what a share of its clause does: '100% công chức tham gia ít nhất 01 lớp'."""
    if not share.is_percent or count.is_percent or not _OPENS_WITH_SHARE.search(sentence[: share.start]):
        return False
    between = sentence[share.end : count.start]
    parted = _CLOSES_CLAUSE.match(between) or _NEW_SUBJECT.search(between) or _OPENS_CLAUSE.search(between)
    return not parted and bool(_DONE_BY_SHARE.search(between)) and not _OTHER_PART.search(between)


def _cut_between(sentence: str, left: Quantity, right: Quantity) -> int:
    """Where one target's clause ends and the next begins.

    Right after a value that closes its clause ('... đạt 80%, ...'); right before a number that opens one
    ('..., 95% hồ sơ ...'); else at a comma before a new subject, at any comma, at 'và', or before the number.
    """
    between = sentence[left.end : right.start]
    part = _PART_OF.search(between)
    if part:
        return left.end + part.end()
    closing = _CLOSES_CLAUSE.match(between)
    if closing:
        return left.end + closing.end() - (1 if closing.group().endswith("(") else 0)
    opening = _OPENS_CLAUSE.search(between)
    subjects = list(_NEW_SUBJECT.finditer(between))
    commas = [m.start() for m in re.finditer(",", between)]
    if opening:
        cut = opening.start()
    elif subjects:
        cut = subjects[-1].start()
    elif commas:
        cut = commas[-1]
    else:
        conjunction = re.search(r"\bvà\b", between)
        return left.end + (conjunction.start() if conjunction else 0)
    return left.end + cut + (0 if between[cut] == "v" else 1)


def _bracket_depths(text: str) -> list[int]:
    """Depth of brackets at every position; where brackets do not pair off, they count for nothing."""
    depths, depth = [], 0
    balanced = text.count("(") == text.count(")")
    for character in text:
        if balanced and character in "(“":
            depth += 1
        depths.append(depth)
        if balanced and character in ")”":
            depth = max(depth - 1, 0)
    return depths


def _inside_brackets(sentence: str, at: int) -> bool:
    return sentence.count("(", 0, at) > sentence.count(")", 0, at)
