"""Words in a clause that say when its target must hold: 'đến năm 2030', 'trước ngày 30/6/2026', 'năm 2027'."""

from __future__ import annotations

import re

_DATE = (
    r"(?:ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4})|\d{1,2}/\d{1,2}/\d{4}|tháng \d{1,2}(?:/| năm )\d{4}"
    r"|quý [IVX\d]+(?:/|,? năm )\d{4}|(?:hết |cuối |cuối quý [IVX]+(?:/| năm ))?năm \d{4})"
)
_BY = re.compile(rf"(?:chậm nhất (?:đến |là |trong )?|trước |đến )(?:trước |hết |cuối )?{_DATE}", re.IGNORECASE)
_PERIOD = (
    rf"(?:giai đoạn \d{{4}}\s*[-–]\s*\d{{4}}|(?:6|06|sáu) tháng (?:đầu|cuối) năm(?: \d{{4}})?|{_DATE}"
    r"|quý [IVX]+(?:,? ?(?:và )?[IVX]+)*(?:/| năm )\d{4})"
)
_OPENS = re.compile(
    rf"^(?:trong |vào |từ )?{_PERIOD}(?=\s*[,:]|\s+(?:phấn đấu|đạt|t[ỷỉ] lệ|mức độ|có|\d|tối thiểu|ít nhất"
    r"|(?:giảm|tăng|nâng|cắt giảm|rút ngắn|hoàn thành|duy trì)\b))",
    re.IGNORECASE,
)
_CLOSES = re.compile(rf"(?<=[\s%(])(?:(?:ngay )?(?:trong|vào) )(?:cuối )?{_PERIOD}(?=\)?$)", re.IGNORECASE)
_AFTER_VALUE = re.compile(rf"(?:%|trở lên)\s*\(?(?P<horizon>(?:trong |vào )?{_PERIOD})\)?$", re.IGNORECASE)
_BEFORE_REACH = re.compile(rf"(?P<horizon>(?:trong )?{_PERIOD}) (?:phải |phấn đấu )?đạt\b", re.IGNORECASE)
# A document's or strategy's own span ('Chiến lược ... đến năm 2030') limits nothing.
_DOCUMENT = re.compile(
    r"(?:chiến lược|chương trình|kế hoạch|đề án|nghị quyết|định hướng|tầm nhìn|quy hoạch)[^,;]{0,60}$", re.IGNORECASE
)


def find_horizon(clause: str) -> str | None:
    """The printed words that limit the period of a clause, None when it names none."""
    opening = _OPENS.match(clause)
    if opening:
        return opening.group()
    for found in _BY.finditer(clause):
        if not _DOCUMENT.search(clause[: found.start()]):
            return found.group()
    for pattern in (_CLOSES, _AFTER_VALUE, _BEFORE_REACH):
        closing = pattern.search(clause)
        if (
            closing
            and not _DOCUMENT.search(clause[: closing.start()])
            and not clause[: closing.start()].endswith("so với ")
        ):
            return closing.groupdict().get("horizon") or closing.group()
    return None


def opening_horizon(sentence: str) -> str | None:
    """The horizon a sentence opens with, which all of its targets share."""
    found = re.match(
        rf"\s*(?:[-+*•]\s*)?(?P<horizon>(?:{_BY.pattern}|{_OPENS.pattern.lstrip('^')}))\s*[,:]", sentence, re.IGNORECASE
    )
    return found["horizon"] if found else None


def strip_horizon(indicator: str, horizon: str | None) -> str:
    """An indicator without a horizon at its start or end."""
    if horizon is None:
        return indicator
    words = re.escape(horizon)
    return re.sub(rf"^{words}[\s,:]*|[\s,(]*{words}\)?$", "", indicator, flags=re.IGNORECASE).strip()
