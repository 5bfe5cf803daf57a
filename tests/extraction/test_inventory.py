"""What counts as a file of raw/."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from pipelines.inventory import scan


def test_any_nesting_with_hash_size_and_folder_hint(tmp_path: Path) -> None:
    folder = tmp_path / "Quảng Trị" / "Vĩnh Linh"
    folder.mkdir(parents=True)
    (folder / "kế hoạch.docx").write_bytes(b"plan")
    (tmp_path / "b.PDF").write_bytes(b"other")
    deep, top = scan(tmp_path)
    assert (deep.source_file, deep.folder_hint, deep.size_bytes) == (
        "Quảng Trị/Vĩnh Linh/kế hoạch.docx",
        "Quảng Trị/Vĩnh Linh",
        4,
    )
    assert deep.source_sha256 == hashlib.sha256(b"plan").hexdigest()
    assert (top.source_file, top.folder_hint, top.suffix) == ("b.PDF", None, ".pdf")


@pytest.mark.parametrize(
    "name", [".hidden.pdf", ".git/plan.pdf", "~$plan.docx", "README.md", "readme.txt", "Thumbs.db", "desktop.ini"]
)
def test_ignored(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"x")
    assert scan(tmp_path) == []


def test_names_are_nfc_whatever_the_file_system_holds(tmp_path: Path) -> None:
    decomposed = "Vĩnh Thủy.txt"
    (tmp_path / decomposed).write_bytes(b"x")
    assert [file.source_file for file in scan(tmp_path)] == ["Vĩnh Thủy.txt"]


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    os.close(os.open(os.fsencode(tmp_path) + b"/k\xea.pdf", os.O_CREAT | os.O_WRONLY))
    assert [file.source_file for file in scan(tmp_path)] == ["k�.pdf"]


def test_links_out_of_the_tree_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.pdf").write_bytes(b"secret")
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "plan.pdf").write_bytes(b"plan")
    (raw / "link.pdf").symlink_to(outside / "secret.pdf")
    (raw / "folder").symlink_to(outside, target_is_directory=True)
    (raw / "broken.pdf").symlink_to(raw / "gone.pdf")
    found = {file.source_file: file for file in scan(raw)}
    assert set(found) == {"plan.pdf", "link.pdf", "broken.pdf", "folder"}
    assert "lối tắt tới một thư mục" in (found["folder"].defect or "")
    assert found["link.pdf"].source_sha256 is None
    assert "nằm ở nơi khác" in (found["link.pdf"].defect or "")
    assert "Không mở được" in (found["broken.pdf"].defect or "")


def test_a_folder_without_right_of_access_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "quang-tri" / "xa-cua-tung"
    closed.mkdir(parents=True)
    (closed / "plan.pdf").write_bytes(b"plan")
    (tmp_path / "other.pdf").write_bytes(b"plan")
    look = os.scandir

    def refusing(path: str) -> object:
        if Path(path) == closed:  # the tests may run as a user whom no right stops
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = {file.source_file: file for file in scan(tmp_path)}
    assert set(found) == {"other.pdf", "quang-tri/xa-cua-tung"}
    assert "Không mở được thư mục" in (found["quang-tri/xa-cua-tung"].defect or "")


def test_why_a_file_cannot_be_opened_is_told_in_vietnamese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"plan")

    def refuse(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pipelines.inventory.sha256_of", refuse)
    (file,) = scan(tmp_path)
    assert file.defect == "Không mở được tệp (không có quyền). Hãy kiểm tra quyền đọc hoặc chép lại tệp."


def test_a_missing_folder_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        scan(tmp_path / "nowhere")
