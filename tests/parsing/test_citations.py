"""Documents cited with a number."""

from __future__ import annotations

import pytest

from pipelines.parsing.citations import Mention, mentions, own_numbers, parse_citations
from pipelines.parsing.parts import split_parts
from pipelines.text.document_number import canonical_number
from tests.parsing.documents import LETTERHEAD, SIGNATURE, document, table

MENTIONS: dict[str, list[Mention]] = {
    "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình": [
        Mention("Nghị quyết", "76/NQ-CP", "15/7/2021", "Chính phủ")
    ],
    "theo Quyết định 468/QĐ-TTg ngày 27 tháng 3 năm 2021 của Thủ tướng Chính phủ phê duyệt Đề án": [
        Mention("Quyết định", "468/QĐ-TTg", "27 tháng 3 năm 2021", "Thủ tướng Chính phủ")
    ],
    "Nghị quyết số 57- NQ/TW của Bộ Chính trị ngày 22/12/2024 về đột phá": [
        Mention("Nghị quyết", "57-NQ/TW", "22/12/2024", "Bộ Chính trị")
    ],
    "các Nghị quyết số 68-NQ/TW ngày 04/5/2025, số 66-NQ/TW và 79-NQ/TW của Bộ Chính trị": [
        Mention("Nghị quyết", "68-NQ/TW", "04/5/2025", "Bộ Chính trị"),
        Mention("Nghị quyết", "66-NQ/TW", None, "Bộ Chính trị"),
        Mention("Nghị quyết", "79-NQ/TW", None, "Bộ Chính trị"),
    ],
    "Nghị định số 130/2005/NĐ-CP và Nghị định số 117/2013/NĐ-CP": [
        Mention("Nghị định", "130/2005/NĐ-CP", None, None),
        Mention("Nghị định", "117/2013/NĐ-CP", None, None),
    ],
    "Luật Tổ chức chính quyền địa phương số 72/2025/QH15": [Mention("Luật", "72/2025/QH15", None, None)],
    "Nghị quyết số 66.7/2025/NQ-CP": [Mention("Nghị quyết", "66.7/2025/NQ-CP", None, None)],
    "Thông tư số 03/2025/TT-VPCP ngày 15/9/2025 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ quy định": [
        Mention("Thông tư", "03/2025/TT-VPCP", "15/9/2025", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ")
    ],
    "Quyết định số 90/QĐ-UBND ngày 236/6/2022 của UBND tỉnh Đắk Lắk (cũ) về giờ làm việc": [
        Mention("Quyết định", "90/QĐ-UBND", "236/6/2022", "UBND tỉnh Đắk Lắk (cũ)")
    ],
    "Công văn số 1234/SNV-CCHC của Sở Nội vụ": [Mention("Công văn", "1234/SNV-CCHC", None, "Sở Nội vụ")],
    "Nghị quyết số 57-NQ/TW (ngày 22/12/2024) của Bộ Chính trị": [
        Mention("Nghị quyết", "57-NQ/TW", "22/12/2024", "Bộ Chính trị")
    ],
    "theo 15-CT/TU": [Mention("Chỉ thị", "15-CT/TU", None, None)],
    "Thông tư số 09/2025/TT-BKHCN của Bộ Khoa học và Công nghệ và hướng dẫn của tỉnh": [
        Mention("Thông tư", "09/2025/TT-BKHCN", None, "Bộ Khoa học và Công nghệ")
    ],
    "Công văn số 311/BVHTTDL-VP của Bộ Văn hóa, Thể thao và Du lịch về tuyên truyền": [
        Mention("Công văn", "311/BVHTTDL-VP", None, "Bộ Văn hóa, Thể thao và Du lịch")
    ],
    # Short forms, blanks and other strings with slashes are no citations.
    "Kế hoạch số 45 và Đề án 06": [],
    "Kế hoạch số /KH-UBND ngày tháng 01 năm 2026": [],
    "trước ngày 30/6/2026, trực 24/7, tiêu chuẩn ISO 9001:2015, CBCC/VC": [],
}


@pytest.mark.parametrize("text", MENTIONS)
def test_mentions(text: str) -> None:
    assert mentions(text) == MENTIONS[text]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("118/2025/NĐ-СР", "118/2025/NĐ-CP"),
        ("118/2025/ND-CP", "118/2025/NĐ-CP"),
        ("118/2025/NĐCP", "118/2025/NĐ-CP"),
        ("02 – KH/BCDTW", "02-KH/BCĐTW"),
        ("57NQ/TW", "57-NQ/TW"),
        ("72/2025/QH15", "72/2025/QH15"),
    ],
)
def test_canonical_number(printed: str, number: str) -> None:
    assert canonical_number(printed) == number


def test_cited_everywhere_but_for_the_documents_own_numbers() -> None:
    parts = split_parts(
        document(
            *LETTERHEAD,
            "KẾ HOẠCH",
            "Cải cách hành chính năm 2026",
            "Căn cứ Nghị quyết số 76/NQ-CP, UBND xã ban hành Kế hoạch như sau:",
            "I. MỤC ĐÍCH",
            "- Thực hiện Kế hoạch số 17/KH-UBND ngày 09/01/2026; rà soát Kế hoạch số 17/KH-UBND của UBND tỉnh Đắk Lắk.",
            *SIGNATURE,
            "Phụ lục",
            "DANH MỤC NHIỆM VỤ",
            "(Kèm theo Kế hoạch số 17/KH-UBND ngày 09/01/2026)",
            table(
                ("TT", "Nhiệm vụ"),
                *((str(i), "Triển khai Chỉ thị số 5/CT-TTg" if i == 3 else "Việc") for i in range(8)),
            ),
        )
    )
    citations = parse_citations(parts, own_numbers(parts, ["17/KH-UBND"]), "0" * 64)
    assert [(c.sequence, c.number_text, c.issuer_text) for c in citations] == [
        (1, "76/NQ-CP", None),
        (2, "17/KH-UBND", "UBND tỉnh Đắk Lắk"),
        (3, "5/CT-TTg", None),
    ]


def test_a_number_cut_between_two_lines_of_a_flattened_table() -> None:
    parts = split_parts(
        document(
            "KẾ HOẠCH", "Cải cách hành chính", "I. MỤC ĐÍCH", "- Gần dân.", *SIGNATURE,
            "PHỤ LỤC", "DANH MỤC NHIỆM VỤ", "1", "Triển khai Nghị quyết số 57-", "NQ/TW", "Văn phòng", "2",
        )
    )  # fmt: skip
    assert [c.number_text for c in parse_citations(parts, frozenset(), "0" * 64)] == ["57-NQ/TW"]
