"""Repair of letters lost or swapped by fonts."""

from __future__ import annotations

import pytest

from pipelines.text.repair import repair


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("ăn phòng HĐND và UBND phường", "Văn phòng HĐND và UBND phường"),
        ("Phòng ăn hoá - Xã hội", "Phòng Văn hoá - Xã hội"),
        ("ăn bản đề nghị của cán bộ, iên chức", "Văn bản đề nghị của cán bộ, Viên chức"),
        ("Cổng D C quốc gia, tỷ lệ D CTT", "Cổng DVC quốc gia, tỷ lệ DVCTT"),
        ("tập huấn cho CBCC C; khen thưởng", "tập huấn cho CBCCVC; khen thưởng"),
        ("gửi B và lập HSC trên phần mềm QL B", "gửi VB và lập HSCV trên phần mềm QLVB"),
        ("tài khoản NeID mức 2", "tài khoản VNeID mức 2"),
        ("Chánh P HĐND&UBND", "Chánh VP HĐND&UBND"),
        ("Nghị định số 45/2026/ND-CP", "Nghị định số 45/2026/NĐ-CP"),
        ("Nghị định số 45/2026/NĐ-СР", "Nghị định số 45/2026/NĐ-CP"),
        ("Quyết định số 12/QD-UBND", "Quyết định số 12/QĐ-UBND"),
        ("Văn phòng HDND", "Văn phòng HĐND"),
        ("xã ĩnh Thuận", "xã Vĩnh Thuận"),
    ],
)
def test_damage_is_put_right(damaged: str, sound: str) -> None:
    assert repair(damaged) == sound


@pytest.mark.parametrize(
    "text",
    [
        "Văn phòng HĐND và UBND phường; Phòng Văn hóa - Xã hội",
        "Bố trí nơi ăn nghỉ cho đoàn, phòng ăn tập thể",
        "Nghị định số 45/2026/NĐ-CP, Quyết định số 12/QĐ-UBND, Kế hoạch số 03-KH/BCĐTW",
        "dịch vụ công trực tuyến (DVC), VNeID, VNPT, CBCCVC, VBQPPL, HSCV",
        "hạng B và hạng C; lớp A, lớp B",
        "Bệnh viện, trường mầm non, Ủy ban MTTQ Việt Nam",
        "BHXH, KH-XH, VH-XH, P. VH-XH",
        "TP HĐND khóa XVI; Quý I, Quý III",
        "Слово по-русски",
        "",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair(text) == text


def test_repairing_twice_changes_nothing_more() -> None:
    once = repair("ăn phòng, D C, CBCC C, 45/2026/ND-CP")
    assert repair(once) == once
