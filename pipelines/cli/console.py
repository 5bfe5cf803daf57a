"""What `cchc` prints with: results on standard output, progress and faults on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from pipelines.progress import reporting_to

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def fail(message: str) -> int:
    """Print a fault; gives the exit code of a failed command."""
    err.print(f"[bold red]Lỗi:[/] {message}")
    return 1


def listing(title: str, header: tuple[str, ...], rows: list[tuple[object, ...]], limit: int = 30) -> None:
    """Print rows as a table, at most `limit` of them; nothing when there is none."""
    if not rows:
        return
    table = Table(*header, title=f"{title} ({len(rows)})", title_justify="left", title_style="bold")
    for row in rows[:limit]:
        table.add_row(*("" if value is None else str(value) for value in row))
    out.print(table)
    if len(rows) > limit:
        out.print(f"… và {len(rows) - limit} dòng nữa.")


@contextmanager
def progress_display() -> Iterator[None]:
    """Show the stages of a run as they go; silent when standard error is no terminal."""
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

        with reporting_to(show):
            yield
