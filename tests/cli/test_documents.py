"""What README and docs/ tell to type and to open works as printed."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from pipelines.cli.app import app
from tests.cli.conftest import PublishedSite
from tests.conftest import REPOSITORY

PAGES = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]
QUERIES = [
    pytest.param(query, id=f"{page.stem}-{number}")
    for page in PAGES
    for number, query in enumerate(re.findall(r'cchc sql (?:--csv )?"([^"]+)"', page.read_text(encoding="utf-8")))
]
COMMANDS = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}


@pytest.mark.parametrize("query", QUERIES)
def test_queries_run(published: PublishedSite, query: str) -> None:
    with duckdb.connect(str(published.site.warehouse / "current" / "cchc.duckdb"), read_only=True) as connection:
        assert connection.execute(query).description


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_and_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", text)) <= targets
    assert set(re.findall(r"`(?:\.venv/bin/)?cchc ([a-z]+)", text)) <= COMMANDS
    for address in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if "://" not in address:
            assert (page.parent / address).exists(), address


@pytest.mark.parametrize("page", ["README.md", "docs/huong-dan.md"])
def test_what_analysts_type_names_the_program_where_it_is(page: str) -> None:
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    # Named in passing is `cchc run`; with arguments it is to be typed.
    assert not re.findall(r"`cchc \w+ [^`]+`", text)
