"""Typesets a made-up task annex and pulls its text out as PDF text extractors do: cell by cell, lines wrapped.

Wording, columns, widths, alignment and page breaks are drawn from a seed; `expected` is what was typeset.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from pipelines.parsing.flat.widths import SPACE, width

PITCH = 1.2  # distance of two lines in ems
VERBS = ("Xây dựng", "Rà soát", "Cập nhật", "Tổ chức", "Hoàn thiện", "Theo dõi", "Ban hành", "Kiểm tra", "Tham mưu")
OBJECTS = (
    "quy chế làm việc của bộ phận tiếp dân",
    "danh mục hồ sơ lưu trữ theo từng thôn",
    "lịch trực giải quyết công việc ngày thứ bảy",
    "sổ tay hướng dẫn công dân nộp hồ sơ qua mạng",
    "mẫu phiếu lấy ý kiến người dân sau khi nhận kết quả",
    "kế hoạch bồi dưỡng kỹ năng số cho người hoạt động không chuyên trách",
    "phương án bố trí lại trụ sở sau khi hợp nhất",
    "bảng phân công trực cổng dịch vụ công",
    "hội thi tìm hiểu cải cách hành chính",
    "việc chấm điểm thi đua giữa các tổ dân phố",
    "dữ liệu đất đai dùng chung với chi nhánh văn phòng đăng ký",
    "quy trình nội bộ giải quyết thủ tục hộ tịch",
)
TAILS = (
    "",
    " năm 2027",
    ", bảo đảm đúng thời hạn và công khai kết quả",
    " theo hướng dẫn của Sở Nội vụ",
    "; khắc phục hạn chế đã nêu trong kỳ trước",
    " trên địa bàn phường, gắn với trách nhiệm người đứng đầu",
)
UNITS = (
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Phòng Văn hóa - Xã hội",
    "Văn phòng HĐND và UBND",
    "Trung tâm Phục vụ hành chính công",
    "Công an phường",
    "Trạm Y tế",
    "Các cơ quan, đơn vị liên quan",
    "Các phòng, ban chuyên môn",
    "Ủy ban Mặt trận Tổ quốc phường",
)
DEADLINES = (
    "Quý I/2027",
    "Trước ngày 20/3/2027",
    "Thường xuyên",
    "Tháng 6/2027",
    "Hằng quý",
    "Quý II, Quý IV",
    "Năm 2027",
    "Theo kế hoạch của tỉnh",
    "Sau khi có hướng dẫn của cấp trên",
)
OUTPUTS = (
    "Kế hoạch",
    "Quyết định",
    "Báo cáo",
    "Báo cáo kết quả thực hiện",
    "Văn bản chỉ đạo",
    "Tờ trình, Quyết định",
    "Biên bản; Thông báo kết luận",
    "Hội nghị",
    "Danh mục được phê duyệt",
)
OBJECTIVES = (
    "Nâng cao mức độ hài lòng của người dân",
    "Công khai, minh bạch trong giải quyết công việc",
    "Rút ngắn thời gian xử lý hồ sơ",
    "Tăng tỷ lệ hồ sơ nộp trực tuyến",
)
BUDGETS = ("Ngân sách phường", "Theo dự toán", "Nguồn chi thường xuyên")
DOMAINS = (
    "Công tác chỉ đạo, điều hành",
    "Cải cách thể chế",
    "Cải cách thủ tục hành chính",
    "Cải cách chế độ công vụ",
    "Xây dựng chính quyền số",
)
LABELS = {
    "task": ("Nhiệm vụ", "Nội dung công việc", "Nội dung nhiệm vụ"),
    "objective": ("Mục tiêu",),
    "output": ("Sản phẩm", "Kết quả", "Dự kiến sản phẩm"),
    "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì"),
    "coordinating": ("Cơ quan phối hợp", "Phối hợp"),
    "deadline": ("Thời gian", "Thời hạn hoàn thành", "Thời gian thực hiện"),
    "budget": ("Kinh phí",),
}


@dataclass
class Annex:
    """`lines` as extracted, blank ones included; `labels` and `rows` as typeset (a group row is one cell)."""

    lines: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class _Column:
    kind: str
    label: str
    width: float
    centred: bool


def wrap(text: str, column_width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width(lines[-1]) + SPACE + width(word) <= column_width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def typeset(seed: int, *, rows: int = 16) -> Annex:
    """A made-up annex of `rows` tasks drawn from the seed."""
    draw = random.Random(seed)
    columns = _columns(draw)
    annex = Annex(labels=[column.label for column in columns])
    writer = _Writer(draw, columns)
    writer.header()
    restart = draw.random() < 0.5
    style = draw.choice(("roman", "named"))
    number = 0
    for index in range(rows):
        if index % 5 == 0:
            domain = DOMAINS[index // 5 % len(DOMAINS)]
            position = index // 5 + 1
            numeral = ("I", "II", "III", "IV", "V", "VI")[index // 5]
            label = f"{numeral} {domain.upper()}" if style == "roman" else f"Nội dung {position}. {domain}"
            annex.rows.append([label])
            writer.full_width(label)
            number = 0 if restart else number
        number += 1
        cells = [_cell(draw, column.kind, number) for column in columns]
        annex.rows.append(cells)
        writer.row(cells)
    annex.lines = writer.lines
    return annex


def _columns(draw: random.Random) -> list[_Column]:
    kinds = ["output", "lead", "coordinating", "deadline"]
    draw.shuffle(kinds)
    if draw.random() < 0.5:
        kinds.remove("coordinating") if draw.random() < 0.3 else None
    if draw.random() < 0.3:
        kinds.insert(draw.randrange(len(kinds) + 1), "budget")
    kinds.insert(0, "task")
    if draw.random() < 0.3:
        kinds.insert(0, "objective")
    spans = {"task": (14, 24), "objective": (9, 12), "output": (6, 10), "lead": (7, 10), "coordinating": (7, 10)}
    columns = [_Column("number", draw.choice(("STT", "TT")), 2.0, True)]
    centred = draw.random() < 0.6
    for kind in kinds:
        low, high = spans.get(kind, (5, 7.5))
        is_text = kind in ("task", "objective")
        columns.append(_Column(kind, draw.choice(LABELS[kind]), draw.uniform(low, high), centred and not is_text))
    return columns


def _cell(draw: random.Random, kind: str, number: int) -> str:
    if kind == "number":
        return str(number)
    if kind == "task":
        return f"{draw.choice(VERBS)} {draw.choice(OBJECTS)}{draw.choice(TAILS)}"
    if kind == "lead":
        return draw.choice(UNITS[:6])
    if kind == "coordinating":
        return draw.choice(UNITS[1:])
    if kind == "budget":
        return draw.choice(BUDGETS) if draw.random() < 0.5 else ""
    choices = {"output": OUTPUTS, "deadline": DEADLINES, "objective": OBJECTIVES}[kind]
    return draw.choice(choices)


class _Writer:
    """Writes rows as an extractor in content order does: a new line where the next text is not on the same height."""

    def __init__(self, draw: random.Random, columns: list[_Column]) -> None:
        self.columns = columns
        self.lines: list[str] = []
        self.loose = draw.random() < 0.5  # each line followed by a blank one
        self.vertical_centre = draw.random() < 0.6
        self.splits_rows = draw.random() < 0.7
        self.page_lines = draw.randint(24, 34)
        self.room = float(self.page_lines)
        self.repeats_header = draw.random() < 0.7
        self.height: float | None = None

    def header(self) -> None:
        cells = [wrap(column.label, max(column.width, 3.0)) for column in self.columns]
        self._part(cells, [0.0] * len(cells), first_height=0.0)
        self.room -= max(len(cell) for cell in cells)

    def full_width(self, text: str) -> None:
        if self.room < 4:
            self._new_page()
        self._put(text, new_line=True)
        self.room -= 1

    def row(self, texts: list[str]) -> None:
        cells = [wrap(text, column.width) if text else [] for text, column in zip(texts, self.columns, strict=True)]
        height = max(len(cell) for cell in cells)
        if height > self.room and not (self.splits_rows and self.room >= 2):
            self._new_page()
        if height <= self.room:
            offsets = [
                (height - len(cell)) / 2 if self.vertical_centre or column.kind == "number" else 0.0
                for cell, column in zip(cells, self.columns, strict=True)
            ]
            self._part(cells, offsets)
            self.room -= height
            return
        fits = int(self.room)
        self._part([cell[:fits] for cell in cells], [0.0] * len(cells))
        self._new_page()
        self._part([cell[fits:] for cell in cells], [0.0] * len(cells))
        self.room -= height - fits

    def _part(self, cells: list[list[str]], offsets: list[float], first_height: float = 0.0) -> None:
        self.height = None
        for cell, offset in zip(cells, offsets, strict=True):
            for index, line in enumerate(cell):
                height = first_height + offset + index
                same = self.height is not None and abs(height - self.height) < 0.4
                jump = self.height is None or not 0 <= height - self.height <= 1.0
                self._put(line, new_line=not same, blank=jump)
                self.height = height

    def _put(self, text: str, *, new_line: bool, blank: bool = False) -> None:
        if not new_line:
            self.lines[-1] += " " + text
            return
        if self.lines and (blank or self.loose):
            self.lines.append("")
        self.lines.append(text)

    def _new_page(self) -> None:
        self.lines.extend(["", ""])
        self.room = float(self.page_lines)
        if self.repeats_header:
            self.header()
