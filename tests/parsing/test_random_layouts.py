"""What was typeset is what is read: plans in random layouts, from the file to the records."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.parsing.plan import parse
from pipelines.reading.reader import read
from pipelines.text.normalise import match_key
from tests.corpus.plans import build_plan, communes
from tests.corpus.typeset import to_docx

CELLS = {
    "text": "task_text",
    "objective": "objective_text",
    "activity": "activity_text",
    "output": "output_text",
    "lead": "lead_text",
    "coordinating": "coordinating_text",
    "deadline": "deadline_text",
    "budget": "budget_text",
    "number": "printed_number",
}


@cache
def places() -> list[dict[str, str]]:
    return communes()


def key(text: object) -> str:
    return match_key(str(text)).strip(" -.;:") if text else ""


@settings(max_examples=40, deadline=None, derandomize=True)
@given(seed=st.integers(0, 1_000_000))
def test_what_was_typeset_is_what_is_read(seed: int) -> None:
    plan = build_plan(seed, places())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.docx"
        to_docx(plan, path)
        record = parse(read(path.read_bytes(), path.name), "0" * 64)
    truth = plan.truth

    assert record.header.rejection_code is None
    assert not [note for note in record.notes if note.kind == "parser_error"]

    tasks = [task for task in record.tasks if task.source_kind == "annex"]
    printed = [[key(task[name]) for name in CELLS] for task in truth["tasks"]]
    assert [[key(getattr(task, field)) for field in CELLS.values()] for task in tasks] == printed
    parents = [task["parent"] for task in truth["tasks"]]
    assert [task.parent_sequence for task in tasks] == parents

    provisions = [key(item["text"]) for item in truth["provisions"]]
    assert [key(item.provision_text) for item in record.provisions] == provisions

    targets = sorted(float(kpi["value"]) for kpi in truth["kpis"])
    assert sorted(float(target.value_text.replace(",", ".")) for target in record.targets) == targets

    cited = {str(citation["number"]) for citation in truth["citations"]}
    assert {citation.number_text for citation in record.citations} == cited
