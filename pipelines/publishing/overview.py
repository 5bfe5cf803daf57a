"""What a release holds, in figures: the facts that the page and the first sheet of each workbook show."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipelines.publishing.labels import SEVERITY, value_of, word
from pipelines.publishing.query import querying, rows
from pipelines.text.normalise import fold

_CHANGES_SHOWN = 25
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


@dataclass(frozen=True, slots=True)
class PlanFindings:
    """What is wrong in one plan: `rules` hold a rule's findings each, severest first, with a few of their places."""

    province: str
    commune: str
    commune_code: str | None
    title: str | None
    source_file: str
    is_held: bool
    rules: list[dict[str, Any]]

    def count(self, *severities: str) -> int:
        return sum(rule["findings"] for rule in self.rules if rule["severity"] in severities)


@dataclass(frozen=True, slots=True)
class CommuneChanges:
    """What changed in one commune: `counts` by subject and change, and the first of the `records` that changed."""

    commune: str
    counts: Mapping[tuple[str, str], int]
    records: list[dict[str, Any]]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The figures of a release. The lists hold the rows of the queries of their kind."""

    provinces: tuple[Province, ...]
    missing: list[dict[str, Any]]
    plans: list[dict[str, Any]]
    held: list[dict[str, Any]]
    excluded: list[dict[str, Any]]
    domains: list[dict[str, Any]]
    severities: Mapping[str, int]
    findings: list[dict[str, Any]]
    plan_findings: list[PlanFindings]
    set_findings: list[dict[str, Any]]
    waived: list[dict[str, Any]]
    changes: list[CommuneChanges]
    months: list[dict[str, Any]]

    @property
    def findings_by_province(self) -> Mapping[str, list[PlanFindings]]:
        """The plans with findings of each province, in the order of the rows."""
        grouped: dict[str, list[PlanFindings]] = defaultdict(list)
        for plan in self.plan_findings:
            grouped[plan.province].append(plan)
        return grouped

    def open_findings(self, severity: str) -> int:
        """How many places in plans nobody has accepted."""
        return sum(plan.count(severity) for plan in self.plan_findings)

    def plans_with(self, severity: str) -> int:
        return sum(plan.count(severity) > 0 for plan in self.plan_findings)

    @property
    def missing_by_province(self) -> Mapping[str, list[str]]:
        """The communes without a plan, in the order of the rows (a template's grouping sorts by code point)."""
        return {
            province: [row["commune"] for row in missing]
            for province, missing in _grouped(self.missing, "province").items()
        }

    @property
    def plans_by_province(self) -> Mapping[str, list[dict[str, Any]]]:
        """The published plans, in the order of the rows."""
        return _grouped(self.plans, "province")

    @property
    def unplaced(self) -> list[dict[str, Any]]:
        """The held plans of no known commune, which no province's coverage can count."""
        return [plan for plan in self.held if plan["commune_code"] is None]

    @property
    def change_totals(self) -> Mapping[tuple[str, str], int]:
        """How many changes of each subject and kind, over all communes."""
        total: Counter[tuple[str, str]] = Counter()
        for commune in self.changes:
            total.update(commune.counts)
        return total

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
            missing=rows(connection, "missing_communes"),
            plans=rows(connection, "published_plans"),
            held=rows(connection, "held_plans"),
            excluded=rows(connection, "excluded_files"),
            domains=rows(connection, "domain_tasks"),
            severities=severities,
            findings=findings,
            plan_findings=_plan_findings(rows(connection, "commune_findings")),
            set_findings=rows(connection, "set_findings"),
            waived=rows(connection, "waived_findings"),
            changes=_commune_changes(rows(connection, "changes")),
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
    if overview.unplaced:
        coverage.append(("Ngoài ra: kế hoạch bị giữ lại, chưa rõ của xã nào (mọi tỉnh)", len(overview.unplaced)))
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


def _plan_findings(found: list[dict[str, Any]]) -> list[PlanFindings]:
    return [
        PlanFindings(
            province=rules[0]["province"],
            commune=rules[0]["commune"],
            commune_code=rules[0]["commune_code"],
            title=rules[0]["title"],
            source_file=rules[0]["source_file"],
            is_held=rules[0]["status"] == "held",
            rules=rules,
        )
        for rules in _grouped(found, "plan_id").values()
    ]


def _commune_changes(found: list[dict[str, Any]]) -> list[CommuneChanges]:
    communes = []
    for commune, changes in _grouped(found, "commune").items():
        records = _changed_records(changes)
        counts = Counter((record["subject"], record["change"]) for record in records)
        communes.append(CommuneChanges(commune, counts, records[:_CHANGES_SHOWN]))
    return communes


def _changed_records(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry a record, `fields` holding the label, the value before and the value after of each that changed."""
    records: dict[tuple[Any, ...], dict[str, Any]] = {}
    keys = ("subject", "change", "plan_id", "previous_plan_id", "record_id", "previous_record_id")
    for change in changes:
        record = records.setdefault(tuple(change[key] for key in keys), {**change, "fields": []})
        if field := change["field"]:
            before, after = (value_of(field, change[side]) for side in ("before_value", "after_value"))
            record["fields"].append((word("field", field), before, after))
    return list(records.values())


def _grouped(found: list[dict[str, Any]], key: str) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        grouped[row[key]].append(row)
    return grouped


def _months(deadlines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    by_month: dict[date, list[dict[str, Any]]] = defaultdict(list)
    for deadline in deadlines:
        by_month[deadline["month"]].append(deadline)
    return [
        {"month": month, "tasks": len(tasks), "shown": tasks[:_DEADLINES_SHOWN]} for month, tasks in by_month.items()
    ]
