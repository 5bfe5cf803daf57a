"""Word documents (.docx): paragraphs, tables, notes and printed list numbers, straight from the XML parts."""

from pipelines.reading.docx.body import read_docx

__all__ = ["read_docx"]
