"""Random plans with known truth: header, narrative in several outline styles, targets, annexes, signature."""

from __future__ import annotations

import csv
import random
from dataclasses import asdict
from pathlib import Path

from tests.corpus import vocabulary as words
from tests.corpus.annex import ROMAN, TaskAnnex, target_annex
from tests.corpus.elements import Para, SectionBreak, TwoColumns, TypesetPlan

COMMUNES_CSV = Path(__file__).parents[2] / "dbt_project" / "seeds" / "communes.csv"


def communes(path: Path = COMMUNES_CSV) -> list[dict[str, str]]:
    """Rows of the list of communes, each with the name of its province, which stands in provinces.csv beside it."""
    with (path.parent / "provinces.csv").open(encoding="utf-8") as handle:
        provinces = {row["province_code"]: row["name"] for row in csv.DictReader(handle)}
    with path.open(encoding="utf-8") as handle:
        return [row | {"province_name": provinces[row["province_code"]]} for row in csv.DictReader(handle)]


class PlanBuilder:
    """Builds one plan from a seed. `plan()` returns its elements and truth."""

    def __init__(self, seed: int, places: list[dict[str, str]]):
        self.rng = rng = random.Random(seed)
        self.seed = seed
        place = rng.choice(places)
        self.name, self.type = place["name"], place["commune_type"]
        self.province = place["province_name"].removeprefix("Tỉnh ").removeprefix("Thành phố ")
        self.province_type = "thành phố" if place["province_name"].startswith("Thành phố") else "tỉnh"
        self.kind = rng.choices(("annual", "half_year", "multi_year"), (7, 1, 1.5))[0]
        self.year = 2025 if self.kind == "half_year" else 2026
        self.last_year = 2030 if self.kind == "multi_year" else self.year
        self.period = (
            f"{self.year}-07-01" if self.kind == "half_year" else f"{self.year}-01-01",
            f"{self.last_year}-12-31",
        )
        self.period_words = {
            "annual": f"năm {self.year}",
            "half_year": f"6 tháng cuối năm {self.year}",
            "multi_year": f"giai đoạn {self.year} - {self.last_year}",
        }[self.kind]
        self.full_name = f"{self.type} {self.name}"
        self.out = TypesetPlan(key=f"plan-{seed:04d}")
        self.kpis: list[dict[str, object]] = []
        self.provisions: list[dict[str, object]] = []
        self.citations: dict[str, dict[str, object]] = {}

    def add(self, text: str, **style: bool) -> None:
        self.out.elements.append(Para(text, **style))

    def plan(self) -> TypesetPlan:
        rng = self.rng
        number = f"{rng.randint(3, 180)}/KH-UBND" if rng.random() < 0.6 else None
        dated = number is not None and rng.random() < 0.8
        day, month = rng.randint(1, 28), rng.randint(1, 3)
        if rng.random() < 0.12:
            number, dated = None, False
            self._decision()
        else:
            self._letterhead(number, (day, month) if dated else None)
        title = self._title()
        self._preamble()
        self.style = rng.choice(("dash", "letter", "dotted", "parenthesis"))
        self.bold_headings = rng.random() < 0.8
        self.narrative_tasks: list[dict[str, object]] = []
        self.states_tasks_in_text = rng.random() < 0.12
        self._objectives()
        self._tasks_chapter()
        has_annex = not self.narrative_tasks
        self._organisation(has_annex)
        signer = self._signature()
        tasks, columns, totals, declared = self._annexes() if has_annex else ([], [], {}, None)
        self.out.truth = {
            "file": self.out.key,
            "plan": {
                "title": title, "doc_kind": self.kind, "commune": self.name, "commune_type": self.type, "province": self.province,
                "period_start": self.period[0], "period_end": self.period[1], "number": number,
                "issued_on": f"2026-{month:02d}-{day:02d}" if dated else None, "signer_name": signer[0], "signer_title": signer[1],
                "declared_task_total": declared, "declared_group_totals": totals, "anomalies": [],
            },
            "columns": columns, "tasks": tasks,
            "kpis": [dict(kpi, seq=i) for i, kpi in enumerate(self.kpis, 1)],
            "provisions": self.provisions, "citations": list(self.citations.values()),
        }  # fmt: skip
        if self.narrative_tasks:
            self.out.truth["narrative_tasks"] = self.narrative_tasks
        return self.out

    def _decision(self) -> None:
        """The Decision that issues the plan; its articles are no provisions, its number is the plan's envelope."""
        self._letterhead(None, None, number_form="/QĐ-UBND")
        self.add("QUYẾT ĐỊNH", bold=True, center=True)
        self.add(
            f"Ban hành Kế hoạch cải cách hành chính {self.period_words} của {self.full_name}", bold=True, center=True
        )
        self.add(f"ỦY BAN NHÂN DÂN {self.full_name.upper()}", bold=True, center=True)
        self.add(f"Căn cứ {self._cite(('Luật', '72/2025/QH15', None, None, None))};")
        self.add("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.")
        self.add("QUYẾT ĐỊNH:", bold=True, center=True)
        self.add(
            f"Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính {self.period_words} của {self.full_name}."
        )
        self.add("Điều 2. Quyết định này có hiệu lực kể từ ngày ký.")
        self.add(
            "Điều 3. Chánh Văn phòng HĐND và UBND, Trưởng các phòng và các cá nhân có liên quan chịu trách nhiệm thi hành./."
        )
        name = self._signature()[0]
        self.signer_of_decision = name
        self.out.elements.append(SectionBreak(False))

    def _letterhead(self, number: str | None, date: tuple[int, int] | None, number_form: str = "/KH-UBND") -> None:
        left = ("ỦY BAN NHÂN DÂN", f"{self.type} {self.name}".upper(), f"Số: {number or '        ' + number_form}")
        when = f"ngày {date[0]:02d} tháng {date[1]:02d} năm 2026" if date else "ngày      tháng      năm 2026"
        right = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", f"{self.name}, {when}")
        self.out.elements.append(TwoColumns(left, right))

    def _title(self) -> str:
        self.add("KẾ HOẠCH", bold=True, center=True)
        lines = self.rng.choice(
            (
                [f"Cải cách hành chính {self.full_name} {self.period_words}"],
                ["Cải cách hành chính nhà nước", f"{self.period_words} của {self.full_name}"],
                [f"Thực hiện công tác cải cách hành chính {self.period_words}", f"trên địa bàn {self.full_name}"],
                [f"Cải cách hành chính {self.period_words}"],
            )
        )
        for line in lines:
            self.add(line, bold=True, center=True)
        return " ".join(lines)

    def _cite(self, row: tuple[str, str, str | None, str | None, str | None]) -> str:
        kind, number, date_text, date, issuer = row
        self.citations[number] = {"kind": kind, "number": number, "date": date, "issuer": issuer}
        return f"{kind} số {number}" + (f" {date_text}" if date_text else "") + (f" của {issuer}" if issuer else "")

    def _preamble(self) -> None:
        first, second = self.rng.sample(words.CITATIONS[:5], 2)
        number = f"{self.rng.randint(100, 4000)}/KH-UBND"
        self.citations[number] = {
            "kind": "Kế hoạch",
            "number": number,
            "date": "2025-12-20",
            "issuer": f"UBND {self.province_type} {self.province}",
        }
        provincial = (
            f"Kế hoạch số {number} ngày 20/12/2025 của UBND {self.province_type} {self.province} về cải cách hành chính"
        )
        if self.rng.random() < 0.5:
            self.add(f"Căn cứ {self._cite(first)};")
            self.add(f"Căn cứ {self._cite(second)};")
            self.add(f"Thực hiện {provincial},")
            self.add(f"Ủy ban nhân dân {self.full_name} ban hành Kế hoạch với các nội dung sau:")
        else:
            self.add(
                f"Thực hiện {self._cite(first)}; {provincial}; UBND {self.full_name} xây dựng Kế hoạch cải cách hành chính {self.period_words} như sau:"
            )

    def _heading(self, text: str) -> None:
        self.add(text, bold=self.bold_headings)

    def _provision(
        self, path: list[str], heading: str, marker: str, text: str, domain: int, kind: str, unit: str | None = None
    ) -> None:
        self.provisions.append(
            {
                "path": path,
                "heading": heading,
                "marker": marker,
                "domain": domain,
                "kind": kind,
                "unit": unit,
                "text": text,
            }
        )
        printed = marker + " " + text if marker else text
        self.add(printed)

    def _markers(self, count: int) -> list[str]:
        if self.style == "letter":
            return [f"{c})" for c in "abcdđeghik"[:count]]
        if self.style == "parenthesis":
            return [f"({i})" for i in range(1, count + 1)]
        return ["-"] * count

    def _objectives(self) -> None:
        rng = self.rng
        chapter = rng.choice(("MỤC ĐÍCH, YÊU CẦU", "MỤC TIÊU, YÊU CẦU"))
        self._heading(f"I. {chapter}")
        first = "Mục đích" if "ĐÍCH" in chapter else "Mục tiêu"
        items = rng.sample(words.PLAIN_ITEMS, 5)
        self._heading(f"1. {first}")
        for marker, text in zip(self._markers(2), items[:2], strict=True):
            self._provision(["I", "1"], first, marker, text, 0, "objective")
        self._heading("2. Yêu cầu")
        for marker, text in zip(self._markers(2), items[2:4], strict=True):
            self._provision(["I", "2"], "Yêu cầu", marker, text, 0, "requirement")
        if rng.random() < 0.7:
            self._heading("3. Chỉ tiêu")
            for marker, target in zip(self._markers(5), rng.sample(words.TARGETS, 5), strict=True):
                self._target(target, "I.3", None)
                self._provision(["I", "3"], "Chỉ tiêu", marker, target.text + rng.choice((".", ";")), 0, "target")

    def _target(self, target: words.Target, section: str, domain: int | None) -> None:
        self.kpis.append({
            "source": "narrative", "domain": domain or target.domain, "section": section, "text": target.text, "indicator": target.indicator,
            "comparator": target.comparator, "value": float(target.value), "value_high": target.value_high, "unit": target.unit,
            "period_start": self.period[0], "period_end": self.period[1], "responsible": None,
        })  # fmt: skip

    def _tasks_chapter(self) -> None:
        rng = self.rng
        self._heading(
            "II. " + rng.choice(("NHIỆM VỤ TRỌNG TÂM", "NỘI DUNG, NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH", "NHIỆM VỤ, GIẢI PHÁP"))
        )
        used = {str(p["text"]).rstrip(".;") for p in self.provisions}
        for domain in range(1, 8):
            name = rng.choice(words.DOMAIN_NAMES[domain])
            self._heading(f"{domain}. {name}")
            path, heading = ["II", str(domain)], name
            if self.style == "dotted":
                self._heading(f"{domain}.1. Mục tiêu")
                options = [t for t in words.TARGETS if t.domain == domain and t.text not in used]
                if options:
                    target = rng.choice(options)
                    self._target(target, f"II.{domain}.1", domain)
                    self._provision([*path, f"{domain}.1"], "Mục tiêu", "-", target.text + ".", domain, "objective")
                else:
                    self._provision(
                        [*path, f"{domain}.1"], "Mục tiêu", "", rng.choice(words.OBJECTIVES) + ".", domain, "objective"
                    )
                self._heading(f"{domain}.2. Nhiệm vụ")
                path, heading = [*path, f"{domain}.2"], "Nhiệm vụ"
            count = rng.randint(2, 4)
            for marker, text in zip(self._markers(count), rng.sample(words.TASKS[domain], count), strict=True):
                ending = rng.choice((".", ".", ";"))
                if self.states_tasks_in_text:
                    self._task_in_text(path, heading, marker, text, domain)
                    continue
                if rng.random() < 0.12:
                    text += f" theo {self._cite(rng.choice(words.CITATIONS))}"
                if rng.random() < 0.08 and marker != "+":
                    self.add(f"{marker} {text}:")
                    value = marker.strip("()")
                    deeper = [*path, value if marker != "-" else "-"]
                    for item in rng.sample(words.ACTIVITIES, 2):
                        self._provision(deeper, text + ":", "+" if marker == "-" else "-", item + ";", domain, "task")
                    continue
                self._provision(path, heading, marker, text + ending, domain, "task")

    def _task_in_text(self, path: list[str], heading: str, marker: str, text: str, domain: int) -> None:
        """An item that prints who leads, who takes part and by when, as plans without an annex do."""
        rng, fill = self.rng, lambda t: t.replace("{loai}", self.type).replace("{nam}", str(self.year))
        lead, other, deadline = rng.choice(words.LEADS), rng.choice(words.COORDINATING), rng.choice(words.DEADLINES)
        form = rng.choice(
            (
                "{t}. Đơn vị chủ trì: {l}; đơn vị phối hợp: {c}; thời gian: {d}.",
                "{t}. Cơ quan chủ trì: {l}. Cơ quan phối hợp: {c}. Thời gian hoàn thành: {d}.",
                "{t} (Chủ trì: {l}; phối hợp: {c}; thời hạn: {d}).",
            )
        )
        printed = form.format(t=text, l=fill(lead.text), c=fill(other.text), d=fill(deadline.text))
        self._provision(path, heading, marker, printed, domain, "task")
        lead_codes, other_codes = (
            [f"OTHER:{fill(p.text)}" if c == "OTHER" else c for c in p.codes] for p in (lead, other)
        )
        dates = {
            key: f"{self.year}-{value}" if value else None
            for key, value in (("start", deadline.start), ("end", deadline.end))
        }
        self.narrative_tasks.append(
            {
                "seq": len(self.narrative_tasks) + 1,
                "domain": domain,
                "text": text,
                "lead_units": lead_codes,
                "coordinating_units": other_codes,
                "due": {"kind": deadline.kind, **dates, "contingent": deadline.contingent},
            }
        )

    def _organisation(self, has_annex: bool) -> None:
        rng = self.rng
        if has_annex:
            text = rng.choice(("(Nhiệm vụ cụ thể tại Phụ lục kèm theo)", "(Chi tiết có Phụ lục kèm theo Kế hoạch này)"))
            self.provisions.append(
                {"path": ["II"], "heading": "", "marker": "", "domain": 0, "kind": "other", "unit": None, "text": text}
            )
            self.add(text, italic=True)
        self._heading("III. KINH PHÍ THỰC HIỆN")
        self._provision(
            ["III"],
            "KINH PHÍ THỰC HIỆN",
            "",
            "Kinh phí lấy từ dự toán chi thường xuyên đã giao cho các đơn vị.",
            0,
            "funding",
        )
        self._heading("IV. TỔ CHỨC THỰC HIỆN")
        offices = [
            ("Phòng Văn hóa - Xã hội", "VHXH"),
            ("Văn phòng HĐND và UBND", "VP"),
            ("Phòng Kinh tế" if self.type == "xã" else "Phòng Kinh tế, Hạ tầng và Đô thị", "KT"),
            ("Trung tâm Phục vụ hành chính công", "PVHCC"),
            ("Công an " + self.type, "CA"),
        ]
        for order, (office, code) in enumerate(rng.sample(offices, 4), 1):
            name = (
                office if rng.random() < 0.6 else f"{office} {self.type}" if not office.endswith(self.type) else office
            )
            self._heading(f"{order}. {name}")
            marker_style, self.style = self.style, "letter" if self.style == "letter" else "dash"
            for marker, text in zip(self._markers(2), rng.sample(words.DUTIES, 2), strict=True):
                self._provision(["IV", str(order)], name, marker, text, 0, "responsibility", code)
            self.style = marker_style
        closing = f"Trên đây là Kế hoạch cải cách hành chính {self.period_words} của {self.full_name}. Quá trình thực hiện nếu có vướng mắc, các đơn vị phản ánh về UBND {self.type} (qua Phòng Văn hóa - Xã hội) để xem xét, giải quyết./."
        self.provisions.append(
            {"path": ["IV"], "heading": "", "marker": "", "domain": 0, "kind": "other", "unit": None, "text": closing}
        )
        self.add(closing)

    def _signature(self) -> tuple[str, str]:
        rng = self.rng
        name = f"{rng.choice(words.FAMILY)} {rng.choice(words.MIDDLE)} {rng.choice(words.GIVEN)}"
        deputy = rng.random() < 0.35
        left = (
            "Nơi nhận:",
            "- Sở Nội vụ (b/c);",
            "- Thường trực Đảng ủy, HĐND;",
            "- Chủ tịch, các PCT UBND;",
            "- Các phòng, đơn vị;",
            "- Lưu: VT.",
        )
        right = (
            "TM. ỦY BAN NHÂN DÂN",
            *(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") if deputy else ("CHỦ TỊCH",)),
            "",
            "",
            "",
            name,
        )
        self.out.elements.append(TwoColumns(left, right))
        return name, "PHÓ CHỦ TỊCH" if deputy else "CHỦ TỊCH"

    def _annexes(self) -> tuple[list[dict[str, object]], list[str], dict[str, int], int | None]:
        caption = f"(Kèm theo Kế hoạch số      /KH-UBND ngày     tháng     năm {self.year} của UBND {self.full_name})"
        multi = (self.year, self.last_year) if self.kind == "multi_year" else None
        if self.rng.random() < 0.35:
            elements, kpis = target_annex(self.rng, self.year, multi, caption, self.type)
            self.out.elements += elements
            self.kpis += kpis
        title = f"DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH {self.period_words.upper()}"
        annex = TaskAnnex(self.rng, self.type, self.year, self.period, title, caption)
        self.out.elements += list(annex.elements())
        self.out.layout = asdict(annex.layout)
        totals = annex.truth.group_totals if annex.layout.counts_in_groups else {}
        declared = (
            sum(annex.truth.group_totals.values())
            if annex.layout.grand_total and annex.layout.groups != "annex_each"
            else None
        )
        return annex.truth.tasks, annex.truth.columns, totals, declared


def build_plan(seed: int, places: list[dict[str, str]]) -> TypesetPlan:
    return PlanBuilder(seed, places).plan()


__all__ = ["ROMAN", "SectionBreak", "build_plan", "communes"]
