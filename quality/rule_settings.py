"""What analysts change of the rules: whether one applies, how severe it is, and its numeric thresholds."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from quality.analyst_file import Line, read_lines
from quality.integrity import INTEGRITY_RULES
from quality.numbers import number
from quality.rule import ExpectationRule, Level, PlanRule, Rule, SetRule, Severity

COLUMNS = ("ma_quy_tac", "ap_dung", "muc_do", "tham_so", "gia_tri", "ghi_chu")
YES = frozenset({"", "có", "co", "x", "1"})
NO = frozenset({"không", "khong", "0"})
SEVERITIES = {
    "chặn phát hành": Severity.BLOCKING,
    "giữ lại kế hoạch": Severity.HOLDING,
    "cần sửa": Severity.WARNING,
    "lưu ý": Severity.NOTE,
    **{severity.value: severity for severity in Severity},
}


def thresholds_of(rule: Rule) -> dict[str, float]:
    """The numbers of `rule` that may be set, by name: an expectation's numeric arguments, or the keyword-only
    parameters of a check that is a function."""
    if isinstance(rule, ExpectationRule):
        given = dict(rule.check.arguments)
    elif isinstance(rule, PlanRule | SetRule):
        parameters = inspect.signature(rule.check).parameters.values()
        given = {each.name: each.default for each in parameters if each.kind is each.KEYWORD_ONLY}
    else:
        return {}
    return {name: value for name, value in given.items() if _is_number(value)}


def configured(rules: Sequence[Rule], file: Path) -> tuple[Rule, ...]:
    """`rules` as `file` sets them, without those it turns off. Raises BrokenFileError."""
    by_code = {rule.code: rule for rule in rules}
    off: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for line in read_lines(file, COLUMNS):
        code = line["ma_quy_tac"]
        if code not in by_code:
            raise line.fault(f"không có quy tắc nào mang mã “{code}”. Danh sách mã: docs/rules.md.")
        if (code, line["tham_so"]) in seen:
            raise line.fault(f"quy tắc {code} đã có một dòng như vậy ở trên. Hãy gộp thành một dòng.")
        seen.add((code, line["tham_so"]))
        if not _applies(line):
            off.add(code)
        changed = _with_threshold(_with_severity(by_code[code], line), line)
        if code in INTEGRITY_RULES and (code in off or changed.severity is not by_code[code].severity):
            raise line.fault(f"không tắt hoặc đổi mức được quy tắc {code}: bỏ qua thì số liệu cộng sai.")
        by_code[code] = changed
    return tuple(rule for code, rule in by_code.items() if code not in off)


def _applies(line: Line) -> bool:
    word = line["ap_dung"].lower()
    if word not in YES | NO:
        raise line.fault(f"cột ap_dung ghi “{line['ap_dung']}”; chỉ ghi “có” hoặc “không”.")
    return word in YES


def _with_severity(rule: Rule, line: Line) -> Rule:
    word = line["muc_do"].lower()
    if not word:
        return rule
    if word not in SEVERITIES:
        raise line.fault(f"cột muc_do ghi “{line['muc_do']}”; chỉ ghi: {', '.join(list(SEVERITIES)[:4])}.")
    severity = SEVERITIES[word]
    if severity is Severity.HOLDING and rule.level is Level.SET:
        raise line.fault(f"quy tắc {rule.code} xét toàn bộ dữ liệu nên không giữ lại riêng kế hoạch nào được.")
    return replace(rule, severity=severity)


def _with_threshold(rule: Rule, line: Line) -> Rule:
    name, text = line["tham_so"], line["gia_tri"]
    if not name and not text:
        return rule
    known = thresholds_of(rule)
    if name not in known:
        choice = f"ngưỡng đổi được: {', '.join(known)}" if known else "quy tắc này không có ngưỡng"
        raise line.fault(f"quy tắc {rule.code} không có ngưỡng “{name}” ({choice}).")
    value = number(line, "gia_tri")
    if name == "mostly" and not 0 <= value <= 1:
        raise line.fault(f"cột gia_tri ghi “{text}”; “mostly” là một tỷ lệ từ 0 đến 1.")
    if isinstance(rule, ExpectationRule):
        arguments = {**rule.check.arguments, name: value}
        return replace(rule, check=replace(rule.check, arguments=arguments))
    assert isinstance(rule, PlanRule | SetRule)
    return replace(rule, check=partial(rule.check, **{name: value}))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
