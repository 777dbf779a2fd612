"""What many offer, read together, is what each of them offers."""

import random
from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from askwell.accounts.models import Role, RoleName, User
from askwell.connect.models import Contact
from askwell.meet.availability import selectors, together
from askwell.meet.availability.models import (
    Availability,
    BusyTime,
    CalendarSource,
    DayException,
    WeeklyHours,
)
from askwell.meet.models import Booking, Conversation

pytestmark = pytest.mark.django_db
ZONES = ("America/New_York", "America/Los_Angeles", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Chatham")
MOMENTS = (
    datetime(2026, 11, 24, 14, 7, tzinfo=UTC),
    datetime(2026, 11, 27, 22, 59, tzinfo=UTC),
    # The clocks change in New York, in Berlin, on Chatham.
    datetime(2026, 10, 31, 23, 30, tzinfo=UTC),
    datetime(2026, 3, 28, 20, 0, tzinfo=UTC),
    datetime(2026, 9, 26, 9, 15, tzinfo=UTC),
)


def somebody(rng: random.Random, number: int, now: datetime) -> User:
    """A host or counselor with hours of any kind; now and then one who may offer none."""
    user = User.objects.create(
        username=f"p{number}", time_zone=rng.choice(ZONES), is_active=rng.random() > 0.05
    )
    if rng.random() > 0.05:
        Role.objects.create(user=user, name=rng.choice([RoleName.HOST, RoleName.COUNSELOR]))
    own = Availability.objects.create(
        person=user,
        time_zone=user.time_zone,
        lengths=rng.choice([[20, 30], [30, 45], [15]]),
        step=rng.choice([10, 15, 30]),
        before=rng.choice([0, 10]),
        after=rng.choice([0, 5]),
        notice_hours=rng.choice([0, 1, 4, 24, 72]),
        horizon_days=rng.choice([1, 7, 60]),
        most_per_day=rng.choice([None, 1, 2]),
        most_per_week=rng.choice([None, 1, 3]),
        back_on=rng.choice([None, None, None, now.date() + timedelta(days=2)]),
    )
    for _ in range(rng.randrange(6)):
        opens, closes = (
            time(rng.randrange(24), rng.choice([0, 20])),
            time(rng.randrange(24), rng.choice([0, 40])),
        )
        since = rng.choice([None, None, now.date() + timedelta(days=1)])
        zone = rng.choice([user.time_zone, rng.choice(ZONES)])
        WeeklyHours.objects.create(
            availability=own, weekday=rng.randrange(7), opens=opens, closes=closes, zone=zone, since=since
        )
    for away in rng.sample(range(-1, 5), rng.randrange(3)):
        hours = rng.choice([{}, {"opens": time(8), "closes": time(11)}])
        DayException.objects.create(availability=own, day=now.date() + timedelta(days=away), **hours)
    take_up(rng, own, now)
    return user


def take_up(rng: random.Random, own: Availability, now: datetime) -> None:
    """Other calendars, one of them perhaps not read for long, and talks that are booked."""
    for _ in range(rng.randrange(3)):
        read_at = rng.choice([now, now, now, now, now, now - timedelta(hours=9), None])
        source = CalendarSource.objects.create(
            availability=own, name="Work", sealed_address="", read_at=read_at
        )
        for _ in range(rng.randrange(5)):
            begin = now + timedelta(minutes=rng.randrange(-200, 4000))
            end = begin + timedelta(minutes=rng.choice([30, 600]))
            BusyTime.objects.create(source=source, starts_at=begin, ends_at=end)
    for place in range(rng.randrange(3)):
        contact = Contact.objects.create(seeker=own.person, name="Ana")
        talk = Conversation.objects.create(seeker=own.person, contact=contact)
        begin = now + timedelta(hours=30 * place + rng.randrange(20))
        Booking.objects.create(
            person=own.person, conversation=talk, starts_at=begin, ends_at=begin + timedelta(minutes=30)
        )


@pytest.mark.parametrize("seed", range(25))
def test_the_next_free_time_of_many_is_the_first_of_all_that_each_offers(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(seed)  # noqa: S311 - chance, not a secret
    now = rng.choice(MOMENTS)
    monkeypatch.setattr(together, "A_FEW", rng.choice([2, 50]))
    with time_machine.travel(now, tick=False):
        people = {user.pk: user for user in (somebody(rng, number, now) for number in range(14))}
        minutes = rng.choice([15, 20, 30])
        last = now + together.AHEAD
        each = {
            pk: selectors.slots(user, first=now, last=last, minutes=minutes) for pk, user in people.items()
        }

        found = together.next_free(User.objects.filter(pk__in=people), minutes=minutes)

        firsts = [starts[0] for starts in each.values() if starts]
        assert (found and found[1]) == min(firsts, default=None)
        assert found is None or each[found[0]][0] == found[1]


@pytest.mark.parametrize("hours", [1, 5, 30, 50, 70, 90, 200])
def test_when_all_are_taken_for_long_what_takes_them_is_not_forgotten(
    hours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = MOMENTS[0]
    monkeypatch.setattr(together, "A_FEW", 1)
    with time_machine.travel(now, tick=False):
        for number in range(3):
            user = User.objects.create(username=f"p{number}")
            Role.objects.create(user=user, name=RoleName.HOST)
            own = Availability.objects.create(person=user, time_zone="UTC", notice_hours=0)
            for weekday in range(7):
                WeeklyHours.objects.create(
                    availability=own, weekday=weekday, opens=time(0), closes=time(0), zone="UTC"
                )
            source = CalendarSource.objects.create(
                availability=own, name="Work", sealed_address="", read_at=now
            )
            BusyTime.objects.bulk_create(
                BusyTime(source=source, starts_at=begin, ends_at=begin + timedelta(hours=1))
                for begin in (now + timedelta(hours=hour) for hour in range(hours))
            )

        found = together.next_free(User.objects.all(), minutes=20)

        assert found
        assert found[1] == datetime(2026, 11, 24, 14, 15, tzinfo=UTC) + timedelta(hours=hours)


@pytest.mark.parametrize("seed", range(25, 35))
def test_what_is_read_together_is_what_is_read_of_each(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - chance, not a secret
    now = rng.choice(MOMENTS)
    with time_machine.travel(now, tick=False):
        people = [somebody(rng, number, now) for number in range(10)]
        last = now + timedelta(days=30)

        found = together.offers([one.pk for one in people], first=now, last=last)

        assert [person for person, _, _ in found] == [
            one.pk for one in people if not selectors.why_closed(selectors.of(one))
        ]
        for person, rules, busy in found:
            alone = selectors.of(User.objects.get(pk=person))
            assert rules.weeks == selectors.rules(alone).weeks
            assert rules.others == selectors.rules(alone).others
            assert set(busy) == set(selectors.busy(alone, first=now, last=last))


def test_a_thousand_people_cost_no_more_queries_than_two() -> None:
    now = timezone.now()
    counts = []
    for many in (1, 29):
        for number in range(many):
            somebody(random.Random(number), 100 * many + number, now)  # noqa: S311 - as above
        with CaptureQueriesContext(connection) as asked:
            together.next_free(User.objects.all(), minutes=20)
        counts.append(len(asked))

    assert counts[1] <= max(counts[0], 3 * 8)
