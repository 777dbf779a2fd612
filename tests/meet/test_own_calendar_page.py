"""The page on which people say: put my conversations in this calendar."""

import socket
from uuid import uuid4

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.lib import fetch
from askwell.lib.verdicts import Refused
from askwell.meet.models import Conversation
from askwell.meet.own_calendar import policies
from askwell.meet.own_calendar import server as protocol
from askwell.meet.own_calendar import services as own
from askwell.meet.own_calendar.models import OwnCalendar
from tests.lib.servers import Talk, answer, read_body, redirect, serving
from tests.meet.conftest import NOW, book
from tests.meet.own_calendars import EVENING, agreed, allowed, connect, connected, path, server
from tests.meet.radicale_server import Radicale
from tests.working import work

__all__ = ["agreed", "allowed", "connected", "path", "server"]
pytestmark = pytest.mark.django_db
PAGE = "/meet/calendar/own"


def typed(address: str, *, word: str = "secret") -> dict[str, str]:
    """What stands in the form."""
    return {"address": address, "user": "ada", "password": word}


def test_a_calendar_is_tried_connected_written_and_taken_away(
    client: Client, server: Radicale, path: str, agreed: Conversation, seeker: User
) -> None:
    book(agreed, seeker, EVENING)
    answered = client.post(PAGE, typed(server.url + path))
    work()
    page = client.get(PAGE).content.decode()

    assert answered.status_code == 302
    assert "Last written" in page
    assert "takes out the talks that lie ahead and leaves those that are over" in page
    assert len(server.entries(path)) == 1

    client.post(f"{PAGE}/away")
    work()
    assert server.entries(path) == {}
    assert "Connect a calendar" in client.get(PAGE).content.decode()


def test_the_trial_leaves_nothing_behind(server: Radicale, path: str, connected: OwnCalendar) -> None:
    assert server.entries(path) == {}


@pytest.mark.parametrize(
    ("where", "word", "why"),
    [
        ("/ada/", "not-hers", "does not accept the name and password"),
        ("/bob/x/", "secret", "does not let you in"),
        ("/ada/nothing-here/", "secret", "no calendar at this address"),
    ],
)
def test_what_can_not_be_written_is_not_connected_and_the_page_says_why(
    client: Client, server: Radicale, where: str, word: str, why: str
) -> None:
    page = client.post(PAGE, typed(server.url + where, word=word))

    assert page.status_code == 422
    assert why in page.content.decode()
    assert f'"{word}"' not in page.content.decode()
    assert not OwnCalendar.objects.exists()


def test_of_several_calendars_one_has_to_be_named(
    client: Client, server: Radicale, path: str, seeker: User
) -> None:
    server.make(f"/ada/{uuid4()}/")

    page = client.post(PAGE, typed(f"{server.url}/ada/")).content.decode()

    assert "There are several calendars. Give the address of one: " in page
    assert server.url + path in page


ITSELF = (
    b'<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response><d:href>/</d:href><d:propstat>'
    b"<d:prop><d:resourcetype><c:calendar/></d:resourcetype></d:prop></d:propstat></d:response></d:multistatus>"
)


def after_looking(talk: Talk) -> Talk:
    """A server that shows a calendar, and then answers like that."""
    look = answer(ITSELF, "Content-Type: application/xml", status="207 Multi-Status")

    def one(connection: socket.socket, head: bytes) -> None:
        read_body(connection, head)
        (look if head.startswith(b"PROPFIND") else talk)(connection, head)

    return one


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        (redirect("http://10.0.0.5/"), "Only public addresses can be read"),
        (after_looking(redirect("http://127.0.0.1:9/")), "leads elsewhere"),
        (after_looking(answer(b"", status="403 Read only")), "does not let Askwell write there"),
        (after_looking(answer(b"", status="503 Busy")), "answered with an error (503)"),
        (after_looking(answer(b"x" * 5_100_000)), "larger than 5 MB"),
    ],
)
def test_a_server_that_leads_elsewhere_or_takes_nothing_is_refused(
    seeker: User, talk: Talk, why: str
) -> None:
    with serving(talk) as port, pytest.raises(protocol.Refusal) as refusal:
        connect(seeker, f"http://127.0.0.1:{port}/")

    assert why in str(refusal.value)


def test_an_address_in_the_own_network_is_refused(seeker: User, program: Settings, server: Radicale) -> None:
    program.ALLOW_FETCH = []

    with pytest.raises(protocol.Refusal, match="this one is not public"):
        connect(seeker, server.url)


def test_a_server_that_never_answers_holds_the_page_for_a_bounded_time(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "MOST_SECONDS", 0.3)

    def silent(connection: socket.socket, head: bytes) -> None:
        while connection.recv(65536):
            pass

    with serving(silent) as port:
        page = client.post(PAGE, typed(f"http://127.0.0.1:{port}/"))

    assert "It took too long to answer" in page.content.decode()


def test_nobody_tries_passwords_without_end(seeker: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policies, "MOST_TRIES", 2)
    with serving(answer(b"", status="401 No")) as port:
        for _ in range(2):
            with pytest.raises(protocol.Refusal):
                connect(seeker, f"http://127.0.0.1:{port}/")

        with pytest.raises(Refused, match="many times within an hour"):
            connect(seeker, f"http://127.0.0.1:{port}/")


def test_the_page_says_since_when_and_why_it_can_not_be_written(
    client: Client, connected: OwnCalendar
) -> None:
    OwnCalendar.objects.update(
        trouble="It does not accept the name and password.", troubled_since=NOW, is_refused=True
    )

    page = client.get(PAGE).content.decode().replace("\xa0", " ")
    client.post(f"{PAGE}/again")

    assert "has not been able to write there since Sunday, November 22, 10:00 AM Eastern" in page
    assert "does not accept the name and password" in page
    assert "Taking it away leaves what stands there" in page
    assert not OwnCalendar.objects.get().is_refused


def test_secrets_are_neither_in_the_database_nor_on_the_page(client: Client, connected: OwnCalendar) -> None:
    row = " ".join(str(value) for value in OwnCalendar.objects.values().get().values())
    queued = " ".join(str(one.args_kwargs) for one in DBTaskResult.objects.all())

    assert "secret" not in row + queued
    assert "127.0.0.1" not in row + queued
    assert "secret" not in client.get(PAGE).content.decode()


def test_another_persons_calendar_is_left_alone(
    connected: OwnCalendar, stranger: User, seeker: User, path: str, server: Radicale
) -> None:
    for act in (own.take_away, own.try_again):
        with pytest.raises(Refused):
            act(seeker, by=stranger)
    with pytest.raises(Refused):
        own.connect(seeker, address=server.url + path, auth=("ada", "secret"), by=stranger)

    assert OwnCalendar.objects.get().person == seeker


@pytest.mark.parametrize("way", ["", "/again", "/away"])
def test_a_machine_of_ones_own_has_no_such_page(client: Client, program: Settings, way: str) -> None:
    program.SOLO = True

    assert client.post(PAGE + way).status_code == 404
