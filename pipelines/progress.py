"""How far the run is, for whoever shows it; nobody does unless `reporting_to` is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Reporter = Callable[[str, int, int | None], None]
Announcer = Callable[[str], None]

_reporter: ContextVar[Reporter | None] = ContextVar("reporter", default=None)
_announcer: ContextVar[Announcer | None] = ContextVar("announcer", default=None)


def report(stage: str, done: int, total: int | None = None) -> None:
    """`done` of `total` steps of a stage are made; `stage` is a Vietnamese label, `total` None while unknown."""
    reporter = _reporter.get()
    if reporter is not None:
        reporter(stage, done, total)


def announce(message: str) -> None:
    """Something that whoever started the run should know now, in Vietnamese."""
    announcer = _announcer.get()
    if announcer is not None:
        announcer(message)


@contextmanager
def reporting_to(reporter: Reporter, announcer: Announcer) -> Iterator[None]:
    reporting, announcing = _reporter.set(reporter), _announcer.set(announcer)
    try:
        yield
    finally:
        _reporter.reset(reporting)
        _announcer.reset(announcing)
