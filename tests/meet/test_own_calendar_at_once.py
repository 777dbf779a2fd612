"""Nothing waits for a person's calendar: bookings are committed first, and calendars told afterwards."""

import contextlib
import socket
from collections.abc import Iterator
from datetime import timedelta
from ipaddress import ip_network
from threading import Event, Thread

import pytest
from django.db import connection
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.lib.sealing import seal
from askwell.meet import services
from askwell.meet.models import Booking, Conversation, ConversationStatus
from askwell.meet.own_calendar.models import OwnCalendar
from tests.at_once import at_once
from tests.lib.servers import serving
from tests.meet.conftest import book
from tests.meet.own_calendars import EVENING
from tests.working import work

pytestmark = pytest.mark.django_db(transaction=True)


class Silent:
    """A calendar server that takes what it is told and never answers, until it is let go."""

    def __init__(self) -> None:
        self.asked, self.done, self.port = Event(), Event(), 0

    def talk(self, connection: socket.socket, head: bytes) -> None:
        """Say nothing."""
        self.asked.set()
        self.done.wait(120)


@pytest.fixture
def silent(program: Settings, seeker: User) -> Iterator[Silent]:
    """The seeker's calendar is there."""
    program.ALLOW_FETCH = [ip_network("127.0.0.1")]
    calendar = Silent()
    with serving(calendar.talk) as calendar.port:
        OwnCalendar.objects.create(
            person=seeker,
            sealed_address=seal(f"http://127.0.0.1:{calendar.port}/"),
            user="ada",
            sealed_password=seal("secret"),
        )
        yield calendar
        calendar.done.set()


@contextlib.contextmanager
def working() -> Iterator[Thread]:
    """A worker beside us."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    worker = Thread(target=run)
    worker.start()
    try:
        yield worker
    finally:
        worker.join(120)


def test_trap_8_a_calendar_that_never_answers_neither_delays_nor_undoes_a_booking(
    silent: Silent, seeker: User, agreed: Conversation
) -> None:
    book(agreed, seeker, EVENING)
    assert not silent.asked.is_set()

    with working() as worker:
        assert silent.asked.wait(60)
        moved = book(agreed, seeker, EVENING + timedelta(hours=1))
        assert worker.is_alive()
        silent.done.set()

    assert Booking.objects.get(person=seeker).starts_at == moved.starts_at


def test_trap_8_two_bookings_that_race_while_a_calendar_hangs_end_in_exactly_one(
    silent: Silent, seeker: User, agreed: Conversation
) -> None:
    talks = [
        services.plan(Contact.objects.create(seeker=seeker, name=name), by=seeker) for name in ("Bo", "Cy")
    ]
    book(agreed, seeker, EVENING + timedelta(days=1))

    with working() as worker:
        assert silent.asked.wait(60)
        reasons = at_once(*(lambda talk=talk: book(talk, seeker, EVENING) for talk in talks))
        assert worker.is_alive()
        silent.done.set()

    assert sorted(map(bool, reasons)) == [False, True]
    booked = Conversation.objects.filter(status=ConversationStatus.BOOKED, starts_at=EVENING)
    assert booked.count() == 1
