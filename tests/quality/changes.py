"""Changes to the first plan of a sound candidate: the cases of the rules' tables are made of these."""

from __future__ import annotations

from collections.abc import Callable

from tests.candidates import Candidate

Change = Callable[[Candidate], object]


def plan(**values: object) -> Change:
    return lambda c: c.rows["plan_candidate"][0].update(values)


def task(**values: object) -> Change:
    return lambda c: c.rows["fct_task"][0].update(values)


def target(**values: object) -> Change:
    return lambda c: c.rows["fct_kpi_target"][0].update(values)


def unit(**values: object) -> Change:
    return lambda c: c.rows["bridge_task_unit"][0].update(values)


def item(**values: object) -> Change:
    return lambda c: c.rows["fct_provision"][0].update(values)


def every_task(**values: object) -> Change:
    return lambda c: [task.update(values) for task in c.rows["fct_task"] if task["plan_id"] == "p1"]


def also(*changes: Change) -> Change:
    return lambda c: [change(c) for change in changes]


def items(*texts: str, **values: object) -> Change:
    """Further items of the narrative."""
    return lambda c: [c.provision(n, provision_text=text, **values) for n, text in enumerate(texts, start=2)]


def headings(*markers: str) -> Change:
    """An item under a heading of each marker."""
    return lambda c: [c.provision(n, section_path=m, heading=f"Mục {m}") for n, m in enumerate(markers, start=2)]


def grouped(*labels: str) -> Change:
    """The three tasks of the plan under these group rows."""

    def change(c: Candidate) -> None:
        for row, label in zip(c.rows["fct_task"], labels, strict=False):
            row["group_label"] = label

    return change


def numbered(*numbers: str) -> Change:
    """The three tasks of the plan under these printed numbers."""

    def change(c: Candidate) -> None:
        for row, number in zip(c.rows["fct_task"], numbers, strict=False):
            row["printed_number"] = number

    return change


def header(**values: object) -> Change:
    defaults = {
        "plan_id": "p1",
        "document_kind_text": "Kế hoạch",
        "signing_authority_text": "TM. ỦY BAN NHÂN DÂN",
        "letterhead_number_text": "12/KH-UBND",
        "has_decision": False,
    }
    return lambda c: c.add("staging.stg_verbatim__plan_header", **{**defaults, **values})


def cited(**values: object) -> Change:
    return lambda c: c.citation(**values)


def annexed(**values: object) -> Change:
    return lambda c: c.annex(**values)


def opened(*paragraphs: str) -> Change:
    """Paragraphs between the title and the first heading."""
    return lambda c: [
        c.add("staging.stg_verbatim__preamble", plan_id="p1", sequence=n, preamble_text=text, source_page=1)
        for n, text in enumerate(paragraphs, start=1)
    ]


def noted(kind: str) -> Change:
    return lambda c: c.note(kind)


def much(text: str) -> Change:
    """A narrative of twelve items, one of them `text`, so that what a plan must hold can be asked of it."""
    return items(text, *(f"Việc thứ {n} của xã." for n in range(11)))
