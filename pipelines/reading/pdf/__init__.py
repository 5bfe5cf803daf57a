"""Text PDFs: characters and ruling lines by pdfium, laid out as paragraphs and tables in reading order."""

from pipelines.reading.pdf.reader import PAGE_LIMIT, read_pdf

__all__ = ["PAGE_LIMIT", "read_pdf"]
