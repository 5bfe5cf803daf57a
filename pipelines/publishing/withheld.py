"""The page that says why a run published nothing, kept beside the build."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pipelines.invocation import DOCUMENTED
from pipelines.publishing.page import TEMPLATES, environment
from pipelines.tables import read_rows
from pipelines.warehouse import WITHHELD_PAGE
from quality.gate import FINDINGS_NAME, TIME_ZONE, GateResult


def write_withheld_page(build_dir: Path, inventory: Path, now: datetime | None = None) -> Path:
    """Writes the page of a build that the gate withheld, from its findings and the inventory of files."""
    findings = read_rows(build_dir / FINDINGS_NAME)
    html = (
        environment(TEMPLATES)
        .get_template("withheld.html.j2")
        .render(
            gate=GateResult.read(build_dir),
            blocking=[f for f in findings if f["severity"] == "blocking" and f["waived_by"] is None],
            quarantined=[row for row in read_rows(inventory) if row["status"] == "quarantined"],
            created_at=now or datetime.now(TIME_ZONE),
            command=DOCUMENTED,
        )
    )
    page = build_dir / WITHHELD_PAGE
    page.write_text(html, encoding="utf-8")
    return page
