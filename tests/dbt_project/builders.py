"""Builds the verbatim records of made-up plans that the dbt tests run on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any

from pipelines.parsing.records import (
    Annex,
    Citation,
    PlaceMention,
    PlanHeader,
    PlanRecord,
    Provision,
    TargetClause,
    TaskRow,
)
from tests.dbt_project import examples

INVENTORY = {
    "source_file": "VARCHAR",
    "source_sha256": "VARCHAR",
    "size_bytes": "BIGINT",
    "folder_hint": "VARCHAR",
    "status": "VARCHAR",
    "reason_code": "VARCHAR",
    "reason": "VARCHAR",
    "format": "VARCHAR",
    "pages": "INTEGER",
    "read_seconds": "DOUBLE",
    "reader_version": "VARCHAR",
}


def sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def plan_id(name: str) -> str:
    return f"p{sha(name)[:16]}"


@dataclass(frozen=True)
class File:
    """A file of raw/ as the inventory tells it; `name` stands for its bytes."""

    name: str
    source_file: str
    format: str = "pdf"
    folder_hint: str = ""
    reason: str | None = None

    def row(self) -> dict[str, Any]:
        return {
            "source_file": self.source_file,
            "source_sha256": sha(self.name),
            "size_bytes": 1000,
            "folder_hint": self.folder_hint,
            "status": "quarantined" if self.reason else "read",
            "reason_code": "unsupported" if self.reason else None,
            "reason": self.reason,
            "format": self.format,
            "pages": 3,
            "read_seconds": 0.1,
            "reader_version": "test",
        }


def header(name: str, title: str, **fields: Any) -> PlanHeader:
    return PlanHeader(source_sha256=sha(name), sequence=1, document_kind_text="KẾ HOẠCH", title=title, **fields)


def places(name: str, *mentions: tuple[str, str, str]) -> tuple[PlaceMention, ...]:
    """`mentions`: printed type, name, context."""
    return tuple(
        PlaceMention(
            source_sha256=sha(name),
            sequence=number,
            place_kind="province" if kind in ("tỉnh", "thành phố") else "commune",
            type_text=kind,
            name_text=text,
            context=context,
        )
        for number, (kind, text, context) in enumerate(mentions, 1)
    )


def task(name: str, sequence: int, **fields: Any) -> TaskRow:
    defaults: dict[str, Any] = {"source_kind": "annex", "task_text": f"Việc số {sequence} của {name}"}
    return TaskRow(source_sha256=sha(name), sequence=sequence, **(defaults | fields))


def _deadlines(name: str) -> PlanRecord:
    rows = [task(name, i, deadline_text=case[0]) for i, case in enumerate(examples.DEADLINES, 1)]
    return PlanRecord(header(name, "Cải cách hành chính năm 2026", period_text="năm 2026"), tasks=tuple(rows))


def _units(name: str) -> PlanRecord:
    rows = [task(name, i, lead_text=case[0]) for i, case in enumerate(examples.UNITS, 1)]
    return PlanRecord(header(name, "Cải cách hành chính năm 2027", period_text="năm 2027"), tasks=tuple(rows))


def _joint_roles(name: str) -> PlanRecord:
    rows = [task(name, i, lead_text=case[0], has_joint_roles=True) for i, case in enumerate(examples.JOINT_ROLES, 1)]
    return PlanRecord(header(name, "Cải cách hành chính năm 2028", period_text="năm 2028"), tasks=tuple(rows))


def _targets(name: str) -> PlanRecord:
    rows = [
        TargetClause(
            source_sha256=sha(name),
            sequence=i,
            source_kind="narrative",
            source_ref="I.2",
            clause_text=f"Chỉ tiêu thứ {i}",
            indicator_text="Tỷ lệ hồ sơ",
            comparator_text=comparator,
            value_text=value,
            unit_text="%",
            stage_text=stage,
            horizon_text=horizon,
        )
        for i, (comparator, value, stage, horizon, *_) in enumerate(examples.TARGETS, 1)
    ]
    title = "Cải cách hành chính giai đoạn 2026-2030"
    return PlanRecord(header(name, title, period_text="giai đoạn 2026 - 2030"), targets=tuple(rows))


def _indicators(name: str) -> PlanRecord:
    rows = [
        TargetClause(
            source_sha256=sha(name),
            sequence=i,
            source_kind="narrative",
            source_ref="I.2",
            clause_text=f"{text} đạt 90%",
            indicator_text=text,
            value_text="90",
            unit_text="%",
        )
        for i, (text, _) in enumerate(examples.INDICATORS, 1)
    ]
    return PlanRecord(header(name, "Cải cách hành chính năm 2029", period_text="năm 2029"), targets=tuple(rows))


def _headings(name: str) -> PlanRecord:
    rows = [task(name, i, group_label=label, task_text="Việc") for i, (label, _) in enumerate(examples.HEADINGS, 1)]
    return PlanRecord(header(name, "Cải cách hành chính năm 2031", period_text="năm 2031"), tasks=tuple(rows))


def provision(name: str, sequence: int, text: str, *path: str, marker: str = "-", **fields: Any) -> Provision:
    """`path`: the headings above, each '<marker> <text>'."""
    return Provision(
        source_sha256=sha(name),
        sequence=sequence,
        marker_path=[heading.split(" ", 1)[0].rstrip(".") for heading in path],
        heading_path=[heading.split(" ", 1)[1] for heading in path],
        marker=marker,
        provision_text=text,
        **fields,
    )


IMPLEMENTATION = "IV. TỔ CHỨC THỰC HIỆN"
WORK = "II. NHIỆM VỤ TRỌNG TÂM"
PROVISIONS: tuple[tuple[Provision, str, int | None, str | None], ...] = tuple(
    (provision("provisions", i, f"Nội dung {i}" if text is None else text, *path, marker=marker), kind, domain, unit)
    for i, (text, marker, path, kind, domain, unit) in enumerate(
        (
            (None, "-", ("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích"), "objective", None, None),
            (None, "-", ("I. MỤC ĐÍCH, YÊU CẦU", "2. Yêu cầu"), "requirement", None, None),
            ("Nhằm nâng cao chất lượng phục vụ", "-", ("I. MỤC ĐÍCH, YÊU CẦU",), "objective", None, None),
            ("Bảo đảm đúng tiến độ, có sản phẩm", "-", ("I. MỤC ĐÍCH, YÊU CẦU",), "requirement", None, None),
            (None, "-", (WORK, "3. Cải cách thủ tục hành chính"), "task", 3, None),
            (
                None,
                "-",
                (WORK, "3. Cải cách thủ tục hành chính", "a) Chuyển đổi số trong cải cách thủ tục"),
                "task",
                3,
                None,
            ),
            (None, "-", (WORK, "4. Cải cách tổ chức bộ máy và chế độ công vụ"), "task", None, None),
            (
                None,
                "-",
                (WORK, "4. Cải cách tổ chức bộ máy và chế độ công vụ", "4.1. Cải cách tổ chức bộ máy"),
                "task",
                4,
                None,
            ),
            (None, "-", ("I. MỤC TIÊU", "2. Chỉ tiêu cụ thể", "2.1. Cải cách tài chính công"), "target", 6, None),
            (None, "-", ("III. KINH PHÍ THỰC HIỆN",), "funding", None, None),
            (
                None,
                "-",
                (IMPLEMENTATION, "1. Phòng Văn hóa - Xã hội (cơ quan thường trực)"),
                "responsibility",
                None,
                "VHXH",
            ),
            (
                None,
                "-",
                (IMPLEMENTATION, "2. Đề nghị Ủy ban MTTQ Việt Nam xã và các đoàn thể"),
                "responsibility",
                None,
                "MTTQ",
            ),
            (None, "-", (IMPLEMENTATION, "3. Phòng Kinh tế, Văn phòng HĐND và UBND"), "responsibility", None, "KT"),
            (None, "-", (IMPLEMENTATION, "4. Phòng Kinh tế: cải cách tài chính công"), "responsibility", None, "KT"),
            ("Giao Văn phòng HĐND và UBND theo dõi, đôn đốc", "5.", (IMPLEMENTATION,), "responsibility", None, "VP"),
            ("Các đơn vị được giao chủ trì báo cáo kết quả", "6.", (IMPLEMENTATION,), "responsibility", None, None),
            ("Định kỳ báo cáo về Phòng Văn hóa - Xã hội", "7.", (IMPLEMENTATION,), "responsibility", None, None),
            (None, "-", (IMPLEMENTATION, "5. Trưởng các thôn"), "responsibility", None, None),
        ),
        1,
    )
)


def _provisions(name: str) -> PlanRecord:
    plan_header = header(name, "Cải cách hành chính năm 2032", period_text="năm 2032")
    return PlanRecord(plan_header, provisions=tuple(case[0] for case in PROVISIONS))


def _citations(name: str) -> PlanRecord:
    def cite(sequence: int, kind: str, number: str, date: str | None, issuer: str | None) -> Citation:
        return Citation(
            source_sha256=sha(name),
            sequence=sequence,
            kind_text=kind,
            number_text=number,
            date_text=date,
            issuer_text=issuer,
        )

    rows = (
        cite(1, "Nghị định", "118/2025/ND-CP", None, None),
        cite(2, "Nghị định", "118/2025/NĐ-СР", "ngày 09 tháng 6 năm 2025", "Chính phủ"),
        cite(3, "Quyết định", "766/QĐ-TTg", "ngày 236/6/2022", "Thủ tướng Chính phủ"),
    )
    return PlanRecord(header(name, "Cải cách hành chính năm 2033", period_text="năm 2033"), citations=rows)


COMMUNES: dict[str, tuple[tuple[tuple[str, str, str], ...], str, str | None]] = {
    # name -> mentions, folder, commune code
    "two_provinces_first": ((("xã", "Vĩnh Thuận", "title"), ("tỉnh", "An Giang", "body")), "", "31069"),
    "two_provinces_second": ((("xã", "Vĩnh Thuận", "title"), ("thành phố", "Hải Phòng", "preamble")), "", "11842"),
    "folder_decides": ((("xã", "Vĩnh Thuận", "title"),), "An Giang/2026", "31069"),
    "ambiguous": ((("xã", "Vĩnh Thuận", "title"),), "", None),
    "own_words_win": ((("xã", "Vĩnh Thuận", "title"), ("tỉnh", "An Giang", "preamble")), "Hải Phòng", "31069"),
    "others_in_body": (
        (("xã", "Cửa Tùng", "letterhead"), ("xã", "Vĩnh Linh", "body"), ("tỉnh", "Quảng Trị", "preamble")),
        "",
        "19414",
    ),
    "old_tone_marks": ((("xã", "Vĩnh Thuỷ", "title"), ("tỉnh", "Quảng Trị", "body")), "", "19405"),
    "unknown": ((("xã", "Không Có Thật", "title"),), "", None),
}

_EXAMPLE_PLANS = {
    "deadlines": _deadlines,
    "units": _units,
    "joint_roles": _joint_roles,
    "targets": _targets,
    "indicators": _indicators,
    "headings": _headings,
    "provisions": _provisions,
    "citations": _citations,
}


def _commune_plan(name: str) -> PlanRecord:
    return PlanRecord(
        header(name, "Cải cách hành chính", period_text=f"năm {2040 + list(COMMUNES).index(name)}"),
        places=places(name, *COMMUNES[name][0]),
    )


# Versions and copies of one commune's plan: header fields, then format.
_DONG_HA = (("phường", "Đông Hà", "title"), ("tỉnh", "Quảng Trị", "body"))
VERSIONS: dict[str, tuple[dict[str, Any], str]] = {
    "draft_word": ({}, "docx"),
    "signed_pdf": (
        {"document_number_text": "Số: 15/KH-UBND", "issued_on_text": "Đông Hà, ngày 05 tháng 01 năm 2026"},
        "pdf",
    ),
    "signed_word": ({"document_number_text": "15/KH-UBND", "issued_on_text": "ngày 05 tháng 01 năm 2026"}, "docx"),
    "reissued_pdf": ({"document_number_text": "27/KH-UBND", "issued_on_text": "ngày 02/3/2026"}, "pdf"),
}


def _version(name: str) -> PlanRecord:
    rows = tuple(task(name, i, task_text=f"Nhiệm vụ chung {i}") for i in range(1, 6))
    plan_header = header(
        name, "Cải cách hành chính năm 2026 của phường Đông Hà", period_text="năm 2026", **VERSIONS[name][0]
    )
    return PlanRecord(plan_header, places=places(name, *_DONG_HA), tasks=rows)


# A plan whose annexes lie in files of their own: name -> format, kind of document, header fields.
_LETTER = {"document_number_text": "31/KH-UBND", "issued_on_text": "ngày 20 tháng 12 năm 2033"}
ANNEXED: dict[str, tuple[str, str, dict[str, Any]]] = {
    "bare_plan": ("docx", "KẾ HOẠCH", {**_LETTER, "period_text": "năm 2034"}),
    "task_workbook": ("xlsx", "Phụ lục", _LETTER),
    "task_print": ("pdf", "Phụ lục", _LETTER),
    "target_workbook": ("xlsx", "Phụ lục", {"period_text": "năm 2034"}),
    "other_workbook": ("xlsx", "Phụ lục", {"document_number_text": "77/KH-UBND", "period_text": "năm 2035"}),
    "stray_workbook": (
        "xlsx",
        "Phụ lục",
        {"document_number_text": "78/KH-UBND", "period_text": "năm 2034", "needs_plan": True},
    ),
}


def _annexed(name: str) -> PlanRecord:
    kind_text, fields = ANNEXED[name][1:]
    plan_header = replace(header(name, "Cải cách hành chính", **fields), document_kind_text=kind_text)
    mentions = _DONG_HA if name == "bare_plan" else (("phường", "Đông Hà", "annex_caption"),)
    record = PlanRecord(plan_header, places=places(name, *mentions))
    if name == "bare_plan":
        return replace(record, tasks=(task(name, 1, source_kind="narrative"),))
    if name == "target_workbook":
        clause = TargetClause(
            source_sha256=sha(name),
            sequence=1,
            source_kind="annex",
            source_ref="annex:1",
            clause_text="Tỷ lệ hồ sơ đúng hạn",
            indicator_text="Tỷ lệ hồ sơ đúng hạn",
            value_text="95",
            unit_text="%",
        )
        return replace(
            record, annexes=(Annex(source_sha256=sha(name), sequence=1, annex_kind="target"),), targets=(clause,)
        )
    rows = tuple(task(name, i, task_text=f"Nhiệm vụ phụ lục {i}", deadline_text="Quý I") for i in range(1, 4))
    return replace(record, annexes=(Annex(source_sha256=sha(name), sequence=1, annex_kind="task"),), tasks=rows)


def read_files() -> tuple[list[File], dict[str, PlanRecord]]:
    """Every example as a file of raw/ and its records."""
    files = [File(name, f"{name}.pdf") for name in _EXAMPLE_PLANS]
    records = {sha(name): build(name) for name, build in _EXAMPLE_PLANS.items()}
    for name, (_, folder, _) in COMMUNES.items():
        files.append(File(name, f"{folder}/{name}.pdf".lstrip("/"), folder_hint=folder))
        records[sha(name)] = _commune_plan(name)
    for name, (_, kind) in VERSIONS.items():
        files.append(File(name, f"{name}.{kind}", format=kind))
        records[sha(name)] = _version(name)
    for name, (kind, *_) in ANNEXED.items():
        files.append(File(name, f"dong-ha/{name}.{kind}", format=kind, folder_hint="dong-ha"))
        records[sha(name)] = _annexed(name)
    files.append(File("units", "ban-sao/units.pdf"))
    files.append(File("invitation", "giay-moi.pdf"))
    records[sha("invitation")] = PlanRecord(
        header("invitation", "Giấy mời", rejection_code="not_a_plan", rejection_reason="Không phải kế hoạch.")
    )
    files.append(File("picture", "anh.png", format="png", reason="Định dạng không được nhận."))
    return files, records
