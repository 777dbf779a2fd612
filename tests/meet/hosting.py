"""A host in New York who talks from nine to ten on working days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from askwell.accounts.models import User
from askwell.meet.availability import selectors, services
from askwell.meet.availability.models import Availability

NEW_YORK = ZoneInfo("America/New_York")
NINE_TO_TEN = (time(9), time(10))
WORKDAYS = range(5)
TUESDAY = date(2026, 11, 24)


@pytest.fixture
def host(host: User) -> User:
    """The host lives in New York."""
    host.time_zone = "America/New_York"
    host.save()
    return host


@pytest.fixture
def open_mornings(host: User) -> Availability:
    """Nine to ten on working days."""
    return services.add_hours(host, weekdays=WORKDAYS, span=NINE_TO_TEN, by=host)


def offered(host: User, day: date, minutes: int = 30) -> list[str]:
    """The clock of each slot of a date in New York."""
    first = datetime.combine(day, time(), tzinfo=NEW_YORK).astimezone(UTC)
    found = selectors.slots(host, first=first, last=first + timedelta(days=1), minutes=minutes)
    return [f"{one.astimezone(NEW_YORK):%H:%M}" for one in found]
