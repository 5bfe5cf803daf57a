"""Header facts, the signer, and what kind of document it is."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from pipelines.parsing.classify import classify, names_reform
from pipelines.parsing.header import parse_header, plan_title
from pipelines.parsing.parts import split_parts
from pipelines.parsing.period import find_period
from pipelines.parsing.records import PlanHeader
from pipelines.parsing.signature import parse_signature
from pipelines.reading.document import Block
from tests.parsing.documents import LETTERHEAD, SIGNATURE, document, paragraphs, table

PREAMBLE = "Căn cứ Kế hoạch số 8/KH-UBND ngày 02/01/2026 của UBND tỉnh Đắk Lắk, UBND xã ban hành Kế hoạch như sau:"
BODY = ("I. MỤC ĐÍCH", "- Gần dân hơn.", "Trên đây là Kế hoạch./.")


def header_of(*blocks: str | Block) -> PlanHeader:
    parts = split_parts(document(*blocks))
    return parse_header(parts, classify(parts, plan_title(parts)), "0" * 64)


def test_header_facts() -> None:
    header = header_of(
        *LETTERHEAD, "KẾ HOẠCH", "Cải cách hành chính", "năm 2026 của xã Suối Trai", PREAMBLE, *BODY, *SIGNATURE
    )
    facts = {name: value for name, value in asdict(header).items() if value is not None}
    assert facts == {
        "source_sha256": "0" * 64,
        "sequence": 1,
        "line": 7,
        "confidence": 1.0,
        "needs_plan": False,
        "document_kind_text": "Kế hoạch",
        "title": "Cải cách hành chính năm 2026 của xã Suối Trai",
        "document_number_text": "17/KH-UBND",
        "letterhead_number_text": "17/KH-UBND",
        "has_decision": False,
        "issued_on_text": "ngày 09 tháng 01 năm 2026",
        "period_text": "năm 2026",
        "signer_name": "Lò Thị Hạnh",
        "signer_title": "CHỦ TỊCH",
        "signing_authority_text": "TM. ỦY BAN NHÂN DÂN",
    }


@pytest.mark.parametrize(
    ("number", "date", "expected"),
    [
        ("Số: /KH-UBND", "Suối Trai, ngày tháng 01 năm 2026", (None, None)),
        ("Số:    /KH-UBND", "Suối Trai, ngày  tháng  năm 2026", (None, None)),
        ("Số: 80 /KH-UBND", "Suối Trai, ngày 5 tháng 1 năm 2026", ("80/KH-UBND", "ngày 5 tháng 1 năm 2026")),
        ("Số: 80/KH - UBND", "Suối Trai, ngày 15 tháng năm 2026", ("80/KH-UBND", None)),
    ],
)
def test_blank_number_and_date(number: str, date: str, expected: tuple[str | None, str | None]) -> None:
    head = (*LETTERHEAD[:4], number, date)
    header = header_of(*head, "KẾ HOẠCH", "Cải cách hành chính năm 2026", PREAMBLE, *BODY)
    assert (header.document_number_text, header.issued_on_text) == expected


def test_number_of_the_issuing_decision_is_not_the_plans() -> None:
    head = (*LETTERHEAD[:4], "Số: 44/QĐ-UBND", LETTERHEAD[5])
    decision = ("QUYẾT ĐỊNH", "Ban hành Kế hoạch cải cách hành chính năm 2026", "Điều 1. Ban hành kèm theo.")
    caption = "(Ban hành kèm theo Quyết định số 44/QĐ-UBND ngày 09/01/2026)"
    header = header_of(*head, *decision, *SIGNATURE, "KẾ HOẠCH", "Cải cách hành chính năm 2026", caption, *BODY)
    assert header.rejection_code is None
    assert header.document_number_text is None
    assert header.title == "Cải cách hành chính năm 2026"
    assert header.signer_name == "Lò Thị Hạnh"


def test_declared_total_and_amended_plan() -> None:
    rows = table(("TT", "Nhiệm vụ"), *((str(i), "Việc") for i in range(1, 9)))
    header = header_of(
        *LETTERHEAD,
        "KẾ HOẠCH",
        "Sửa đổi, bổ sung Kế hoạch số 17/KH-UBND ngày 09/01/2026 về cải cách hành chính năm 2026",
        *BODY,
        *SIGNATURE,
        "Phụ lục",
        rows,
        "Tổng cộng: 08 nhiệm vụ./.",
    )
    assert header.declared_task_total_text == "Tổng cộng: 08 nhiệm vụ"
    assert header.amended_plan_text == "Kế hoạch số 17/KH-UBND ngày 09/01/2026"
    assert header.period_text == "năm 2026"


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Cải cách hành chính 06 tháng cuối năm 2025 của xã", "06 tháng cuối năm 2025"),
        ("Cải cách hành chính giai đoạn 2026 - 2030", "giai đoạn 2026 - 2030"),
        ("Chương trình tổng thể giai đoạn 2021-2030, năm 2026", "năm 2026"),
        ("Cải cách hành chính giai đoạn 2026-2030, định hướng đến năm 2035", "giai đoạn 2026-2030"),
        ("Sửa đổi Kế hoạch số 3/KH-UBND ngày 04 tháng 02 năm 2025 về cải cách hành chính năm 2026", "năm 2026"),
        ("Cải cách hành chính quý I năm 2026", "quý I năm 2026"),
        ("Khắc phục hạn chế năm 2025, triển khai nhiệm vụ cải cách hành chính năm 2026", "năm 2026"),
        ("Cải cách hành chính năm 2026, định hướng năm 2027", "năm 2026"),
        ("Đẩy mạnh cải cách hành chính", None),
    ],
)
def test_period(title: str, period: str | None) -> None:
    assert find_period(title) == period


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Trần Văn Bảy"), ("Trần Văn Bảy", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH")),
        (("KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Bảy",), ("Trần Văn Bảy", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH")),
        (("Trần Văn Bảy", "TM. UBND XÃ", "CHỦ TỊCH"), ("Trần Văn Bảy", "CHỦ TỊCH", "TM. UBND XÃ")),
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "- Lưu: VT. Trần Văn Bảy"), ("Trần Văn Bảy", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")),
        (("CHỦ TỊCH", "Người ký: UBND xã", "Thời gian ký: 2026-01-14T16:53:04+07:00"), (None, "CHỦ TỊCH", None)),
        (("Q. CHỦ TỊCH", "A Dơi"), ("A Dơi", "CHỦ TỊCH", "Q. CHỦ TỊCH")),
        (("PHÓ CHỦ TỊCH PHỤ TRÁCH", "ThS. Lê Văn Tám"), ("Lê Văn Tám", "PHÓ CHỦ TỊCH PHỤ TRÁCH", None)),
        (("CHỦ TỊCH", "K' Brêm"), ("K' Brêm", "CHỦ TỊCH", None)),
        ((), (None, None, None)),
    ],
)  # fmt: skip
def test_signature(lines: tuple[str, ...], expected: tuple[str | None, str | None, str | None]) -> None:
    signature = parse_signature(paragraphs(*lines))
    assert (signature.name, signature.title, signature.authority) == expected


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (("KẾ HOẠCH", "Cải cách hành chính năm 2026"), None),
        (("KẾ HOẠCH", "CCHC nhà nước năm 2026"), None),
        (("KẾ HOẠCH", "Phát động phong trào thi đua cải cách", "hành chính năm 2026"), None),
        (("KẾ HOẠCH", "Sửa đổi Kế hoạch số 3/KH-UBND về cải cách hành chính năm 2026"), None),
        (("KẾ HOẠCH", "Cải cách hành ch nh năm 2026"), None),
        (("KẾ HOẠCH", "Phòng, chống thiên tai năm 2026"), "other_plan"),
        (("KẾ HOẠCH", "Sử dụng đất năm 2026"), "other_plan"),
        (("KẾ HOẠCH", "Chuyển đổi số năm 2026"), "other_plan"),
        (("KẾ HOẠCH", "Tuyên truyền cải cách hành chính năm 2026"), "other_plan"),
        (("KẾ HOẠCH", "Kiểm tra công tác cải cách hành chính năm 2026"), "other_plan"),
        (("KẾ HOẠCH", "Cải cách hành chính và nâng cao Chỉ số cải cách hành chính năm 2026"), None),
        (("KẾ HOẠCH", "Nâng cao Chỉ số cải cách hành chính (PAR INDEX) năm 2026"), None),
        (("KẾ HOẠCH", "Khắc phục hạn chế, cải thiện Chỉ số PAR INDEX năm 2026"), None),
        (("KẾ HOẠCH", "Tự chấm điểm Chỉ số cải cách hành chính (PAR INDEX) năm 2026"), "other_plan"),
        (("KẾ HOẠCH", "V/v triển khai công tác CCHC năm 2026"), None),
        (("Kế hoạch", "Cải cách hành chính năm 2026"), None),
        (("KẾ HOẠCH", "Xác định Chỉ số cải cách hành chính năm 2026"), "other_plan"),
        (("KẾ HOẠCH", "Kiểm tra, đánh giá công tác cải cách hành chính năm 2026"), "other_plan"),
        (("KẾ HOẠCH", "Tổ chức hội thi tìm hiểu về cải cách hành chính năm 2026"), "other_plan"),
        (("KẾ HOẠCH", "Cải cách thủ tục hành chính năm 2026"), "other_plan"),
        (("BÁO CÁO", "Kết quả công tác cải cách hành chính năm 2025"), "not_a_plan"),
        (("THÔNG BÁO", "Kết luận cuộc họp về cải cách hành chính"), "not_a_plan"),
        (("GIẤY MỜI", "Họp bàn kế hoạch cải cách hành chính"), "not_a_plan"),
        (("V/v xây dựng kế hoạch cải cách hành chính", "Kính gửi: Các phòng chuyên môn"), "not_a_plan"),
        (("QUYẾT ĐỊNH", "Thành lập Ban Chỉ đạo cải cách hành chính", "Điều 1. Thành lập Ban Chỉ đạo."), "not_a_plan"),
        (("QUYẾT ĐỊNH", "Lập tổ giúp việc thực hiện Kế hoạch cải cách hành chính", "1. Ông Ba."), "not_a_plan"),
        (("QUYẾT ĐỊNH", "Về việc sửa đổi Kế hoạch cải cách hành chính năm 2026", "1. Bổ sung việc."), None),
    ],
)  # fmt: skip
def test_kind_of_document(head: tuple[str, ...], code: str | None) -> None:
    header = header_of(*LETTERHEAD, *head, PREAMBLE, *BODY, *SIGNATURE)
    assert header.rejection_code == code
    assert (header.rejection_reason is None) == (code is None)


@pytest.mark.parametrize(
    ("issuer", "code"),
    [
        (("ỦY BAN NHÂN DÂN", "PHƯỜNG TUY HÒA"), None),
        (("UBND TỈNH ĐẮK LẮK", "ỦY BAN NHÂN DÂN XÃ SUỐI TRAI"), None),
        (("ỦY BAN NHÂN DÂN", "TỈNH ĐẮK LẮK"), "not_commune"),
        (("UBND TỈNH ĐẮK LẮK", "SỞ NỘI VỤ"), "not_commune"),
        (("UBND XÃ SUỐI TRAI", "PHÒNG VĂN HÓA - XÃ HỘI"), "not_commune"),
        (("ĐẢNG BỘ TỈNH ĐẮK LẮK", "ĐẢNG ỦY XÃ SUỐI TRAI", "*", "ĐẢNG CỘNG SẢN VIỆT NAM"), "not_commune"),
        (("UBND XÃ SUỐI TRAI", "TRƯỜNG TIỂU HỌC", "SUỐI TRAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM"), "not_commune"),
        (("MẶT TRẬN TỔ QUỐC VIỆT NAM", "XÃ SUỐI TRAI"), "not_commune"),
        ((), None),
    ],
)
def test_who_issues_the_plan(issuer: tuple[str, ...], code: str | None) -> None:
    header = header_of(*issuer, *LETTERHEAD[2:], "KẾ HOẠCH", "Cải cách hành chính năm 2026", PREAMBLE, *BODY)
    assert header.rejection_code == code


def test_signature_printed_beside_the_recipients_on_the_same_lines() -> None:
    run_together = (
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN",
        "- Sở Nội vụ; KT. CHỦ TỊCH",
        "- Lưu: VT. PHÓ CHỦ TỊCH",
        "Y Thịnh Kbuôr",
    )
    header = header_of(*LETTERHEAD, "KẾ HOẠCH", "Cải cách hành chính năm 2026", PREAMBLE, *BODY, *run_together)
    assert (header.signer_name, header.signer_title) == ("Y Thịnh Kbuôr", "PHÓ CHỦ TỊCH")


def test_provincial_plan_without_letterhead() -> None:
    preamble = "Ủy ban nhân dân tỉnh Đắk Lắk ban hành Kế hoạch như sau:"
    header = header_of("KẾ HOẠCH", "Cải cách hành chính tỉnh Đắk Lắk năm 2026", preamble, *BODY)
    assert header.rejection_code == "not_commune"


def test_plan_without_a_subject_line_of_its_own() -> None:
    preamble = "Ủy ban nhân dân xã ban hành Kế hoạch cải cách hành chính năm 2026 như sau:"
    assert header_of(*LETTERHEAD, "KẾ HOẠCH", preamble, *BODY).rejection_code is None


def test_an_annex_alone_is_a_plan_only_when_its_caption_says_so() -> None:
    rows = table(("TT", "Nhiệm vụ", "Chủ trì"), *((str(i), "Việc", "Văn phòng") for i in range(1, 9)))
    reform = header_of("PHỤ LỤC", "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026 CỦA XÃ SUỐI TRAI", rows)
    other = header_of("PHỤ LỤC", "DANH MỤC NHIỆM VỤ PHÒNG CHÁY NĂM 2026 CỦA XÃ SUỐI TRAI", rows)
    assert (reform.rejection_code, other.rejection_code) == (None, "not_a_plan")
    assert reform.title == "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026 CỦA XÃ SUỐI TRAI"


def test_reform_is_named_also_with_lost_letters() -> None:
    assert names_reform("Cả i c ách hành chính")
    assert not names_reform("Cải cách tư pháp")


@pytest.mark.parametrize("name", ["H’Len Êban", "H'Yim Kđoh", "K’Să Ha", "Y Thanh Byă"])
def test_a_signer_whose_name_opens_with_a_particle(name: str) -> None:
    assert parse_signature(paragraphs("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name)).name == name


def test_the_total_a_sentence_announces_before_its_annex() -> None:
    told = "Thực hiện 14 nhiệm vụ cải cách hành chính trọng tâm theo Phụ lục đính kèm."
    header = header_of(*LETTERHEAD, "KẾ HOẠCH", "Cải cách hành chính năm 2026", PREAMBLE, BODY[0], told, *SIGNATURE)
    assert header.declared_task_total_text == "14 nhiệm vụ"


@pytest.mark.parametrize(
    ("title", "caption", "verdict"),
    [
        ("DANH MỤC NHIỆM VỤ SỬA ĐỔI", "(Kèm theo Kế hoạch số 45/KH-UBND ngày 20/5/2026)", ("Phụ lục", None, True)),
        ("DANH MỤC NHIỆM VỤ CCHC", "(Kèm theo Kế hoạch số 45/KH-UBND ngày 20/5/2026)", ("Phụ lục", None, False)),
        ("DANH MỤC NHIỆM VỤ SỬA ĐỔI", "(Kèm theo Tờ trình)", (None, "not_a_plan", False)),
    ],
)
def test_an_annex_that_does_not_name_reform_needs_its_plan(
    title: str, caption: str, verdict: tuple[str | None, str | None, bool]
) -> None:
    parts = split_parts(
        document("PHỤ LỤC", title, caption, table(("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Việc", "Công an")))
    )
    found = classify(parts, plan_title(parts))
    assert (found.kind_text, found.code, found.needs_plan) == verdict


def test_a_caption_over_two_lines_is_no_part_of_the_title() -> None:
    header = header_of(
        *LETTERHEAD,
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026",
        "(Ban hành kèm theo Quyết định số 31/QĐ-UBND ngày 12 tháng 01 năm 2026 của",
        "Chủ tịch UBND xã Suối Trai)",
        PREAMBLE,
        *BODY,
        *SIGNATURE,
    )
    assert header.title == "Cải cách hành chính năm 2026"
