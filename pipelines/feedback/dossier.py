"""All that a release knows of each commune's papers, gathered for its sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from pipelines.feedback.folder_names import FolderNames, slug
from pipelines.publishing.manifest import read_manifest
from pipelines.publishing.query import querying, rows

_QUERIES = Path(__file__).with_name("queries")
UNKNOWN = "Chưa rõ xã"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RuleFindings:
    """The findings of one rule on one plan. `statement` and `source` are empty for a rule the manifest lacks."""

    severity: str
    statement: str
    source: str
    remedy: str
    findings: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """One plan in force: its row of dim_plan, what was understood, and the findings on it."""

    plan: Row
    domains: list[Row]
    tasks: list[Row]
    targets: list[Row]
    units: list[Row]
    findings: list[Row]
    rules: Mapping[str, Row]

    @property
    def has_pages(self) -> bool:
        """Whether its file has pages; Word and plain text have none."""
        return bool(self.plan["has_pages"])

    @property
    def to_mend(self) -> list[Row]:
        return [finding for finding in self.findings if finding["waived_by"] is None]

    @property
    def waived(self) -> list[Row]:
        return [finding for finding in self.findings if finding["waived_by"] is not None]

    @property
    def by_rule(self) -> list[RuleFindings]:
        """What is to be mended, severest rules first."""
        return list(self._by_rule())

    def _by_rule(self) -> Iterator[RuleFindings]:
        for (severity, code), found in groupby(self.to_mend, lambda f: (f["severity"], f["rule_code"])):
            findings = tuple(found)
            rule = self.rules.get(code, {})
            source = str(rule.get("source") or "")
            yield RuleFindings(severity, rule.get("statement", ""), source, findings[0]["remedy"], findings)


@dataclass(slots=True)
class Dossier:
    """One commune's papers; `commune_code` is None where plan and folder leave it open."""

    commune_code: str | None
    commune: str
    province_code: str | None
    province: str
    name: str
    documents: list[Row] = field(default_factory=list)
    plans: list[PlanSheet] = field(default_factory=list)

    @property
    def held(self) -> int:
        return sum(sheet.plan["status"] == "held" for sheet in self.plans)

    @property
    def unread(self) -> int:
        return sum(document["status"] == "quarantined" for document in self.documents)

    @property
    def to_mend(self) -> int:
        return sum(f["severity"] != "note" for sheet in self.plans for f in sheet.to_mend)

    @property
    def notes(self) -> int:
        return sum(f["severity"] == "note" for sheet in self.plans for f in sheet.to_mend)

    @property
    def state(self) -> str:
        """In a few words, how this commune stands."""
        if self.held:
            return "Kế hoạch bị giữ lại, chưa tính vào số liệu"
        if not self.plans:
            return "Tệp gửi đến không dùng được"
        if self.unread:
            return "Đã phát hành; có tệp không dùng được"
        return "Đã phát hành" if not self.to_mend else "Đã phát hành, còn chỗ phải sửa"


@dataclass(frozen=True, slots=True)
class Feedback:
    """The sheets to write, the communes of the same provinces that sent nothing, and the files of no known commune."""

    release_id: str
    created_at: str
    dossiers: list[Dossier]
    silent: list[Row]
    unplaced: list[Row]

    @property
    def by_province(self) -> dict[str, list[Dossier]]:
        """The sheets of each province, in their order; those without commune last."""
        grouped: dict[str, list[Dossier]] = defaultdict(list)
        for dossier in self.dossiers:
            grouped[dossier.province].append(dossier)
        return grouped


def read_feedback(release_dir: Path, province_codes: Collection[str] = ()) -> Feedback:
    """What the release in `release_dir` has to tell the communes of the provinces (none: of all provinces).

    Raises FileNotFoundError without manifest, duckdb.Error for a release of another make.
    """
    manifest = read_manifest(release_dir)
    with querying(release_dir / "cchc.duckdb") as connection:
        connection.execute((_QUERIES / "views.sql").read_text(encoding="utf-8"))
        reader = _Reader(connection, {rule["code"]: rule for rule in manifest["gate"]["rules"]})
        dossiers, unplaced = reader.dossiers()
    wanted = [d for d in dossiers if not province_codes or d.province_code in province_codes]
    heard = {dossier.commune_code for dossier in wanted}
    provinces = {dossier.province_code for dossier in wanted if dossier.commune_code} or set(province_codes)
    return Feedback(
        release_id=manifest["release_id"],
        created_at=manifest["created_at"],
        dossiers=wanted,
        silent=[
            commune
            for commune in reader.communes
            if commune["province_code"] in provinces and commune["commune_code"] not in heard
        ],
        unplaced=[d for d in unplaced if not province_codes or d["province_code"] in {None, *province_codes}],
    )


class _Reader:
    """Rows of one release, gathered by plan and by commune."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, rules: Mapping[str, Row]) -> None:
        self._rules = rules
        self.communes = rows(connection, "communes", _QUERIES)
        self._folders = FolderNames(self.communes)
        self._plans = rows(connection, "plans", _QUERIES)
        self._documents = rows(connection, "documents", _QUERIES)
        names = ("domains", "tasks", "targets", "units", "findings")
        self._of_plan = {name: _by_plan(rows(connection, name, _QUERIES)) for name in names}

    def dossiers(self) -> tuple[list[Dossier], list[Row]]:
        """One dossier a commune in order of province and name, then those of plans without commune; and the files
        that are no plan and name no commune."""
        by_code: dict[str, Dossier] = {}
        open_plans: dict[str, Dossier] = {}
        owners: dict[str, Dossier] = {}
        for plan in self._plans:
            code = plan["commune_code"] or self._folders.commune_of(plan["source_file"])
            if code is None:
                owner = open_plans[plan["plan_id"]] = self._without_commune(plan)
            else:
                owner = by_code.setdefault(code, self._of_commune(code))
            owners[plan["plan_id"]] = owner
            if plan["status"] != "superseded":
                owner.plans.append(self._sheet(plan))
        unplaced = []
        for document in self._documents:
            code = self._folders.commune_of(document["source_file"])
            if document["plan_id"] in owners:
                owners[document["plan_id"]].documents.append(document)
            elif document["status"] != "quarantined":
                continue
            elif code is not None:
                by_code.setdefault(code, self._of_commune(code)).documents.append(document)
            else:
                unplaced.append({**document, "province_code": self._folders.province_of(document["source_file"])})
        order = {commune["commune_code"]: rank for rank, commune in enumerate(self.communes)}
        known = sorted(by_code.values(), key=lambda dossier: order[dossier.commune_code or ""])
        return [*known, *open_plans.values()], unplaced

    def _sheet(self, plan: Row) -> PlanSheet:
        parts = {name: by_plan.get(plan["plan_id"], []) for name, by_plan in self._of_plan.items()}
        return PlanSheet(plan=plan, rules=self._rules, **parts)

    def _of_commune(self, code: str) -> Dossier:
        commune = next(commune for commune in self.communes if commune["commune_code"] == code)
        name = f"phieu-{slug(commune['commune'])}-{code}"
        return Dossier(code, commune["commune"], commune["province_code"], commune["province"], name)

    def _without_commune(self, plan: Row) -> Dossier:
        code = self._folders.province_of(plan["source_file"])
        province = next((c["province"] for c in self.communes if c["province_code"] == code), "Chưa rõ tỉnh")
        return Dossier(None, UNKNOWN, code, province, f"phieu-chua-ro-xa-{plan['plan_id']}")


def _by_plan(found: list[Row]) -> dict[str, list[Row]]:
    by_plan: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        by_plan[row["plan_id"]].append(row)
    return by_plan
