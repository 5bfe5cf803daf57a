"""Spelling of recognised text: misread marks are set right, and text that was read right stays as it is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipelines.reading.scan.spelling import mend, roman_numeral
from pipelines.text.normalise import clean
from tests.corpus import vocabulary

RECOGNISED = 0.9


def mended(text: str, confidence: float = RECOGNISED) -> str:
    words = text.split()
    return " ".join(mend(words, [confidence] * len(words)))


@pytest.mark.parametrize(
    ("recognised", "printed"),
    [
        ("Tố chức tiếp dân tại nhà văn hóa", "Tổ chức tiếp dân tại nhà văn hóa"),
        ("Kiếm tra sổ góp ý,", "Kiểm tra sổ góp ý,"),
        ("theo biếu mẫu mới", "theo biểu mẫu mới"),
        ("tổ chỨc họp thôn", "tổ chức họp thôn"),
        ("thanh toán không dùng tiến mặt", "thanh toán không dùng tiền mặt"),
        ("niêm yết 11HC tại LLPVHCC", "niêm yết TTHC tại TTPVHCC"),
        ("ILIHC nội bộ", "TTHC nội bộ"),
        ("Văn phòng HĐĐND và UBND", "Văn phòng HĐND và UBND"),
        ("số 61/2018/ND-CP", "số 61/2018/NĐ-CP"),
        ("Văn hóa —- Xã hội", "Văn hóa – Xã hội"),
        ("Quý l, Quý IH/2027", "Quý I, Quý III/2027"),
        ("|", "1"),
        ("các cơ quan, đơn v] có liên quan", "các cơ quan, đơn vị có liên quan"),
        ("Các đơn vị] liên quan", "Các đơn vị liên quan"),
        ("Trạm Y t€ phường", "Trạm Y tế phường"),
    ],
)
def test_what_recognition_confuses_is_set_right(recognised: str, printed: str) -> None:
    assert mended(recognised) == printed


@pytest.mark.parametrize(
    "text",
    [
        "trình cấp có thẩm quyền",
        "các cơ quan trong công tác này",
        "Nguyễn Văn Dũng, xã Tương Dương",
        "vào thực tiễn cải cách",
        "chính quyền từ Trung ương",
        "HC, LHC và 11 hồ sơ",
        "I",
    ],
)
def test_words_beside_a_compound_are_left_alone(text: str) -> None:
    assert mended(text) == text


def test_sure_words_are_believed_though_no_compound() -> None:
    assert mended("kiếm tra", confidence=0.995) == "kiếm tra"


def test_text_read_right_does_not_change() -> None:
    texts = [text for name in dir(vocabulary) if name.isupper() for text in _strings(getattr(vocabulary, name))]
    assert len(texts) > 150
    assert [text for text in texts if mended(clean(text)) != clean(text)] == []


@pytest.mark.shared
def test_hardly_a_word_of_the_real_plans_changes(shared_dir: Path) -> None:
    """What changes are slips of the plans themselves, which no reading of an image can tell from its own."""
    changed = words = 0
    for path in (shared_dir / "truth").glob("*.json"):
        plan = json.loads(path.read_text(encoding="utf-8"))
        for text in _strings([plan["tasks"], plan["provisions"], plan["kpis"]]):
            before, after = clean(text).split(), mended(clean(text)).split()
            words += len(before)
            changed += sum(one != other for one, other in zip(before, after, strict=True))
    assert changed < words / 1000


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if re.search(r"\w", value) else []
    if isinstance(value, dict):
        return [text for item in value.values() for text in _strings(item)]
    if isinstance(value, list | tuple | set | frozenset):
        return [text for item in value for text in _strings(item)]
    return []


@pytest.mark.parametrize(
    ("words", "numeral"),
    [
        (["|", "V"], "IV"),
        (["V", "|"], "VI"),
        (["VI", "|"], "VII"),
        (["VỊ"], "VI"),
        (["||."], "II."),
        (["V"], None),
        (["UBND"], None),
    ],
)
def test_strokes_of_a_roman_numeral(words: list[str], numeral: str | None) -> None:
    assert roman_numeral(words) == numeral
