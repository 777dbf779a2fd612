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
    "a career counted with others": f"{CAREER}31-1121",
    "a career of a long name": f"{CAREER}47-3011",
    "where it pays": f"{CAREER}29-1141/where?near=Ohio",
    "where nothing is known": f"{CAREER}27-2011/where?near=Columbus",
    "programs": "/explore/majors?q=nursing",
    "a program": "/explore/majors/52.0201",
    "six compared": "/explore/compare?soc=27-2011&soc=55-1011&soc=29-1213&soc=47-3012&soc=45-2092&soc=29-2011",
    "compared in places": "/explore/compare?soc=29-1141@Ohio&soc=29-1141&soc=29-1141@Texas",
    "nothing to compare": "/explore/compare?soc=xx",
    "nothing found": "/explore/?q=" + "qzxv" * 70,
    "sources": "/explore/sources",
}
LABELS = "() => [...document.querySelectorAll('main svg text')].map(e => e.getBoundingClientRect())"


@pytest.fixture
def page(opened: Open) -> Page:
    """A newcomer's browser."""
    return opened()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_explore_is_held_to_the_rules_by_day_and_by_night(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    page.wait_for_load_state("networkidle")

    look(page, f"explore, {name}")


@pytest.mark.parametrize("name", ["a career with much", "where it pays", "six compared", "nothing found"])
def test_on_a_phone_set_to_text_twice_as_large_nothing_runs_over(page: Page, name: str) -> None:
    page.goto(PAGES[name])

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert not runs_over(page)
    assert all(box["left"] >= -1 and box["right"] <= 391 for box in page.evaluate(LABELS))


@pytest.mark.parametrize("name", ["a career with much", "where it pays", "six compared"])
def test_on_a_phone_no_table_behind_a_drawing_pushes_the_page_sideways(page: Page, name: str) -> None:
    page.goto(PAGES[name])

    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")

    assert not runs_over(page)


def test_paper_stays_light_whatever_the_screen(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")

    page.goto(PAGES["six compared"])

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 242)"
