"""Clauses that set a number to reach: a sentence cut so that each clause holds exactly one target."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipelines.parsing.counting_nouns import MEASURES
from pipelines.parsing.horizons import find_horizon, opening_horizon, strip_horizon
from pipelines.parsing.quantities import Quantity, find_quantities
from pipelines.parsing.target_evidence import is_target


@dataclass(frozen=True, slots=True)
class Clause:
    """One quantified target: `text` verbatim without linking words and closing full stop, `indicator` what is measured.

    `comparator`, `value` and `unit` as printed (see `Quantity`); `horizon` the words that limit the period, or None.
    """

    text: str
    indicator: str
    comparator: str | None
    value: str
    unit: str | None
    horizon: str | None


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int


# Subjects and aims a new clause opens with after a comma or 'và'.
_SUBJECT = (
    r"t[ỷỉ] lệ|mức độ|số lượng|số|chỉ số|điểm|thời gian|riêng|trong đó|trong số đó|cụ thể|phấn đấu|đảm bảo|bảo đảm|"
    r"hoàn thành|duy trì|đạt|tối thiểu|ít nhất|mỗi|năm \d{4}|đến (?:hết |cuối )?năm \d{4}|giai đoạn \d{4}|có|\(?\d"
)
_SENTENCE_END = re.compile(r"(?<!\.)\.(?=\s+[\"“(]?[A-ZÀ-ỸĐ\d+-])(?<!\bTP\.)(?<!\bP\.)|;|(?<=\S)\s*\n")
_LIST_DASH = re.compile(
    r"\s[-–+•]\s?(?=[A-ZÀ-ỸĐ\d])(?!\s?(?:Xã hội|Hộ tịch|Gọn|Mạnh|Hiệu|Xây dựng|Hạ tầng|Đô thị|Môi trường))"
)
_LINKING = re.compile(
    r"^(?:[\s,;:.+*•–-]|\((?=trong đó|riêng)|(?:trong số đó|trong đó|cụ thể(?: là| như sau)?|riêng đối với|riêng|đồng thời"
    r"|bên cạnh đó|ngoài ra|qua đó|và)\b(?!\s*(?:lẻ|tư|biệt))|[a-zđ]\)|\(\d{1,2}\)|\d{1,2}[.)]\s)+",
    re.IGNORECASE,
)
# A part after ';' without a number of its own that opens so is a new piece of work, not more of the target.
_NEW_WORK = re.compile(
    r"^(?:tiếp tục|tăng cường|đẩy mạnh|nâng cao|thực hiện|tổ chức|triển khai|xây dựng|rà soát|kiểm tra|hoàn thiện"
    r"|hoàn thành|bảo đảm|đảm bảo|kịp thời|thường xuyên|chủ động|phấn đấu|không để|không có|giảm|tăng|rút ngắn|cắt giảm"
    r"|phối hợp|hướng dẫn|tuyên truyền|xử lý|giải quyết|báo cáo|đôn đốc|theo dõi|công khai|duy trì|đổi mới|từng bước"
    r"|qua đó|từ đó|đồng thời|góp phần|chú trọng|quan tâm|khắc phục|chấn chỉnh|bố trí|tạo|tham mưu|đề xuất|phát huy|mở rộng|hạn chế|đánh giá)\b",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"(?:,|:)\s+(?=(?:phấn đấu|đảm bảo|bảo đảm|trong đó|trong số đó|t[ỷỉ] lệ|mức độ hài lòng|riêng)\b)"
    r"|\s(?:và|nhằm|để)\s+(?=phấn đấu\b)",
    re.IGNORECASE,
)
# What only explains or grounds the measure, at its end.
_EXPLANATION = re.compile(
    r"(?:\s+theo (?:đúng )?quy định (?:tại|của) (?:Luật|Nghị|Thông|Quyết)|, (?:phục vụ|góp phần|nhằm|đáp ứng|bảo đảm|đảm bảo) ).*$"
)
# Nouns that only count what the next words name: '02 cuộc kiểm tra' measures 'kiểm tra'.
_CLASSIFIERS = frozenset({"cuộc", "lượt", "đợt", "buổi", "lần"})
_LABEL = re.compile(r"^[^\d%:;.]{3,70}:\s+")
# '... từ 62% lên' in front of the new value.
_OLD_VALUE = re.compile(
    r"\s*từ(?: mức)? [\d.,]+\s*%?[^%]{0,30}?\b(?:lên|xuống|thành|sang)(?: đến| còn| mức)?\s*$", re.IGNORECASE
)
_AMENDED_INTO = re.compile(r"\bthành:?\s*[“\"]", re.IGNORECASE)
_GOAL_AT_END = re.compile(
    r"^\s*có\s*$|(?:^|[\s,])(?:phấn đấu|đảm bảo|bảo đảm|tiếp tục hoàn thành)(?:\s+(?:đạt|có|cho|để|từ|ít nhất|t[ỷỉ] lệ))*\s*$",
    re.IGNORECASE,
)
_REACH = re.compile(
    r"[\s,:(]*(?:(?:phấn đấu |phải |cần )?(?:đạt|chiếm|là|còn|giảm (?:còn|xuống)|ở mức|với)(?: (?:được|mức|t[ỷỉ] lệ|từ|khoảng))*"
    r"|t[ỷỉ] lệ|theo t[ỷỉ] lệ|phấn đấu|đảm bảo|bảo đảm)?[\s,:(]*$",
    re.IGNORECASE,
)
_OPENING_AIM = re.compile(
    r"^(?:phấn đấu|đảm bảo|bảo đảm|tiếp tục|thực hiện|tổ chức|đạt|duy trì)\s+(?:để\s+)?(?=\S)", re.IGNORECASE
)


def find_clauses(text: str, *, first_year: int | None = None) -> list[Clause]:
    """Every quantified target of a provision or task cell, in order.

    `first_year` of the plan tells a result of an earlier year, which is no target.
    """
    clauses: list[Clause] = []
    is_open = False
    shared_horizon: str | None = None
    for span in _sentences(text):
        sentence = text[span.start : span.end]
        if not text[: span.start].rstrip().endswith(";"):
            shared_horizon = None
        shared_horizon = opening_horizon(sentence) or shared_horizon
        found = _accepted(sentence, first_year)
        if not found:
            is_open = is_open and _continues(text, span)
            if is_open:
                clauses[-1] = _extended(clauses[-1], text, span)
            continue
        bounds = _bounds(sentence, found)
        for i, quantity in enumerate(found):
            clause = _clause(sentence, bounds[i], bounds[i + 1], quantity, shared_horizon)
            if not clause.indicator:  # 'năm 2027 đạt 80%' goes on about what the clause before it measures
                clause = replace(clause, indicator=clauses[-1].indicator if clauses and i else clause.text)
            clauses.append(clause)
        is_open = bool(sentence[found[-1].end :].strip(" .,;"))
    return clauses


def _accepted(sentence: str, first_year: int | None) -> list[Quantity]:
    accepted: list[Quantity] = []
    for quantity in find_quantities(sentence):
        if is_target(sentence, quantity, accepted[-1] if accepted else None, first_year):
            accepted.append(quantity)
    return accepted


def _sentences(text: str) -> list[_Span]:
    """Spans between full stops, semicolons and list dashes; brackets and quotation marks are not cut."""
    cuts: list[tuple[int, int]] = [(m.start(), m.end()) for m in _SENTENCE_END.finditer(text)]
    if re.match(r"\s*[-–+•]", text):
        cuts += [(m.start(), m.end()) for m in _LIST_DASH.finditer(text)]
    depths = _bracket_depths(text)
    spans, start = [], 0
    for cut_start, cut_end in sorted(cuts):
        if depths[cut_start] == 0 and cut_start >= start:
            spans.append(_Span(start, cut_start))
            start = cut_end
    spans.append(_Span(start, len(text)))
    return [span for span in spans if text[span.start : span.end].strip()]


def _bracket_depths(text: str) -> list[int]:
    """Depth of brackets at every position; brackets that never close count for nothing."""
    depths, depth = [], 0
    balanced = text.count("(") == text.count(")")
    for character in text:
        if balanced and character in "(“":
            depth += 1
        depths.append(depth)
        if balanced and character in ")”":
            depth = max(depth - 1, 0)
    return depths


def _continues(text: str, span: _Span) -> bool:
    """Whether a part without a number goes on listing what the target before it measures."""
    separator = text[: span.start].rstrip()[-1:]
    part = text[span.start : span.end].strip()
    return separator == ";" and not _NEW_WORK.match(part) and not find_quantities(part)


def _extended(clause: Clause, text: str, span: _Span) -> Clause:
    tail = text[span.start : span.end].strip().rstrip(".").rstrip()
    return Clause(
        f"{clause.text}; {tail}",
        f"{clause.indicator}; {tail}",
        clause.comparator,
        clause.value,
        clause.unit,
        clause.horizon,
    )


def _bounds(sentence: str, found: list[Quantity]) -> list[int]:
    """Where the clause of each quantity starts, and the end of the sentence."""
    bounds = [0]
    for left, right in zip(found, found[1:], strict=False):
        bounds.append(_cut_between(sentence, left, right))
    return [*bounds, len(sentence)]


def _cut_between(sentence: str, left: Quantity, right: Quantity) -> int:
    """Where one target's clause ends and the next begins.

    Right after a value that closes its clause ('... đạt 80%, ...'); right before a number that opens one
    ('..., 95% hồ sơ ...'); else at a comma before a new subject, at any comma, at 'và', or before the number.
    """
    between = sentence[left.end : right.start]
    after_value = re.match(r"\s*(?:\([^)]*\))?\s*(?:[,(]|và\b)", between)
    if after_value:
        return left.end + after_value.end() - (1 if after_value.group().endswith("(") else 0)
    before_number = re.search(r"(?:,|\bvà|\()\s*(?:(?:phấn đấu|đảm bảo|bảo đảm)\s*)?$", between)
    if before_number:
        return left.end + before_number.start() + (0 if between[before_number.start()] == "v" else 1)
    subjects = list(re.finditer(rf"(?:,|\bvà|\()\s+(?={_SUBJECT})", between, re.IGNORECASE))
    if subjects:
        cut = subjects[-1].start()
        return left.end + cut + (0 if between[cut] == "v" else 1)
    commas = [m.start() for m in re.finditer(r",", between)]
    if commas:
        return left.end + commas[-1] + 1
    conjunction = re.search(r"\bvà\b", between)
    return left.end + conjunction.start() if conjunction else left.end


def _clause(sentence: str, start: int, end: int, quantity: Quantity, shared_horizon: str | None) -> Clause:
    start = _without_lead(sentence, start, quantity.start)
    text = sentence[start:end]
    stripped = text.rstrip(' .,;:("”')
    stripped = re.sub(r"(?:,|\bvà|\(|,?\s*trong (?:số )?đó)[\s,:]*$", "", stripped).rstrip(" .,;:")
    if stripped.count(")") > stripped.count("("):
        stripped = stripped.rstrip(")").rstrip(" .")
    before = sentence[start : quantity.start].strip()
    after = _behind_value(stripped[max(quantity.value_end - start, 0) :], quantity)
    if before.endswith("("):
        before, after = before[:-1].rstrip(), ""
    horizon = find_horizon(stripped) or shared_horizon
    indicator = _indicator(before, after, horizon)
    return Clause(stripped, indicator, quantity.comparator_text, quantity.value_text, quantity.unit_text, horizon)


def _behind_value(text: str, quantity: Quantity) -> str:
    """What follows a value, without the words that compare it and the noun that only counts it."""
    behind = re.sub(r"^\s*\([^)]*\)\s*(?=\w)", "", text) if not quantity.is_percent else text
    unit = quantity.unit_text or ""
    rest = behind.strip()[len(unit) :] if not quantity.is_percent and behind.strip().startswith(unit) else behind
    noun = unit.casefold().partition("/")[0]
    if noun in MEASURES or (noun in _CLASSIFIERS and rest.strip()):
        behind = rest
    return re.sub(r"\s*\(?\b(?:trở lên|trở xuống|hoặc cao hơn|hoặc hơn)\b\)?", "", behind, count=1).strip()


def _without_lead(sentence: str, start: int, number_at: int) -> int:
    """The clause's start behind linking words, an item label, and a leading aim that has no number."""
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
    return start + linking.end() if linking else start + len(sentence[start:]) - len(sentence[start:].lstrip())


def is_item_label(text: str) -> bool:
    """Whether words before a colon name a topic ('Cải cách thể chế:'), not work or a measure."""
    words = re.sub(r"^\s*(?:[-+*•–]|[a-zđ]\)|\(\d+\)|\d+[.)])\s*", "", text).rstrip(": ").split()
    opening = " ".join(words).casefold()
    return 0 < len(words) <= 12 and not re.match(
        r"t[ỷỉ] lệ|mức độ|số|thực hiện|tổ chức|kiểm tra|đảm bảo|bảo đảm|phấn đấu|đạt|chỉ số|rà soát|giải quyết|xử lý",
        opening,
    )


def _inside_brackets(sentence: str, at: int) -> bool:
    return sentence.count("(", 0, at) > sentence.count(")", 0, at)


def _indicator(before: str, after: str, horizon: str | None) -> str:
    after = after.strip(" ,.;:()" if after.count("(") != after.count(")") else " ,.;:")
    subject = _REACH.sub("", _OLD_VALUE.sub("", before))
    if after and (_GOAL_AT_END.search(before) or not subject):
        indicator = after
    else:
        subject = _OPENING_AIM.sub("", subject) or subject
        indicator = f"{subject} {after}".strip() if after else subject
    indicator = _EXPLANATION.sub("", indicator)
    return _REACH.sub("", strip_horizon(indicator, horizon)).strip(' ,.;:-+"“”')
