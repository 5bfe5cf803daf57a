"""Excel workbooks (.xlsx): each visible sheet as title lines and the table under them."""

from pipelines.reading.xlsx.blocks import read_xlsx

__all__ = ["read_xlsx"]
