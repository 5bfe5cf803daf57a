"""What `cchc` prints with: results on standard output, progress and faults on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from pipelines.fault_words import in_vietnamese
from pipelines.progress import reporting_to

# Into a file or a pipe, a line is as long as it needs to be.
WIDE = 10_000
out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else WIDE)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def fail(message: str) -> int:
    """Print a fault; gives the exit code of a failed command."""
    err.print(f"[bold red]Lỗi:[/] {escape(message)}")
    return 1


def table_of(header: Iterable[str], rows: Iterable[Iterable[object]], title: str | None = None) -> Table:
    """A table to print; cells are shown as they are, empty for None."""
    table = Table(*header, title=title, title_justify="left", title_style="bold")
    for row in rows:
        table.add_row(*("" if value is None else escape(str(value)) for value in row))
    return table


def listing(title: str, header: tuple[str, ...], rows: list[tuple[object, ...]], limit: int = 30) -> None:
    """Print rows as a table, at most `limit` of them; nothing when there is none."""
    if not rows:
        return
    out.print(table_of(header, rows[:limit], f"{title} ({len(rows)})"))
    if len(rows) > limit:
        out.print(f"… và {len(rows) - limit} dòng nữa.")


def entries(title: str, rows: list[tuple[str, ...]], limit: int = 30) -> None:
    """Print each row's first part, a file to be copied whole, on a line of its own and the others below it."""
    if not rows:
        return
    out.print(f"[bold]{escape(title)} ({len(rows)})[/]")
    for name, *told in rows[:limit]:
        out.print(f"  {escape(name)}")
        for text in told:
            if text:
                out.print(f"      [dim]{escape(text)}[/]")
    if len(rows) > limit:
        out.print(f"… và {len(rows) - limit} tệp nữa.")


def refused(error: Exception) -> int:
    """Print a fault of DuckDB on a release; gives the exit code of a failed command."""
    return fail(in_vietnamese(str(error)) or str(error))


@contextmanager
def progress_display() -> Iterator[None]:
    """Show the stages of a run as they go where standard error is a terminal, and what it announces anywhere."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, disable=not err.is_terminal) as progress:
        stages: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int | None) -> None:
            if stage not in stages:
                stages[stage] = progress.add_task(stage, total=total)
            progress.update(stages[stage], completed=done, total=total)

        with reporting_to(show, lambda message: err.print(escape(message))):
            yield
