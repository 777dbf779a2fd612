"""A gathering, from the plan to the waiting list, looked at by everyone who has to do with it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from pytest_playwright import CreateContextCallback

from askwell.accounts.models import User
from askwell.gather import keys, services
from askwell.gather.models import Gathering
from tests.gather.conftest import details, people
from tests.journeys.looking import look, small_targets

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
As = Callable[[User | None], Page]
SUMMARY = (
    "Three nurses walk through one night each, from the handover at seven to the drive home. "
    "Then it is your turn to ask."
)
VOICES = [
    services.Voice("Delphine Arnaud", "Emergency department, eleven years of nights"),
    services.Voice("Kwame Osei", "Pediatric intensive care, second year"),
    services.Voice("Lin Barros", "Moved from nights to a school clinic"),
]


@pytest.fixture
def as_(
    program: Settings,
    live_server: LiveServer,
    new_context: CreateContextCallback,
    client_of: Callable[[User], Client],
) -> As:
    """A fresh browser of that person; of nobody for None."""
    program.SITE_URL = live_server.url

    def open_as(user: User | None) -> Page:
        context = new_context(
            viewport={"width": 390, "height": 844},
            base_url=live_server.url,
            timezone_id="America/New_York",
            reduced_motion="reduce",
        )
        page = context.new_page()
        if user:
            name = program.SESSION_COOKIE_NAME
            session = client_of(user).cookies[name].value
            context.add_cookies([{"name": name, "value": session, "url": live_server.url}])
            page.goto("/")
        return page

    return open_as


WANTED = (
    "What does the extra pay for nights come to in a year?",
    "What happens between three and five in the morning?",
)
ABOUT = "Bring **one question**. The link is on your page.\n\n- No slides\n- Fifteen minutes each"


def opened(counselor: User, **more: object) -> Gathering:
    starts_at = (timezone.now() + timedelta(days=9)).replace(hour=23, minute=0, second=0, microsecond=0)
    said = {"starts_at": starts_at, "summary": SUMMARY, "description": ABOUT, "speakers": VOICES}
    public = {"audience": "anyone", "is_listed": True, "without_account": True, "series": "Nights"}
    gathering = services.plan(by=counselor, **details(**{"seats": 40, **said, **public, **more}))
    return services.open(gathering, by=counselor)


def fill(gathering: Gathering, count: int) -> list[User]:
    everyone = people(count)
    for user in everyone:
        services.take_seat(gathering, by=user)
    return everyone


def test_a_seeker_takes_a_seat_and_prepares_for_a_speaker(as_: As, counselor: User, seeker: User) -> None:
    gathering = opened(counselor)
    opened(counselor, title="Days that begin at four")
    everyone = fill(gathering, 33)
    for user, words in zip(everyone, WANTED, strict=False):
        asked = gathering.all_seats.get(user=user)
        asked.answer = words
        asked.save()
        services.show_question(asked, shown=True, by=counselor)
    me = as_(seeker)

    me.goto("/gather/")
    # The first page told the browser's zone to the server.
    me.reload()
    look(me, "gatherings, the list")
    me.get_by_role("link", name="A night shift, hour by hour").click()
    me.get_by_text("7 seats left").wait_for()
    look(me, "a gathering with seats")
    assert not small_targets(me)
    me.get_by_label("One thing you would like answered").fill("Why nights?")
    me.get_by_role("button", name="Take a seat").click()
    me.get_by_text("You have a seat").wait_for()
    me.get_by_role("button", name="Me too, 1").first.click()
    me.get_by_role("button", name="Me too, 2").wait_for()
    look(me, "a gathering, seat taken")
    me.get_by_role("button", name="Prepare for it with Delphine Arnaud").click()
    me.wait_for_url("**/meet/*")
    look(me, "a gathering as a conversation")


def test_a_seeker_waits_is_offered_a_seat_and_takes_it(as_: As, counselor: User, seeker: User) -> None:
    gathering = opened(counselor)
    everyone = fill(gathering, 43)
    me = as_(seeker)

    me.goto(f"/gather/{gathering.code}")
    look(me, "a gathering that is full")
    me.get_by_role("button", name="Join the waiting list").click()
    me.get_by_role("heading", name="You are 4th on the waiting list").wait_for()
    services.give_up(gathering.all_seats.get(user=everyone[41]), by=everyone[41])
    me.reload()
    me.get_by_role("heading", name="You are 3rd on the waiting list").wait_for()
    look(me, "a gathering, waiting")
    for user in everyone[:3]:
        services.give_up(gathering.all_seats.get(user=user), by=user)
    me.reload()
    me.get_by_text("A seat is yours if you want it").wait_for()
    look(me, "a gathering, a seat offered")
    me.get_by_role("button", name="Take this seat").click()
    me.get_by_text("You have a seat").wait_for()

    assert gathering.all_seats.get(user=seeker).status == "taken"


def test_a_guest_without_an_account_takes_a_seat_by_mail(as_: As, counselor: User) -> None:
    gathering, guest = opened(counselor), as_(None)

    guest.goto("/gather/")
    look(guest, "gatherings, the list for everybody")
    guest.get_by_role("link", name="A night shift, hour by hour").click()
    guest.get_by_label("Your name").wait_for()
    look(guest, "a gathering for somebody without an account")
    guest.get_by_label("Your name").fill("Gus")
    guest.get_by_label("Your e-mail address").fill("gus@home.example")
    guest.get_by_role("button", name="Take a seat").click()
    guest.get_by_role("heading", name="Look in your mail").wait_for()
    look(guest, "a gathering, look in your mail")
    guest.goto(f"/gather/seat/{keys.make(gathering.all_seats.get())}")
    look(guest, "a gathering, is this you")
    guest.get_by_role("button", name="Yes, take my seat").click()
    guest.get_by_role("heading", name="You have a seat").wait_for()
    look(guest, "a gathering, a guests own page")

    assert gathering.all_seats.get(email="gus@home.example").status == "taken"


def test_an_organizer_plans_opens_and_sees_who_comes(as_: As, counselor: User, seeker: User) -> None:
    desk = as_(counselor)

    desk.goto("/gather/plan")
    look(desk, "planning a gathering")
    desk.get_by_label("Title").fill("A night shift")
    desk.get_by_role("button", name="Keep as a draft").click()
    desk.get_by_text("When does it begin?").first.wait_for()
    look(desk, "planning a gathering, something missing")
    desk.get_by_label("Begins").fill(f"{timezone.now() + timedelta(days=20):%Y-%m-%d}T18:00")
    desk.get_by_label("Who speaks").fill("Delphine Arnaud, Emergency nurse")
    desk.get_by_role("button", name="Keep as a draft").click()
    desk.get_by_text("Nobody but staff").wait_for()
    look(desk, "a draft of a gathering")
    desk.get_by_role("button", name="Open it").click()
    desk.get_by_text("It is open").wait_for()
    gathering = Gathering.objects.get()
    services.take_seat(gathering, by=seeker, answer="What happens between three and five in the morning?")
    fill(gathering, 5)
    desk.get_by_role("link", name="Who comes").click()
    desk.wait_for_url("**/guests")
    look(desk, "who comes to a gathering")
    Gathering.objects.update(starts_at=timezone.now() - timedelta(hours=1))
    desk.reload()
    desk.get_by_role("button", name="Came Nadia", exact=True).click()
    desk.locator("[aria-pressed=true]").wait_for()
    look(desk, "who came to a gathering")

    assert gathering.all_seats.get(user=seeker).came
    assert not any(seat.came for seat in gathering.all_seats.exclude(user=seeker))
