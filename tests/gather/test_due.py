"""What the clock starts for gatherings comes on the right day, once, and never after the fact."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.gather import jobs, services
from askwell.gather.letters import reminder
from askwell.gather.models import Gathering
from tests.gather.conftest import Plan
from tests.gather.test_views import planned

pytestmark = pytest.mark.django_db
A_DAY, A_TICK = timedelta(days=1), timedelta(minutes=10)
SPRING, FALL = ["2027-03-11", "2027-03-18"], ["2027-11-04", "2027-11-11"]


def reminders() -> int:
    """How many were queued so far."""
    return DBTaskResult.objects.filter(task_path=reminder.module_path).count()


@pytest.mark.parametrize(
    ("at", "day_before"),
    [
        ("2027-03-14T18:00", "03-13 17:00"),
        ("2027-11-07T18:00", "11-06 19:00"),
        ("2027-01-01T09:00", "12-31 09:00"),
    ],
)
def test_trap_6_a_reminder_comes_the_day_before_and_an_hour_before_across_clock_changes(
    opened: Plan, seeker: User, at: str, day_before: str
) -> None:
    place = ZoneInfo("America/Chicago")
    begins = datetime.fromisoformat(at).replace(tzinfo=place).astimezone(UTC)
    with time_machine.travel(begins - timedelta(days=9), tick=False):
        services.take_seat(opened(starts_at=begins, reminders=True), by=seeker)
    came: list[Any] = []
    with time_machine.travel(begins - A_DAY - 2 * A_TICK, tick=False) as clock:
        while timezone.now() < begins + 2 * A_TICK:
            before = reminders()
            jobs.run_due()
            came += [timezone.now().astimezone(place)] * (reminders() - before)
            clock.shift(A_TICK)

    hour_before = (begins - timedelta(hours=1)).astimezone(place)
    assert [f"{one:%m-%d %H:%M}" for one in came] == [day_before, f"{hour_before:%m-%d %H:%M}"]


def test_trap_6_nobody_is_reminded_of_what_has_begun(opened: Plan, seeker: User) -> None:
    gathering = opened(starts_at=timezone.now() + timedelta(days=9), reminders=True)
    services.take_seat(gathering, by=seeker)

    with time_machine.travel(gathering.starts_at + timedelta(seconds=1), tick=False):
        jobs.run_due()

    assert reminders() == 0


@pytest.mark.parametrize("days", [SPRING, FALL])
def test_trap_6_each_gathering_of_a_series_keeps_its_wall_time_across_a_clock_change(
    program: Settings, client_of: Callable[[User], Client], counselor: User, days: list[str]
) -> None:
    with time_machine.travel(datetime(2027, 1, 5, tzinfo=UTC), tick=False):
        client = client_of(counselor)
        for day in days:
            client.post("/gather/plan", planned(starts=f"{day}T18:00", series="Nights"))

    local = [
        one.starts_at.astimezone(ZoneInfo("America/Chicago"))
        for one in Gathering.objects.order_by("starts_at")
    ]
    assert [f"{one:%Y-%m-%d %H:%M}" for one in local] == [f"{day} 18:00" for day in days]
    assert local[0].utcoffset() != local[1].utcoffset()
