"""The rules of quality/rules, loaded and checked: a rule that is not well formed stops the run before anything else."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
from collections.abc import Sequence

import pandas as pd

from quality import rules as rules_package
from quality.frames import FRAMES
from quality.quoting import columns_added_to
from quality.records import Frames
from quality.rule import ExpectationRule, PlanRule, Rule, SetRule

_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")


class BrokenRuleError(Exception):
    """A rule's definition is wrong; the message names the rule's module and what is wrong with it."""


def load_catalogue() -> tuple[Rule, ...]:
    """Every rule of quality/rules, ordered by code. Raises BrokenRuleError."""
    rules = []
    for module_info in sorted(pkgutil.iter_modules(rules_package.__path__), key=lambda info: info.name):
        place = f"quality/rules/{module_info.name}.py"
        try:
            rule = importlib.import_module(f"{rules_package.__name__}.{module_info.name}").RULE
        except Exception as error:
            raise BrokenRuleError(f"{place}: không nạp được quy tắc: {error!r}") from error
        if not isinstance(rule, ExpectationRule | PlanRule | SetRule):
            raise BrokenRuleError(f"{place}: RULE phải là ExpectationRule, PlanRule hoặc SetRule")
        if rule.code.lower() != module_info.name:
            raise BrokenRuleError(f"{place}: mã {rule.code} không khớp tên tệp")
        rules.append(rule)
    check_definitions(rules)
    return tuple(rules)


def check_definitions(rules: Sequence[Rule]) -> None:
    """Raises BrokenRuleError for a rule without its texts, a code used twice or an unknown frame."""
    seen: set[str] = set()
    for rule in rules:
        if not _CODE.fullmatch(rule.code):
            raise BrokenRuleError(f"{rule.code!r}: mã quy tắc phải gồm các từ viết hoa nối bằng dấu gạch dưới")
        if rule.code in seen:
            raise BrokenRuleError(f"{rule.code}: mã quy tắc bị dùng hai lần")
        seen.add(rule.code)
        if not rule.statement.strip() or not rule.remedy.strip():
            raise BrokenRuleError(f"{rule.code}: thiếu nội dung quy tắc hoặc cách xử lý")
        if isinstance(rule, ExpectationRule) and rule.frame not in FRAMES:
            raise BrokenRuleError(f"{rule.code}: không có khung dữ liệu {rule.frame!r}")


def check_against_frames(rules: Sequence[Rule], frames: Frames) -> None:
    """Raises BrokenRuleError for a rule that names a column its frame lacks, or whose scope is no valid query."""
    for rule in rules:
        if not isinstance(rule, ExpectationRule):
            continue
        frame = frames[rule.frame]
        named = {
            *_columns_of_templates(rule),
            *(str(value) for name, value in rule.check.arguments.items() if name in {"column", "column_A", "column_B"}),
        }
        missing = sorted(named - set(frame.columns) - columns_added_to(rule))
        if missing:
            raise BrokenRuleError(f"{rule.code}: khung {rule.frame!r} không có cột {', '.join(missing)}")
        try:
            rows_in_scope(rule, frame.head(0))
        except Exception as error:
            raise BrokenRuleError(f"{rule.code}: điều kiện áp dụng không hợp lệ: {error}") from error


def rows_in_scope(rule: ExpectationRule, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of the rule's frame that it judges."""
    return frame if rule.applies_when is None else frame.query(rule.applies_when)


def _columns_of_templates(rule: ExpectationRule) -> set[str]:
    templates = (rule.finding, rule.evidence or "")
    return {name for template in templates for _, name, _, _ in string.Formatter().parse(template) if name}
