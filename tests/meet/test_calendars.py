"""Other calendars take time: read in the background, the whole of it or nothing, and no slots when they can't be."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.lib.verdicts import Refused
from askwell.meet import services as meet
from askwell.meet.availability import jobs, refreshing, selectors, services
from askwell.meet.availability.models import Availability, BusyTime, CalendarSource, SourceKind
from askwell.meet.models import Conversation
from tests.lib.servers import Talk, answer, serving
from tests.meet.calendars import calendar, event
from tests.meet.conftest import NOW
from tests.meet.hosting import TUESDAY, offered
from tests.meet.radicale_server import Radicale, radicale

TAKEN = event(";TZID=America/New_York:20261124T090000", ";TZID=America/New_York:20261124T091500")
LATER = event(";TZID=America/New_York:20261124T093000", ";TZID=America/New_York:20261124T100000")
ALL, LEFT = ["09:00", "09:15", "09:30"], ["09:15", "09:30"]


@pytest.fixture(autouse=True)
def allowed(settings: Settings) -> None:
    """The operator allows this machine."""
    settings.ALLOW_FETCH = [ip_network("127.0.0.1")]


def connect(host: User, address: str, **other: object) -> CalendarSource:
    """Connect a calendar, and read it once."""
    source = services.add_calendar(host, name="Work", address=address, by=host, **other)  # type: ignore[arg-type]
    return read(source)


def read(source: CalendarSource) -> CalendarSource:
    """What the worker does."""
    refreshing.read_calendar.func(source.pk)
    source.refresh_from_db()
    return source


def feed(port: int) -> str:
    """The address of a feed on this machine."""
    return f"http://127.0.0.1:{port}/private-7f3a/basic.ics"


def test_what_a_feed_says_is_busy_is_not_offered(host: User, open_mornings: Availability) -> None:
    with serving(answer(calendar(TAKEN))) as port:
        source = connect(host, feed(port))

    assert (source.read_at, source.trouble) == (NOW, "")
    assert offered(host, TUESDAY) == LEFT


def test_a_calendar_takes_its_time_even_when_a_buffer_reaches_for_it(
    host: User, open_mornings: Availability
) -> None:
    Availability.objects.update(before=5)
    with serving(answer(calendar(TAKEN))) as port:
        connect(host, feed(port))

    assert offered(host, TUESDAY) == ["09:30"]


def test_trap_11_a_calendar_that_was_never_read_closes_everything_and_says_so(
    host: User, open_mornings: Availability
) -> None:
    services.add_calendar(host, name="Work", address="https://calendar.example/x.ics", by=host)

    assert offered(host, TUESDAY) == []
    assert "“Work” has not been read yet" in selectors.why_closed(selectors.of(host))


def test_trap_11_a_calendar_that_can_not_be_read_for_too_long_closes_everything(
    host: User, open_mornings: Availability
) -> None:
    with serving(answer(calendar(TAKEN))) as port:
        source = connect(host, feed(port))
    read(source)
    soon = offered(host, TUESDAY)

    with time_machine.travel(NOW + timedelta(hours=6, minutes=1), tick=False):
        read(source)
        later = offered(host, TUESDAY)
        why = selectors.why_closed(selectors.of(host))

    assert soon == LEFT
    assert later == []
    assert "has not been read since Sunday, November 22, 10:00 AM Eastern. It could not be reached" in why


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        (answer(b"<html>Sign in</html>"), "no calendar"),
        (answer(calendar(LATER)[:-20]), "no calendar"),
        (answer(b"", status="404 Not Found"), "no calendar at this address"),
        (answer(b"", status="503 Busy"), "answered with an error (503)"),
        (answer(calendar(LATER), status="206 Partial Content"), "answered with an error (206)"),
    ],
)
def test_what_could_not_be_read_whole_changes_nothing(
    host: User, open_mornings: Availability, talk: Talk, why: str
) -> None:
    answers = [answer(calendar(TAKEN)), talk]
    with serving(lambda connection, head: answers.pop(0)(connection, head)) as port:
        source = connect(host, feed(port))
        with time_machine.travel(NOW + timedelta(hours=1), tick=False):
            read(source)

    assert (source.read_at, BusyTime.objects.count()) == (NOW, 1)
    assert why in source.trouble
    assert offered(host, TUESDAY) == LEFT


def test_a_new_reading_takes_the_place_of_the_old_one(host: User, open_mornings: Availability) -> None:
    answers = [answer(calendar(TAKEN)), answer(calendar(LATER))]
    with serving(lambda connection, head: answers.pop(0)(connection, head)) as port:
        source = connect(host, feed(port))
        with time_machine.travel(NOW + timedelta(hours=1), tick=False):
            read(source)

    assert offered(host, TUESDAY) == ["09:00"]


def test_a_reading_that_comes_late_does_not_undo_a_newer_one(host: User, open_mornings: Availability) -> None:
    answers = [answer(calendar(TAKEN)), answer(calendar(LATER))]
    with serving(lambda connection, head: answers.pop(0)(connection, head)) as port:
        source = connect(host, feed(port))
        with time_machine.travel(NOW - timedelta(minutes=1), tick=False):
            read(source)

    assert offered(host, TUESDAY) == LEFT


def test_two_calendars_both_take_time(host: User, open_mornings: Availability) -> None:
    with serving(answer(calendar(TAKEN))) as one, serving(answer(calendar(LATER))) as other:
        connect(host, feed(one))
        connect(host, feed(other))

    assert offered(host, TUESDAY) == []
    assert offered(host, TUESDAY, minutes=20) == []


def test_a_calendar_that_is_taken_away_takes_no_time_any_more(
    host: User, open_mornings: Availability
) -> None:
    with serving(answer(calendar(TAKEN))) as port:
        source = connect(host, feed(port))
    services.drop_calendar(host, source=source.pk, by=host)
    services.drop_calendar(host, source=source.pk, by=host)
    refreshing.read_calendar.func(source.pk)

    assert offered(host, TUESDAY) == ALL
    assert not BusyTime.objects.exists()


def test_nobody_takes_anothers_calendar_away(
    host: User, counselor: User, open_mornings: Availability
) -> None:
    counselor.time_zone = "America/New_York"
    source = services.add_calendar(host, name="Work", address="https://a.example/", by=host)

    services.drop_calendar(counselor, source=source.pk, by=counselor)
    services.read_again(counselor, source=source.pk, by=counselor)
    with pytest.raises(Refused):
        services.drop_calendar(host, source=source.pk, by=counselor)

    assert CalendarSource.objects.filter(pk=source.pk).exists()


def test_secrets_are_not_in_the_database(host: User, open_mornings: Availability) -> None:
    source = services.add_calendar(
        host, name="Work", address="https://a.example/private-7f3a.ics", auth=("ada", "hunter2"), by=host
    )

    row = " ".join(
        str(value) for value in CalendarSource.objects.filter(pk=source.pk).values().get().values()
    )
    queued = " ".join(str(one.args_kwargs) for one in DBTaskResult.objects.all())
    assert "7f3a" not in row + queued
    assert "hunter2" not in row + queued


def test_a_new_key_of_the_site_asks_to_connect_again(
    host: User, open_mornings: Availability, settings: Settings
) -> None:
    source = services.add_calendar(host, name="Work", address="https://a.example/", by=host)
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another key of fifty characters or so, to be sure of it"
    lost = read(source).trouble
    settings.SECRET_KEY_FALLBACKS = [old]
    found = read(source).trouble

    assert "connect it again" in lost
    assert "connect it again" not in found


def test_an_address_in_the_own_network_is_refused(
    host: User, open_mornings: Availability, settings: Settings
) -> None:
    settings.ALLOW_FETCH = []
    with serving(answer(calendar(TAKEN))) as port:
        source = connect(host, feed(port))

    assert source.trouble == "Only public addresses can be read, and this one is not public."


def test_our_own_conversation_in_a_calendar_counts_once(
    host: User, open_mornings: Availability, booked: Conversation
) -> None:
    booked.contact.account = host
    booked.contact.save()
    booked.bookings.create(
        person=host, starts_at=NOW + timedelta(days=5), ends_at=NOW + timedelta(days=5, minutes=20)
    )
    ours = event(":20261124T140000Z", ":20261124T141500Z", uid=f"{booked.uid}@askwell")
    with serving(answer(calendar(ours))) as port:
        source = connect(host, feed(port))
        assert offered(host, TUESDAY) == ALL
        meet.call_off(booked, by=host)
        read(source)

    assert offered(host, TUESDAY) == ALL


def test_calendars_are_read_again_when_it_is_their_turn(host: User, open_mornings: Availability) -> None:
    services.add_calendar(host, name="Work", address="https://a.example/", by=host)
    jobs.run_due()
    early = DBTaskResult.objects.count()
    with time_machine.travel(NOW + timedelta(minutes=16), tick=False):
        jobs.run_due()
        jobs.run_due()

    assert (early, DBTaskResult.objects.count()) == (1, 2)


def test_reading_again_is_done_once_a_minute(host: User, open_mornings: Availability) -> None:
    source = services.add_calendar(host, name="Work", address="https://a.example/", by=host)
    services.read_again(host, source=source.pk, by=host)
    with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
        services.read_again(host, source=source.pk, by=host)
        services.read_again(host, source=source.pk, by=host)

    assert DBTaskResult.objects.count() == 2


def test_there_is_an_end_to_calendars(host: User, open_mornings: Availability) -> None:
    for number in range(10):
        services.add_calendar(host, name=str(number), address="https://a.example/", by=host)

    with pytest.raises(Refused, match="10 calendars already"):
        services.add_calendar(host, name="One more", address="https://a.example/", by=host)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """A real CalDAV server with two calendars and a list of tasks."""
    with radicale(tmp_path_factory.mktemp("radicale")) as found:
        weekly = event(
            ";TZID=America/New_York:20261027T090000", "", "DURATION:PT15M", "RRULE:FREQ=WEEKLY", uid="weekly"
        )
        found.put("/ada/work/weekly.ics", calendar(weekly))
        found.put(
            "/ada/work/free.ics",
            calendar(event(":20261124T140000Z", ":20261124T150000Z", "TRANSP:TRANSPARENT", uid="free")),
        )
        found.put("/ada/home/dentist.ics", calendar(LATER))
        found.make("/ada/tasks", "VTODO")
        yield found


@pytest.mark.parametrize(
    ("path", "left"), [("/ada/work/", LEFT), ("/ada/home/", ["09:00"]), ("/ada/", []), ("/", [])]
)
def test_a_caldav_calendar_or_all_of_a_person_are_read(
    server: Radicale, host: User, open_mornings: Availability, path: str, left: list[str]
) -> None:
    source = connect(host, server.url + path, kind=SourceKind.CALDAV, auth=("ada", "secret"))

    assert source.trouble == ""
    assert offered(host, TUESDAY) == left


@pytest.mark.parametrize(
    ("path", "password", "why"),
    [
        ("/ada/work/", "wrong", "does not accept the name and password"),
        ("/ada/tasks/nothing/", "secret", "no calendar"),
        ("/bob/", "secret", "does not let you in"),
    ],
)
def test_what_caldav_refuses_is_said(
    server: Radicale, host: User, open_mornings: Availability, path: str, password: str, why: str
) -> None:
    source = connect(host, server.url + path, kind=SourceKind.CALDAV, auth=("ada", password))

    assert why in source.trouble
    assert source.read_at is None


def multistatus(inner: str) -> Talk:
    """What a CalDAV server would say."""
    text = f'<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">{inner}</d:multistatus>'
    return answer(text.encode(), "Content-Type: application/xml", status="207 Multi-Status")


ITSELF = "<d:response><d:href>/</d:href><d:propstat><d:prop><d:resourcetype><c:calendar/></d:resourcetype></d:prop></d:propstat></d:response>"
PART = "<d:response><d:href>/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>"
ELSEWHERE = (
    "<d:response><d:href>/</d:href><d:propstat><d:prop><d:current-user-principal><d:href>http://evil.example/</d:href>"
    "</d:current-user-principal></d:prop></d:propstat></d:response>"
)


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ([multistatus(ITSELF), multistatus(PART)], "only in part"),
        ([multistatus(ITSELF), multistatus(ITSELF)], "only in part"),
        ([multistatus("")], "made no sense"),
        ([multistatus(ELSEWHERE)], "on another host: evil.example"),
        ([multistatus(ELSEWHERE.replace("evil.example", "☃.☃"))], "no web address"),
        ([answer(b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", status="207 Multi-Status")], "made no sense"),
        ([answer(b"not xml", status="207 Multi-Status")], "made no sense"),
        ([answer(b"", status="405 No")], "no CalDAV calendar"),
    ],
)
def test_what_a_caldav_server_does_not_answer_wholly_is_not_relied_on(
    host: User, open_mornings: Availability, answers: list[Talk], why: str
) -> None:
    left = list(answers)
    with serving(lambda connection, head: left.pop(0)(connection, head)) as port:
        source = connect(host, f"http://127.0.0.1:{port}/", kind=SourceKind.CALDAV, auth=("ada", "secret"))

    assert why in source.trouble
    assert source.read_at is None


def test_the_moment_of_the_last_success_is_kept(host: User, open_mornings: Availability) -> None:
    with serving(answer(calendar(TAKEN))) as port:
        source = connect(host, feed(port))
        with time_machine.travel(datetime(2026, 11, 22, 18, tzinfo=UTC), tick=False):
            read(source)

    assert source.read_at == datetime(2026, 11, 22, 18, tzinfo=UTC)
