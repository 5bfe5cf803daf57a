"""The set of sheets of a release, written into a folder."""

from __future__ import annotations

import csv
from pathlib import Path

from pipelines.feedback.answered import note_written, put_aside_answered
from pipelines.feedback.dossier import Feedback
from pipelines.feedback.page import write_index_page, write_sheet_page
from pipelines.feedback.workbook import write_sheet_workbook

INDEX = "index.html"
LIST = "danh-sach.csv"


def write_feedback(feedback: Feedback, folder: Path) -> list[Path]:
    """Writes a page and a workbook a commune, the index of them and a list for mail merge. Raises OSError.

    Files of the same names are replaced, others stay; workbooks that somebody has filled in are renamed and given back.
    """
    folder.mkdir(parents=True, exist_ok=True)
    workbooks = [f"{dossier.name}.xlsx" for dossier in feedback.dossiers]
    kept = put_aside_answered(folder, workbooks)
    for dossier in feedback.dossiers:
        write_sheet_page(folder / f"{dossier.name}.html", dossier, feedback)
        write_sheet_workbook(folder / f"{dossier.name}.xlsx", dossier, feedback)
    write_index_page(folder / INDEX, feedback)
    with (folder / LIST).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("ma_xa", "xa", "tinh", "tinh_trang", "so_cho_phai_sua", "trang_in", "tep_excel"))
        writer.writerows(
            (d.commune_code, d.commune, d.province, d.state, d.to_mend, f"{d.name}.html", f"{d.name}.xlsx")
            for d in feedback.dossiers
        )
    note_written(folder, workbooks)
    return kept
