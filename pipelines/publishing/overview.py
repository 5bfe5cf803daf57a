"""What a release holds, in figures: the facts that the page and the first sheet of each workbook show."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipelines.publishing.labels import SEVERITY
from pipelines.publishing.query import querying, rows
from pipelines.text.normalise import fold

_DEADLINES_SHOWN = 40
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """Coverage of one province: how many of its communes have a plan published, held, or none."""

    code: str
    name: str
    communes: int
    published: int
    held: int
    plans: int
    tasks: int
    targets: int

    @property
    def missing(self) -> int:
        return self.communes - self.published - self.held

    @property
    def published_share(self) -> float:
        return 100 * self.published / self.communes if self.communes else 0.0

    @property
    def held_share(self) -> float:
        return 100 * self.held / self.communes if self.communes else 0.0

    @property
    def workbook(self) -> str:
        """File name of its workbook: tong-hop-quang-tri.xlsx."""
        bare = (
            self.name.removeprefix("Tỉnh ").removeprefix("Thành phố ").removeprefix("tỉnh ").removeprefix("thành phố ")
        )
        slug = "".join(letter if letter.isalnum() else "-" for letter in fold(bare))
        return f"tong-hop-{'-'.join(part for part in slug.split('-') if part) or self.code}.xlsx"


@dataclass(frozen=True, slots=True)
class Block:
    """A titled list of counted things."""

    title: str
    rows: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class ProvinceOverview:
    """The first sheet of a province's workbook."""

    province_code: str
    title: str
    subtitle: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The figures of a release. The lists hold the rows of the queries of their kind."""

    provinces: tuple[Province, ...]
    plans: list[dict[str, Any]]
    held: list[dict[str, Any]]
    excluded: list[dict[str, Any]]
    domains: list[dict[str, Any]]
    severities: Mapping[str, int]
    findings: list[dict[str, Any]]
    months: list[dict[str, Any]]

    @property
    def totals(self) -> dict[str, int]:
        names = ("communes", "published", "held", "missing", "plans", "tasks", "targets")
        return {name: sum(getattr(province, name) for province in self.provinces) for name in names}


def read_overview(release_database: Path) -> Overview:
    """The figures of the release whose database this is."""
    with querying(release_database) as connection:
        findings = rows(connection, "rule_findings")
        severities: Counter[str] = Counter()
        for finding in findings:
            severities[finding["severity"]] += finding["findings"]
        return Overview(
            provinces=tuple(Province(**row) for row in rows(connection, "provinces")),
            plans=rows(connection, "published_plans"),
            held=rows(connection, "held_plans"),
            excluded=rows(connection, "excluded_files"),
            domains=rows(connection, "domain_tasks"),
            severities=severities,
            findings=findings,
            months=_months(rows(connection, "deadlines")),
        )


def province_overview(
    overview: Overview, province: Province, release_database: Path, created_at: datetime
) -> ProvinceOverview:
    """The first sheet of `province`'s workbook."""
    with querying(release_database, province.code) as connection:
        findings = {row["severity"]: row["findings"] for row in rows(connection, "province_findings")}
    coverage = [
        ("Xã, phường, đặc khu của tỉnh", province.communes),
        ("Đã phát hành kế hoạch", province.published),
        ("Có kế hoạch nhưng bị giữ lại", province.held),
        ("Chưa có kế hoạch", province.missing),
    ]
    content = [("Kế hoạch đã phát hành", province.plans), ("Nhiệm vụ", province.tasks), ("Chỉ tiêu", province.targets)]
    severities = [(SEVERITY[severity], findings.get(severity, 0)) for severity in SEVERITY]
    return ProvinceOverview(
        province_code=province.code,
        title=f"Tổng hợp kế hoạch cải cách hành chính – {province.name}",
        subtitle=f"Lập lúc {created_at:%H:%M ngày %d/%m/%Y}. Mỗi dòng ở các trang sau đều ghi tệp nguồn và trang.",
        blocks=(
            Block("Mức độ bao phủ", coverage),
            Block("Nội dung đã tổng hợp", content),
            Block("Nhiệm vụ theo lĩnh vực", domains_of(overview, province.code)),
            Block("Phát hiện khi kiểm tra", severities),
        ),
    )


def domains_of(overview: Overview, province_code: str | None = None) -> list[tuple[str, int]]:
    """Tasks of the seven domains, each once, in one province or in all."""
    tasks: dict[str, int] = defaultdict(int)
    for row in overview.domains:
        tasks[row["domain"]] += row["tasks"] if province_code in (None, row["province_code"]) else 0
    return list(tasks.items())


def _months(deadlines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    by_month: dict[date, list[dict[str, Any]]] = defaultdict(list)
    for deadline in deadlines:
        by_month[deadline["month"]].append(deadline)
    return [
        {"month": month, "tasks": len(tasks), "shown": tasks[:_DEADLINES_SHOWN]} for month, tasks in by_month.items()
    ]
