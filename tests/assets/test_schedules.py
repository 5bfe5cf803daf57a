"""When a look at raw/ starts a run."""

from __future__ import annotations

from pathlib import Path

from pipelines.schedules import Watch, fingerprint, look

STABLE = 60.0


def test_a_change_is_run_once_it_has_rested() -> None:
    state, due = look(None, "a", 0, STABLE)
    assert not due
    state, due = look(state, "a", 59, STABLE)
    assert not due
    state, due = look(state, "a", 61, STABLE)
    assert due
    state, due = look(state, "a", 200, STABLE)
    assert not due


def test_files_still_being_copied_start_the_wait_again() -> None:
    state, _ = look(None, "a", 0, STABLE)
    state, due = look(state, "b", 50, STABLE)
    assert not due
    state, due = look(state, "b", 100, STABLE)
    assert not due
    assert look(state, "b", 111, STABLE)[1]


def test_a_change_undone_while_waiting_runs_nothing() -> None:
    state = Watch(handled="a", seen="b", seen_at=0)
    state, due = look(state, "a", 10, STABLE)
    assert not due
    assert not look(state, "a", 100, STABLE)[1]


def test_the_cursor_keeps_the_state() -> None:
    state = Watch("a", "b", 12.5)
    assert Watch.parse(state.to_cursor()) == state
    assert Watch.parse(None) is None


def test_new_changed_and_removed_files_change_the_fingerprint(tmp_path: Path) -> None:
    seen = {fingerprint(tmp_path)}
    plan = tmp_path / "xã" / "plan.docx"
    plan.parent.mkdir()
    plan.write_bytes(b"1")
    seen.add(fingerprint(tmp_path))
    plan.write_bytes(b"12")
    seen.add(fingerprint(tmp_path))
    plan.rename(plan.with_name("other.docx"))
    seen.add(fingerprint(tmp_path))
    assert len(seen) == 4
    (tmp_path / ".hidden").write_bytes(b"")
    assert fingerprint(tmp_path) in seen
    (tmp_path / "xã" / "other.docx").unlink()
    assert fingerprint(tmp_path) in seen
