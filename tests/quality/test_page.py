from __future__ import annotations

from quality.configuration import load_configuration
from quality.page import PAGE, catalogue_page


def test_the_catalogue_page_is_up_to_date() -> None:
    rules = load_configuration().rules
    assert PAGE.read_text(encoding="utf-8") == catalogue_page(rules), "make docs"


def test_every_rule_stands_on_the_page_once() -> None:
    rules = load_configuration().rules
    page = catalogue_page(rules)
    assert all(page.count(f"| `{rule.code}` |") == 1 for rule in rules)
