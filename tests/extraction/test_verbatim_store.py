"""Results of reading are kept once complete, under the reader's version."""

from __future__ import annotations

from pathlib import Path

from pipelines.parsing.records import PlanHeader, PlanRecord
from pipelines.tables import read_rows
from pipelines.verbatim_store import KEPT_VERSIONS, Outcome, VerbatimStore

SHA = "ab" * 32


def _store(tmp_path: Path) -> VerbatimStore:
    store = VerbatimStore(tmp_path, "v1")
    store.prepare()
    return store


def _record() -> PlanRecord:
    return PlanRecord(PlanHeader(source_sha256=SHA, sequence=1, title="Kế hoạch"))


def test_a_result_is_found_again(tmp_path: Path) -> None:
    store = _store(tmp_path)
    outcome = Outcome(SHA, "read", format="docx", pages=None, read_seconds=0.5)
    assert store.get(SHA, ".docx") is None
    store.put(outcome, ".docx", _record())
    assert store.get(SHA, ".docx") == outcome
    assert read_rows(store.folder / "plan_header" / f"{SHA}.parquet")[0]["title"] == "Kế hoạch"


def test_a_quarantined_file_is_kept_too_without_records(tmp_path: Path) -> None:
    store = _store(tmp_path)
    outcome = Outcome(SHA, "quarantined", "damaged", "Tệp hỏng.")
    store.put(outcome, ".pdf", None)
    assert store.get(SHA, ".pdf") == outcome
    assert not (store.folder / "plan_header" / f"{SHA}.parquet").exists()


def test_the_same_bytes_under_another_suffix_are_read_anew(tmp_path: Path) -> None:
    store = _store(tmp_path)
    store.put(Outcome(SHA, "quarantined", "mislabelled", "Sai đuôi."), ".docx", None)
    assert store.get(SHA, ".pdf") is None
    store.put(Outcome(SHA, "read", format="pdf"), ".pdf", _record())
    assert store.get(SHA, ".docx") is None


def test_a_suffix_too_long_for_a_file_name(tmp_path: Path) -> None:
    store = _store(tmp_path)
    suffix = "." + "x" * 240
    store.put(Outcome(SHA, "quarantined", "unsupported_format", "Không đọc được."), suffix, None)
    assert store.get(SHA, suffix) is not None


def test_records_without_outcome_do_not_count(tmp_path: Path) -> None:
    store = _store(tmp_path)
    (store.folder / "plan_header" / f"{SHA}.parquet").write_bytes(b"cut short")
    assert store.get(SHA, ".docx") is None


def test_results_of_old_reader_versions_are_dropped(tmp_path: Path) -> None:
    for number in range(KEPT_VERSIONS + 2):
        VerbatimStore(tmp_path, f"v{number}").prepare()
    assert len(list(tmp_path.iterdir())) == KEPT_VERSIONS
    assert (tmp_path / f"v{KEPT_VERSIONS + 1}").is_dir()
