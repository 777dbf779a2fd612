"""A real calendar that Askwell writes into, and somebody to talk to."""

from collections.abc import Iterator
from datetime import UTC, datetime
from ipaddress import ip_network
from uuid import uuid4

import pytest
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.meet import services
from askwell.meet.models import Conversation
from askwell.meet.own_calendar import services as own
from askwell.meet.own_calendar.models import OwnCalendar
from tests.meet.radicale_server import Radicale, radicale

EVENING = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def allowed(program: Settings) -> None:
    """A program whose operator allows this machine."""
    program.ALLOW_FETCH = [ip_network("127.0.0.1")]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """A real CalDAV server."""
    with radicale(tmp_path_factory.mktemp("radicale")) as found:
        yield found


@pytest.fixture
def path(server: Radicale) -> str:
    """An empty calendar on it."""
    path = f"/ada/{uuid4()}/"
    server.make(path)
    return path


@pytest.fixture
def agreed(seeker: User, host: User) -> Conversation:
    """Hannah, who has an account, agreed to talk."""
    contact = Contact.objects.create(
        seeker=seeker, name="Hannah", account=host, about="My aunt says she is shy."
    )
    return services.plan(contact, by=seeker)


def connect(person: User, address: str, *, word: str = "secret") -> OwnCalendar:
    """Have it written into."""
    return own.connect(person, address=address, auth=("ada", word), by=person)


@pytest.fixture
def connected(server: Radicale, path: str, seeker: User) -> OwnCalendar:
    """The seeker's calendar is written into."""
    return connect(seeker, server.url + path)


def again(calendar: OwnCalendar) -> OwnCalendar:
    """As it stands now."""
    calendar.refresh_from_db()
    return calendar
