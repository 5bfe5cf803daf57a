"""Numbers that analysts write in their files."""

from __future__ import annotations

from quality.analyst_file import Line


def number(line: Line, column: str) -> float:
    """A number with a decimal comma or point; whole numbers stay whole. Raises BrokenFileError."""
    text = line[column]
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not abs(value) < float("inf"):
        raise line.fault(f"cột {column} ghi “{text}”; phải là một số, ví dụ 100 hoặc 0,8.")
    return int(value) if value.is_integer() else value
