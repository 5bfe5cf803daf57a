"""Markers that open headings and items, and texts that only look like one."""

from __future__ import annotations

import pytest

from pipelines.text.markers import split_marker


@pytest.mark.parametrize(
    ("text", "printed", "rest"),
    [
        ("I. MỤC TIÊU", "I.", "MỤC TIÊU"),
        ("I/ Mục tiêu", "I/", "Mục tiêu"),
        ("II - NHIỆM VỤ TRỌNG TÂM", "II -", "NHIỆM VỤ TRỌNG TÂM"),
        ("1/ Mục đích", "1/", "Mục đích"),
        ("a/ Về thể chế", "a/", "Về thể chế"),
        ("V/v triển khai công tác", None, "V/v triển khai công tác"),
        ("12/KH-UBND", None, "12/KH-UBND"),
        ("1/1/2026", None, "1/1/2026"),
        ("IV - Năm 2026", None, "IV - Năm 2026"),
    ],
)
def test_marker_and_rest(text: str, printed: str | None, rest: str) -> None:
    marker, after = split_marker(text)
    assert (marker.printed if marker else None, after) == (printed, rest)
