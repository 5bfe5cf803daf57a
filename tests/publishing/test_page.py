from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from pipelines.publishing.release import Release
from tests.candidates import Candidate, sound_candidate
from tests.publishing.hostile import HUGE, MARKUP, hostile_candidate


class _Page(HTMLParser):
    """Elements and addresses of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in {"href", "src", "action", "data", "srcset"}:
                self.addresses.append(value or "")
            if name.startswith("on"):
                self.handlers.append(name)


@pytest.fixture
def page_of(release_of: Callable[[Candidate], Release]) -> Callable[[Candidate], tuple[Release, str]]:
    def read(candidate: Candidate) -> tuple[Release, str]:
        release = release_of(candidate)
        return release, (release.path / "index.html").read_text(encoding="utf-8")

    return read


def test_the_page_loads_nothing_and_links_only_to_its_release(
    page_of: Callable[[Candidate], tuple[Release, str]],
) -> None:
    release, html = page_of(sound_candidate())
    page = _Page(html)
    assert not page.tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert "default-src 'none'; style-src 'unsafe-inline'" in html
    assert not re.search(r"https?:|url\(|@import", html)
    for address in page.addresses:
        if address.startswith("#"):
            assert f'id="{address[1:]}"' in html
        else:
            assert (release.path / address).is_file(), address


def test_texts_of_plans_stay_text(page_of: Callable[[Candidate], tuple[Release, str]]) -> None:
    _, html = page_of(hostile_candidate())
    page = _Page(html)
    assert MARKUP not in html
    assert "&lt;script&gt;alert(1)" in html
    assert not page.tags & {"script", "img"}
    assert not page.handlers
    assert not [address for address in page.addresses if "host.invalid" in address]
    assert "{{ 7*7 }}" in html
    assert HUGE not in html
    assert len(html) < 100_000


def test_the_page_tells_what_was_published_held_and_excluded(
    page_of: Callable[[Candidate], tuple[Release, str]],
) -> None:
    candidate = sound_candidate()
    candidate.plan("p3", commune_code="19414", period_start=None)
    candidate.quarantine("loi/hong.pdf", "Tệp bị hỏng, không mở được.")
    _, html = page_of(candidate)
    for text in (
        "Xã Vĩnh Linh",
        "Xã Cửa Tùng",
        "Chưa xác định được thời kỳ",
        "loi/hong.pdf",
        "Tệp bị hỏng",
        "Tháng 06/2026",
    ):
        assert text in html


def test_the_findings_are_counted_by_severity_and_say_what_to_do_next(
    page_of: Callable[[Candidate], tuple[Release, str]],
) -> None:
    candidate = sound_candidate()
    candidate.plan("p3", commune_code="19414", period_start=None)
    candidate.rows["fct_task"][1].update(lead_text=None)
    _, html = page_of(candidate)
    findings = html.split('id="phat-hien"')[1].split("</section>")[0]
    legend = re.sub(r"<[^>]+>|\s+", " ", findings.split("</dl>")[0])
    assert re.search(r"Giữ lại kế hoạch\s+1 chỗ\s+ở 1 kế hoạch", legend)
    assert re.search(r"Cần sửa\s+1 chỗ\s+ở 1 kế hoạch", legend)
    assert re.search(r"Lưu ý\s+không có", legend)
    assert "Đang giữ lại vì 1 lỗi" in findings
    assert "bấm vào tên xã" in findings
    assert "cchc feedback" in findings


def test_a_held_plan_of_no_known_commune_stands_in_the_coverage_with_its_reason(
    page_of: Callable[[Candidate], tuple[Release, str]],
) -> None:
    candidate = sound_candidate()
    candidate.plan("p3", commune_code=None, period_start=None)
    _, html = page_of(candidate)
    coverage = html.split('id="bao-phu"')[1].split("</section>")[0]
    assert "1 kế hoạch bị giữ lại mà chưa rõ của xã nào" in coverage
    assert "Chưa xác định được thời kỳ" in coverage
