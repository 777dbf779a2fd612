"""Somebody to talk to, and a Sunday in November."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.meet import services
from askwell.meet.models import Conversation
from tests.meet.hosting import host, open_mornings

__all__ = ["host", "open_mornings"]

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today() -> Iterator[datetime]:
    """Ten in the morning in New York."""
    with time_machine.travel(NOW, tick=False):
        yield NOW


@pytest.fixture
def seeker(seeker: User) -> User:
    """The seeker lives in New York."""
    seeker.time_zone = "America/New_York"
    seeker.save()
    return seeker


@pytest.fixture
def client(client_of: Callable[[User], Client], seeker: User) -> Client:
    """The seeker's browser."""
    return client_of(seeker)


@pytest.fixture
def add(seeker: User) -> Callable[[str], Contact]:
    """One more person the seeker knows of."""

    def one(name: str) -> Contact:
        return Contact.objects.create(
            seeker=seeker, name=name, role="charge nurse", organization="Mercy General"
        )

    return one


@pytest.fixture
def agreed(seeker: User, add: Callable[[str], Contact]) -> Conversation:
    """Marcus agreed to talk; there is no time yet."""
    return services.plan(add("Marcus Bell"), by=seeker)


@pytest.fixture
def booked(seeker: User, agreed: Conversation) -> Conversation:
    """Tuesday at 5:30 PM in New York, by video."""
    return book(agreed, seeker, datetime(2026, 11, 24, 22, 30, tzinfo=UTC))


def book(conversation: Conversation, seeker: User, starts_at: datetime, minutes: int = 20) -> Conversation:
    """Agree on that time."""
    return services.book(
        conversation,
        starts_at=starts_at,
        minutes=minutes,
        time_zone=timezone.get_current_timezone_name(),
        place="video",
        place_details="https://meet.example/marcus",
        by=seeker,
    )
