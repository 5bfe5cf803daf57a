"""Plain text: saved from a web page, or pulled out of a PDF with its wrapped lines and lost tables."""

from pipelines.reading.plain_text.text import read_text

__all__ = ["read_text"]
