"""A seeker books a counselor's half hour; the counselor moves it, then it is missed: on a phone, without scripts."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from django.conf import settings as site
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from pytest_playwright import CreateContextCallback

from askwell.accounts.models import User
from askwell.meet.availability import services
from askwell.meet.models import Conversation
from tests.journeys.hands import press
from tests.journeys.looking import look, small_targets

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Open = Callable[..., Page]


@pytest.fixture
def opened(
    program: Settings,
    live_server: LiveServer,
    new_context: CreateContextCallback,
    client_of: Callable[[User], Client],
) -> Open:
    """Opens somebody's browser, of phone size."""

    def open_at(who: User, address: str, *, scripts: bool) -> Page:
        context = new_context(
            viewport={"width": 390, "height": 844},
            base_url=live_server.url,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        session = client_of(who).cookies[site.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": site.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        page = context.new_page()
        page.goto(address)
        return page

    return open_at


@pytest.fixture
def seeker(seeker: User) -> User:
    """The seeker lives in Chicago."""
    seeker.time_zone = "America/Chicago"
    seeker.save()
    return seeker


@pytest.fixture
def counselor(counselor: User) -> User:
    """Open every day from nine to ten."""
    counselor.time_zone = "America/Chicago"
    counselor.save()
    services.add_hours(counselor, weekdays=range(7), span=(time(9), time(10)), by=counselor)
    return counselor


def test_a_talk_with_a_counselor_without_scripts(opened: Open, seeker: User, counselor: User) -> None:
    page = opened(seeker, "/meet/", scripts=False)
    page.get_by_role("link", name="Talk with a counselor").click()
    page.get_by_role("button", name="9:00 AM").first.click()
    expect(page.get_by_text("with Curtis.")).to_be_visible()

    theirs = opened(counselor, "/", scripts=False)
    theirs.get_by_role("link", name="Nadia").click()
    theirs.get_by_label("By phone").check()
    theirs.get_by_label("Link, number or address").fill("555-0142")
    theirs.get_by_role("button", name="Keep this").click()
    later = timezone.now().date() + timedelta(days=9)
    theirs.get_by_text("Move it: name other times").click()
    for number in (1, 2):
        theirs.get_by_label(f"Day {number}").fill(later.isoformat())
        theirs.get_by_label(f"Time {number}").fill(f"1{number}:00")
    theirs.get_by_role("button", name="Name these times").click()
    expect(theirs.get_by_text("You named these times")).to_be_visible()

    page.reload()
    expect(page.get_by_text("555-0142")).to_be_visible()
    page.get_by_role("link", name="See the times").click()
    press(page.get_by_role("button", name="Take this one").first)
    assert Conversation.objects.get().starts_at.date() == later  # type: ignore[union-attr]

    Conversation.objects.update(starts_at=timezone.now() - timedelta(hours=1))
    theirs.reload()
    press(theirs.get_by_role("button", name="I missed it"))
    page.reload()
    page.get_by_role("button", name="Find another time").click()
    expect(page.get_by_role("heading", name="Find a time")).to_be_visible()


def test_the_pages_of_both_look_right_by_day_and_by_night(
    opened: Open, seeker: User, counselor: User
) -> None:
    page = opened(seeker, "/meet/consultation", scripts=True)
    look(page, "A counselors times")
    assert small_targets(page) == []
    page.get_by_role("button", name="9:00 AM").first.click()
    expect(page.get_by_text("with Curtis.")).to_be_visible()
    page.goto("/meet/consultation")
    look(page, "A counselor is booked")
    talk = Conversation.objects.get()
    page.goto(f"/meet/{talk.pk}/time")
    look(page, "A hosts free times")

    theirs = opened(counselor, "/meet/hosting", scripts=True)
    look(theirs, "Who wants to talk")
    theirs.goto(f"/meet/hosting/{talk.pk}")
    look(theirs, "Hosted")
    assert small_targets(theirs) == []
    Conversation.objects.update(starts_at=timezone.now() - timedelta(hours=1))
    theirs.reload()
    look(theirs, "Hosted and over")
    page.goto(f"/meet/{talk.pk}")
    look(page, "Over")
    press(page.get_by_role("button", name="They did not come"))
    look(page, "Missed")
