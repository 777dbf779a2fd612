"""Every letter, read as the one who gets it."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.header import decode_header, make_header
from email.message import Message

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.gather import jobs, services
from askwell.gather.models import Gathering
from tests.ask.sink import Sink
from tests.gather.conftest import NIGHT, Plan, details, guest, people
from tests.working import work

pytestmark = pytest.mark.django_db(transaction=True)
Post = Callable[[], list["Letter"]]
LINK = re.compile(r"https://ask\.example\.edu(/gather/\S+)")


class Letter:
    """One letter as it arrived."""

    def __init__(self, mail: Message) -> None:
        self.to = str(mail["To"])
        self.subject = str(make_header(decode_header(str(mail["Subject"]))))
        parts = [part for part in mail.walk() if not part.is_multipart()]
        texts = {part.get_content_type(): part.get_payload(decode=True) for part in parts}
        self.body = bytes(texts["text/plain"]).decode().replace("\r\n", "\n")
        self.calendar = bytes(texts.get("text/calendar", b"")).decode().replace("\r\n ", "")
        found = LINK.search(self.body)
        self.way = found[1] if found else ""


@pytest.fixture
def post(program: Settings) -> Iterator[Post]:
    """Let the worker run; what arrived since the last time."""
    with Sink() as sink:
        program.EMAIL_HOST, program.EMAIL_PORT, program.EMAIL_USE_TLS = "127.0.0.1", sink.port, False
        program.DEFAULT_FROM_EMAIL = "ask@example.edu"

        def arrived() -> list[Letter]:
            jobs.run_due()
            work()
            taken, sink.taken = sink.taken, []
            return [Letter(mail) for mail in taken]

        yield arrived


def somebody(zone: str = "America/New_York", mark: str = "p") -> User:
    (user,) = people(1, mark)
    user.time_zone = zone
    user.save()
    return user


def test_trap_5_a_seat_is_told_in_the_readers_zone_with_the_place_and_a_calendar_entry(
    opened: Plan, post: Post
) -> None:
    with time_machine.travel(NIGHT - timedelta(days=5)):
        services.take_seat(opened(starts_at=NIGHT), by=somebody())
        (letter,) = post()

    assert (letter.to, letter.subject) == (
        "p0@school.example",
        "You have a seat: A night shift, hour by hour",
    )
    assert letter.body.startswith("Hello Person 0,\n\nyou have a seat at “A night shift, hour by hour”.")
    assert "When: Thursday, October 22, 7:00 PM Eastern, 75 minutes" in letter.body
    assert "Where: https://meet.example.org/night" in letter.body
    assert "METHOD:REQUEST" in letter.calendar
    assert "DTSTART;TZID=America/Chicago:20261022T180000" in letter.calendar
    assert letter.calendar.count("ATTENDEE") == 1
    assert "p0@school.example" in letter.calendar


def test_a_guest_is_asked_whether_the_address_is_theirs_and_the_link_only_shows(
    opened: Plan, post: Post
) -> None:
    gathering = opened(audience="anyone", without_account=True)
    seat = guest(gathering, "gus@home.example")
    (letter,) = post()

    Client().get(letter.way)
    seat.refresh_from_db()
    assert (letter.to, seat.status) == ("gus@home.example", "unconfirmed")
    # Whoever left the address also typed the name: no words of theirs reach a stranger.
    assert "Gus" not in letter.body
    assert "Central" in letter.body
    Client().post(f"{letter.way}/confirm")
    (second,) = post()

    assert second.subject.startswith("You have a seat")
    assert "Hello Gus," in second.body
    assert "You have a seat" in Client().get(second.way).content.decode()
    assert "You have a seat" in Client().get(letter.way).content.decode()


def test_who_registers_again_gets_the_way_to_their_seat(opened: Plan, post: Post) -> None:
    gathering = opened(audience="anyone", without_account=True)
    services.confirm(guest(gathering, "gus@home.example"))
    post()

    services.write_in(gathering, email="gus@home.example", name="Gus")
    (letter,) = post()

    assert "already" in letter.body
    assert "You have a seat" in Client().get(letter.way).content.decode()


def test_the_waiting_list_tells_the_place_and_then_the_offer_with_its_end(opened: Plan, post: Post) -> None:
    with time_machine.travel(NIGHT - timedelta(days=5)):
        gathering = opened(seats=1, starts_at=NIGHT)
        first, second = somebody(), somebody("America/Denver", "q")
        seat = services.take_seat(gathering, by=first)
        services.take_seat(gathering, by=second)
        _, waiting = post()
        services.give_up(seat, by=first)
        offer, _ = sorted(post(), key=lambda letter: letter.to, reverse=True)

    assert waiting.subject == "You are 1st in line: A night shift, hour by hour"
    assert "meet.example.org" not in waiting.body + offer.body
    assert (waiting.to, offer.to) == ("q0@school.example", "q0@school.example")
    assert offer.subject == "A seat is held for you until Sunday, October 18, 5:00 AM Mountain"


def test_an_offer_that_is_gone_when_the_letter_would_leave_is_not_told(opened: Plan, post: Post) -> None:
    gathering = opened(seats=1)
    guests = people(2)
    first, second = (services.take_seat(gathering, by=user) for user in guests)
    post()
    services.give_up(first, by=guests[0])
    services.decline_offer(second, by=guests[1])

    assert [letter.to for letter in post()] == [guests[0].email]


def test_a_move_is_told_once_as_it_stands_now(opened: Plan, post: Post, counselor: User) -> None:
    gathering = opened()
    services.take_seat(gathering, by=somebody())
    post()

    for days in (8, 9):
        services.change(gathering, by=counselor, **details(starts_at=timezone.now() + timedelta(days=days)))
    (letter,) = post()

    assert letter.subject == "Changed: A night shift, hour by hour"
    assert "SEQUENCE:2" in letter.calendar
    assert "Your seat is yours still" in letter.body


def test_calling_off_says_why_and_takes_the_entry_out(opened: Plan, post: Post, counselor: User) -> None:
    gathering = opened()
    services.take_seat(gathering, by=somebody())
    post()

    services.cancel(gathering, because="The speaker & her child are ill.", by=counselor)
    (letter,) = post()

    assert "The speaker & her child are ill." in letter.body
    assert "METHOD:CANCEL" in letter.calendar
    assert "STATUS:CANCELLED" in letter.calendar
    assert "meet.example.org" not in letter.calendar


def reminded(gathering: Gathering, post: Post) -> list[Letter]:
    with time_machine.travel(gathering.starts_at - timedelta(minutes=50)):
        return post()


def test_a_reminder_names_the_time_and_the_place(opened: Plan, post: Post) -> None:
    gathering = opened(reminders=True)
    services.take_seat(gathering, by=somebody())
    post()

    (letter,) = reminded(gathering, post)

    assert "begins" in letter.body
    assert "https://meet.example.org/night" in letter.body
    assert "Eastern" in letter.subject


def test_trap_13_no_reminder_after_giving_up_or_calling_off(
    opened: Plan, post: Post, counselor: User
) -> None:
    gathering, other = opened(reminders=True), opened(reminders=True)
    seat = services.take_seat(gathering, by=somebody())
    services.take_seat(other, by=somebody(mark="q"))
    post()

    with time_machine.travel(gathering.starts_at - timedelta(minutes=50)):
        jobs.run_due()
        services.give_up(seat, by=seat.user)
        services.cancel(other, by=counselor)
        subjects = [letter.subject for letter in post()]

    assert subjects == [
        "You gave up your seat: A night shift, hour by hour",
        "Called off: A night shift, hour by hour",
    ]


def test_the_recording_reaches_those_who_were_there(opened: Plan, post: Post, counselor: User) -> None:
    gathering = opened()
    services.take_seat(gathering, by=somebody())
    post()

    with time_machine.travel(gathering.ends_at + timedelta(hours=1)):
        services.share_recording(gathering, link="https://video.example.org/1", by=counselor)
        (letter,) = post()

    assert "https://video.example.org/1" in letter.body


def test_trap_17_no_letter_names_another_guest(opened: Plan, post: Post, counselor: User) -> None:
    gathering = opened(seats=2)
    for user in people(4):
        services.take_seat(gathering, by=user)
    seats = list(gathering.all_seats.all())
    letters = post()
    services.change(gathering, by=counselor, **details(seats=3))
    letters += post()
    services.give_up(seats[0], by=seats[0].user)
    services.cancel(gathering, by=counselor)
    letters += post()

    assert len(letters) == 13
    for letter in letters:
        others = {f"Person {n}" for n in range(4)} | {f"p{n}@" for n in range(4)}
        others -= {f"Person {letter.to[1]}", letter.to[:3]}
        assert not [words for words in others if words in letter.body + letter.calendar + letter.subject]
