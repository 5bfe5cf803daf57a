"""Any file to a Document or to a reason an officer can act on."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from pipelines.reading.document import UnreadableDocumentError
from pipelines.reading.limits import ReadingLimits
from pipelines.reading.reader import ACCEPTED_SUFFIXES, read
from tests.reading.word_files import paragraph, word_file

WORD = word_file(paragraph("KẾ HOẠCH"))
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def archive(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, data)
    return buffer.getvalue()


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["TT", "Việc", "Hạn"])
    book.active.append([1, "Trồng cây", "Quý I"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def code_of(data: bytes, name: str, limits: ReadingLimits | None = None) -> str:
    with pytest.raises(UnreadableDocumentError) as raised:
        read(data, name, limits or ReadingLimits())
    assert raised.value.reason.endswith(".")
    return raised.value.code


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (WORD, "a.docx", "docx"),
        ("Kế hoạch".encode(), "a.txt", "text"),
        ("\ufeffKế hoạch".encode("utf-16"), "a.txt", "text"),
        ("# Kế hoạch".encode(), "a.MD", "markdown"),
        ("<html><body><p>Kế hoạch</p></body></html>".encode(), "a.htm", "html"),
        (workbook(), "a.xlsx", "xlsx"),
    ],
)
def test_each_format_is_read_by_its_reader(data: bytes, name: str, expected: str) -> None:
    document = read(data, name)
    assert document.format == expected
    assert not document.notes


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (WORD, "a.pdf", "docx"),
        (workbook(), "a.docx", "xlsx"),
        (b"<!DOCTYPE html><html><body><p>x</p></body></html>", "a.docx", "html"),
        ("Kế hoạch".encode(), "a.pdf", "text"),
        ("Kế hoạch".encode(), "a.doc", "text"),
        (WORD, "a.doc", "docx"),
    ],
)
def test_a_mislabelled_file_is_read_by_its_real_type_with_a_note(data: bytes, name: str, expected: str) -> None:
    document = read(data, name)
    assert document.format == expected
    assert [note.kind for note in document.notes] == ["mislabelled"]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.docx", "empty"),
        (b" \r\n\x00", "a.txt", "empty"),
        (b"x", "a.odt", "unsupported_format"),
        (b"x", "a", "unsupported_format"),
        (b"x", "a.rar", "unsupported_format"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted"),
        (OLE2 + "Workbook".encode("utf-16-le"), "a.doc", "unsupported_format"),
        (OLE2 + "VisioDocument".encode("utf-16-le"), "a.doc", "unsupported_format"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "a.pdf", "mislabelled"),
        (WORD[: len(WORD) // 2], "a.docx", "damaged"),
        (archive(**{"word/document.xml": b"<w:document"}), "a.docx", "damaged"),
        (archive(**{"plan.docx": WORD}), "a.docx", "unsupported_format"),
        (bytes(range(256)) * 20, "a.txt", "damaged"),
        ("Kế hoạch".encode("cp1258", errors="ignore") + b"\xff\xfd", "a.txt", "damaged"),
    ],
)
def test_what_cannot_be_read_has_a_code_and_a_reason(data: bytes, name: str, code: str) -> None:
    assert code_of(data, name) == code


def test_limits_on_sizes() -> None:
    assert code_of(b"x" * 101, "a.txt", ReadingLimits(max_file_bytes=100)) == "too_large"
    bomb = archive(**{"word/document.xml": bytes(30_000_000)})
    assert code_of(bomb, "a.docx") == "too_large"
    assert code_of(WORD, "a.docx", ReadingLimits(max_unpacked_bytes=100)) == "too_large"


def test_every_accepted_suffix_has_a_reader() -> None:
    assert set(ACCEPTED_SUFFIXES) == {".pdf", ".docx", ".doc", ".rtf", ".html", ".htm", ".md", ".txt", ".xlsx"}


@pytest.mark.parametrize("keep", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_truncated_file_never_escapes_as_another_error(keep: float) -> None:
    for data, name in ((WORD, "a.docx"), (workbook(), "a.xlsx")):
        assert code_of(data[: int(len(data) * keep)], name) == "damaged"


def test_an_archive_whose_directory_points_nowhere_is_damaged() -> None:
    # Bytes lost in the middle: members seem to start before the file does.
    assert code_of(WORD[:40] + WORD[540:], "a.docx") == "damaged"
