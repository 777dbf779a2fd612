"""A host says when they talk, on a phone, without scripts."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from django.conf import settings as site
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from pytest_playwright import CreateContextCallback

from askwell.accounts.models import User
from askwell.meet.availability import services
from askwell.meet.availability.models import CalendarSource
from tests.journeys.hands import press
from tests.journeys.looking import look, small_targets

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


Open = Callable[..., Page]


@pytest.fixture
def opened(
    program: Settings,
    live_server: LiveServer,
    new_context: CreateContextCallback,
    host: User,
    client_of: Callable[[User], Client],
) -> Open:
    """Opens the host's browser, of phone size."""
    host.time_zone = "America/Chicago"
    host.save()
    session = client_of(host).cookies[site.SESSION_COOKIE_NAME].value

    def open_at(address: str, *, scripts: bool) -> Page:
        context = new_context(
            viewport={"width": 390, "height": 844},
            base_url=live_server.url,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.add_cookies([{"name": site.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        page = context.new_page()
        page.goto(address)
        return page

    return open_at


def test_a_host_sets_hours_limits_and_a_pause_without_scripts(opened: Open) -> None:
    page = opened("/", scripts=False)
    press(page.get_by_role("link", name="Hours", exact=True))
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        page.get_by_label(day).check()
    page.locator("#weekly_opens").fill("09:00")
    page.locator("#weekly_closes").fill("12:00")
    press(page.get_by_role("button", name="Add these hours"))
    assert page.get_by_text("Mondays to Fridays").first.is_visible()

    away = (timezone.now() + timedelta(days=9)).date().isoformat()
    page.get_by_text("Close a day, or give it other hours").click()
    page.locator("#other_days_first").fill(away)
    press(page.get_by_role("button", name="Keep these days"))
    assert page.get_by_text("closed").first.is_visible()

    press(page.get_by_role("link", name="Lengths and limits"))
    page.get_by_label("Most talks a week").fill("3")
    press(page.get_by_role("button", name="Keep these limits"))
    page.locator("#away_back_on").fill(away)
    press(page.get_by_role("button", name="Pause until then"))
    assert page.get_by_text("Come back now").is_visible()


def test_the_pages_look_right_and_are_readable_by_ear(opened: Open, host: User) -> None:
    services.add_hours(host, weekdays=range(5), span=(time(9), time(12)), by=host)
    services.add_hours(host, weekdays=[1, 3], span=(time(19), time(0)), until=date(2030, 5, 31), by=host)
    week = timezone.now().date() + timedelta(days=7)
    services.set_days(host, first=week, last=week + timedelta(days=4), by=host)
    page = opened("/meet/hours", scripts=True)

    look(page, "your hours")
    assert small_targets(page) == []
    page.get_by_text("Add weekly hours").click()
    press(page.get_by_role("button", name="Add these hours"))
    look(page, "your hours, to be mended")
    assert small_targets(page) == []
    page.goto("/meet/hours/limits")
    look(page, "lengths and limits")
    assert small_targets(page) == []
    services.add_calendar(host, name="Work", address="https://calendar.example/x.ics", by=host)
    seven_hours_ago = timezone.now() - timedelta(hours=7)
    CalendarSource.objects.update(read_at=seven_hours_ago, trouble="It took too long to answer.")
    page.goto("/meet/hours/calendars")
    look(page, "other calendars")
    assert small_targets(page) == []
    page.goto("/meet/hours")
    look(page, "your hours, closed")
