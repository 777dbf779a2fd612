"""Text twice as large on a phone: nothing runs into what stands beside it."""

import pytest
from playwright.sync_api import Locator, Page

from tests.journeys.conftest import Open
from tests.journeys.looking import runs_over

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("example"),
]
WIDER_THAN_THEIR_PLACE = """kinds => [...document.querySelectorAll(kinds)].filter(each => {
  const words = document.createRange()
  words.selectNodeContents(each)
  return words.getBoundingClientRect().width > each.closest('li, td, th').getBoundingClientRect().width + 1
}).map(each => each.textContent)"""


def enlarge(page: Page) -> None:
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def width(of: Locator) -> float:
    return float(of.evaluate("each => each.getBoundingClientRect().width"))


def test_at_twice_the_size_every_path_of_a_decision_has_a_line_of_its_own(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name="Open the example").click()
    page.goto("/decide/")
    whose = page.locator(".cell .whose").first
    assert width(whose) == 1

    enlarge(page)

    assert width(whose) > 100
    assert page.evaluate(WIDER_THAN_THEIR_PLACE, ".cell b, .cell small, .cell .whose") == []
    assert not runs_over(page)


def test_at_twice_the_size_no_station_of_the_journey_touches_the_next(opened: Open) -> None:
    page = opened()
    page.get_by_role("button", name="Open the example").click()

    enlarge(page)

    assert page.evaluate(WIDER_THAN_THEIR_PLACE, ".journey strong, .journey span") == []
    assert not runs_over(page)


def test_at_twice_the_size_bars_stay_long_enough_to_be_compared(opened: Open) -> None:
    page = opened()
    page.goto("/explore/careers/29-1171")

    enlarge(page)

    widths = page.evaluate("[...document.querySelectorAll('.barred svg')].map(each => each.clientWidth)")
    drawn = {round(width) for width in widths if width}
    assert min(drawn) > 200
    assert max(drawn) - min(drawn) <= 1
    assert not runs_over(page)
