"""The task annex and the target annex of a generated plan, in many layouts, with their truth."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.corpus import vocabulary as words
from tests.corpus.elements import CellSpec, Element, Para, SectionBreak, TableSpec

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LABELS: dict[str, tuple[str, ...]] = {
    "number": ("TT", "STT", "Số TT"),
    "objective": ("Mục tiêu",),
    "text": ("Nhiệm vụ", "Nội dung công việc", "Tên nhiệm vụ", "Nội dung nhiệm vụ", "Nhiệm vụ cụ thể", "Nội dung"),
    "activity": ("Hoạt động", "Hoạt động cụ thể"),
    "output": ("Sản phẩm", "Kết quả/Sản phẩm", "Kết quả", "Văn bản/sản phẩm", "Dự kiến kết quả", "Sản phẩm đầu ra"),
    "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Đơn vị thực hiện", "Người chịu trách nhiệm chính"),
    "coordinating": ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Đơn vị tham gia"),
    "joint": ("Đơn vị chủ trì, phối hợp", "Phân công thực hiện", "Cơ quan chủ trì/phối hợp"),
    "deadline": ("Thời gian", "Thời gian hoàn thành", "Thời hạn", "Tiến độ", "Thời gian thực hiện", "Thời hạn hoàn thành"),
    "budget": ("Kinh phí", "Dự toán kinh phí"),
    "note": ("Ghi chú",),
}  # fmt: skip
WIDTHS = {"number": 1, "text": 6, "objective": 4, "activity": 4, "note": 2, "budget": 2}
GROUPS = (
    "roman_spanning",
    "roman_in_cells",
    "letter_spanning",
    "content_spanning",
    "annex_each",
    "roman_no_number_cell",
)

# Part of the plans whose annex is set in columns without rules.
UNRULED = 0.06


@dataclass
class AnnexLayout:
    """Choices made once a plan."""

    columns: list[str]
    labels: dict[str, str]
    two_level: bool
    number_row: bool
    groups: str
    numbering: str
    sub_rows: bool
    merge_lead: bool
    landscape: bool
    repeat_header: bool
    counts_in_groups: bool
    grand_total: bool
    ruled: bool = True


def choose_layout(rng: random.Random) -> AnnexLayout:
    joint = rng.random() < 0.15
    roles = ["joint"] if joint else ["lead", "coordinating"]
    tail = [*roles, "deadline"]
    if rng.random() < 0.85:
        tail.insert(rng.choice((0, len(roles), len(tail))), "output")
    if rng.random() < 0.2:
        tail = [tail[-1], *tail[:-1]]
    columns = ["number"]
    if rng.random() < 0.15:
        columns += ["objective", "text", "activity"]
    else:
        columns += ["text"]
        if rng.random() < 0.1:
            columns += ["activity"]
    columns += tail
    if rng.random() < 0.15:
        columns.append("budget")
    if rng.random() < 0.25:
        columns.append("note")
    labels = {name: rng.choice(LABELS[name]) for name in columns}
    if labels["text"] == "Nội dung" and "objective" in columns:
        labels["text"] = "Nhiệm vụ"
    groups = rng.choice(GROUPS)
    return AnnexLayout(
        columns=columns,
        labels=labels,
        two_level=not joint and columns.index("coordinating") == columns.index("lead") + 1 and rng.random() < 0.3,
        number_row=rng.random() < 0.25,
        groups=groups,
        numbering=rng.choice(("restart", "continuous", "dotted")) if groups != "annex_each" else "restart",
        sub_rows=rng.random() < 0.4,
        merge_lead=rng.random() < 0.25,
        landscape=rng.random() < 0.5,
        repeat_header=rng.random() < 0.7,
        counts_in_groups=rng.random() < 0.2,
        grand_total=rng.random() < 0.2,
    )


@dataclass
class AnnexTruth:
    tasks: list[dict[str, object]] = field(default_factory=list)
    kpis: list[dict[str, object]] = field(default_factory=list)
    group_totals: dict[str, int] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)


class TaskAnnex:
    """Builds the task annex of one plan: `elements()` to typeset, `truth` filled on the way."""

    def __init__(
        self, rng: random.Random, commune_type: str, year: int, period: tuple[str, str], title: str, caption: str
    ):
        self.rng, self.commune_type, self.year, self.period = rng, commune_type, year, period
        self.title, self.caption = title, caption
        self.layout = choose_layout(rng)
        # Drawn apart, so that a seed keeps its words whatever is chosen here.
        self.layout.ruled = random.Random(f"{title}, {caption}").random() >= UNRULED
        self.truth = AnnexTruth()
        self.domains = [d for d in range(1, 8) if d != 4 or rng.random() < 0.85]

    def elements(self) -> Iterator[Element]:
        yield SectionBreak(self.layout.landscape)
        if self.layout.groups == "annex_each":
            for order, domain in enumerate(self.domains):
                name = self._domain_name(domain)
                yield Para(f"Phụ lục {ROMAN[order]}", bold=True, center=True)
                yield Para(name.upper(), bold=True, center=True)
                yield Para(self.caption, italic=True, center=True)
                yield self._table([(domain, name.upper())])
        else:
            yield Para("Phụ lục", bold=True, center=True)
            yield Para(self.title, bold=True, center=True)
            yield Para(self.caption, italic=True, center=True)
            yield self._table([(d, self._domain_name(d)) for d in self.domains])

    def _domain_name(self, domain: int) -> str:
        return self.rng.choice(words.DOMAIN_NAMES[domain])

    def _table(self, groups: list[tuple[int, str]]) -> TableSpec:
        layout, rows = self.layout, list(self._header())
        header_rows = len(rows)
        number = 0
        for order, (domain, name) in enumerate(groups):
            count = self.rng.randint(3, min(7, len(words.TASKS[domain])))
            label = None
            if layout.groups != "annex_each":
                row, label = self._group_row(order, name, count)
                rows.append(row)
            else:
                label = name
            self.truth.group_totals[str(domain)] = count
            if layout.numbering == "restart":
                number = 0
            texts = self.rng.sample(words.TASKS[domain], count)
            body = []
            for position, text in enumerate(texts, 1):
                number += 1
                printed = {"restart": str(number), "continuous": str(number), "dotted": f"{order + 1}.{position}"}[
                    layout.numbering
                ]
                body += self._task_rows(domain, label, printed, text)
            if layout.merge_lead:
                self._merge_equal_leads(body)
            rows += [self._to_row(record) for record in body]
        if layout.grand_total:
            total = sum(self.truth.group_totals.values())
            rows.append((CellSpec(f"Tổng cộng: {total} nhiệm vụ", column_span=len(layout.columns), bold=True),))
        widths = tuple(float(WIDTHS.get(name, 3)) for name in layout.columns)
        return TableSpec(tuple(rows), widths, header_rows, layout.repeat_header, layout.ruled)

    def _header(self) -> Iterator[tuple[CellSpec, ...]]:
        layout = self.layout
        self.truth.columns = [layout.labels[name] for name in layout.columns]
        if layout.two_level:
            first = []
            for name in layout.columns:
                if name == "lead":
                    first.append(CellSpec("Phân công trách nhiệm", column_span=2, bold=True))
                elif name != "coordinating":
                    first.append(CellSpec(layout.labels[name], row_span=2, bold=True))
            yield tuple(first)
            yield (CellSpec(layout.labels["lead"], bold=True), CellSpec(layout.labels["coordinating"], bold=True))
        else:
            yield tuple(CellSpec(layout.labels[name], bold=True) for name in layout.columns)
        if layout.number_row:
            yield tuple(CellSpec(str(i)) for i, _ in enumerate(layout.columns, 1))

    def _group_row(self, order: int, name: str, count: int) -> tuple[tuple[CellSpec, ...], str]:
        layout, width = self.layout, len(self.layout.columns)
        if layout.counts_in_groups:
            name += f" ({count:02d} nhiệm vụ)"
        if layout.groups == "content_spanning":
            label = f"Nội dung {order + 1}. {name}"
            return (CellSpec(label, column_span=width, bold=True),), label
        if layout.groups == "letter_spanning":
            label = f"{'ABCDEGH'[order]}. {name.upper()}"
            return (CellSpec(label, column_span=width, bold=True),), label
        if layout.groups == "roman_spanning":
            label = f"{ROMAN[order]}. {name.upper()}"
            return (CellSpec(label, column_span=width, bold=True),), label
        if layout.groups == "roman_no_number_cell":
            return (
                CellSpec(ROMAN[order], bold=True),
                CellSpec(name.upper(), column_span=width - 1, bold=True),
            ), f"{ROMAN[order]} {name.upper()}"
        cells = [CellSpec(ROMAN[order], bold=True), CellSpec(name.upper(), bold=True)] + [CellSpec("")] * (width - 2)
        return tuple(cells), f"{ROMAN[order]} {name.upper()}"

    def _task_rows(self, domain: int, label: str | None, printed: str, text: str) -> list[dict[str, object]]:
        if self.rng.random() < 0.3:
            text += "."
        parent = self._record(domain, label, printed, text, None)
        found = [parent]
        if self.layout.sub_rows and self.rng.random() < 0.2:
            for key in ("output", "lead", "coordinating", "deadline"):
                parent[key] = None
            parent.update(
                lead_units=[],
                coordinating_units=[],
                due={"kind": "none", "start": None, "end": None, "contingent": False},
            )
            for index, activity in enumerate(self.rng.sample(words.ACTIVITIES, 2)):
                style = self.rng.choice(("", "-", "letter"))
                number = {"": None, "-": None, "letter": f"{'ab'[index]})"}[style]
                body = f"- {activity}" if style == "-" else activity
                found.append(self._record(domain, label, number, body, parent["seq"]))
        return found

    def _record(
        self, domain: int, label: str | None, printed: str | None, text: str, parent: object
    ) -> dict[str, object]:
        rng, columns = self.rng, self.layout.columns
        lead_pool = words.LEADS + (words.URBAN_ECONOMY if self.commune_type != "xã" else ())
        lead = rng.sample(lead_pool, 2 if rng.random() < 0.12 else 1)
        others = rng.sample(words.COORDINATING, rng.choice((0, 1, 1, 1, 2)))
        deadline = rng.choice(words.DEADLINES)
        joiner = rng.choice(("; ", ", ", "; "))
        lead_text, other_text = self._join(lead, joiner), self._join(others, "; ")
        record: dict[str, object] = {
            "seq": len(self.truth.tasks) + 1, "domain": domain, "group_label": label, "number": printed, "parent": parent,
            "text": text, "objective": rng.choice(words.OBJECTIVES) if "objective" in columns else None,
            "activity": rng.choice(words.ACTIVITIES) if "activity" in columns else None,
            "output": rng.choice(words.OUTPUTS) if "output" in columns else None,
            "lead": lead_text, "coordinating": other_text or None,
            "deadline": self._fill(deadline.text), "budget": rng.choice(words.BUDGETS) if "budget" in columns else None,
            "lead_units": self._codes(lead), "coordinating_units": self._codes(others),
            "due": {"kind": deadline.kind, "start": self._date(deadline.start), "end": self._date(deadline.end), "contingent": deadline.contingent},
        }  # fmt: skip
        if "joint" in columns:
            record["lead"] = f"{lead_text} chủ trì" + (f"; {other_text} phối hợp" if other_text else "")
            record["coordinating"] = None
        self.truth.tasks.append(record)
        return record

    def _join(self, phrases: list[words.UnitPhrase], joiner: str) -> str:
        return joiner.join(self._fill(phrase.text) for phrase in phrases)

    def _codes(self, phrases: list[words.UnitPhrase]) -> list[str]:
        return [f"OTHER:{self._fill(p.text)}" if c == "OTHER" else c for p in phrases for c in p.codes]

    def _fill(self, text: str) -> str:
        return text.replace("{loai}", self.commune_type).replace("{nam}", str(self.year))

    def _date(self, month_day: str | None) -> str | None:
        return f"{self.year}-{month_day}" if month_day else None

    def _merge_equal_leads(self, body: list[dict[str, object]]) -> None:
        """Gives each pair of neighbours one lead cell merged down over both."""
        for first, second in zip(body[::2], body[1::2], strict=False):
            if first["lead"] and second["lead"] and first["parent"] is None and second["parent"] is None:
                for key in ("lead", "lead_units"):
                    second[key] = first[key]
                if "joint" in self.layout.columns:
                    second["coordinating_units"] = first["coordinating_units"]
                first["_lead_span"], second["_lead_span"] = 2, 0

    def _to_row(self, record: dict[str, object]) -> tuple[CellSpec, ...]:
        cells = []
        for name in self.layout.columns:
            if name in ("lead", "joint"):
                span = int(record.pop("_lead_span", 1))  # type: ignore[call-overload]
                if span:
                    cells.append(CellSpec(str(record["lead"] or ""), row_span=span))
            elif name == "note":
                cells.append(CellSpec(self.rng.choice(words.NOTES) if self.rng.random() < 0.2 else ""))
            else:
                cells.append(CellSpec(str(record[name] or "")))
        return tuple(cells)


def target_annex(
    rng: random.Random, year: int, multi_year: tuple[int, int] | None, caption: str, commune_type: str
) -> tuple[list[Element], list[dict[str, object]]]:
    """A table of indicators with unit and one or two target columns; a baseline column is no target."""
    has_baseline = rng.random() < 0.5
    stages = (
        [
            (f"Giai đoạn {multi_year[0]} - {multi_year[0] + 1}", multi_year[0], multi_year[0] + 1),
            (f"Giai đoạn {multi_year[0] + 2} - {multi_year[1]}", multi_year[0] + 2, multi_year[1]),
        ]
        if multi_year and rng.random() < 0.6
        else []
    )
    single = (
        f"Chỉ tiêu năm {year}" if not multi_year else "Mục tiêu",
        *(multi_year or (year, year)),
    )
    targets = stages or [single]
    header = ["TT", rng.choice(("Chỉ tiêu", "Tên chỉ tiêu", "Nội dung chỉ tiêu")), rng.choice(("Đơn vị tính", "ĐVT"))]
    if has_baseline:
        header.append(f"Thực hiện năm {year - 1}")
    header += [str(label) for label, _, _ in targets]
    header.append(rng.choice(("Cơ quan theo dõi, đánh giá", "Đơn vị chịu trách nhiệm", "Cơ quan chủ trì")))
    rows = [tuple(CellSpec(text, bold=True) for text in header)]
    kpis: list[dict[str, object]] = []
    for number, target in enumerate(rng.sample([t for t in words.TARGETS if t.unit == "%"], 7), 1):
        unit = rng.choice(words.LEADS).text.replace("{loai}", commune_type)
        indicator = target.indicator[0].upper() + target.indicator[1:]
        cells = [str(number), indicator, "%"] + ([f"{target.value - 7:g}"] if has_baseline else [])
        for _, first, last in targets:
            sign = {">=": "≥", ">": "trên ", "<=": "≤", "=": ""}[target.comparator]
            cells.append(f"{sign}{target.value:g}")
            kpis.append(
                {
                    "source": "annex",
                    "domain": target.domain,
                    "section": f"annex:{number}",
                    "text": indicator,
                    "indicator": indicator,
                    "comparator": target.comparator,
                    "value": target.value,
                    "value_high": None,
                    "unit": "%",
                    "period_start": f"{first}-01-01",
                    "period_end": f"{last}-12-31",
                    "responsible": unit,
                }
            )
        rows.append(tuple(CellSpec(text) for text in [*cells, unit]))
    widths = tuple([1.0, 6.0, 1.5] + [2.0] * (len(header) - 4) + [3.0])
    elements: list[Element] = [
        SectionBreak(False),
        Para("Phụ lục chỉ tiêu", bold=True, center=True),
        Para("CÁC CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH", bold=True, center=True),
        Para(caption, italic=True, center=True),
        TableSpec(tuple(rows), widths),
    ]
    return elements, kpis
