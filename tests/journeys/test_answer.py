"""The page that a letter leads to, in a real browser of somebody without an account."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from askwell.ask.links import address_of
from askwell.ask.models import InterviewRequest
from tests.journeys.test_sign_in import at
from tests.meet.test_answer_page import asked

__all__ = ["asked", "at"]
pytestmark = pytest.mark.browser


def test_an_answer_pressed_in_a_browser_arrives(at: Callable[[str], Page], asked: InterviewRequest) -> None:
    page = at(address_of(asked.answer_link))
    page.get_by_role("button", name="Say no, kindly").click()

    expect(page.get_by_role("heading", name="You said no")).to_be_visible()
    asked.refresh_from_db()
    assert asked.status == "declined"
