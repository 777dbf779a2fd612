"""What Askwell itself writes about a booking: to calendars, and before it begins."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import icalendar
import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.desk.giving_back import give_back
from askwell.meet import jobs, services
from askwell.meet.models import Conversation
from tests.ask.sink import Sink
from tests.meet.conftest import NOW, book
from tests.working import work

TUESDAY = datetime.fromisoformat("2026-11-24T22:30:00+00:00")
pytestmark = pytest.mark.django_db


@pytest.fixture
def post(program: Settings) -> Iterator[Sink]:
    """A program whose mail goes to a sink."""
    with Sink() as sink:
        program.EMAIL_HOST, program.EMAIL_PORT, program.EMAIL_USE_TLS = "127.0.0.1", sink.port, False
        program.EMAIL_HOST_USER = program.EMAIL_HOST_PASSWORD = ""
        program.DEFAULT_FROM_EMAIL, program.CAN_SEND = "Askwell <askwell@ask.example.edu>", True
        yield sink


@pytest.fixture
def seeker(seeker: User) -> User:
    seeker.email = "nadia@home.example"
    seeker.save()
    return seeker


@pytest.fixture
def host(host: User) -> User:
    """The host lives in Los Angeles."""
    host.email, host.time_zone = "hannah@work.example", "America/Los_Angeles"
    host.save()
    return host


@pytest.fixture
def agreed(seeker: User, host: User) -> Conversation:
    contact = Contact.objects.create(
        seeker=seeker, name="Hannah", account=host, about="My aunt says she is shy."
    )
    return services.plan(contact, by=seeker)


def letters_to(sink: Sink, address: str) -> list[Any]:
    return [letter for letter in sink.taken if letter["To"] == address]


def event_in(letter: Any) -> Any:
    [part] = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    calendar = icalendar.Calendar.from_ical(part.get_payload(decode=True))
    [event] = calendar.walk("VEVENT")
    assert part.get_param("method") == calendar["METHOD"]
    return calendar["METHOD"], event


def text_of(letter: Any) -> str:
    [part] = [part for part in letter.walk() if part.get_content_type() == "text/plain"]
    return str(part.get_payload(decode=True).decode())


def test_both_calendars_are_asked_to_take_a_booking_each_in_its_readers_zone(
    post: Sink, agreed: Conversation, seeker: User
) -> None:
    book(agreed, seeker, TUESDAY)
    work()

    [to_seeker], [to_host] = (
        letters_to(post, address) for address in ("nadia@home.example", "hannah@work.example")
    )
    assert "5:30 PM Eastern" in text_of(to_seeker)
    assert "2:30 PM Pacific" in text_of(to_host)
    assert "https://ask.example.edu/meet/" in text_of(to_seeker)
    assert f"https://ask.example.edu/meet/{agreed.pk}" not in text_of(to_host)
    assert f"https://ask.example.edu/meet/hosting/{agreed.pk}" in text_of(to_host)
    for letter in (to_seeker, to_host):
        method, event = event_in(letter)
        assert method == "REQUEST"
        assert event["DTSTART"].dt == TUESDAY
    assert "shy" not in to_host.as_string()


def test_trap_12_one_uid_for_life_and_a_rising_sequence_from_booking_to_canceling(
    post: Sink, agreed: Conversation, seeker: User
) -> None:
    book(agreed, seeker, TUESDAY)
    work()
    book(agreed, seeker, TUESDAY + timedelta(hours=1))
    work()
    services.call_off(agreed, by=seeker)
    work()

    said = [event_in(letter) for letter in letters_to(post, "hannah@work.example")]
    assert [method for method, _ in said] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [event["SEQUENCE"] for _, event in said] == [1, 2, 3]
    assert len({event["UID"] for _, event in said}) == 1


def test_a_change_overtakes_the_letter_before_it(post: Sink, agreed: Conversation, seeker: User) -> None:
    book(agreed, seeker, TUESDAY)
    book(agreed, seeker, TUESDAY + timedelta(hours=1))
    work()

    [letter] = letters_to(post, "hannah@work.example")
    assert event_in(letter)[1]["DTSTART"].dt == TUESDAY + timedelta(hours=1)


def test_trap_5_a_confirmation_names_the_date_the_time_the_zone_and_the_place(
    post: Sink, agreed: Conversation, seeker: User
) -> None:
    book(agreed, seeker, TUESDAY)
    work()

    [letter] = letters_to(post, "nadia@home.example")
    assert "Tuesday, November 24, 5:30 PM Eastern" in text_of(letter)
    assert "https://meet.example/marcus" in text_of(letter)


def test_the_solo_edition_writes_to_nobody_by_itself(
    post: Sink, program: Settings, agreed: Conversation, seeker: User
) -> None:
    program.SOLO = True

    book(agreed, seeker, TUESDAY)
    work()

    assert not post.taken
    assert not DBTaskResult.objects.exists()


def at(moment: datetime) -> Any:
    return time_machine.travel(moment, tick=False)


@pytest.mark.parametrize(("before", "letters"), [(24 * 60, 1), (60, 1), (24 * 60 + 1, 0), (90, 0)])
def test_a_reminder_comes_a_day_and_an_hour_before(
    post: Sink, agreed: Conversation, seeker: User, before: int, letters: int
) -> None:
    book(agreed, seeker, TUESDAY)
    work()
    post.taken.clear()

    with at(TUESDAY - timedelta(minutes=before)):
        jobs.run_due()
        jobs.run_due()
        work()

    assert len(letters_to(post, "hannah@work.example")) == letters
    assert len(letters_to(post, "nadia@home.example")) == letters


def test_a_reminder_says_when_in_its_readers_zone(post: Sink, agreed: Conversation, seeker: User) -> None:
    book(agreed, seeker, TUESDAY)
    work()
    post.taken.clear()

    with at(TUESDAY - timedelta(hours=1)):
        jobs.run_due()
        work()

    [letter] = letters_to(post, "hannah@work.example")
    assert "2:30 PM Pacific" in text_of(letter)
    assert "Soon: Nadia" in letter["Subject"]


def _call_off(talk: Conversation) -> None:
    services.call_off(talk, by=talk.seeker)


def _move(talk: Conversation) -> None:
    book(talk, talk.seeker, TUESDAY + timedelta(days=1))


@pytest.mark.parametrize("change", [_call_off, _move])
def test_trap_13_no_reminder_after_a_cancellation_or_a_move(
    post: Sink, agreed: Conversation, seeker: User, change: Callable[[Conversation], None]
) -> None:
    book(agreed, seeker, TUESDAY)
    work()
    with at(TUESDAY - timedelta(hours=1)):
        jobs.run_due()
        change(agreed)
        post.taken.clear()
        work()

    assert not [letter for letter in post.taken if letter["Subject"].startswith("Soon")]


def test_trap_14_switching_a_reminder_on_writes_to_nobody_about_a_moment_gone_by(
    post: Sink, program: Settings, agreed: Conversation, seeker: User
) -> None:
    program.REMINDERS = []
    book(agreed, seeker, TUESDAY)
    work()
    post.taken.clear()

    with at(TUESDAY - timedelta(hours=20)):
        program.REMINDERS = [24 * 60, 60]
        jobs.run_due()
        work()

    assert not post.taken


def test_who_books_at_short_notice_is_not_reminded_at_once(
    post: Sink, agreed: Conversation, seeker: User
) -> None:
    with at(TUESDAY - timedelta(minutes=55)):
        book(agreed, seeker, TUESDAY)
        work()
        post.taken.clear()
        jobs.run_due()
        work()

    assert not post.taken


def test_a_letter_put_off_leaves_later_with_the_same_message_id(
    post: Sink, agreed: Conversation, seeker: User
) -> None:
    post.replies["END"] = "451 later"
    book(agreed, seeker, TUESDAY)
    work()
    first = {letter["Message-ID"] for letter in post.taken}
    post.taken.clear()
    del post.replies["END"]

    give_back()
    with at(NOW + timedelta(seconds=59)):
        work()
    assert not post.taken
    with at(NOW + timedelta(seconds=61)):
        work()

    assert {letter["Message-ID"] for letter in post.taken} == first
    assert len(post.taken) == 2


def test_nothing_is_asked_when_no_reminder_is_due(
    agreed: Conversation, django_assert_max_num_queries: Any
) -> None:
    assert timezone.now() == NOW

    with django_assert_max_num_queries(8):
        jobs.run_due()
