"""Wrapped lines of prose to paragraphs, without geometry and with blank lines that mean nothing.

Text pulled out of a PDF may have a blank line after every line, or after the first of each paragraph. What tells is
whether the next word would have fitted on the line, how the line ends and how the next one starts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from pipelines.reading.plain_text.lines import Line
from pipelines.text.markers import Level, split_marker

_WINDOW = 30  # lines on either side that share a column width
_FULL_SHARE = 0.86  # of the column width, from which a line was ended by its margin: letters differ in width
_NARROWEST_COLUMN = 40  # characters; lines that are all shorter were ended by their author
_UNWRAPPED_WIDTH = 160  # characters; no page is this wide, so each line is a paragraph
_BLANKS_TELL_BELOW = 0.4  # share of lines with a blank one before them, below which blank lines part paragraphs

_SENTENCE_END = re.compile(r"[.;:!?…]['\")\]”’]*$")
_DOCUMENT_END = re.compile(r"\.?/\.?\s*$")
# Words that never end a heading or sentence: what follows them goes on with it, even if it looks like a marker.
_UNFINISHED = re.compile(
    r"(?:^|\s)(?:ngày|tháng|quý|số|khoản|điểm|điều|mục|chương|phần|thứ|và|từ|đến|hoặc|của|năm|tại|theo|trên|dưới|về|cho|với"
    r"|là|các|những|do|bằng|để|trong|như|bởi|gồm|nhằm|được|ban hành)$"
)
# 'số' that waits for no number: it means 'digital' ('chính quyền số', 'chuyển đổi số') or belongs to a noun ('dân số').
_DIGITAL = re.compile(
    r"(?:quyền|đổi|phủ|tế|hội|dân|liệu|tảng|thuật|năng|nghệ|hóa|hoá|ký|chữ|trường|vụ|nhân|lực|nghiệp|hạ tầng|tư duy"
    r"|quốc gia|an toàn|môi trường|nội dung|sản phẩm|thiểu) số$",
    re.IGNORECASE,
)
_ENDS_WITH_DASH = re.compile(r"\s[-–—]$")
# Names printed with a dash inside: a wrap may leave the dash to open the next line ('Phòng Văn hóa' / '- Xã hội').
_DASHED_NAME = re.compile(
    r"\b(?:văn h(?:óa|oá)\s*[-–—−]\s*(?:xã hội|thể thao|thông tin)|(?:kinh tế|chính trị)\s*[-–—−]\s*(?:xã hội|hạ tầng)"
    r"|lao động\s*[-–—−]\s*thương binh|tài chính\s*[-–—−]\s*kế (?:hoạch|toán)|tư pháp\s*[-–—−]\s*hộ tịch"
    r"|văn phòng\s*[-–—−]\s*thống kê|quốc phòng\s*[-–—−]\s*an ninh)\b",
    re.IGNORECASE,
)
_DASH_THEN_NUMBER = re.compile(r"[-–—−]\s*\d")
_LETTER = re.compile(r"[^\W\d_]")
_CLOSING_WORDS = re.compile(r"(?:trên đây là|nơi nhận|kính gửi|phụ lục|biểu số|mẫu số)\b", re.IGNORECASE)
# The line of place and date over a document's title, and the title's first line alone.
_PLACE_AND_DATE = re.compile(r"[^\W\d_][^,;.]{1,40},\s*ngày\s.{0,12}\btháng\s.{0,12}\bnăm\b[\s\d.…]*$")
_KIND_ALONE = re.compile(
    r"(?:KẾ HOẠCH|QUYẾT ĐỊNH|BÁO CÁO|THÔNG BÁO|GIẤY MỜI|TỜ TRÌNH|CHƯƠNG TRÌNH|ĐỀ ÁN|HƯỚNG DẪN)\s*:?$"
)


def is_all_caps(text: str) -> bool:
    """True for a line whose letters are capitals, such as a chapter heading."""
    letters = _LETTER.findall(text)
    return len(letters) >= 2 and all(letter.isupper() or not letter.islower() for letter in letters)


def starts_lower(text: str) -> bool:
    """Whether the first letter is a small one, with nothing but an opening sign before it."""
    stripped = text.lstrip("(“\"'‘")
    return bool(stripped) and stripped[0].islower()


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines around a line were set: the `width` in characters at which they wrap, whether blanks tell."""

    width: int
    blanks_tell: bool


class Settings:
    """The setting around each of some lines."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._numbers = [line.number for line in lines]

    def around(self, line: Line) -> Setting:
        index = bisect_left(self._numbers, line.number)
        nearby = self._lines[max(index - _WINDOW, 0) : index + _WINDOW + 1]
        widths = sorted(other.width for other in nearby)
        blanks = sum(other.blank_before for other in nearby)
        return Setting(
            max(widths[int(len(widths) * 0.85)], _NARROWEST_COLUMN), blanks < _BLANKS_TELL_BELOW * len(nearby)
        )


def continues(before: list[Line], after: Line, setting: Setting) -> bool:
    """Whether `after` belongs to the paragraph of the lines `before`."""
    last = before[-1]
    text, following = last.text, after.text
    if _DOCUMENT_END.search(text) or _CLOSING_WORDS.match(following) or _is_whole_bracket(before):
        return False
    if _PLACE_AND_DATE.match(text) or _KIND_ALONE.match(following):
        return False
    marker, rest = split_marker(following)
    full = _is_full(last, following, setting.width)
    if marker is not None:
        return _marker_is_wrapped_text(before, marker.level, rest, following, full)
    if is_all_caps(following) != is_all_caps(text) and not starts_lower(following):
        return full and not is_all_caps(text) and not _SENTENCE_END.search(text) and _is_acronyms(following)
    if _ENDS_WITH_DASH.search(text):
        return True
    if _SENTENCE_END.search(text):
        if not full or following.startswith("(") or (text.endswith(":") and not _is_item(before)):
            return False
        # Two blank lines or something between them come with a page break.
        one_blank = after.blank_before and after.number - last.number == 2
        return not (setting.blanks_tell and one_blank and len(before) > 1)
    return full or starts_lower(following) or _is_unfinished(text)


def _is_unfinished(text: str) -> bool:
    return bool(_UNFINISHED.search(text)) and not _DIGITAL.search(text)


def _is_whole_bracket(lines: list[Line]) -> bool:
    """'(Kèm theo Kế hoạch số ...)': a paragraph in brackets ends where they close."""
    text = " ".join(line.text for line in lines)
    return (
        text.startswith("(")
        and text.endswith(")")
        and text.count("(") == text.count(")")
        and len(text) > _NARROWEST_COLUMN
    )


def _is_item(lines: list[Line]) -> bool:
    return split_marker(lines[0].text)[0] is not None


def _is_acronyms(text: str) -> bool:
    """'INDEX, SIPAS, PCI.' ends a sentence; a heading in capitals has more words and no full stop."""
    return len(text.split()) < 4 or (len(text.split()) < 8 and bool(_SENTENCE_END.search(text)))


def _is_full(line: Line, following: str, width: int) -> bool:
    next_word = following.split(maxsplit=1)[0] if following else ""
    return line.width <= _UNWRAPPED_WIDTH and line.width + 1 + len(next_word) >= _FULL_SHARE * width


def _marker_is_wrapped_text(before: list[Line], level: Level, rest: str, following: str, full: bool) -> bool:
    """Whether a line that seems to open with a marker goes on with a sentence ('kinh tế' / '- xã hội')."""
    text = before[-1].text
    if not full or _SENTENCE_END.search(text):
        return False
    if level is not Level.DASH:
        return _is_unfinished(text) and level not in (Level.PLUS, Level.ROMAN, Level.UPPER)
    if _DASH_THEN_NUMBER.match(following) and text[-1].isdigit():
        return True
    paragraph = " ".join(line.text for line in before)
    inside_quotes = paragraph.count("“") > paragraph.count("”")
    return starts_lower(rest) or inside_quotes or _cuts_dashed_name(text, following)


def _cuts_dashed_name(text: str, following: str) -> bool:
    seam = len(text) + 1
    return any(found.start() < seam < found.end() for found in _DASHED_NAME.finditer(f"{text} {following}"))
