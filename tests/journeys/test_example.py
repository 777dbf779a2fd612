"""The worked example: every page of it looked at, and gone without a trace when it is removed."""

import json
import os  # noqa: F401 - read by the condition of a mark
import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.hands import press
from tests.journeys.looking import look, small_targets

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("example"),
]
NO_PAGES = ("/static/", "/healthz", "/your-data/export", ".ics", "/accounts/enter", "mailto:")


def open_the_example(page: Page) -> None:
    page.get_by_role("button", name="Open the example").click()
    expect(page.get_by_text("A worked example.")).to_be_visible()


def kind_of(path: str) -> str:
    """The page, whichever row or career it shows; a cell that is opened is a page of its own."""
    opened = " opened" if "cell=" in path else " one group" if "group=" in path else ""
    path = re.sub(r"/\d\d-\d{4}", "/career", path.split("?")[0].split("#")[0])
    return re.sub(r"/\d+", "/one", path) + opened


def every_page(page: Page) -> dict[str, str]:
    """One address of each kind of page that links lead to from Today."""
    found: dict[str, str] = {}
    waiting = ["/"]
    while waiting:
        path = waiting.pop(0)
        if kind_of(path) in found:
            continue
        found[kind_of(path)] = path
        answer = page.goto(path)
        assert answer
        assert answer.status == 200, path
        links = page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))")
        waiting += [link.split("#")[0] for link in links if not any(mark in link for mark in NO_PAGES)]
    return found


@pytest.mark.skipif("os.environ.get('DATABASE_URL')", reason="the pages look the same on either database")
def test_every_page_of_it_can_be_looked_at_and_listened_to(opened: Open) -> None:
    page = opened()
    open_the_example(page)
    pages = every_page(page)

    for kind, path in sorted(pages.items()):
        page.goto(path)
        assert small_targets(page) == [], path
        look(page, f"example {kind.strip('/').replace('/', ' ') or 'today'}")

    assert len(pages) >= 24


def test_it_can_be_removed_with_one_click_and_touches_nothing_of_ones_own(opened: Open) -> None:
    page = opened()
    before = journey(page)
    open_the_example(page)
    assert "Okafor" in json.dumps(journey(page))

    page.goto("/")
    press(page.get_by_role("button", name="Remove the example"))

    expect(page.get_by_text("A worked example.")).to_have_count(0)
    assert journey(page) == before


def journey(page: Page) -> object:
    """What an export holds, but for the moment it was made."""
    answer = page.request.get("/your-data/export?form=json").json()
    return {key: value for key, value in answer.items() if key not in {"made_at", "exported_at", "at"}}
