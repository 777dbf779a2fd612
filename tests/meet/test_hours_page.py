"""The page on which a host says when they talk."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.lib.sealing import unseal
from askwell.meet.availability import services
from askwell.meet.availability.models import Availability, CalendarSource, WeeklyHours
from tests.meet.conftest import NOW
from tests.meet.hosting import NINE_TO_TEN, TUESDAY, offered

SignIn = Callable[[User], Client]
LIMITS = {
    "lengths": ["15"], "step": "30", "before": "0", "after": "0", "notice_hours": "0", "horizon_days": "10",
    "most_per_day": "", "most_per_week": "2", "most_per_month": "",
}  # fmt: skip


@pytest.fixture
def client(program: Settings, host: User, client_of: SignIn) -> Client:
    """The host's browser, in a program."""
    return client_of(host)


def words(page: object) -> str:
    """What the page says, without its tags."""
    text = re.sub(r"<[^>]*>", " ", page.content.decode())  # type: ignore[attr-defined]
    return " ".join(text.replace("\u00a0", " ").split())


def test_somebody_without_hours_is_told_that_nothing_is_offered(client: Client) -> None:
    assert "No times at present. You have no hours yet." in words(client.get("/meet/hours"))


def test_hours_are_added_and_the_page_shows_what_seekers_see(client: Client) -> None:
    typed = {"weekdays": ["0", "1", "2", "3", "4"], "opens": "09:00", "closes": "10:00"}

    page = words(client.post("/meet/hours/add", typed, follow=True))

    assert "Mondays to Fridays , 9:00 AM to 10:00 AM" in page
    assert "Tuesday, November 24 9:00 AM 9:15 AM 9:30 AM" in page
    assert "Eastern time" in page


def test_a_form_that_can_not_be_kept_says_where_and_keeps_what_was_typed(client: Client) -> None:
    answer = client.post("/meet/hours/add", {"opens": "9:00 AM", "closes": "later"})

    assert answer.status_code == 422
    assert "Pick at least one day." in words(answer)
    assert "Give a time like 5:30 PM." in words(answer)
    assert 'value="9:00 AM"' in answer.content.decode()
    assert not WeeklyHours.objects.exists()


def test_one_press_takes_a_line_of_hours_away(client: Client, open_mornings: Availability) -> None:
    page = client.get("/meet/hours").content.decode()
    keys = re.findall(r'name="hours" value="(\d+)"', page)

    client.post("/meet/hours/drop", {"hours": [*keys, "x", "9" * 40]})

    assert len(keys) == 5
    assert not WeeklyHours.objects.exists()


def test_a_day_is_closed_and_opened_again(client: Client, host: User, open_mornings: Availability) -> None:
    closed = words(
        client.post("/meet/hours/days", {"first": "2026-11-24", "last": "2026-11-25"}, follow=True)
    )
    nothing = offered(host, TUESDAY)
    client.post("/meet/hours/days/restore", {"first": "2026-11-24", "last": "2026-11-25"})

    assert "Tuesday, November 24 to Wednesday, November 25 : closed" in closed
    assert nothing == []
    assert offered(host, TUESDAY) == ["09:00", "09:15", "09:30"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"first": "2026-11-20"}, "This day is over."),
        ({"first": "2026-11-24", "last": "2026-11-23"}, "This is before the first day."),
        ({"first": "2026-11-24", "last": "2036-11-23"}, "Check the year."),
        ({"first": "2026-11-24", "opens": "9:00"}, "What time?"),
        ({"first": "soon"}, "Give a date like"),
    ],
)
def test_days_that_can_not_be_are_refused_with_a_reason(
    client: Client, typed: dict[str, str], says: str
) -> None:
    answer = client.post("/meet/hours/days", typed)

    assert answer.status_code == 422
    assert says in words(answer)


def test_a_pause_is_shown_and_ended(client: Client, host: User, open_mornings: Availability) -> None:
    away = words(client.post("/meet/hours/pause", {"back_on": "2026-12-07"}, follow=True))
    back = words(client.post("/meet/hours/back", follow=True))

    assert "You are back on Monday, December 7" in away
    assert "Monday, December 7 9:00 AM" in away
    assert "Tuesday, November 24 9:00 AM" in back


def test_a_pause_past_the_last_day_offered_says_why_there_is_nothing(
    client: Client, open_mornings: Availability
) -> None:
    page = words(client.post("/meet/hours/pause", {"back_on": "2027-06-01"}, follow=True))

    assert "No times at present. You are away" in page


def test_a_move_is_told_on_the_line(client: Client, open_mornings: Availability) -> None:
    page = words(
        client.post("/meet/hours/move", {"time_zone": "Asia/Kathmandu", "since": "2026-12-01"}, follow=True)
    )

    assert "until Monday, November 30, Eastern" in page
    assert "from Tuesday, December 1" in page


def test_limits_are_kept(client: Client, host: User, open_mornings: Availability) -> None:
    client.post("/meet/hours/limits", LIMITS)

    assert offered(host, TUESDAY, minutes=15) == ["09:00", "09:30"]
    assert Availability.objects.get().most_per_week == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lengths", []),
        ("lengths", ["7"]),
        ("step", "0"),
        ("horizon_days", "9999"),
        ("most_per_day", "0"),
        ("notice_hours", "-1"),
    ],
)
def test_limits_out_of_bounds_are_refused(client: Client, field: str, value: object) -> None:
    assert client.post("/meet/hours/limits", LIMITS | {field: value}).status_code == 422


ADDRESSES = ("/meet/hours", "/meet/hours/limits", "/meet/hours/calendars")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_solo_edition_has_no_such_page(host: User, client_of: SignIn, address: str) -> None:
    assert client_of(host).get(address).status_code == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_seeker_is_told_whose_page_it_is(
    program: Settings, seeker: User, client_of: SignIn, address: str
) -> None:
    answer = client_of(seeker).get(address)

    assert answer.status_code == 403
    assert "Only hosts and counselors offer times." in words(answer)


def test_only_those_who_offer_time_find_the_way_there(
    client: Client, seeker: User, client_of: SignIn
) -> None:
    assert "/meet/hours" in client.get("/meet/hosting").content.decode()
    assert "/meet/hours" not in client_of(seeker).get("/meet/").content.decode()


def test_trap_5_without_a_zone_there_is_one_step(client: Client, host: User) -> None:
    host.time_zone = ""
    host.save()

    page = client.get("/meet/hours").content.decode()

    assert "Say where you live" in page
    assert "Add these hours" not in page


def test_the_page_asks_the_database_as_often_for_thirty_as_for_one(client: Client, host: User) -> None:
    def one_more(number: int) -> None:
        services.add_hours(
            host, weekdays=[number % 7], span=NINE_TO_TEN, since=date(2026, 12, 1 + number), by=host
        )
        services.set_days(host, first=date(2027, 1, 1 + number), last=date(2027, 1, 1 + number), by=host)

    one_more(0)
    client.get("/meet/hours")
    with CaptureQueriesContext(connection) as few:
        client.get("/meet/hours")
    for number in range(1, 30):
        one_more(number)
    with CaptureQueriesContext(connection) as many:
        client.get("/meet/hours")

    assert len(many) == len(few)


FEED = {"kind": "feed", "name": "Work", "address": "webcal://calendar.example/private-7f3a.ics"}


def test_a_calendar_is_connected_and_its_address_never_shown_again(client: Client, host: User) -> None:
    page = words(client.post("/meet/hours/calendars", FEED, follow=True))
    source = CalendarSource.objects.get()

    assert "Work" in page
    assert "Not read yet" in page
    assert "No times are offered until it can be read." in page
    assert "7f3a" not in page
    assert unseal(source.sealed_address) == "https://calendar.example/private-7f3a.ics"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"address": "calendar"}, "Give the whole address."),
        ({"address": "https://"}, "Give the whole address."),
        ({"address": "file:///etc/passwd"}, "Give the whole address."),
        ({"kind": "caldav"}, "Your password there?"),
        ({"kind": "pigeon"}, "Select a valid choice."),
        ({"name": ""}, "What do you call it?"),
    ],
)
def test_a_calendar_that_can_not_be_connected_says_why(
    client: Client, host: User, typed: dict[str, str], says: str
) -> None:
    answer = client.post("/meet/hours/calendars", FEED | typed)

    assert answer.status_code == 422
    assert says in words(answer)
    assert not CalendarSource.objects.exists()


def test_a_password_that_was_typed_is_not_sent_back(client: Client, host: User) -> None:
    answer = client.post("/meet/hours/calendars", FEED | {"address": "x", "password": "hunter2"})

    assert "hunter2" not in answer.content.decode()


def test_trap_11_the_pages_say_why_nothing_is_offered_and_since_when(
    client: Client, host: User, open_mornings: Availability
) -> None:
    client.post("/meet/hours/calendars", FEED)
    CalendarSource.objects.update(read_at=NOW - timedelta(hours=7), trouble="It took too long to answer.")

    calendars = words(client.get("/meet/hours/calendars"))
    hours = words(client.get("/meet/hours"))

    since = "Sunday, November 22, 3:00 AM Eastern"
    assert f"Last read {since}. It took too long to answer. No times are offered" in calendars
    assert (
        f"No times at present. Your calendar “Work” has not been read since {since}. It took too long"
        in hours
    )


def test_a_calendar_is_read_again_and_taken_away(client: Client, host: User) -> None:
    client.post("/meet/hours/calendars", FEED)
    pk = CalendarSource.objects.get().pk

    again = client.post(f"/meet/hours/calendars/{pk}/read", follow=True)
    client.post(f"/meet/hours/calendars/{pk}/drop")

    assert "It is being read." in words(again)
    assert not CalendarSource.objects.exists()


def test_a_limit_that_is_too_high_is_said_in_plain_words(client: Client, host: User) -> None:
    answer = client.post("/meet/hours/limits", {"notice_hours": "9999"})

    assert "At most 336." in words(answer)
