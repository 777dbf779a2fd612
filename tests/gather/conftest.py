"""Gatherings as organizers plan them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import Role, RoleName, User
from askwell.gather import services
from askwell.gather.models import Gathering, Seat

NIGHT = datetime(2026, 10, 22, 23, 0, tzinfo=UTC)
"""Thursday, 7 PM Eastern, 6 PM Central."""
Plan = Callable[..., Gathering]


def details(**more: Any) -> services.Details:
    """What every organizer says."""
    starts_at = more.get("starts_at", timezone.now() + timedelta(days=7))
    return {
        "title": "A night shift, hour by hour",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=75),
        "time_zone": "America/Chicago",
        "where": "https://meet.example.org/night",
        "seats": 2,
        "audience": "signed_in",
    } | more  # type: ignore[return-value]


def people(count: int, mark: str = "p") -> list[User]:
    """So many seekers, in one go."""
    made = User.objects.bulk_create(
        User(username=f"{mark}{n}", name=f"Person {n}", email=f"{mark}{n}@school.example")
        for n in range(count)
    )
    Role.objects.bulk_create(Role(user=user, name=RoleName.SEEKER) for user in made)
    return made


def guest(gathering: Gathering, email: str) -> Seat:
    """Somebody without an account who has asked for a seat."""
    services.write_in(gathering, email=email, name="Gus")
    return Seat.objects.get(gathering=gathering, email=email, user=None, status="unconfirmed")


@pytest.fixture
def opened(program: Settings, counselor: User) -> Plan:
    """Plan a gathering and open it."""

    def make(**more: Any) -> Gathering:
        return services.open(services.plan(by=counselor, **details(**more)), by=counselor)

    return make
