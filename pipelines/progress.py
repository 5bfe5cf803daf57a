"""How far the run is, for whoever shows it; nobody does unless `reporting_to` is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Reporter = Callable[[str, int, int | None], None]

_reporter: ContextVar[Reporter | None] = ContextVar("reporter", default=None)


def report(stage: str, done: int, total: int | None = None) -> None:
    """`done` of `total` steps of a stage are made; `stage` is a Vietnamese label, `total` None while unknown."""
    reporter = _reporter.get()
    if reporter is not None:
        reporter(stage, done, total)


@contextmanager
def reporting_to(reporter: Reporter) -> Iterator[None]:
    token = _reporter.set(reporter)
    try:
        yield
    finally:
        _reporter.reset(token)
