"""The steps together: what is kept when one of them fails, and figures on the real plans."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines.parsing import plan
from pipelines.parsing.plan import parse
from pipelines.reading.document import Document, Place, ReadingNote
from pipelines.reading.reader import read
from pipelines.text.document_number import canonical_number
from pipelines.text.normalise import match_key
from tests.parsing.documents import LETTERHEAD, SIGNATURE, document, table

SHA = "0" * 64
TASKS = table(
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"),
    *((str(i), f"Rà soát văn bản đợt {i}", "Văn phòng HĐND và UBND", "Quý I") for i in range(1, 9)),
)
PLAN = document(
    *LETTERHEAD,
    "KẾ HOẠCH",
    "Cải cách hành chính xã Suối Trai năm 2026",
    "Căn cứ Nghị quyết số 76/NQ-CP, UBND xã ban hành Kế hoạch như sau:",
    "I. MỤC ĐÍCH",
    "- Tỷ lệ hồ sơ đúng hạn đạt tối thiểu 95%.",
    *SIGNATURE,
    "Phụ lục",
    "DANH MỤC NHIỆM VỤ",
    TASKS,
)


def test_every_table_has_its_records() -> None:
    counts = {name: len(records) for name, records in parse(PLAN, SHA).by_table().items()}
    assert counts["task_row"] == 8
    assert {name for name, count in counts.items() if not count} == {"note"}


@pytest.mark.parametrize(
    ("step", "lost"),
    [
        ("parse_provisions", {"provisions"}),
        ("parse_citations", {"citations"}),
        ("parse_annexes", {"annexes", "tasks"}),
        ("parse_places", {"places"}),
        ("narrative_targets", {"targets"}),
    ],
)
def test_a_step_that_raises_costs_only_its_own_records(
    monkeypatch: pytest.MonkeyPatch, step: str, lost: set[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("no such column")

    monkeypatch.setattr(plan, step, fail)
    record = parse(PLAN, SHA)
    (note,) = record.notes
    assert note.kind == "parser_error"
    assert note.evidence is not None
    assert "ValueError: no such column" in note.evidence
    assert record.header.title == "Cải cách hành chính xã Suối Trai năm 2026"
    fields = ("places", "annexes", "tasks", "provisions", "citations")
    assert {name for name in fields if not getattr(record, name)} == lost - {"targets"}


def test_a_failing_header_is_noted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise IndexError("empty")

    monkeypatch.setattr(plan, "parse_header", fail)
    record = parse(PLAN, SHA)
    assert [note.kind for note in record.notes] == ["parser_error"]
    assert len(record.tasks) == 8


def test_what_is_no_plan_yields_its_header_and_places() -> None:
    record = parse(document(*LETTERHEAD, "GIẤY MỜI", "Họp giao ban", "I. NỘI DUNG", "- Giao ban.", *SIGNATURE), SHA)
    assert record.header.rejection_code == "not_a_plan"
    assert record.places
    assert record.provisions == ()


@pytest.mark.parametrize("start", range(len(PLAN.blocks)))
@pytest.mark.parametrize("step", [1, 2, -1])
def test_no_part_of_a_plan_makes_a_step_raise(start: int, step: int) -> None:
    """Pages are missing, doubled or out of order in what communes send."""
    for blocks in (PLAN.blocks[start::step], PLAN.blocks[:start:step]):
        assert parse(Document("docx", blocks), SHA).notes == ()


def test_notes_of_the_reader_are_kept() -> None:
    note = ReadingNote("unread_page", "Trang 2 không đọc được.", Place(page=2))
    record = parse(Document("pdf", PLAN.blocks, 2, (note,)), SHA)
    assert [(n.kind, n.message, n.page) for n in record.notes] == [("unread_page", "Trang 2 không đọc được.", 2)]


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["docx", "pdf"])
def test_real_plans(shared_dir: Path, folder: str) -> None:
    """Titles, signers, numbers cited and counts of provisions against the hand-made truth."""
    for path in sorted((shared_dir / "plans" / folder).iterdir()):
        truth = json.loads((shared_dir / "truth" / f"{path.stem}.json").read_text(encoding="utf-8"))
        record = parse(read(path.read_bytes(), path.name), SHA)
        expected = truth["plan"]
        assert record.header.rejection_code is None
        assert match_key(record.header.title or "") == match_key(expected["title"])
        assert record.header.signer_name == expected["signer_name"]
        assert record.header.document_number_text == expected["number"]
        assert {canonical_number(c.number_text) for c in record.citations} == {
            citation["number"] for citation in truth["citations"]
        }
        assert abs(len(record.provisions) - len(truth["provisions"])) <= 1
