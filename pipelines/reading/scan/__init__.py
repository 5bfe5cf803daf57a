"""Scanned pages: straightened, their ruled grid found, recognised cell by cell."""
