"""Numbers in a text with the words that compare and count them: 'tối thiểu 80%', 'từ 02 lớp trở lên'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.parsing.counting_nouns import NOUNS, RATE_PERIODS

# A rank to reach, which in running text would be part of a name.
_RANK_CELL = re.compile(
    r"\W*(?:xếp |đứng |nằm |thuộc |đạt |trong )*(?:hạng|thứ|vị trí|top|tốp|nhóm)(?: thứ)?\s+(?=\d)", re.IGNORECASE
)
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_VALUE = re.compile(
    rf"(?<![\w/:])(?<![\w]-)(?<!\d[.,])(?P<low>{_NUMBER})(?:/\d{{2,3}}(?=\s*điểm))?(?P<p1>\s*%)?"
    rf"(?:\s*(?:[-–—÷]|đến(?: dưới)?)\s*(?P<high>{_NUMBER})(?![\d/]))?"
    r"(?:(?P<percent>\s*(?:%|phần trăm\b))|(?<=%)|(?![\d/]))",
    re.IGNORECASE,
)
# Signs and words before a number, longest first; between them and the number only filler words may stand.
_BEFORE = (
    "không được thấp hơn|không thấp hơn|không được dưới|không dưới|không ít hơn|không nhỏ hơn|tối thiểu|ít nhất"
    "|thấp nhất|không được vượt quá|không vượt quá|không để quá|không có quá|không được quá|không quá"
    "|không lớn hơn|không cao hơn"
    "|tối đa|nhiều nhất|cao nhất|lớn hơn hoặc bằng|nhỏ hơn hoặc bằng|lớn hơn|cao hơn|nhiều hơn|nhỏ hơn|thấp hơn"
    "|trên|hơn|vượt trên|dưới|từ|≥|>=|≤|<=|>|<|⩾|⩽"
)
_FILLER = r"(?:\s*(?:phải|cần|đạt|có|là|được|ở|mức|tỷ lệ|tỉ lệ|bằng|khoảng|từ|số|tổ chức|\(|:))*"
_COMPARATOR_BEFORE = re.compile(rf"(?<![^\W\d_])(?P<words>{_BEFORE}){_FILLER}\s*$", re.IGNORECASE)
# 'không để số hồ sơ trễ hạn quá 0,5%'
_NOT_ABOVE = re.compile(r"\b(?P<words>không(?: được)?(?: để)?)\b[^,;:.%]{0,80}?\b(?:vượt )?quá\s*$", re.IGNORECASE)
_COMPARATOR_AFTER = re.compile(
    r"\s*(?:[\w/,]+\s){0,3}?\(?(?P<words>trở lên|trở xuống|hoặc cao hơn|hoặc hơn|trở lại)\b\)?", re.IGNORECASE
)
# 'từ 02 sáng kiến, giải pháp mới trở lên'
_FAR_AFTER = re.compile(r"[^\d;.%]{0,50}?(?P<words>\b(?:trở lên|trở xuống))\b", re.IGNORECASE)
_RAISED_FROM = re.compile(r"(?!\s*trở)\s*(?:\([^)]*\)|[\w\s/]{0,40}?)\s*(?<!trở )(?:lên|xuống|thành)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text. `start`:`end` covers comparator, number and unit; `value_at`:`value_end` the number alone.

    `comparator_text` as printed ('tối thiểu', 'từ ... trở lên', '≥'), None for a bare number.
    `value_text` as printed without the percent sign, a range as 'low-high'.
    """

    start: int
    value_at: int
    value_end: int
    end: int
    value_text: str
    comparator_text: str | None
    unit_text: str | None
    is_range: bool = False

    @property
    def is_percent(self) -> bool:
        return self.unit_text == "%"


def find_quantities(text: str) -> list[Quantity]:
    """Every number of a text that is no date, year or part of a document number, left to right."""
    return [_quantity(text, found) for found in _VALUE.finditer(text) if not _is_part_of_name(text, found)]


def read_value_cell(text: str) -> Quantity | None:
    """The quantity in a value cell of a target table ('≥ 95', '10-15', 'Hạng 10'); None for 'Đạt' or a dash."""
    stated = next(iter(find_quantities(text)), None)
    rank = _RANK_CELL.match(text) if stated is None else None
    found = _VALUE.search(text, rank.end()) if rank else None
    return _quantity(text, found) if found else stated


def _quantity(text: str, found: re.Match[str]) -> Quantity:
    low, high = found["low"], found["high"]
    is_percent = bool(found["percent"] or found["p1"])
    value_end = found.end()
    before = _COMPARATOR_BEFORE.search(text, 0, found.start())
    unit, unit_end = ("%", value_end) if is_percent else unit_after(text, value_end)
    words_before = before["words"] if before else None
    if before is None:
        not_above = _NOT_ABOVE.search(text, 0, found.start())
        words_before = f"{not_above['words']} ... quá" if not_above else None
    opens_with_from = words_before is not None and words_before.casefold() == "từ"
    after = (_FAR_AFTER if opens_with_from else _COMPARATOR_AFTER).match(text, value_end)
    start, end = (before.start("words") if before else found.start()), unit_end
    if words_before and words_before.casefold() == "từ" and (high or _RAISED_FROM.match(text, value_end)):
        words_before = None
    comparator = words_before
    if after:
        end = max(end, after.end())
        words_after = after["words"]
        comparator = f"{words_before} ... {words_after}" if words_before else words_after
    value = low if high is None else f"{low}-{high}"
    return Quantity(start, found.start(), value_end, end, value, comparator, unit, high is not None)


# Words that follow a bare number in a cell and count nothing: 'từ 90 trở lên'.
_NO_NOUNS = frozenset({"trở", "hoặc", "và", "đến", "so", "trong", "theo"})
_IN_WORDS = re.compile(r"\s*\([^()]*\)\s*")  # '02 (hai) lớp'
_PER = "|".join(RATE_PERIODS)
_RATE = re.compile(rf"\s?/\s?(?P<per>(?:{_PER})\b(?:/(?:{_PER})\b)?)", re.IGNORECASE)


def unit_after(text: str, at: int) -> tuple[str | None, int]:
    """The shortest whole counting noun right after a number, with a rate after a slash ('lần/quý'), and its end."""
    in_words = _IN_WORDS.match(text, at)
    noun_at = in_words.end() if in_words else at + len(text[at:]) - len(text[at:].lstrip())
    rest = text[noun_at:]
    noun = next((rest[: len(n)] for n in NOUNS if rest.casefold().startswith(n) and _ends_word(rest, len(n))), None)
    if noun is None:
        word = re.match(r"[^\W\d_]+", rest)
        if word is None or word.group().casefold() in _NO_NOUNS:
            return None, at
        noun = word.group()
    end = noun_at + len(noun)
    rate = _RATE.match(text, end)
    if rate is None:
        return noun, end
    return f"{noun}/{rate['per'].strip()}", rate.end()


def _ends_word(text: str, at: int) -> bool:
    return at >= len(text) or not (text[at].isalnum() or text[at] == "_")


# What stands right before a number that only names or counts off a thing.
_NAMING = re.compile(
    r"(?:^|[^\w])(?:số|đề án|mức độ|cấp độ|mức|cấp|giai đoạn|phụ lục|phụ biểu|biểu|mẫu|mẫu số|năm|tháng|quý|ngày"
    r"|khóa|khoá|điều|khoản|chương"
    r"|mục|phần|bước|lần thứ|thứ|phiên bản|thế hệ|hạng|vị trí|tổ|ấp|thôn|bản|khu phố|khu vực|tổ dân phố|đội|phường"
    r"|quận|huyện|nhiệm kỳ|quốc lộ|đường|loại|iso|điện thoại|web|thông tư|nghị định|nghị quyết|quyết định"
    r"|kế hoạch|top|nhóm|chỉ thị|kết luận|luật|chiến lược|tiêu chí số|nội dung số|nội dung|nhiệm vụ số|stt|khối)"
    r"(?:\s+số)?\s*$",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:mỗi|hằng|hàng|từng) (?:tháng|quý|năm|ngày)\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_part_of_name(text: str, found: re.Match[str]) -> bool:
    low, after = found["low"], text[found.end() :]
    is_percent = bool(found["percent"] or found["p1"])
    if is_percent:
        return False
    if _YEAR.fullmatch(low) or (found["high"] and _YEAR.fullmatch(found["high"])):
        return True
    if re.match(r"[/-][\dA-ZĐ]|[A-ZĐ]|:\d", after) or re.match(r"\.\d", after):
        return True
    unit, _ = unit_after(text, found.end())
    if unit and "/" in unit:  # 'tại thôn 02 lần/tháng' counts, whatever stands before it
        return False
    before = text[: found.start()]
    return bool(_NAMING.search(before)) and not _EVERY.search(before)
