"""Office Open XML packages (.docx, .xlsx): a ZIP archive of XML parts, opened with bounds and without entities."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from pipelines.reading.document import UnreadableDocumentError
from pipelines.reading.limits import MEBIBYTE, ReadingLimits

_DAMAGED = "Tệp bị hỏng, không giải nén hoặc không đọc được nội dung bên trong. Hãy mở tệp gốc, lưu lại rồi gửi lại."
# Small members of any ratio are harmless: a blank sheet compresses a thousand times.
_RATIO_MATTERS_FROM = 8 * MEBIBYTE

# ISO/IEC 29500 Strict uses other namespace names for the same vocabulary as Transitional.
_STRICT_NAMESPACES = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def damaged() -> UnreadableDocumentError:
    return UnreadableDocumentError("damaged", _DAMAGED)


def open_archive(data: bytes, limits: ReadingLimits) -> zipfile.ZipFile:
    """The archive, once its declared sizes are within limits. Raises UnreadableDocumentError damaged or too_large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise damaged() from error
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    bomb = any(
        member.file_size > _RATIO_MATTERS_FROM
        and member.file_size > limits.max_compression_ratio * max(member.compress_size, 1)
        for member in members
    )
    if len(members) > limits.max_archive_members or unpacked > limits.max_unpacked_bytes or bomb:
        raise UnreadableDocumentError(
            "too_large",
            f"Nội dung sau khi giải nén quá lớn ({unpacked // MEBIBYTE} MB) so với dung lượng tệp; tệp có thể bị lỗi. "
            "Hãy xóa hình ảnh, đối tượng nhúng không cần thiết rồi lưu lại.",
        )
    return archive


class Package:
    """Parts of an Office Open XML archive by name, parsed on demand."""

    def __init__(self, data: bytes, limits: ReadingLimits) -> None:
        self._archive = open_archive(data, limits)
        self._names = {name.lower(): name for name in self._archive.namelist()}

    def has(self, name: str) -> bool:
        return name.lower() in self._names

    def xml(self, name: str) -> etree._Element:
        """The root of a part. Raises UnreadableDocumentError damaged when it is missing or not well formed."""
        try:
            data = self._archive.read(self._names[name.lower()])
        except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            raise damaged() from error
        for strict, transitional in _STRICT_NAMESPACES.items():
            data = data.replace(strict, transitional)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise damaged() from error
        # No office program writes a document type; entity expansion attacks need one.
        if root.getroottree().docinfo.internalDTD is not None:
            raise damaged()
        return root

    def related(self, part: str, kind: str) -> list[str]:
        """Names of the parts that `part` refers to by relationships whose type ends with `kind`, in their order."""
        return list(self.related_by_id(part, kind).values())

    def related_by_id(self, part: str, kind: str) -> dict[str, str]:
        """Like `related`, by relationship id."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(relations):
            return {}
        names = {
            relation.get("Id", ""): posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", "")))[1:]
            for relation in self.xml(relations).iter(f"{_RELATIONSHIPS}Relationship")
            if relation.get("Type", "").endswith("/" + kind) and relation.get("TargetMode") != "External"
        }
        return {identifier: name for identifier, name in names.items() if self.has(name)}
