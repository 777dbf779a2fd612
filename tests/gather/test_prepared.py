"""A gathering that one prepared for is one thing: one calendar entry, one reminder, whatever becomes of it."""

from datetime import timedelta

import icalendar
import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.gather import services
from askwell.gather.models import Gathering
from askwell.meet import jobs as meet_jobs
from askwell.meet import selectors as meet_selectors
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from tests.gather.conftest import Plan, details
from tests.gather.test_letters import Letter, Post, post, somebody

__all__ = ["post"]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(program: Settings) -> User:
    """Somebody whom every room may write to."""
    program.CAN_SEND = True
    return somebody()


def prepared(opened: Plan, reader: User) -> tuple[Gathering, Conversation]:
    gathering = opened(
        reminders=True, starts_at=timezone.now() + timedelta(days=3), speakers=[services.Voice("Ruth Okoro")]
    )
    seat = services.take_seat(gathering, by=reader)
    return gathering, services.listen_to(seat, gathering.speakers.get(), by=reader)


def entries(letters: list[Letter]) -> list[tuple[str, str]]:
    """What calendars were told: the method and the entry."""
    return [
        (str(calendar["METHOD"]), str(event["UID"]))
        for letter in letters
        if letter.calendar
        for calendar in [icalendar.Calendar.from_ical(letter.calendar)]
        for event in calendar.walk("VEVENT")
    ]


def in_the_feed(reader: User) -> list[tuple[str, str, object]]:
    meet.make_feed(reader, by=reader)
    address = meet_selectors.feed_address(reader).removeprefix("https://ask.example.edu")
    events = icalendar.Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    return [(str(event["UID"]), str(event["STATUS"]), event.decoded("DTSTART")) for event in events]


def test_it_is_one_entry_in_letters_and_in_the_private_calendar(
    opened: Plan, post: Post, reader: User
) -> None:
    gathering, _ = prepared(opened, reader)
    uid = f"{gathering.uid}@askwell"

    assert entries(post()) == [("REQUEST", uid)]
    assert in_the_feed(reader) == [(uid, "CONFIRMED", gathering.starts_at.replace(microsecond=0))]


def test_it_is_reminded_of_once_for_each_time(opened: Plan, post: Post, reader: User) -> None:
    gathering, _ = prepared(opened, reader)
    post()
    subjects = []

    for hours in (23.9, 0.9):
        with time_machine.travel(gathering.starts_at - timedelta(hours=hours), tick=False):
            meet_jobs.run_due()
            subjects += [letter.subject for letter in post()]

    assert len(subjects) == 2
    assert all(subject.endswith("A night shift, hour by hour") for subject in subjects)


def test_moved_it_is_the_same_entry_at_the_new_time(
    opened: Plan, post: Post, reader: User, counselor: User
) -> None:
    gathering, conversation = prepared(opened, reader)
    uid = f"{gathering.uid}@askwell"
    post()
    later = gathering.starts_at + timedelta(days=1)

    services.change(gathering, by=counselor, **details(starts_at=later, reminders=True))

    assert entries(post()) == [("REQUEST", uid)]
    assert in_the_feed(reader) == [(uid, "CONFIRMED", later.replace(microsecond=0))]
    conversation.refresh_from_db()
    assert conversation.starts_at == later


def test_called_off_the_one_entry_goes(opened: Plan, post: Post, reader: User, counselor: User) -> None:
    gathering, _ = prepared(opened, reader)
    post()

    services.cancel(gathering, by=counselor)

    assert entries(post()) == [("CANCEL", f"{gathering.uid}@askwell")]
    assert [status for _, status, _ in in_the_feed(reader)] == ["CANCELLED"]
    with time_machine.travel(gathering.starts_at - timedelta(hours=0.9), tick=False):
        meet_jobs.run_due()
        assert post() == []


@pytest.mark.parametrize("prepares", [True, False])
def test_trap_12_a_seat_given_up_leaves_no_ghost_in_the_calendar(
    opened: Plan, post: Post, reader: User, prepares: bool
) -> None:
    if prepares:
        gathering, conversation = prepared(opened, reader)
        seat = conversation.seat
    else:
        gathering = opened()
        seat = services.take_seat(gathering, by=reader)
    post()

    services.give_up(seat, by=reader)

    assert entries(post()) == [("CANCEL", f"{gathering.uid}@askwell")]
    assert in_the_feed(reader) == []


def test_who_takes_a_seat_again_at_once_is_not_told_that_it_is_gone(
    opened: Plan, post: Post, reader: User
) -> None:
    gathering, conversation = prepared(opened, reader)
    post()

    services.give_up(conversation.seat, by=reader)
    again = services.take_seat(gathering, by=reader)
    services.listen_to(again, gathering.speakers.get(), by=reader)

    assert entries(post()) == [("REQUEST", f"{gathering.uid}@askwell")]
    assert len(in_the_feed(reader)) == 1


def test_a_place_in_line_given_up_says_nothing_to_a_calendar(opened: Plan, post: Post, reader: User) -> None:
    gathering = opened(seats=1)
    services.take_seat(gathering, by=somebody(mark="q"))
    seat = services.take_seat(gathering, by=reader)
    post()

    services.give_up(seat, by=reader)

    assert post() == []


def test_no_room_is_made_up_for_a_gathering_whose_link_is_not_known_yet(
    opened: Plan, program: Settings, reader: User
) -> None:
    program.VIDEO_LINK = "https://meet.jit.si/{room}"
    gathering = opened(where="", speakers=[services.Voice("Ruth Okoro")])

    seat = services.take_seat(gathering, by=reader)

    assert services.listen_to(seat, gathering.speakers.get(), by=reader).place_details == ""


def test_what_one_moves_by_hand_is_an_appointment_of_ones_own(opened: Plan, post: Post, reader: User) -> None:
    gathering, conversation = prepared(opened, reader)
    post()

    meet.book(
        conversation,
        starts_at=gathering.starts_at + timedelta(days=9),
        minutes=20,
        time_zone="UTC",
        place="phone",
        place_details="555",
        by=reader,
    )

    assert entries(post()) == [("REQUEST", f"{conversation.uid}@askwell")]
