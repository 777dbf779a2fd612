"""Every page of Explore, for careers that have much and for careers that have little."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Open
from tests.journeys.looking import look, runs_over

pytestmark = pytest.mark.browser

CAREER = "/explore/careers/"
PAGES = {
    "a career with much": f"{CAREER}29-1141",
    "a career without figures": f"{CAREER}55-1011",
    "a career paid by the hour": f"{CAREER}27-2011",
    "where it pays": f"{CAREER}29-1141/where?near=Ohio",
    "programs": "/explore/majors?q=nursing",
    "a program": "/explore/majors/52.0201",
    "six compared": "/explore/compare?soc=27-2011&soc=55-1011&soc=29-1213&soc=47-3012&soc=45-2092&soc=29-2011",
    "compared in places": "/explore/compare?soc=29-1141@Ohio&soc=29-1141&soc=29-1141@Texas",
    "nothing found": "/explore/?q=" + "qzxv" * 70,
    "sources": "/explore/sources",
}
LABELS = "() => [...document.querySelectorAll('main svg text')].map(e => e.getBoundingClientRect())"


@pytest.fixture
def page(opened: Open) -> Page:
    """A newcomer's browser."""
    return opened()


def test_every_page_of_explore_is_held_to_the_rules_by_day_and_by_night(page: Page) -> None:
    for name, address in PAGES.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")

        assert page.locator("main h1").count() == 1, f"{name} has not one heading"
        look(page, f"explore, {name}")


def test_large_text_and_open_tables_push_no_page_sideways_and_paper_stays_light(page: Page) -> None:
    for name in ("a career with much", "where it pays", "six compared", "nothing found"):
        page.goto(PAGES[name])
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert not runs_over(page), f"{name}, its tables open"

        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert not runs_over(page), f"{name}, text twice as large"
        drawn = page.evaluate(LABELS)
        assert all(box["left"] >= -1 and box["right"] <= 391 for box in drawn), f"{name}, a label cut off"

    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 242)"
