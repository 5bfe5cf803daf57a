"""Clauses that set a number to reach: each holds exactly one target, with what it measures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipelines.parsing.counting_nouns import CLASSIFIERS, MEASURES
from pipelines.parsing.horizons import find_horizon, opening_horizon, strip_horizon
from pipelines.parsing.quantities import Quantity, find_quantities
from pipelines.parsing.sentences import Span, clause_bounds, goes_on, sentences, shares_subject, without_lead
from pipelines.parsing.target_evidence import is_target


@dataclass(frozen=True, slots=True)
class Clause:
    """One quantified target: `text` verbatim without linking words and closing full stop, `indicator` what is measured.

    `comparator`, `value` and `unit` as printed (see `Quantity`); `horizon` the words that limit the period, or None.
    """

    text: str
    indicator: str
    comparator: str | None
    value: str
    unit: str | None
    horizon: str | None


_TRAILING = re.compile(r"(?:,|\bvà|\(|,?\s*trong (?:số )?đó)[\s,:]*$")
# What only explains or grounds the measure, at its end.
_EXPLANATION = re.compile(
    r"(?:\s+theo (?:đúng )?quy định (?:tại|của) (?:Luật|Nghị|Thông|Quyết)"
    r"|, (?:phục vụ|góp phần|nhằm|đáp ứng|bảo đảm|đảm bảo) ).*$"
)
# '... từ 62% lên' in front of the new value.
_OLD_VALUE = re.compile(
    r"\s*từ(?: mức)? [\d.,]+\s*%?[^%]{0,30}?(?<!trở )\b(?:lên|xuống|thành|sang)(?: đến| còn| mức)?\s*$", re.IGNORECASE
)
_GOAL_AT_END = re.compile(
    r"^\s*có\s*$|(?:^|[\s,])(?:phấn đấu|đảm bảo|bảo đảm|tiếp tục hoàn thành)"
    r"(?:\s+(?:đạt|có|cho|để|từ|ít nhất|t[ỷỉ] lệ))*\s*$",
    re.IGNORECASE,
)
_REACH = re.compile(
    r"[\s,:(]*(?:(?:phấn đấu |phải |cần )?(?:đạt|chiếm|là|còn|giảm (?:còn|xuống)|xuống(?: còn)?|lên(?: đến)?|ở mức|với)"
    r"(?: (?:được|mức|t[ỷỉ] lệ|từ|khoảng))*|t[ỷỉ] lệ|theo t[ỷỉ] lệ|phấn đấu|đảm bảo|bảo đảm)?[\s,:(]*$",
    re.IGNORECASE,
)
_OPENING_AIM = re.compile(
    r"^(?:phấn đấu|đảm bảo|bảo đảm|tiếp tục|thực hiện|tổ chức|đạt|duy trì)\s+(?:để\s+)?(?=\S)", re.IGNORECASE
)
_COMPARING_WORDS = re.compile(r"\s*\(?\b(?:trở lên|trở xuống|hoặc cao hơn|hoặc hơn)\b\)?")


def find_clauses(text: str, *, first_year: int | None = None) -> list[Clause]:
    """Every quantified target of a provision or task cell, in order.

    `first_year` of the plan tells a result of an earlier year, which is no target.
    """
    clauses: list[Clause] = []
    is_open = False
    shared_horizon: str | None = None
    for span in sentences(text):
        sentence = text[span.start : span.end]
        if not text[: span.start].rstrip().endswith(";"):
            shared_horizon = None
        shared_horizon = opening_horizon(sentence) or shared_horizon
        found = _accepted(sentence, first_year)
        if not found:
            is_open = is_open and goes_on(text, span)
            if is_open:
                clauses[-1] = _extended(clauses[-1], text, span)
            continue
        bounds = clause_bounds(sentence, found)
        for i, quantity in enumerate(found):
            clause = _clause(sentence, bounds[i], bounds[i + 1], quantity, shared_horizon)
            if not clause.indicator:  # 'năm 2027 đạt 80%' goes on about what the clause before it measures
                clause = replace(clause, indicator=clauses[-1].indicator if clauses and i else clause.text)
            clauses.append(clause)
        is_open = bool(sentence[found[-1].end :].strip(" .,;"))
    return clauses


def _accepted(sentence: str, first_year: int | None) -> list[Quantity]:
    accepted: list[Quantity] = []
    for quantity in find_quantities(sentence):
        previous = accepted[-1] if accepted else None
        if previous is not None and shares_subject(sentence, previous, quantity):
            continue
        if is_target(sentence, quantity, previous, first_year):
            accepted.append(quantity)
    return accepted


def _extended(clause: Clause, text: str, span: Span) -> Clause:
    tail = text[span.start : span.end].strip().rstrip(".").rstrip()
    return replace(clause, text=f"{clause.text}; {tail}", indicator=f"{clause.indicator}; {tail}")


def _clause(sentence: str, start: int, end: int, quantity: Quantity, shared_horizon: str | None) -> Clause:
    clause = _clause_from(sentence, without_lead(sentence, start, quantity.start), end, quantity, shared_horizon)
    if clause.indicator:
        return clause
    # 'Hồ sơ đúng hạn: ≥ 99%': what looks like a label is all that says what is measured
    start += len(sentence[start:]) - len(sentence[start:].lstrip(" ,;:.-+*•"))
    return _clause_from(sentence, min(start, quantity.start), end, quantity, shared_horizon)


def _clause_from(sentence: str, start: int, end: int, quantity: Quantity, shared_horizon: str | None) -> Clause:
    text = sentence[start:end]
    stripped = text.rstrip(' .,;:("”')
    stripped = _TRAILING.sub("", stripped).rstrip(" .,;:")
    if stripped.count(")") > stripped.count("("):
        stripped = stripped.rstrip(")").rstrip(" .")
    before = sentence[start : quantity.start].strip()
    after = _behind_value(stripped[max(quantity.value_end - start, 0) :], quantity)
    if before.endswith("("):
        before, after = before[:-1].rstrip(), ""
    horizon = find_horizon(stripped) or shared_horizon
    indicator = _indicator(before, after, horizon)
    return Clause(stripped, indicator, quantity.comparator_text, quantity.value_text, quantity.unit_text, horizon)


def _behind_value(text: str, quantity: Quantity) -> str:
    """What follows a value, without the words that compare it and the noun that only counts it."""
    behind = re.sub(r"^\s*\([^)]*\)\s*(?=\w)", "", text) if not quantity.is_percent else text
    unit = quantity.unit_text or ""
    rest = behind.strip()[len(unit) :] if not quantity.is_percent and behind.strip().startswith(unit) else behind
    noun = unit.casefold().partition("/")[0]
    if noun in MEASURES or (noun in CLASSIFIERS and rest.strip()):
        behind = rest
    return _COMPARING_WORDS.sub("", behind, count=1).strip()


def _indicator(before: str, after: str, horizon: str | None) -> str:
    after = after.strip(" ,.;:()" if after.count("(") != after.count(")") else " ,.;:")
    subject = _REACH.sub("", _OLD_VALUE.sub("", before))
    if after and (_GOAL_AT_END.search(before) or not subject):
        indicator = after
    else:
        subject = _OPENING_AIM.sub("", subject) or subject
        indicator = f"{subject} {after}".strip() if after else subject
    indicator = _EXPLANATION.sub("", indicator)
    return _REACH.sub("", strip_horizon(indicator, horizon)).strip(' ,.;:-+"“”')
