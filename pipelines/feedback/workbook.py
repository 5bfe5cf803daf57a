"""The workbook of each commune: the same as its page, with every task, to be filled in and sent back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from pipelines.feedback.dossier import Dossier, Feedback, Row
from pipelines.feedback.page import facts, moment, understood
from pipelines.publishing.labels import word
from pipelines.publishing.sheets import Column, Sheet
from pipelines.publishing.workbook import BOOK_OPTIONS, Formats, fitting, print_setup, row_height, write_sheet

_FIRST_WIDTHS = (38, 50, 34)
_PLAN = Column("plan_title", "Kế hoạch", 30, "wide")
_PAGE = Column("source_page", "Trang", 7, "integer")
_ANSWER = Column("answer", "Xã trả lời", 34, "answer")
_CONFIRMED = Column("answer", "Xã xác nhận (ghi “đúng” hoặc ghi lại cho đúng)", 30, "answer")

_FINDINGS = Sheet(
    "Phải sửa",
    "findings",
    (
        Column("number", "TT", 5, "integer"),
        Column("severity", "Mức độ", 10, vocabulary="severity_for_commune"),
        _PAGE,
        Column("place", "Vị trí", 24, "wide"),
        Column("problem", "Vấn đề", 42, "wide"),
        Column("evidence", "Nguyên văn", 28, "wide"),
        Column("remedy", "Cách sửa", 34, "wide"),
        _ANSWER,
        Column("statement", "Quy tắc", 36, "wide"),
        Column("rule_code", "Mã quy tắc", 26),
        _PLAN,
    ),
    frozen=2,
    printed=8,
)
_TASKS = Sheet(
    "Nhiệm vụ",
    "tasks",
    (
        Column("sequence", "Dòng", 6, "integer"),
        Column("printed_number", "Số TT", 7),
        Column("domain", "Lĩnh vực", 18, "wide"),
        Column("task_text", "Nhiệm vụ", 44, "wide"),
        Column("output_text", "Sản phẩm", 22, "wide"),
        Column("lead_units", "Chủ trì (đã hiểu)", 20, "wide"),
        Column("coordinating_units", "Phối hợp (đã hiểu)", 20, "wide"),
        Column("deadline_text", "Thời gian (nguyên văn)", 16, "wide"),
        Column("due_end", "Hạn cuối (đã hiểu)", 11, "date"),
        _PAGE,
        _CONFIRMED,
        Column("due_kind", "Loại thời hạn", 14, vocabulary="due_kind"),
        _PLAN,
    ),
    frozen=2,
    printed=11,
)
_TARGETS = Sheet(
    "Chỉ tiêu",
    "targets",
    (
        Column("sequence", "TT", 6, "integer"),
        Column("source_text", "Nguyên văn", 56, "wide"),
        Column("understood", "Hiểu là", 50, "wide"),
        _PAGE,
        _CONFIRMED,
        _PLAN,
    ),
    printed=5,
)
_UNITS = Sheet(
    "Đơn vị",
    "units",
    (
        Column("unit", "Đơn vị", 40, "wide"),
        Column("spellings", "Cách ghi trong kế hoạch", 50, "wide"),
        Column("lead_tasks", "Số nhiệm vụ chủ trì", 12, "integer"),
        Column("coordinating_tasks", "Số nhiệm vụ phối hợp", 12, "integer"),
        _CONFIRMED,
        _PLAN,
    ),
    printed=5,
)
_WAIVED = Sheet(
    "Đã chấp nhận",
    "waived",
    (
        Column("problem", "Vấn đề", 50, "wide"),
        Column("place", "Vị trí", 22, "wide"),
        _PAGE,
        Column("waiver_reason", "Lý do chấp nhận", 40, "wide"),
        Column("waived_by", "Người chấp nhận", 22),
        Column("waived_until", "Đến hết ngày", 12, "date"),
        _PLAN,
    ),
)


def write_sheet_workbook(path: Path, dossier: Dossier, feedback: Feedback) -> None:
    """Writes a commune's workbook. No text of a plan can act as a formula in it."""
    book = xlsxwriter.Workbook(str(path), BOOK_OPTIONS)
    book.set_properties(
        {"title": path.stem, "created": datetime.fromisoformat(feedback.created_at).replace(tzinfo=None)}
    )
    formats = Formats.of(book)
    _write_first(book.add_worksheet("Phiếu"), dossier, feedback, formats)
    for sheet, records in (
        (_FINDINGS, _findings(dossier)),
        (_TASKS, _records(dossier, "tasks")),
        (_TARGETS, _records(dossier, "targets")),
        (_UNITS, _records(dossier, "units")),
        (_WAIVED, _records(dossier, "waived")),
    ):
        if records or sheet is _FINDINGS:
            write_sheet(book.add_worksheet(sheet.title), sheet, records, {}, formats)
    book.close()


def _write_first(worksheet: Any, dossier: Dossier, feedback: Feedback, formats: Formats) -> None:
    worksheet.hide_gridlines(2)
    for position, width in enumerate(_FIRST_WIDTHS):
        worksheet.set_column(position, position, width)
    worksheet.write_string(0, 0, "Phiếu phản hồi kế hoạch cải cách hành chính", formats.title)
    worksheet.set_row(0, 24)
    where = f"{dossier.commune}, {dossier.province}" + (
        f" – mã xã {dossier.commune_code}" if dossier.commune_code else ""
    )
    worksheet.write_string(1, 0, f"{where}. {dossier.state}.", formats.subtitle)
    how = f"Lập lúc {moment(feedback.created_at)}. Ghi trả lời vào các ô nền vàng ở mọi trang rồi gửi lại tệp này."
    worksheet.write_string(2, 0, how, formats.subtitle)
    received = [(d["source_file"], _result(d), None) for d in dossier.documents]
    row = _block(worksheet, 4, ("I. Đã nhận: tệp", "Kết quả", "Xã trả lời"), received, formats)
    for sheet in dossier.plans:
        understood_facts = [(name, value or "(không thấy trong văn bản)", None) for name, value in facts(sheet)]
        heading = ("II. Đã hiểu: thông tin chung", "Máy đọc được", "Xã xác nhận")
        row = _block(worksheet, row + 1, heading, understood_facts, formats)
        domains = [(domain["domain"], f"{domain['tasks']} nhiệm vụ", None) for domain in sheet.domains]
        row = _block(worksheet, row + 1, ("Nhiệm vụ theo lĩnh vực", "Máy đọc được", "Xã xác nhận"), domains, formats)
    print_setup(worksheet, landscape=False)


def _block(
    worksheet: Any, row: int, heading: tuple[str, str, str], lines: Iterable[tuple[str, str, None]], formats: Formats
) -> int:
    """Writes a small table whose last column is to be answered; gives the row after it."""
    for position, text in enumerate(heading):
        worksheet.write_string(row, position, text, formats.heading)
    for name, value, _ in lines:
        row += 1
        worksheet.write_string(row, 0, fitting(name), formats.cells["wide"])
        worksheet.write_string(row, 1, fitting(value), formats.cells["wide"])
        worksheet.write_blank(row, 2, None, formats.cells["answer"])
        worksheet.set_row(row, row_height(zip((name, value), _FIRST_WIDTHS, strict=False)))
    return row + 1


def _result(document: Row) -> str:
    status = word("document_status", document["status"]) or ""
    return f"{status}. {document['reason']}" if document["reason"] else status


def _findings(dossier: Dossier) -> list[Row]:
    found = [
        {**finding, "statement": rule.statement, "plan_title": sheet.plan["title"], "answer": None}
        for sheet in dossier.plans
        for rule in sheet.by_rule
        for finding in rule.findings
    ]
    return [{**finding, "number": number, "place": _place(finding)} for number, finding in enumerate(found, start=1)]


def _place(finding: Row) -> str:
    return "\n".join(filter(None, (finding["place"], finding["place_words"])))


def _records(dossier: Dossier, part: str) -> list[Row]:
    return [
        {
            **record,
            "plan_title": sheet.plan["title"],
            "answer": None,
            **({"understood": understood(record, sheet.plan)} if part == "targets" else {}),
        }
        for sheet in dossier.plans
        for record in getattr(sheet, part)
    ]
