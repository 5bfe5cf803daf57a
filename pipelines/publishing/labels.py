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
}


def word(vocabulary: str, code: object) -> str | None:
    """The Vietnamese word for a code; a code the vocabulary lacks stays as it is, None stays None."""
    if code is None:
        return None
    return VOCABULARIES[vocabulary].get(code, str(code))


def number(value: float) -> str:
    """A number as Vietnamese write it: 1.234,5."""
    text = f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"
    return text.translate(str.maketrans(",.", ".,"))
