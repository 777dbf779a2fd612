"""Somebody has their conversations put in their own calendar, on a phone."""

from collections.abc import Callable
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest
from django.conf import settings as site
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from pytest_playwright import CreateContextCallback

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.meet import services
from askwell.meet.own_calendar.models import OwnCalendar
from tests.journeys.hands import press
from tests.journeys.looking import look, small_targets
from tests.meet.conftest import book
from tests.meet.radicale_server import radicale
from tests.working import work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(
    program: Settings,
    live_server: LiveServer,
    new_context: CreateContextCallback,
    seeker: User,
    client_of: Callable[[User], Client],
) -> Page:
    """A phone of a seeker who talks with somebody in three days."""
    program.ALLOW_FETCH = [ip_network("127.0.0.1")]
    seeker.time_zone = "America/Chicago"
    seeker.save()
    talk = services.plan(Contact.objects.create(seeker=seeker, name="Bo Lind"), by=seeker)
    book(talk, seeker, timezone.now().replace(microsecond=0) + timedelta(days=3))
    session = client_of(seeker).cookies[site.SESSION_COOKIE_NAME].value
    context = new_context(
        viewport={"width": 390, "height": 844}, base_url=live_server.url, reduced_motion="reduce"
    )
    context.add_cookies([{"name": site.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return context.new_page()


def test_a_seeker_connects_a_calendar_mends_it_and_takes_it_away(page: Page, tmp_path: Path) -> None:
    with radicale(tmp_path) as server:
        server.make("/ada/mine/")
        page.goto("/meet/calendar")
        look(page, "your calendar")
        press(page.get_by_role("link", name="Put my conversations in a calendar"))
        look(page, "own calendar")
        page.get_by_label("Its CalDAV address").fill(f"{server.url}/ada/mine/")
        page.get_by_label("Your name there").fill("ada")
        _give(page, "not hers")
        assert page.get_by_text("It does not accept the name and password.").is_visible()
        look(page, "own calendar, to be mended")
        _give(page, "secret")
        _wait_for_work(page)
        assert page.get_by_text("Last written").is_visible()
        assert len(server.entries("/ada/mine/")) == 1
        look(page, "own calendar, connected")

        why = {"trouble": "It does not let Askwell write there.", "is_refused": True}
        OwnCalendar.objects.update(**why, troubled_since=timezone.now() - timedelta(hours=3))
        page.reload()
        look(page, "own calendar, in trouble")
        assert small_targets(page) == []
        press(page.get_by_role("button", name="Try it again now"))
        _wait_for_work(page)
        press(page.get_by_role("button", name="Take this calendar away"))
        _wait_for_work(page)
        assert server.entries("/ada/mine/") == {}


def _give(page: Page, word: str) -> None:
    page.get_by_label("App password").fill(word)
    press(page.get_by_role("button", name="Put my conversations there"))


def _wait_for_work(page: Page) -> None:
    work()
    page.reload()
