"""The annex tables of a sample: task rows by domain group, and the target table of a multi-year plan."""

from __future__ import annotations

from itertools import count, groupby

from tests.samples.catalogue import Task, content, tasks, unit_names
from tests.samples.layout import Grid, GridCell
from tests.samples.samples import Annex, Sample

_WIDTHS = {
    "number": 1.2,
    "text": 7.0,
    "objective": 4.5,
    "output": 3.6,
    "lead": 3.4,
    "coordinating": 3.6,
    "units": 5.0,
    "deadline": 2.8,
    "budget": 1.6,
    "note": 1.5,
}
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII")
_LATE = (
    "Quý III",
    "Quý IV",
    "6 tháng cuối",
    "Tháng 7",
    "Tháng 9",
    "Tháng 12",
    "30/9",
    "31/8",
    "31/10",
    "30/11",
    "15/12",
)
_STAGES = ("2026 - 2030", "Hằng năm", "Năm 2027", "2026 - 2027", "2028 - 2030")


def filled(text: str, sample: Sample) -> str:
    values = {"{t}": sample.commune_type, "{c}": sample.commune, "{p}": sample.province, "{n}": str(sample.year)}
    values["{m}"] = str(sample.year + 1)
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


def printed_units(keys: tuple[str, ...], sample: Sample) -> str:
    names = unit_names(sample.unit_habits, sample.commune_type)
    return "; ".join(names[key] for key in keys)


def deadline(task: Task, sample: Sample, position: int) -> str:
    if task.key in sample.deadlines:
        return sample.deadlines[task.key]
    if sample.multi_year and "{n}" in task.deadline:
        return _STAGES[position % len(_STAGES)]
    if sample.deadlines and any(word in task.deadline for word in _LATE):
        return "Quý II/2026"
    return filled(task.deadline, sample)


def _field(role: str, task: Task, sample: Sample, number: int, position: int) -> str:
    lead, others = printed_units((task.lead,), sample), printed_units(task.coordinating, sample)
    objectives = content("narrative")["domains"][task.domain]["objectives"]
    return {
        "number": str(number),
        "text": filled(task.text, sample),
        "objective": filled(objectives[position % len(objectives)], sample),
        "output": task.output.replace("; ", ";\n") if position % 4 == 0 else task.output,
        "lead": lead,
        "coordinating": others,
        "units": f"Chủ trì: {lead}.\nPhối hợp: {others}.",
        "deadline": deadline(task, sample, position),
        "budget": "",
        "note": "",
    }[role]


def task_annex(sample: Sample, annex: Annex) -> Grid:
    """The task table in the sample's columns, with one group row a domain."""
    chosen = [tasks()[key] for key in sample.task_keys]
    cells, header_rows = _header(annex)
    row, numbers, position = header_rows, count(1), count()
    for order, (domain, members) in enumerate(groupby(chosen, key=lambda task: task.domain), start=1):
        group = list(members)
        cells += _group_row(annex, domain, order, len(group), row)
        row += 1
        numbers = count(1) if annex.restart_numbers else numbers
        first_row = row
        for task in group:
            index = next(position)
            number = next(numbers)
            cells += [
                GridCell(_field(role, task, sample, number, index), row, column)
                for column, (role, _) in enumerate(annex.columns)
            ]
            row += 1
        if annex.merges_leads:
            cells = _merge_equal(cells, [role for role, _ in annex.columns].index("lead"), first_row, row)
    if annex.prints_total:
        cells.append(GridCell(f"Tổng cộng: {len(chosen)} nhiệm vụ", row, 0, 1, len(annex.columns), bold=True))
        row += 1
    return Grid(tuple(cells), row, tuple(_WIDTHS[role] for role, _ in annex.columns), header_rows)


def _header(annex: Annex) -> tuple[list[GridCell], int]:
    if annex.joined_roles_header is None:
        return [GridCell(label, 0, column, bold=True) for column, (_, label) in enumerate(annex.columns)], 1
    cells = []
    for column, (role, label) in enumerate(annex.columns):
        if role in ("lead", "coordinating"):
            cells.append(GridCell(label, 1, column, bold=True))
            if role == "lead":
                cells.append(GridCell(annex.joined_roles_header, 0, column, 1, 2, bold=True))
        else:
            cells.append(GridCell(label, 0, column, 2, bold=True))
    return cells, 2


def _group_row(annex: Annex, domain: int, order: int, size: int, row: int) -> list[GridCell]:
    name = content("narrative")["domains"][domain]["heading"]
    text = annex.group.format(
        roman=_ROMAN[order], letter=chr(64 + order), number=order, name=name, upper=name.upper(), count=size
    )
    width = len(annex.columns)
    if annex.merged_group:
        return [GridCell(text, row, 0, 1, width, bold=True)]
    marker, title = text.split(" | ")
    return [GridCell(marker, row, 0, bold=True), GridCell(title, row, 1, 1, width - 1, bold=True)]


def _merge_equal(cells: list[GridCell], column: int, first_row: int, end_row: int) -> list[GridCell]:
    """Cells of one column with the same text one above the other become one merged cell."""
    own = {cell.row: cell for cell in cells if cell.column == column and first_row <= cell.row < end_row}
    merged: list[GridCell] = []
    for row in range(first_row, end_row):
        last = merged[-1] if merged else None
        if last is not None and last.text == own[row].text:
            merged[-1] = GridCell(last.text, last.row, column, last.row_span + 1)
        else:
            merged.append(own[row])
    return [cell for cell in cells if cell not in own.values()] + merged


TARGET_COLUMNS = ("TT", "Chỉ tiêu", "Đơn vị tính", "Giai đoạn 2026 - 2027", "Giai đoạn 2028 - 2030", "Đơn vị theo dõi")
# (indicator, unit of measure, first stage, second stage, unit key), by domain.
TARGETS: dict[int, tuple[tuple[str, str, str, str, str], ...]] = {
    1: (
        ("Tỷ lệ nhiệm vụ cải cách trong kế hoạch hằng năm hoàn thành đúng hạn", "%", "95", "100", "VHXH"),
        ("Số sáng kiến cải cách được áp dụng mỗi năm", "sáng kiến", "02", "04", "VHXH"),
    ),
    2: (("Tỷ lệ văn bản quy phạm pháp luật ban hành đúng thẩm quyền, trình tự", "%", "100", "100", "VP"),),
    3: (
        ("Tỷ lệ hồ sơ trả trước hạn và đúng hạn", "%", "≥ 97", "≥ 99", "PVHCC"),
        ("Tỷ lệ hồ sơ trực tuyến toàn trình", "%", "80", "90", "PVHCC"),
        ("Tỷ lệ số hóa kết quả giải quyết thủ tục còn hiệu lực", "%", "70", "100", "PVHCC"),
        ("Mức độ hài lòng về giải quyết thủ tục hành chính", "%", "≥ 92", "≥ 95", "PVHCC"),
    ),
    4: (("Tỷ lệ giảm số điểm trường lẻ so với năm 2025", "%", "10", "20", "VHXH"),),
    5: (("Tỷ lệ công chức được bồi dưỡng kỹ năng số hằng năm", "%", "60", "100", "VHXH"),),
    6: (("Tỷ lệ giải ngân vốn đầu tư công hằng năm", "%", "≥ 95", "≥ 98", "KT"),),
    7: (
        ("Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng", "%", "85", "100", "VP"),
        ("Tỷ lệ người dân trưởng thành có tài khoản định danh điện tử", "%", "75", "95", "CA"),
    ),
}


def target_annex(sample: Sample) -> Grid:
    cells = [GridCell(label, 0, column, bold=True) for column, label in enumerate(TARGET_COLUMNS)]
    row, number = 1, count(1)
    for order, (domain, targets) in enumerate(TARGETS.items(), start=1):
        name = content("narrative")["domains"][domain]["heading"]
        cells.append(GridCell(f"{_ROMAN[order]}. {name}", row, 0, 1, len(TARGET_COLUMNS), bold=True))
        row += 1
        for *values, unit in targets:
            texts = (str(next(number)), *values, printed_units((unit,), sample))
            cells += [GridCell(text, row, column) for column, text in enumerate(texts)]
            row += 1
    return Grid(tuple(cells), row, (1.0, 7.0, 2.0, 2.6, 2.6, 4.2), 1)
