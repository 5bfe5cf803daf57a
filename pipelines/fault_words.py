"""Faults of DuckDB, SQLite and the system that an analyst can do something about, in Vietnamese."""

from __future__ import annotations

import re

_FULL = (
    "Ổ đĩa chứa kho dữ liệu đã đầy hoặc không ghi được. Hãy xóa bớt tệp không dùng hoặc các bản phát hành cũ trong "
    "thư mục releases (trừ bản đang phát hành) rồi chạy lại."
)
_KNOWN = (
    (
        r"Could not set lock on file \"(?P<file>[^\"]+)\"(?:.*?\(PID (?P<process>\d+)\))?",
        "Chương trình khác{process} đang mở {file} để ghi. Hãy đóng chương trình đó, hoặc mở tệp ở chế độ chỉ đọc, "
        "rồi làm lại.",
    ),
    (r"DagsterExecutionInterruptedError|KeyboardInterrupt", "Đã dừng theo yêu cầu."),
    (r"No space left on device|database or disk is full|disk I/O error|[Cc]ould not write .*\bfile\b", _FULL),
)


def in_vietnamese(message: str) -> str | None:
    """What to tell of a fault; None for one that is told in its own words."""
    for pattern, told in _KNOWN:
        if found := re.search(pattern, message, re.DOTALL):
            facts = found.groupdict()
            process = f" (tiến trình {facts['process']})" if facts.get("process") else ""
            return told.format(file=facts.get("file", ""), process=process)
    return None
