"""Great Expectations at work: one suite a frame, run through a checkpoint on the frame as one batch."""

from __future__ import annotations

import logging
import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from quality.catalogue import BrokenRuleError, rows_in_scope
from quality.records import Frames
from quality.rule import ExpectationRule, Severity

if TYPE_CHECKING:
    from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext

_ROW = "frame_row"
_SITE = "candidate"
_GX_SEVERITY = {
    Severity.BLOCKING: "critical",
    Severity.HOLDING: "critical",
    Severity.WARNING: "warning",
    Severity.NOTE: "info",
}


@dataclass(frozen=True, slots=True)
class Validation:
    """The rows of the rule's frame (positions, ascending) that broke it, or the error that kept it from judging."""

    failing_rows: tuple[int, ...] = ()
    error: str | None = None


class Checkpoints:
    """Validates frames in one silent, in-memory Great Expectations context that can write Data Docs."""

    def __init__(self, data_docs_dir: Path | None = None) -> None:
        self._context = _silent_context()
        self._data_docs_dir = data_docs_dir
        self._source = self._context.data_sources.add_pandas("candidate")
        if data_docs_dir is not None:
            _add_site(self._context, data_docs_dir)

    def run(self, rules: Sequence[ExpectationRule], frames: Frames) -> dict[str, Validation]:
        """Each rule's validation, by rule code. Raises BrokenRuleError for arguments its expectation refuses."""
        by_frame: dict[str, list[ExpectationRule]] = defaultdict(list)
        for rule in rules:
            by_frame[rule.frame].append(rule)
        validations: dict[str, Validation] = {}
        for name, frame_rules in by_frame.items():
            validations |= self._run_suite(name, frame_rules, frames[name])
        return validations

    def build_data_docs(self) -> None:
        """Writes the pages of all validations run so far into the folder given at the start."""
        if self._data_docs_dir is not None:
            self._context.build_data_docs(site_names=[_SITE])

    def _run_suite(self, name: str, rules: Sequence[ExpectationRule], frame: pd.DataFrame) -> dict[str, Validation]:
        import great_expectations as gx

        suite = self._context.suites.add_or_update(gx.ExpectationSuite(name))
        suite.expectations = [_expectation(rule) for rule in rules]
        suite.save()
        definition = gx.ValidationDefinition(name=name, data=self._whole_frame(name), suite=suite)
        checkpoint = gx.Checkpoint(
            name=name,
            validation_definitions=[self._context.validation_definitions.add_or_update(definition)],
            result_format={"result_format": "COMPLETE", "unexpected_index_column_names": [_ROW]},
        )
        scopes = {_scope(rule): frame.index.isin(rows_in_scope(rule, frame).index) for rule in rules}
        numbered = frame.assign(**{_ROW: range(len(frame))}, **scopes)
        outcome = self._context.checkpoints.add_or_update(checkpoint).run(batch_parameters={"dataframe": numbered})
        results = [result for run in outcome.run_results.values() for result in run.results]
        return {_rule_code(result): _validation(result) for result in results}

    def _whole_frame(self, name: str) -> Any:
        if name in self._source.get_asset_names():
            return self._source.get_asset(name).get_batch_definition("whole")
        return self._source.add_dataframe_asset(name).add_batch_definition_whole_dataframe("whole")


def _silent_context() -> EphemeralDataContext:
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    context = gx.get_context(mode="ephemeral")
    context.enable_analytics(False)
    context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
    return context


def _add_site(context: EphemeralDataContext, folder: Path) -> None:
    context.add_data_docs_site(
        _SITE,
        {
            "class_name": "SiteBuilder",
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder)},
        },
    )


def _expectation(rule: ExpectationRule) -> Any:
    from great_expectations import expectations
    from great_expectations.expectations.row_conditions import Column

    kind = getattr(expectations, rule.check.expectation, None)
    if kind is None:
        raise BrokenRuleError(f"{rule.code}: Great Expectations không có {rule.check.expectation}")
    condition = Column(_scope(rule)) == True  # noqa: E712 - a condition is built, nothing is compared
    try:
        return kind(
            **rule.check.arguments,
            row_condition=None if rule.applies_when is None else condition,
            meta={"code": rule.code},
            notes=rule.statement,
            severity=_GX_SEVERITY[rule.severity],
        )
    except ValueError as error:
        raise BrokenRuleError(f"{rule.code}: {error}") from error


def _scope(rule: ExpectationRule) -> str:
    """The column that marks the rows the rule judges."""
    return f"in_scope_of_{rule.code}"


def _rule_code(result: Any) -> str:
    return str(result.expectation_config.meta["code"])


def _validation(result: Any) -> Validation:
    if not result.result and not result.success:
        return Validation(error=_error_message(result.exception_info))
    rows = result.result.get("unexpected_index_list") or []
    return Validation(failing_rows=tuple(sorted(int(row[_ROW]) for row in rows)))


def _error_message(exception_info: dict[str, Any]) -> str:
    nested = [info for info in exception_info.values() if isinstance(info, dict)] or [exception_info]
    return str(nested[0].get("exception_message") or "Great Expectations không trả kết quả")
