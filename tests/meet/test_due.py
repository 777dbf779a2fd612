"""What is due on a date comes on that day, by the clock of the one it is for, once, and never after the fact."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.meet import jobs
from askwell.meet.availability import services as hours
from askwell.meet.availability.models import Availability
from askwell.meet.letters import reminder
from askwell.meet.models import Conversation
from tests.meet.conftest import book
from tests.meet.hosting import offered

pytestmark = pytest.mark.django_db
A_DAY, A_TICK = timedelta(days=1), timedelta(minutes=10)
TALKS = [
    ("America/New_York", "2027-03-14T09:00", "03-13 08:00"),
    ("America/New_York", "2027-03-15T09:00", "03-14 09:00"),
    ("America/New_York", "2026-12-01T02:00", "11-30 02:00"),
    ("Europe/Berlin", "2027-03-28T18:30", "03-27 17:30"),
    ("Pacific/Auckland", "2027-04-04T09:00", "04-03 10:00"),
    ("Asia/Kathmandu", "2027-01-01T09:45", "12-31 09:45"),
    ("Africa/Casablanca", "2027-02-07T17:00", "02-06 18:00"),
]


def reminders() -> int:
    """How many were queued so far, of both kinds; each is for one person."""
    return DBTaskResult.objects.filter(task_path=reminder.module_path).count()


@pytest.mark.parametrize(("zone", "at", "day_before"), TALKS)
def test_trap_6_a_reminder_comes_the_day_before_and_an_hour_before_across_clock_changes(
    program: Settings, agreed: Conversation, seeker: User, zone: str, at: str, day_before: str
) -> None:
    place = ZoneInfo(zone)
    begins = datetime.fromisoformat(at).replace(tzinfo=place).astimezone(UTC)
    book(agreed, seeker, begins)
    came = []
    with time_machine.travel(begins - A_DAY - 2 * A_TICK, tick=False) as clock:
        while timezone.now() < begins + 2 * A_TICK:
            before = reminders()
            jobs.run_due()
            came += [timezone.now().astimezone(place)] * (reminders() - before)
            clock.shift(A_TICK)

    hour_before = (begins - timedelta(hours=1)).astimezone(place)
    assert [f"{one:%m-%d %H:%M}" for one in came] == [day_before, f"{hour_before:%m-%d %H:%M}"]
    assert (begins.astimezone(place).date() - came[0].date()).days == 1


def test_trap_6_no_reminder_is_due_after_the_talk_has_begun(
    program: Settings, agreed: Conversation, seeker: User
) -> None:
    talk = book(agreed, seeker, timezone.now() + timedelta(days=2))
    assert talk.starts_at

    with time_machine.travel(talk.starts_at + timedelta(seconds=1), tick=False):
        jobs.run_due()

    assert reminders() == 0


@pytest.mark.parametrize(
    ("back", "eve"), [(date(2027, 3, 15), date(2027, 3, 12)), (date(2026, 11, 30), date(2026, 11, 27))]
)
def test_trap_6_who_is_back_on_a_date_is_asked_from_that_very_day_on(
    host: User, open_mornings: Availability, back: date, eve: date
) -> None:
    Availability.objects.update(horizon_days=180)
    hours.pause(host, back_on=back, by=host)

    assert offered(host, eve) == []
    assert offered(host, back) == ["09:00", "09:15", "09:30"]


def test_trap_6_who_comes_back_today_or_came_back_long_ago_is_not_away(
    host: User, open_mornings: Availability
) -> None:
    hours.pause(host, back_on=date(2026, 11, 23), by=host)

    with time_machine.travel(datetime(2026, 11, 23, 4, 30, tzinfo=UTC), tick=False):
        # Still Sunday in New York.
        late = offered(host, date(2026, 11, 24))
    with time_machine.travel(datetime(2026, 12, 8, 15, tzinfo=UTC), tick=False):
        after = offered(host, date(2026, 12, 10))

    assert late == after == ["09:00", "09:15", "09:30"]
