"""Stage 4: may this set be published, and which plans must stay out of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import dagster as dg

from pipelines.progress import report
from pipelines.publishing.withheld import write_withheld_page
from pipelines.resources import RunFolders
from pipelines.tables import markdown_table
from quality.configuration import load_configuration
from quality.gate import GateResult, run_gate

_CHECK = dg.AssetCheckSpec(
    "may_be_published",
    asset="quality_gate",
    blocking=True,
    description="No rule about the whole set is broken. When one is, nothing is published and the last release stays.",
)


def quality_gate_asset(candidate_marts: Iterable[dg.AssetKey]) -> dg.AssetsDefinition:
    @dg.asset(deps=list(candidate_marts), group_name="quality", kinds={"python"}, check_specs=[_CHECK])
    def quality_gate(folders: RunFolders) -> Iterator[dg.MaterializeResult[Any]]:
        """Every rule on every plan: broken rules become findings, some hold a plan back, some withhold the release."""
        report("Kiểm tra chất lượng", 0)
        configuration = load_configuration(Path(folders.quality_dir))
        result = run_gate(
            folders.warehouse.build_dir,
            configuration.rules,
            configuration.waivers,
            reference=configuration.reference,
        )
        if result.outcome == "withhold":
            write_withheld_page(folders.warehouse.build_dir, folders.warehouse.inventory)
        report("Kiểm tra chất lượng", 1, 1)
        check = dg.AssetCheckResult(
            check_name=_CHECK.name,
            passed=result.outcome == "publish",
            severity=dg.AssetCheckSeverity.ERROR,
            metadata={"withheld_because": "\n".join(result.withheld_because)},
        )
        yield dg.MaterializeResult(metadata=_metadata(result), check_results=[check])

    return quality_gate


def _metadata(result: GateResult) -> dict[str, Any]:
    rules = ((rule.code, rule.severity, rule.failed, rule.findings) for rule in result.rules if rule.findings)
    return {
        "plans": result.plans,
        "held": len(result.held),
        "findings": sum(result.findings_by_severity.values()),
        "seconds": result.seconds,
        "held_plans": dg.MetadataValue.md(
            markdown_table(("tệp", "lý do"), ((plan.source_file, plan.reason) for plan in result.held[:50]))
        ),
        "broken_rules": dg.MetadataValue.md(markdown_table(("quy tắc", "mức", "số kế hoạch", "số phát hiện"), rules)),
    }
