"""Communes and provinces as candidates."""

from __future__ import annotations

import pytest

from pipelines.parsing.parts import split_parts
from pipelines.parsing.places import parse_places, place_names
from tests.parsing.documents import LETTERHEAD, SIGNATURE, document

NAMES: dict[str, list[tuple[str, str, str]]] = {
    "của xã Suối Trai năm 2026": [("commune", "xã", "Suối Trai")],
    "ỦY BAN NHÂN DÂN XÃ SUỐI TRAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": [("commune", "XÃ", "SUỐI TRAI")],
    "NHIỆM VỤ CỦA PHƯỜNG TUY HÒA NĂM 2026": [("commune", "PHƯỜNG", "TUY HÒA")],
    "UBND đặc khu Phú Quý ban hành": [("commune", "đặc khu", "Phú Quý")],
    "trên địa bàn xã Sơn Kim 1 năm 2026": [("commune", "xã", "Sơn Kim 1")],
    "phường 1 Bảo Lộc": [("commune", "phường", "1 Bảo Lộc")],
    "phường Xuân Hương - Đà Lạt": [("commune", "phường", "Xuân Hương - Đà Lạt")],
    "xã Cư M’gar, tỉnh Đắk Lắk": [("commune", "xã", "Cư M’gar"), ("province", "tỉnh", "Đắk Lắk")],
    "thành phố Hải Phòng và TP. Huế": [("province", "thành phố", "Hải Phòng"), ("province", "TP.", "Huế")],
    "UBND xã Phòng Văn hóa": [],
    "phòng văn hóa - xã hội, Văn hóa - Xã hội, kinh tế - xã hội của xã; xã 6 tháng": [],
    "UBND tỉnh Phú Yên (cũ) và tỉnh Bình Định cũ": [],
    "của xã Vĩnh Thuận, Tân Thuận (cũ)": [],
}


@pytest.mark.parametrize("text", NAMES)
def test_place_names(text: str) -> None:
    assert place_names(text) == NAMES[text]


def test_contexts_and_occurrences() -> None:
    parts = split_parts(
        document(
            *LETTERHEAD,
            "KẾ HOẠCH",
            "Cải cách hành chính xã Suối Trai năm 2026",
            "Căn cứ Kế hoạch của UBND tỉnh Đắk Lắk, UBND xã Suối Trai ban hành Kế hoạch như sau:",
            "I. MỤC ĐÍCH",
            "- Người dân xã Suối Trai hài lòng; xã Suối Trai gọn việc.",
            "Trên đây là Kế hoạch của xã Suối Trai./.",
            *SIGNATURE,
        )
    )
    places = parse_places(parts, "0" * 64)
    assert [(p.context, p.place_kind, p.name_text, p.occurrences) for p in places] == [
        ("letterhead", "commune", "SUỐI TRAI", 1),
        ("letterhead", "commune", "Suối Trai", 1),
        ("title", "commune", "Suối Trai", 1),
        ("preamble", "province", "Đắk Lắk", 1),
        ("preamble", "commune", "Suối Trai", 1),
        ("body", "commune", "Suối Trai", 2),
        ("closing", "commune", "Suối Trai", 1),
    ]
