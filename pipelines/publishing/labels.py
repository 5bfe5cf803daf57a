"""Vietnamese words for the codes of the tables, as the workbook and the page print them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PLAN_KIND = {
    "annual": "Năm",
    "half_year": "6 tháng",
    "multi_year": "Nhiều năm",
    "emulation": "Phát động thi đua",
    "amendment": "Sửa đổi, bổ sung",
}
PLAN_STATUS = {
    "published": "Đã phát hành",
    "held": "Giữ lại",
    "superseded": "Đã được thay thế",
    "missing": "Chưa có kế hoạch",
}
DOCUMENT_STATUS = {**PLAN_STATUS, "quarantined": "Bị loại", "duplicate": "Bản trùng"}
SOURCE_KIND = {"annex": "Phụ lục", "narrative": "Phần lời", "task": "Ô nhiệm vụ"}
DUE_KIND = {
    "by_date": "Trước ngày",
    "month": "Tháng",
    "quarter": "Quý",
    "half_year": "6 tháng",
    "year": "Năm",
    "range": "Nhiều năm",
    "ongoing": "Thường xuyên",
    "periodic": "Định kỳ",
    "contingent": "Theo điều kiện",
    "none": "Không ghi",
}
ROLE = {"lead": "Chủ trì", "coordinating": "Phối hợp"}
SEVERITY = {"blocking": "Chặn phát hành", "holding": "Giữ lại kế hoạch", "warning": "Cần sửa", "note": "Lưu ý"}
SEVERITY_FOR_COMMUNE = {"blocking": "Phải sửa", "holding": "Phải sửa", "warning": "Cần sửa", "note": "Xem lại"}
COMPARATOR_SIGN = {"=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<"}
COMPARATOR = {"=": "đạt", ">=": "từ … trở lên", ">": "trên", "<=": "không quá", "<": "dưới"}
RECORD_TABLE = {
    "dim_plan": "Kế hoạch",
    "fct_task": "Nhiệm vụ",
    "bridge_task_unit": "Đơn vị thực hiện",
    "fct_kpi_target": "Chỉ tiêu",
    "fct_provision": "Nội dung",
    "fct_citation": "Văn bản viện dẫn",
    "fct_finding": "Dòng chấp nhận",
    "dim_province": "Tỉnh",
    "set": "Toàn bộ dữ liệu",
}
SUBJECT = {"plan": "Kế hoạch", "task": "Nhiệm vụ", "target": "Chỉ tiêu", "finding": "Phát hiện"}
CHANGE = {
    "added": "Thêm mới",
    "withdrawn": "Rút đi",
    "replaced": "Thay bằng bản khác",
    "removed": "Bỏ đi",
    "changed": "Thay đổi",
    "resolved": "Đã hết",
}
FIELD = {
    "status": "Tình trạng",
    "title": "Tên kế hoạch",
    "document_number": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "commune_code": "Mã xã",
    "period_start": "Từ ngày",
    "period_end": "Đến ngày",
    "signer_name": "Người ký",
    "signer_title": "Chức vụ người ký",
    "declared_task_total": "Số nhiệm vụ tự ghi",
    "domain_code": "Lĩnh vực số",
    "printed_number": "Số thứ tự",
    "task_text": "Nhiệm vụ",
    "objective_text": "Mục tiêu",
    "activity_text": "Hoạt động",
    "output_text": "Sản phẩm",
    "lead_text": "Chủ trì",
    "coordinating_text": "Phối hợp",
    "deadline_text": "Thời gian",
    "budget_text": "Kinh phí",
    "due_kind": "Loại thời hạn",
    "due_start": "Thời hạn từ",
    "due_end": "Hạn cuối",
    "indicator_code": "Mã chỉ tiêu",
    "source_text": "Nguyên văn",
    "comparator": "Yêu cầu",
    "target_value": "Mức",
    "target_value_high": "Đến mức",
    "unit_of_measure": "Đơn vị tính",
    "severity": "Mức độ",
    "waived_by": "Người chấp nhận",
}
YES_NO = {True: "Có", False: None}
VOCABULARIES: Mapping[str, Mapping[Any, str | None]] = {
    "plan_kind": PLAN_KIND,
    "plan_status": PLAN_STATUS,
    "document_status": DOCUMENT_STATUS,
    "source_kind": SOURCE_KIND,
    "due_kind": DUE_KIND,
    "role": ROLE,
    "severity": SEVERITY,
    "severity_for_commune": SEVERITY_FOR_COMMUNE,
    "comparator": COMPARATOR,
    "record_table": RECORD_TABLE,
    "yes_no": YES_NO,
    "subject": SUBJECT,
    "change": CHANGE,
    "field": FIELD,
}


def word(vocabulary: str, code: object) -> str | None:
    """The Vietnamese word for a code; a code the vocabulary lacks stays as it is, None stays None."""
    if code is None:
        return None
    return VOCABULARIES[vocabulary].get(code, str(code))


def value_of(field: str | None, value: str | None) -> str | None:
    """The Vietnamese word for a value of release_change that is a code; other values as they are."""
    vocabularies = {"status": "plan_status", "due_kind": "due_kind", "severity": "severity", "comparator": "comparator"}
    vocabulary = vocabularies.get(field or "")
    return word(vocabulary, value) if vocabulary else value


def percent(share: float) -> str:
    """A share of a hundred: 0 %, 5,8 %, 100 %; what is not nothing is never shown as 0 %."""
    return "dưới 0,1 %" if 0 < share < 0.1 else f"{number(round(share, 1) + 0.0).removesuffix(',0')} %"


def number(value: float) -> str:
    """A number as Vietnamese write it: 1.234,5."""
    text = f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"
    return text.translate(str.maketrans(",.", ".,"))
