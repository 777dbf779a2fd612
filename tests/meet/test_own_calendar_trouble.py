"""A calendar that can't be written for a while, or any more: said, tried again where that may help, and mended."""

import socket
from datetime import UTC, timedelta
from pathlib import Path

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.desk.giving_back import give_back
from askwell.lib import fetch
from askwell.lib.sealing import seal
from askwell.meet import services
from askwell.meet.models import Conversation
from askwell.meet.own_calendar import server as protocol
from askwell.meet.own_calendar import services as own
from askwell.meet.own_calendar.models import OwnCalendar
from askwell.meet.own_calendar.writing import write
from tests.lib.servers import Talk, answer, read_body, redirect, serving
from tests.meet.conftest import NOW, book
from tests.meet.own_calendars import EVENING, again, agreed, allowed, connect, connected, path, server
from tests.meet.radicale_server import Radicale, radicale
from tests.working import work

__all__ = ["agreed", "allowed", "connected", "path", "server"]
pytestmark = pytest.mark.django_db


def test_trap_12_a_move_and_another_place_change_the_one_entry_and_calling_off_takes_it_out(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, seeker: User
) -> None:
    book(agreed, seeker, EVENING)
    work()
    moved = book(agreed, seeker, EVENING + timedelta(days=1))
    work()
    [entry] = server.entries(path).values()
    services.set_place(moved, place="phone", place_details="555 0100", by=seeker)
    work()
    [placed] = server.entries(path).values()
    services.call_off(moved, by=seeker)
    work()

    assert (entry.start.astimezone(UTC), entry["SEQUENCE"]) == (EVENING + timedelta(days=1), 2)
    assert (placed["LOCATION"], placed["SEQUENCE"], placed["UID"]) == ("555 0100", 3, entry["UID"])
    assert server.entries(path) == {}


def test_a_server_that_is_down_for_a_while_gets_everything_once_it_is_up(
    tmp_path: Path, agreed: Conversation, seeker: User
) -> None:
    with radicale(tmp_path) as up:
        up.make("/ada/mine/")
        found = connect(seeker, f"{up.url}/ada/mine/")
        work()
    book(agreed, seeker, EVENING)
    work()
    assert again(found).troubled_since == NOW
    assert "could not be reached" in found.trouble

    with (
        radicale(tmp_path, port=int(up.url.rpartition(":")[2])) as up,
        time_machine.travel(NOW + timedelta(minutes=3), tick=False) as clock,
    ):
        give_back()
        clock.shift(timedelta(minutes=2))
        work()
        [entry] = up.entries("/ada/mine/").values()

    assert entry.start.astimezone(UTC) == EVENING
    assert (again(found).trouble, found.troubled_since) == ("", None)


def test_a_server_that_stays_away_is_not_run_after_for_ever_nor_left_to_the_operator(
    connected: OwnCalendar, agreed: Conversation, seeker: User
) -> None:
    OwnCalendar.objects.update(sealed_address=seal("http://127.0.0.1:9/"))
    book(agreed, seeker, EVENING)
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(24):
            work()
            give_back()
            clock.shift(timedelta(hours=1))

    assert again(connected).troubled_since == NOW
    assert not connected.is_refused
    assert not DBTaskResult.objects.failed().exists()
    assert not DBTaskResult.objects.ready().exists()


def test_one_that_did_not_answer_is_not_asked_again_at_once_for_the_next_entry(
    connected: OwnCalendar, agreed: Conversation, seeker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "MOST_SECONDS", 0.3)
    asked: list[bytes] = []
    work()

    def silent(connection: socket.socket, head: bytes) -> None:
        asked.append(head)
        hang(connection, head)

    with serving(silent) as port:
        OwnCalendar.objects.update(sealed_address=seal(f"http://127.0.0.1:{port}/"))
        for days in range(3):
            write.enqueue(connected.pk, str(book(agreed, seeker, EVENING + timedelta(days=days)).uid))
        work()

    assert len(asked) == 1
    assert "took too long" in again(connected).trouble


def hang(connection: socket.socket, head: bytes) -> None:
    """Say nothing until the other side hangs up."""
    while connection.recv(65536):
        pass


def test_a_password_that_changed_is_asked_for_once_and_the_new_one_mends_everything(
    tmp_path: Path, agreed: Conversation, seeker: User
) -> None:
    with radicale(tmp_path) as up:
        up.make("/ada/mine/")
        found = connect(seeker, f"{up.url}/ada/mine/")
        work()
        (tmp_path / "users").write_text("ada:changed\n")
        book(agreed, seeker, EVENING)
        work()
        refused = again(found).is_refused, found.trouble, found.troubled_since
        waiting = DBTaskResult.objects.failed().count() + DBTaskResult.objects.ready().count()
        with pytest.raises(protocol.Refusal, match="name and password"):
            connect(seeker, f"{up.url}/ada/mine/")

        connect(seeker, f"{up.url}/ada/mine/", word="changed")
        work()
        (tmp_path / "users").write_text("ada:secret\n")
        [entry] = up.entries("/ada/mine/").values()

    assert refused == (True, "It does not accept the name and password.", NOW)
    assert waiting == 0
    assert entry.start.astimezone(UTC) == EVENING
    assert (again(found).is_refused, found.trouble) == (False, "")


def test_what_was_called_off_in_times_of_trouble_leaves_the_calendar_afterwards(
    server: Radicale, path: str, connected: OwnCalendar, agreed: Conversation, seeker: User
) -> None:
    book(agreed, seeker, EVENING)
    work()
    OwnCalendar.objects.update(
        is_refused=True, troubled_since=NOW, trouble="It does not let Askwell write there."
    )
    services.call_off(agreed, by=seeker)
    work()
    assert len(server.entries(path)) == 1

    own.try_again(seeker, by=seeker)
    work()

    assert server.entries(path) == {}
    assert again(connected).trouble == ""


@pytest.mark.parametrize("way", ["unreachable", "refused"])
def test_one_that_was_taken_away_and_can_not_be_emptied_is_forgotten_with_its_password(
    connected: OwnCalendar, agreed: Conversation, seeker: User, way: str
) -> None:
    book(agreed, seeker, EVENING)
    work()
    own.take_away(seeker, by=seeker)
    with serving(answer(b"", status="403 No")) as port:
        port = port if way == "refused" else 9
        OwnCalendar.objects.update(sealed_address=seal(f"http://127.0.0.1:{port}/"))
        with time_machine.travel(NOW, tick=False) as clock:
            for _ in range(24):
                work()
                give_back()
                clock.shift(timedelta(hours=1))

    assert not OwnCalendar.objects.exists()


def floods(connection: socket.socket, head: bytes) -> None:
    """More than anybody wants to hear."""
    read_body(connection, head)
    answer(b"x" * 5_100_000)(connection, head)


@pytest.mark.parametrize(
    ("talk", "why", "comes_back"),
    [
        (answer(b"", status="503 Busy"), "answered with an error (503)", True),
        (answer(b"", status="429 Slowly"), "answered with an error (429)", True),
        (floods, "larger than 5 MB", True),
        (redirect("http://10.0.0.5/"), "leads elsewhere", True),
        (answer(b"", status="403 No"), "does not let Askwell write there", False),
        (answer(b"", status="404 Nothing"), "no calendar at this address", False),
        (answer(b"", status="418 Teapot"), "does not take what Askwell writes (418)", False),
    ],
)
def test_what_a_server_answers_instead_is_said_and_tried_again_only_where_that_may_help(
    connected: OwnCalendar, agreed: Conversation, seeker: User, talk: Talk, why: str, comes_back: bool
) -> None:
    work()
    with serving(talk) as port:
        OwnCalendar.objects.update(sealed_address=seal(f"http://127.0.0.1:{port}/"))
        book(agreed, seeker, EVENING)
        work()

    assert why in again(connected).trouble
    assert connected.is_refused is not comes_back
    assert DBTaskResult.objects.failed().exists() is comes_back


@pytest.mark.parametrize("status", ["404 Nothing", "410 Gone"])
def test_what_is_gone_already_needs_no_taking_out(
    connected: OwnCalendar, agreed: Conversation, seeker: User, status: str
) -> None:
    work()
    with serving(answer(b"", status=status)) as port:
        OwnCalendar.objects.update(sealed_address=seal(f"http://127.0.0.1:{port}/"))
        services.call_off(book(agreed, seeker, EVENING), by=seeker)
        work()

    assert again(connected).trouble == ""


def test_a_new_key_of_the_site_asks_for_the_password(
    connected: OwnCalendar, agreed: Conversation, seeker: User, program: Settings
) -> None:
    program.SECRET_KEY = "another key " * 5
    book(agreed, seeker, EVENING)
    work()

    assert (again(connected).is_refused, connected.trouble[:24]) == (True, "This site has a new key.")
