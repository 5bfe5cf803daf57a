"""What a run or a release comes to, in figures and lists for people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.cli.console import entries, listing, out
from pipelines.tables import OFFLINE, read_rows
from pipelines.warehouse import Warehouse

_PUBLISHED = """
    SELECT v.name, count(*), sum((SELECT count(*) FROM fct_task t WHERE t.plan_id = p.plan_id)),
        sum((SELECT count(*) FROM fct_kpi_target k WHERE k.plan_id = p.plan_id))
    FROM dim_plan p LEFT JOIN dim_commune USING (commune_code) LEFT JOIN dim_province v USING (province_code)
    WHERE p.status = 'published' GROUP BY v.name ORDER BY v.name COLLATE vi
"""
_NOT_PUBLISHED = "SELECT source_file, status, reason FROM fct_document WHERE status <> 'published' ORDER BY source_file"


@dataclass(frozen=True, slots=True)
class Summary:
    """`published`: province, plans, tasks, targets. The others: file and reason."""

    published: list[tuple[object, ...]]
    held: list[tuple[str, ...]]
    quarantined: list[tuple[str, ...]]
    others: list[tuple[str, ...]]

    @classmethod
    def of_release(cls, database: Path) -> Summary:
        with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
            published = connection.execute(_PUBLISHED).fetchall()
            rest = connection.execute(_NOT_PUBLISHED).fetchall()
        by_status: dict[str, list[tuple[str, ...]]] = {"held": [], "quarantined": []}
        others: list[tuple[str, ...]] = []
        for source_file, status, reason in rest:
            if status in by_status:
                by_status[status].append((source_file, reason))
            else:
                others.append((source_file, _STATUS_LABELS.get(status, status), reason))
        return cls(published, by_status["held"], by_status["quarantined"], others)

    @classmethod
    def of_build(cls, warehouse: Warehouse) -> Summary:
        """Of a build the gate refused."""
        from quality.gate import GateResult  # imports pandas: slow, and of no use to a release

        gate = GateResult.read(warehouse.build_dir)
        inventory = read_rows(warehouse.inventory)
        return cls(
            published=[],
            held=[(plan.source_file, plan.reason) for plan in gate.held],
            quarantined=[(row["source_file"], row["reason"]) for row in inventory if row["status"] == "quarantined"],
            others=[],
        )

    def print(self) -> None:
        listing("Đã phát hành, theo tỉnh", ("Tỉnh", "Kế hoạch", "Nhiệm vụ", "Chỉ tiêu"), self.published)
        entries("Giữ lại, chưa phát hành", self.held)
        entries("Loại ra", self.quarantined)
        entries("Tệp khác", self.others)

    @property
    def headline(self) -> str:
        plans = sum(int(str(row[1])) for row in self.published)
        return f"{plans} kế hoạch phát hành, {len(self.held)} giữ lại, {len(self.quarantined)} tệp loại ra"


_STATUS_LABELS = {
    "superseded": "đã có kế hoạch thay thế",
    "duplicate": "bản sao",
    "copy": "bản sao",
    "out_of_scope": "ngoài phạm vi phát hành",
}


def print_location(current_dir: Path) -> None:
    """Where the release's files are, one a line."""
    out.print(f"Bản phát hành: [bold]{current_dir}[/]")
    for path in sorted(current_dir.iterdir()):
        if path.is_file():
            out.print(f"  {path.name}")
