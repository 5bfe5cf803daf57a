"""The sheets of a province's workbook: each a query (of queries/) and how its columns are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "wide", "integer", "number", "date", "answer"]


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` is used when dbt gives (`table`, column) no label. `vocabulary` turns codes into Vietnamese words."""

    name: str
    heading: str
    width: float
    kind: Kind = "text"
    vocabulary: str | None = None
    table: str | None = None

    @property
    def wraps(self) -> bool:
        """Whether its texts go on in a line below; others are as long as their column."""
        return self.kind == "wide"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`query`: name of its file in queries/. `frozen` columns stay in view when scrolling right.

    The first `printed` columns go on paper, None: all. An A4 page across holds about 200 letters that can be read.
    """

    title: str
    query: str
    columns: tuple[Column, ...]
    frozen: int = 1
    printed: int | None = None


_COMMUNE = Column("commune", "Xã, phường, đặc khu", 18, "wide")
_FILE = Column("source_file", "Tệp nguồn", 40, "wide", table="fct_document")
_PAGE = Column("source_page", "Trang", 7, "integer", table="fct_task")
_DOMAIN = Column("domain", "Lĩnh vực", 20, "wide")

_PLANS = Sheet(
    "Danh sách kế hoạch",
    "sheet_plans",
    (
        _COMMUNE,
        Column("status", "Tình trạng", 16, "wide", vocabulary="plan_status"),
        Column("title", "Tên kế hoạch", 40, "wide", table="dim_plan"),
        Column("document_number", "Số, ký hiệu", 14, "wide", table="dim_plan"),
        Column("issued_on", "Ngày ban hành", 11, "date", table="dim_plan"),
        Column("signer_name", "Người ký", 18, "wide", table="dim_plan"),
        Column("tasks", "Số nhiệm vụ đọc được", 9, "integer"),
        Column("targets", "Số chỉ tiêu", 8, "integer"),
        Column("findings", "Số phát hiện", 8, "integer"),
        Column("held_because", "Lý do giữ lại", 32, "wide"),
        Column("source_file", "Tệp nguồn", 30, "wide", table="fct_document"),
        Column("plan_kind", "Loại", 13, vocabulary="plan_kind", table="dim_plan"),
        Column("period_start", "Từ ngày", 12, "date", table="dim_plan"),
        Column("period_end", "Đến ngày", 12, "date", table="dim_plan"),
        Column("signer_title", "Chức vụ", 16, table="dim_plan"),
        Column("declared_task_total", "Số nhiệm vụ tự ghi", 12, "integer", table="dim_plan"),
    ),
    printed=11,
)

_TASKS = Sheet(
    "Nhiệm vụ",
    "sheet_tasks",
    (
        _COMMUNE,
        Column("printed_number", "Số TT", 7, table="fct_task"),
        _DOMAIN,
        Column("task_text", "Nhiệm vụ", 48, "wide", table="fct_task"),
        Column("output_text", "Sản phẩm, kết quả", 24, "wide", table="fct_task"),
        Column("lead_text", "Chủ trì", 22, "wide", table="fct_task"),
        Column("coordinating_text", "Phối hợp", 22, "wide", table="fct_task"),
        Column("deadline_text", "Thời gian (nguyên văn)", 17, "wide", table="fct_task"),
        Column("due_end", "Hạn", 11, "date", table="fct_task"),
        _PAGE,
        Column("objective_text", "Mục tiêu", 30, "wide", table="fct_task"),
        Column("activity_text", "Hoạt động", 30, "wide", table="fct_task"),
        Column("budget_text", "Kinh phí", 16, "wide", table="fct_task"),
        Column("due_kind", "Loại thời hạn", 15, vocabulary="due_kind", table="fct_task"),
        Column("due_start", "Bắt đầu", 12, "date", table="fct_task"),
        Column("is_contingent", "Có điều kiện", 10, vocabulary="yes_no", table="fct_task"),
        Column("group_label", "Nhóm in trong phụ lục", 32, "wide", table="fct_task"),
        Column("source_kind", "Nguồn", 11, vocabulary="source_kind", table="fct_task"),
        _FILE,
    ),
    frozen=2,
    printed=10,
)

_TARGETS = Sheet(
    "Chỉ tiêu",
    "sheet_targets",
    (
        _COMMUNE,
        _DOMAIN,
        Column("indicator_text", "Nội dung chỉ tiêu", 38, "wide", table="fct_kpi_target"),
        Column("comparator", "Yêu cầu", 11, "wide", vocabulary="comparator", table="fct_kpi_target"),
        Column("target_value", "Mức", 8, "number", table="fct_kpi_target"),
        Column("target_value_high", "Đến mức", 8, "number", table="fct_kpi_target"),
        Column("unit_of_measure", "Đơn vị tính", 10, "wide", table="fct_kpi_target"),
        Column("period_end", "Đến ngày", 11, "date", table="fct_kpi_target"),
        Column("responsible_text", "Đơn vị chịu trách nhiệm", 22, "wide", table="fct_kpi_target"),
        Column("source_text", "Nguyên văn", 46, "wide", table="fct_kpi_target"),
        _PAGE,
        Column("indicator", "Chỉ số dùng chung", 34, "wide"),
        Column("period_start", "Từ ngày", 12, "date", table="fct_kpi_target"),
        Column("source_kind", "Nguồn", 11, vocabulary="source_kind", table="fct_kpi_target"),
        _FILE,
    ),
    printed=11,
)

_UNITS = Sheet(
    "Đơn vị",
    "sheet_units",
    (
        _COMMUNE,
        Column("unit", "Đơn vị", 40, "wide"),
        Column("lead_tasks", "Số nhiệm vụ chủ trì", 12, "integer"),
        Column("coordinating_tasks", "Số nhiệm vụ phối hợp", 12, "integer"),
        Column("first_due", "Hạn chủ trì sớm nhất", 12, "date"),
        Column("spellings", "Cách ghi trong kế hoạch", 60, "wide"),
        Column("unit_code", "Mã đơn vị", 12, table="dim_unit"),
        _FILE,
    ),
    frozen=2,
    printed=6,
)

_CALENDAR = Sheet(
    "Lịch hạn",
    "sheet_deadlines",
    (
        Column("due_end", "Hạn", 11, "date", table="fct_task"),
        _COMMUNE,
        Column("task_text", "Nhiệm vụ", 60, "wide", table="fct_task"),
        Column("output_text", "Sản phẩm, kết quả", 32, "wide", table="fct_task"),
        Column("lead_text", "Chủ trì", 28, "wide", table="fct_task"),
        Column("deadline_text", "Thời gian (nguyên văn)", 22, "wide", table="fct_task"),
        _PAGE,
        _FILE,
    ),
    frozen=2,
    printed=7,
)

_FINDINGS = Sheet(
    "Phát hiện",
    "sheet_findings",
    (
        _COMMUNE,
        Column("severity", "Mức độ", 13, "wide", vocabulary="severity", table="fct_finding"),
        Column("problem", "Sai gì, ở đâu", 56, "wide"),
        Column("evidence", "Nguyên văn, căn cứ", 34, "wide"),
        Column("remedy", "Cách xử lý", 36, "wide", table="fct_finding"),
        Column("source_file", "Tệp nguồn", 34, "wide", table="fct_document"),
        _PAGE,
        Column("record_table", "Thuộc", 16, vocabulary="record_table"),
        Column("waiver_reason", "Lý do chấp nhận", 34, "wide", table="fct_finding"),
        Column("waived_by", "Người chấp nhận", 20, table="fct_finding"),
        Column("waived_until", "Chấp nhận đến hết ngày", 13, "date", table="fct_finding"),
        Column("rule_code", "Mã quy tắc", 28, table="fct_finding"),
    ),
    printed=7,
)

_CHANGES = Sheet(
    "Thay đổi",
    "sheet_changes",
    (
        _COMMUNE,
        Column("subject", "Đối tượng", 11, "wide", vocabulary="subject"),
        Column("change", "Thay đổi", 14, "wide", vocabulary="change"),
        Column("number", "Số, mã", 10, "wide"),
        Column("record_text", "Nội dung", 54, "wide"),
        Column("field", "Mục thay đổi", 14, "wide", vocabulary="field"),
        Column("before_value", "Bản phát hành trước", 36, "wide"),
        Column("after_value", "Bản phát hành này", 36, "wide"),
        _PAGE,
        _FILE,
    ),
    printed=9,
)

_EXCLUDED = Sheet(
    "Tệp bị loại",
    "excluded_files",
    (
        Column("source_file", "Tệp", 48, "wide", table="fct_document"),
        Column("status", "Tình trạng", 14, vocabulary="document_status", table="fct_document"),
        Column("reason", "Lý do và cách xử lý", 80, "wide", table="fct_document"),
        Column("pages", "Số trang", 9, "integer", table="fct_document"),
        Column("source_sha256", "Mã băm SHA-256 của tệp", 26, table="fct_document"),
    ),
    printed=4,
)

SHEETS: tuple[Sheet, ...] = (_PLANS, _TASKS, _TARGETS, _UNITS, _CALENDAR, _FINDINGS, _CHANGES, _EXCLUDED)
