"""Tables typed or exported with '|' between the cells, in files that are no Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.reading.plain_text.lines import Line
from pipelines.text.normalise import clean

_BAR = re.compile(r"(?<!\\)[|│┃]")
_RULE = re.compile(r"[\s|│┃+:=_─━┌┐└┘├┤┬┴┼-]*[-=─━]{2}[\s|│┃+:=_─━┌┐└┘├┤┬┴┼-]*")
_FEWEST_BARS = 2
_FEWEST_ROWS = 2


def bars_to_tabs(lines: list[Line]) -> list[Line]:
    """The lines with tabs for the bars of table rows; drawn rules between such rows go.

    Where rules part the rows, the lines between two rules are one row whose cells are wrapped.
    """
    result: list[Line] = []
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and (_is_row(lines[end]) or _RULE.fullmatch(lines[end].text)):
            end += 1
        run = lines[index:end]
        if sum(map(_is_row, run)) >= _FEWEST_ROWS:
            result += _rows(run)
            index = end
        else:
            result.append(lines[index])
            index += 1
    return result


def _is_row(line: Line) -> bool:
    return "\t" not in line.text and len(_BAR.findall(line.text)) >= _FEWEST_BARS and not _RULE.fullmatch(line.text)


def _rows(run: list[Line]) -> list[Line]:
    groups: list[list[Line]] = [[]]
    for line in run:
        if _is_row(line):
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    filled = [group for group in groups if group]
    # One rule, under the header, says nothing of the rows below it.
    if len(filled) <= _FEWEST_ROWS:
        filled = [[line] for group in filled for line in group]
    return [_joined(group) for group in filled]


def _joined(group: list[Line]) -> Line:
    split = [_fields(line.text) for line in group]
    width = max(map(len, split))
    columns = (" ".join(fields[column] for fields in split if len(fields) > column) for column in range(width))
    return replace(group[0], text="\t".join(map(clean, columns)))


def _fields(text: str) -> list[str]:
    """The cells between the bars; a bar at either edge closes the table, it opens no cell."""
    fields = _BAR.split(text.strip())
    if fields[0] == "" and len(fields) > 1:
        fields = fields[1:]
    if fields[-1].strip() == "" and len(fields) > 1:
        fields = fields[:-1]
    return [field.replace("\\|", "|") for field in fields]
