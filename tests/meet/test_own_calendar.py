"""Conversations stand in the person's own calendar as they stand here, whatever happens on the way."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.desk.services import delete_account
from askwell.meet import selectors, services
from askwell.meet.availability import refreshing
from askwell.meet.availability import services as hours
from askwell.meet.availability.models import Availability, CalendarSource, SourceKind
from askwell.meet.models import Conversation
from askwell.meet.own_calendar import server as protocol
from askwell.meet.own_calendar import services as own
from askwell.meet.own_calendar.models import GoneEntry, OwnCalendar
from askwell.meet.own_calendar.writing import write
from tests.meet.calendars import calendar, event
from tests.meet.conftest import NOW, book
from tests.meet.hosting import TUESDAY, offered
from tests.meet.own_calendars import EVENING, again, agreed, allowed, connect, connected, path, server
from tests.meet.radicale_server import Radicale
from tests.working import work

__all__ = ["agreed", "allowed", "connected", "path", "server"]
pytestmark = pytest.mark.django_db


def test_a_booking_stands_there_at_the_same_instant_as_in_the_private_feed(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, seeker: User
) -> None:
    booked = book(agreed, seeker, EVENING)
    work()

    [(name, entry)] = server.entries(path).items()
    feed = selectors.feed_entries(seeker)[0]
    assert name == f"{booked.uid}.ics"
    assert (entry["UID"], entry["SEQUENCE"], entry["SUMMARY"]) == (feed.uid, 1, feed.title)
    assert entry.start.astimezone(UTC) == booked.starts_at
    assert entry.end.astimezone(UTC) == booked.ends_at
    assert "aunt" not in entry.to_ical().decode()
    assert (again(connected).written_at, connected.trouble) == (NOW, "")


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kathmandu", "Africa/Casablanca", "UTC"])
@pytest.mark.parametrize("day", ["2027-03-13", "2027-03-15", "2027-07-01"])
def test_trap_4_the_entry_names_the_zone_and_means_the_same_instant(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, zone: str, day: str
) -> None:
    at = datetime.fromisoformat(f"{day}T15:00:00+00:00")
    with timezone.override(zone):
        book(agreed, agreed.seeker, at)
    work()

    [entry] = server.entries(path).values()
    assert entry.start.astimezone(UTC) == at


def test_both_have_it_when_both_want_it(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, host: User
) -> None:
    other = f"/ada/{uuid4()}/"
    server.make(other)
    connect(host, server.url + other)

    book(agreed, agreed.seeker, EVENING)
    work()

    assert len(server.entries(path)) == len(server.entries(other)) == 1


def test_another_persons_talk_stands_in_nobodys_calendar(
    server: Radicale, path: str, connected: OwnCalendar, stranger: User
) -> None:
    contact = Contact.objects.create(seeker=stranger, name="Bo Lind")
    talk = book(services.plan(contact, by=stranger), stranger, EVENING)
    work()

    write.func(connected.pk, str(talk.uid))

    assert server.entries(path) == {}


@pytest.mark.parametrize("order", ["pk", "-pk"])
def test_tasks_that_run_twice_late_or_in_the_wrong_order_end_in_the_same(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, seeker: User, order: str
) -> None:
    uid = str(book(agreed, seeker, EVENING).uid)
    book(agreed, seeker, EVENING + timedelta(hours=1))
    work()
    for _ in range(2):
        write.func(connected.pk, uid)
    [entry] = server.entries(path).values()
    services.call_off(agreed, by=seeker)
    services.resume(agreed, by=seeker)
    book(agreed, seeker, EVENING + timedelta(days=2))
    services.call_off(agreed, by=seeker)
    for _ in range(2):
        write.func(connected.pk, uid)

    assert entry.start.astimezone(UTC) == EVENING + timedelta(hours=1)
    assert server.entries(path) == {}


def test_what_is_called_off_while_it_is_being_written_does_not_stay(
    server: Radicale,
    path: str,
    connected: OwnCalendar,
    agreed: Conversation,
    seeker: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put = protocol.put

    def slowly(*args: object, **kwargs: object) -> None:
        services.call_off(agreed, by=seeker)
        # The task that this starts is quicker than the one on its way.
        write.func(connected.pk, str(agreed.uid))
        put(*args, **kwargs)  # type: ignore[arg-type]

    book(agreed, seeker, EVENING)
    with monkeypatch.context() as patched:
        patched.setattr(protocol, "put", slowly)
        write.func(connected.pk, str(agreed.uid))
    assert len(server.entries(path)) == 1
    work()

    assert server.entries(path) == {}


def test_connecting_writes_what_lies_ahead_and_nothing_of_the_past(
    server: Radicale, path: str, agreed: Conversation, seeker: User, stranger: User
) -> None:
    bo = services.plan(Contact.objects.create(seeker=seeker, name="Bo Lind"), by=seeker)
    book(bo, seeker, NOW + timedelta(hours=1))
    book(agreed, seeker, EVENING)
    work()
    with time_machine.travel(NOW + timedelta(hours=2), tick=False):
        connect(seeker, server.url + path)
        work()

    assert [entry["UID"] for entry in server.entries(path).values()] == [f"{agreed.uid}@askwell"]


def test_taking_it_away_takes_out_what_lies_ahead_and_leaves_what_is_over(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, seeker: User
) -> None:
    bo = services.plan(Contact.objects.create(seeker=seeker, name="Bo Lind"), by=seeker)
    book(bo, seeker, NOW + timedelta(hours=1))
    book(agreed, seeker, EVENING)
    work()
    with time_machine.travel(NOW + timedelta(hours=2), tick=False):
        own.take_away(seeker, by=seeker)
        own.take_away(seeker, by=seeker)
        work()

    assert [entry["UID"] for entry in server.entries(path).values()] == [f"{bo.uid}@askwell"]
    assert not OwnCalendar.objects.exists()


def test_another_calendar_takes_the_place_of_the_first(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, seeker: User
) -> None:
    book(agreed, seeker, EVENING)
    work()
    other = f"/ada/{uuid4()}/"
    server.make(other)

    connect(seeker, server.url + other)
    work()

    assert (len(server.entries(path)), len(server.entries(other))) == (0, 1)
    assert OwnCalendar.objects.count() == 1


def test_taken_away_and_connected_again_at_once_everything_stands(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, seeker: User
) -> None:
    book(agreed, seeker, EVENING)
    work()

    own.take_away(seeker, by=seeker)
    connect(seeker, server.url + path)
    write.func(OwnCalendar.objects.get(person=seeker).pk, str(agreed.uid))
    work()

    assert len(server.entries(path)) == 1


def test_an_account_that_goes_leaves_nothing_ahead_in_either_calendar(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, seeker: User, host: User
) -> None:
    other = f"/ada/{uuid4()}/"
    server.make(other)
    connect(host, server.url + other)
    book(agreed, seeker, EVENING)
    work()

    delete_account(seeker, by=seeker)
    work()

    assert server.entries(path) == server.entries(other) == {}
    assert list(OwnCalendar.objects.values_list("person", flat=True)) == [host.pk]
    assert not GoneEntry.objects.exists()


def test_our_own_entry_is_never_in_the_way_of_moving_the_talk(
    server: Radicale, path: str, agreed: Conversation, host: User, open_mornings: Availability
) -> None:
    connect(host, server.url + path)
    source = hours.add_calendar(
        host, name="Mine", address=server.url + path, kind=SourceKind.CALDAV, auth=("ada", "secret"), by=host
    )
    read(source)
    nine = datetime(2026, 11, 24, 14, tzinfo=UTC)
    services.take_slot(agreed, at=nine, time_zone="America/New_York", by=agreed.seeker)
    work()
    assert read(source).trouble == ""

    moved = services.take_slot(
        agreed, at=nine + timedelta(minutes=15), time_zone="America/New_York", by=agreed.seeker
    )
    before = offered(host, TUESDAY)
    services.call_off(moved, by=agreed.seeker)
    read(source)

    assert len(server.entries(path)) == 1
    assert before == []
    assert offered(host, TUESDAY) == ["09:00", "09:15", "09:30"]


def read(source: CalendarSource) -> CalendarSource:
    """What the worker does."""
    refreshing.read_calendar.func(source.pk)
    source.refresh_from_db()
    return source


def test_a_file_put_there_by_hand_is_taken_over_and_an_invitation_is_left_to_the_letters(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, seeker: User
) -> None:
    bo = services.plan(Contact.objects.create(seeker=seeker, name="Bo Lind"), by=seeker)
    for talk, more in ((agreed, ()), (bo, ("ORGANIZER:mailto:askwell@ask.example.edu",))):
        entry = event(":20261130T140000Z", ":20261130T143000Z", *more, uid=f"{talk.uid}@askwell")
        server.put(f"{path}{talk.pk}.ics", calendar(entry))
    book(agreed, seeker, EVENING)
    book(bo, seeker, EVENING + timedelta(hours=1))
    work()
    found = server.entries(path)
    services.call_off(agreed, by=seeker)
    services.call_off(bo, by=seeker)
    work()

    assert sorted(found) == sorted([f"{agreed.pk}.ics", f"{bo.pk}.ics"])
    assert found[f"{agreed.pk}.ics"].start.astimezone(UTC) == EVENING
    assert found[f"{bo.pk}.ics"].start == datetime(2026, 11, 30, 14, tzinfo=UTC)
    assert list(server.entries(path)) == [f"{bo.pk}.ics"]
    assert again(connected).trouble == ""


def test_nothing_is_written_on_a_machine_of_ones_own(agreed: Conversation, program: Settings) -> None:
    program.SOLO = True
    book(agreed, agreed.seeker, EVENING)

    assert not DBTaskResult.objects.exists()
