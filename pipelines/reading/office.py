"""Word documents of old kinds (.doc, .rtf): converted to .docx by LibreOffice where it is installed.

The document is untrusted: LibreOffice gets a profile of its own that runs no macros and follows no links, no proxy
it could leave by, and a time limit.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from pipelines.reading.document import Document, UnreadableDocumentError
from pipelines.reading.docx import read_docx
from pipelines.reading.limits import DEFAULT_LIMITS, ReadingLimits

_PROGRAMS = ("soffice", "libreoffice")
_TIMEOUT_SECONDS = 120
# Format -> LibreOffice's name of its import filter, so that bytes of another kind are not guessed at.
_FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format"}
_NOWHERE = "http://127.0.0.1:9"
_SETTINGS = {
    ("Common/Security/Scripting", "MacroSecurityLevel"): "3",
    ("Common/Security/Scripting", "DisableMacrosExecution"): "true",
    ("Common/Security/Scripting", "DisableActiveContent"): "true",
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks"): "true",
    ("Writer/Content/Update", "Link"): "0",
}


def converter() -> str | None:
    """The path of the program that converts; None where it is not installed."""
    return next((path for name in _PROGRAMS if (path := shutil.which(name))), None)


def converter_version() -> str:
    """What changes when another converter is installed: its build, or 'missing'."""
    program = converter()
    if program is None:
        return "missing"
    build = Path(program).resolve().with_name("versionrc")
    return build.read_text(encoding="utf-8", errors="replace") if build.exists() else "present"


def read_old_word(data: bytes, limits: ReadingLimits = DEFAULT_LIMITS, *, kind: str) -> Document:
    """A .doc or .rtf file (`kind` 'doc' or 'rtf'), read as the .docx that LibreOffice makes of it.

    Raises UnreadableDocumentError 'converter_missing', 'timeout', 'damaged', and what reading a .docx raises.
    """
    program = converter()
    if program is None:
        raise UnreadableDocumentError(
            "converter_missing",
            f"Tệp là văn bản Word kiểu cũ (.{kind}), cần LibreOffice để đọc. Hãy mở tệp và lưu lại thành .docx, "
            "hoặc cài LibreOffice (apt-get install libreoffice-writer-nogui) rồi chạy lại.",
        )
    with tempfile.TemporaryDirectory(prefix="cchc-") as folder:
        docx = _convert(program, data, kind, Path(folder))
    return replace(read_docx(docx, limits), format=kind)


read_doc = partial(read_old_word, kind="doc")
read_rtf = partial(read_old_word, kind="rtf")


def _convert(program: str, data: bytes, kind: str, folder: Path) -> bytes:
    source, profile = folder / f"document.{kind}", folder / "profile"
    source.write_bytes(data)
    _write_profile(profile)
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
    command += [f"--infilter={_FILTERS[kind]}", "--convert-to", "docx", "--outdir", str(folder), str(source)]
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
    # A session of its own: LibreOffice starts further processes, which must end with it.
    process = subprocess.Popen(  # noqa: S603 - no shell, and the one file name is ours
        command,
        env={**os.environ, "HOME": str(folder), **proxies},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(_TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocumentError(
            "timeout", "Chuyển đổi tệp Word kiểu cũ quá lâu nên đã dừng. Hãy mở tệp và lưu lại thành .docx."
        ) from error
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    converted = source.with_suffix(".docx")
    if process.returncode != 0 or not converted.exists():
        raise UnreadableDocumentError(
            "damaged", "Không mở được tệp Word kiểu cũ (tệp có thể bị hỏng). Hãy mở tệp và lưu lại thành .docx."
        )
    return converted.read_bytes()


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for (path, name), value in _SETTINGS.items()
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )
