"""Small candidate databases as the dbt project leaves them, for the tests of the gate and of publishing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

SCHEMA = """
create schema candidate;
create table candidate.dim_province (province_code varchar, name varchar);
create table candidate.dim_commune (commune_code varchar, name varchar, commune_type varchar, province_code varchar);
create table candidate.dim_domain (domain_code integer, name varchar);
create table candidate.dim_unit (unit_code varchar, name varchar, unit_kind varchar);
create table candidate.dim_indicator (
    indicator_code varchar, name varchar, unit_of_measure varchar, direction varchar, domain_code integer);
create table candidate.plan_candidate (
    plan_id varchar, commune_code varchar, title varchar, plan_kind varchar, period_start date, period_end date,
    document_number varchar, issued_on date, signer_name varchar, signer_title varchar, declared_task_total integer,
    source_file varchar, source_sha256 varchar, supersedes_plan_id varchar, superseded_by_plan_id varchar,
    document_number_text varchar, issued_on_text varchar);
create table candidate.fct_task (
    task_id varchar, plan_id varchar, sequence integer, source_kind varchar, domain_code integer, group_label varchar,
    printed_number varchar, parent_task_id varchar, task_text varchar, objective_text varchar, activity_text varchar,
    output_text varchar, lead_text varchar, coordinating_text varchar, deadline_text varchar, budget_text varchar,
    due_kind varchar, due_start date, due_end date, is_contingent boolean, source_page integer, source_bbox varchar,
    confidence double);
create table candidate.bridge_task_unit (
    task_id varchar, unit_code varchar, role varchar, matched_text varchar, match_method varchar, match_score double);
create table candidate.fct_kpi_target (
    kpi_id varchar, plan_id varchar, sequence integer, source_kind varchar, domain_code integer, indicator_code varchar,
    indicator_text varchar, source_text varchar, comparator varchar, target_value double, target_value_high double,
    unit_of_measure varchar, period_start date, period_end date, responsible_text varchar, source_ref varchar,
    source_page integer, confidence double);
create table candidate.fct_provision (
    provision_id varchar, plan_id varchar, sequence integer, section_path varchar, heading varchar, marker varchar,
    domain_code integer, provision_kind varchar, unit_code varchar, provision_text varchar, source_page integer,
    confidence double);
create table candidate.fct_citation (
    plan_id varchar, document_kind varchar, document_number varchar, document_date date, issuer varchar);
create schema staging;
create table staging.stg_verbatim__plan_header (
    plan_id varchar, document_kind_text varchar, signing_authority_text varchar, confidence double,
    letterhead_number_text varchar, has_decision boolean);
create table staging.stg_verbatim__preamble (
    plan_id varchar, sequence integer, preamble_text varchar, source_page integer);
create table staging.stg_verbatim__place_mention (
    plan_id varchar, place_kind varchar, name_text varchar, context varchar);
create table staging.stg_verbatim__annex (
    plan_id varchar, sequence integer, annex_kind varchar, title varchar, caption varchar, source_page integer);
create table staging.stg_verbatim__task_row (task_id varchar, annex_sequence integer);
create table staging.stg_verbatim__provision (
    provision_id varchar, plan_id varchar, sequence integer, marker_path varchar[], heading_path varchar[],
    marker varchar, provision_text varchar, is_closing boolean, source_page integer);
create table staging.stg_verbatim__citation (
    plan_id varchar, sequence integer, kind_text varchar, number_text varchar, document_number varchar,
    date_text varchar, issuer_text varchar, source_page integer);
create table staging.stg_verbatim__note (
    plan_id varchar, sequence integer, kind varchar, message varchar, evidence varchar, source_page integer);
"""

# What staging would hold of the records that the candidate has.
STAGED = """
insert into staging.stg_verbatim__task_row select task_id, 1 from candidate.fct_task;
insert into staging.stg_verbatim__plan_header
    select plan_id, 'Kế hoạch', 'TM. ỦY BAN NHÂN DÂN', 1.0, document_number, false from candidate.plan_candidate p
    where plan_id not in (select plan_id from staging.stg_verbatim__plan_header);
insert into staging.stg_verbatim__provision
    select
        provision_id, plan_id, sequence, string_split(coalesce(section_path, ''), ' > '),
        list_transform(string_split(coalesce(section_path, ''), ' > '), lambda m: coalesce(heading, 'Mục ' || m)),
        marker, provision_text, false, source_page
    from candidate.fct_provision;
"""

DIMENSIONS = """
insert into candidate.dim_province values ('44', 'Tỉnh Quảng Trị'), ('91', 'Tỉnh An Giang');
insert into candidate.dim_commune values
    ('19363', 'Vĩnh Linh', 'xã', '44'), ('19414', 'Cửa Tùng', 'xã', '44'), ('31069', 'Vĩnh Thuận', 'xã', '91');
insert into candidate.dim_domain values
    (1, 'Chỉ đạo, điều hành'), (2, 'Cải cách thể chế'), (3, 'Cải cách thủ tục hành chính');
insert into candidate.dim_unit values
    ('VP', 'Văn phòng HĐND và UBND', 'unit'), ('VHXH', 'Phòng Văn hóa - Xã hội', 'unit'), ('OTHER', 'Khác', 'other');
insert into candidate.dim_indicator values
    ('TTHC_DUNG_HAN', 'Hồ sơ giải quyết đúng hạn', '%', 'higher', 3),
    ('FILES_ON_TIME', 'Hồ sơ đúng hạn', '%', 'higher', 3), ('LATE_FILES', 'Hồ sơ quá hạn', '%', 'lower', 3);
"""

# What dbt's second pass makes of the candidate and of the gate's verdicts.
SECOND_PASS = """
create table main.dim_plan as
    select p.*, case when v.verdict = 'hold' then 'held' else 'published' end as status
    from candidate.plan_candidate p join read_parquet('{build_dir}/plan_verdict.parquet') v using (plan_id);
create table main.fct_finding as from read_parquet('{build_dir}/finding.parquet');
create table main.fct_document as
    select source_file, source_sha256, status, null::varchar as reason, plan_id, 3 as pages, 'pdf 1' as reader,
        0.25::double as read_seconds
    from main.dim_plan
    union all by name select * from quarantined;
create table main.mart_coverage as
    select province_code, count(*) as communes from candidate.dim_commune group by province_code;
"""


@dataclass
class Candidate:
    """Rows by candidate table; `build` writes them as <build_dir>/cchc.duckdb."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    quarantined: list[dict[str, Any]] = field(default_factory=list)

    def add(self, table: str, **values: Any) -> dict[str, Any]:
        self.rows.setdefault(table, []).append(values)
        return values

    def plan(self, plan_id: str = "p1", **changes: Any) -> dict[str, Any]:
        values: dict[str, Any] = {
            "plan_id": plan_id,
            "commune_code": "19363",
            "title": "Cải cách hành chính năm 2026",
            "plan_kind": "annual",
            "period_start": date(2026, 1, 1),
            "period_end": date(2026, 12, 31),
            "document_number": "12/KH-UBND",
            "issued_on": date(2026, 1, 5),
            "signer_name": "Trần Văn Mẫu",
            "signer_title": "CHỦ TỊCH",
            "source_file": f"quang-tri/{plan_id}.pdf",
            "source_sha256": plan_id.ljust(64, "0"),
        }
        return self.add("plan_candidate", **{**values, **changes})

    def task(self, sequence: int = 1, plan_id: str = "p1", **changes: Any) -> dict[str, Any]:
        values: dict[str, Any] = {
            "task_id": f"{plan_id}-t{sequence}",
            "plan_id": plan_id,
            "sequence": sequence,
            "source_kind": "annex",
            "domain_code": 1,
            "printed_number": str(sequence),
            "task_text": f"Rà soát danh mục công việc thứ {sequence}",
            "output_text": "Báo cáo",
            "lead_text": "Văn phòng HĐND và UBND xã",
            "deadline_text": "Tháng 6/2026",
            "due_kind": "month",
            "due_start": date(2026, 6, 1),
            "due_end": date(2026, 6, 30),
            "is_contingent": False,
            "source_page": 2,
            "confidence": 1.0,
        }
        values |= changes
        return self.add("fct_task", **values)

    def unit(self, task_id: str = "p1-t1", **changes: Any) -> dict[str, Any]:
        values = {"task_id": task_id, "unit_code": "VP", "role": "lead", "matched_text": "Văn phòng HĐND và UBND xã"}
        return self.add("bridge_task_unit", **{**values, "match_method": "alias", "match_score": 1.0, **changes})

    def target(self, sequence: int = 1, plan_id: str = "p1", **changes: Any) -> dict[str, Any]:
        values: dict[str, Any] = {
            "kpi_id": f"{plan_id}-k{sequence}",
            "plan_id": plan_id,
            "sequence": sequence,
            "source_kind": "narrative",
            "domain_code": 3,
            "indicator_text": "hồ sơ giải quyết đúng hạn",
            "source_text": "Tối thiểu 98% hồ sơ giải quyết đúng hạn",
            "comparator": ">=",
            "target_value": 98.0,
            "unit_of_measure": "%",
            "period_start": date(2026, 1, 1),
            "period_end": date(2026, 12, 31),
            "source_ref": "I.2",
            "source_page": 1,
            "confidence": 1.0,
        }
        return self.add("fct_kpi_target", **{**values, **changes})

    def provision(self, sequence: int = 2, plan_id: str = "p1", **changes: Any) -> dict[str, Any]:
        values: dict[str, Any] = {
            "provision_id": f"{plan_id}-v{sequence}",
            "plan_id": plan_id,
            "sequence": sequence,
            "section_path": "I",
            "heading": "Nhiệm vụ",
            "marker": "-",
            "provision_kind": "task",
            "provision_text": f"Nội dung công việc thứ {sequence} của kế hoạch.",
            "source_page": 1,
            "confidence": 1.0,
        }
        return self.add("fct_provision", **{**values, **changes})

    def citation(self, sequence: int = 1, plan_id: str = "p1", **changes: Any) -> dict[str, Any]:
        """A mention of a cited document."""
        values: dict[str, Any] = {
            "plan_id": plan_id,
            "sequence": sequence,
            "kind_text": "Nghị quyết",
            "number_text": "76/NQ-CP",
            "document_number": "76/NQ-CP",
            "date_text": "15/7/2021",
            "issuer_text": "Chính phủ",
            "source_page": 1,
        }
        return self.add("staging.stg_verbatim__citation", **{**values, **changes})

    def annex(self, sequence: int = 1, plan_id: str = "p1", **changes: Any) -> dict[str, Any]:
        values: dict[str, Any] = {
            "plan_id": plan_id,
            "sequence": sequence,
            "annex_kind": "task",
            "title": "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
            "caption": "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của UBND xã)",
            "source_page": 2,
        }
        return self.add("staging.stg_verbatim__annex", **{**values, **changes})

    def note(self, kind: str, plan_id: str = "p1") -> dict[str, Any]:
        return self.add("staging.stg_verbatim__note", plan_id=plan_id, sequence=1, kind=kind, message="…")

    def quarantine(self, source_file: str, reason: str) -> None:
        self.quarantined.append(
            {"source_file": source_file, "source_sha256": "f" * 64, "status": "quarantined", "reason": reason}
        )

    def build(self, build_dir: Path) -> Path:
        """Writes the database and returns `build_dir`."""
        build_dir.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(str(build_dir / "cchc.duckdb")) as connection:
            connection.begin()
            connection.execute(SCHEMA + DIMENSIONS)
            for table, rows in self.rows.items():
                for row in rows:
                    marks = ", ".join("?" * len(row))
                    place = table if "." in table else f"candidate.{table}"
                    statement = f"insert into {place} ({', '.join(row)}) values ({marks})"
                    connection.execute(statement, list(row.values()))
            connection.execute(STAGED)
            connection.commit()
        return build_dir

    def second_pass(self, build_dir: Path) -> None:
        """Adds the tables of schema main that dbt builds after the gate."""
        with duckdb.connect(str(build_dir / "cchc.duckdb")) as connection:
            connection.execute(
                "create temp table quarantined (source_file varchar, source_sha256 varchar, status varchar, reason varchar)"
            )
            for row in self.quarantined:
                connection.execute("insert into quarantined values (?, ?, ?, ?)", list(row.values()))
            connection.execute(SECOND_PASS.format(build_dir=build_dir))

    def publish(self, build_dir: Path) -> None:
        """Adds the tables of schema main that a release has of the candidate's records."""
        with duckdb.connect(str(build_dir / "cchc.duckdb")) as connection:
            for table in ("fct_task", "fct_kpi_target"):
                connection.execute(f"create table if not exists main.{table} as from candidate.{table}")


def sound_candidate() -> Candidate:
    """Two communes' plans that break no rule."""
    candidate = Candidate()
    for plan_id, commune_code in (("p1", "19363"), ("p2", "31069")):
        candidate.plan(plan_id, commune_code=commune_code)
        for sequence in (1, 2, 3):
            candidate.task(sequence, plan_id)
            candidate.unit(f"{plan_id}-t{sequence}")
        candidate.target(1, plan_id)
        candidate.provision(1, plan_id)
        candidate.add("fct_citation", plan_id=plan_id, document_kind="Nghị quyết", document_number="76/NQ-CP")
    return candidate
