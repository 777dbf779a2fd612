"""The next free time among thousands of hosts, asked of the database: what is read, what is reckoned, on both databases.

    python -m bench.next_free [--hosts 5000]

Each host has ten weekly hours, two dates with hours of their own, twenty busy times of another calendar and five booked
talks. First nobody knows anything; then the same when nine in ten are booked out for a week.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from datetime import time as clock
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.gather import ground
from bench.slots import ZONES
from tests import postgresql

if TYPE_CHECKING:
    from askwell.meet.availability.models import Availability, DayException, WeeklyHours

RNG = random.Random(2026)
TIMES = 20


def fill(hosts: int, now: datetime) -> None:
    """So many hosts, and all that takes their time."""
    from django.core.management import call_command  # noqa: PLC0415 - only where Django is set up

    from askwell.accounts.models import Role, RoleName, User  # noqa: PLC0415 - as above
    from askwell.connect.models import Contact  # noqa: PLC0415 - as above
    from askwell.meet.availability import models  # noqa: PLC0415 - as above
    from askwell.meet.models import Booking, Conversation  # noqa: PLC0415 - as above

    call_command("migrate", verbosity=0, interactive=False)
    people = User.objects.bulk_create(
        User(username=f"h{n}", time_zone=RNG.choice(ZONES)) for n in range(hosts)
    )
    Role.objects.bulk_create(Role(user=user, name=RoleName.HOST) for user in people)
    own = models.Availability.objects.bulk_create(
        models.Availability(
            person=user,
            time_zone=user.time_zone,
            notice_hours=RNG.choice([4, 24, 48]),
            before=5,
            after=10,
            most_per_day=3,
            most_per_week=8,
            most_per_month=20,
        )
        for user in people
    )
    models.WeeklyHours.objects.bulk_create(hour for one in own for hour in weekly(one))
    models.DayException.objects.bulk_create(day for one in own for day in other_days(one, now))
    sources = models.CalendarSource.objects.bulk_create(
        models.CalendarSource(availability=one, name="Work", sealed_address="", read_at=now) for one in own
    )
    models.BusyTime.objects.bulk_create(
        models.BusyTime(source=one, starts_at=at, ends_at=at + timedelta(minutes=RNG.choice([15, 30, 60])))
        for one in sources
        for at in some(20, now)
    )
    seeker = people[0]
    contacts = Contact.objects.bulk_create(Contact(seeker=seeker, name=f"C{n}") for n in range(5))
    talks = Conversation.objects.bulk_create(Conversation(seeker=seeker, contact=one) for one in contacts)
    Booking.objects.bulk_create(
        Booking(person=user, conversation=talk, starts_at=at, ends_at=at + timedelta(minutes=30))
        for user in people
        for week, talk in enumerate(talks)
        for at in some(1, now + timedelta(weeks=week - 1), days=7)
    )


def some(count: int, now: datetime, *, days: int = 28) -> Iterator[datetime]:
    """Moments of the days to come."""
    return (now + timedelta(minutes=5 * RNG.randrange(days * 24 * 12 - 6)) for _ in range(count))


def weekly(own: "Availability") -> Iterator["WeeklyHours"]:
    """Two blocks on each working day."""
    from askwell.meet.availability.models import WeeklyHours  # noqa: PLC0415 - only where Django is set up

    blocks = ((clock(8 + RNG.randrange(3)), clock(12)), (clock(13), clock(16 + RNG.randrange(3), 30)))
    for day in range(5):
        for opens, closes in blocks:
            yield WeeklyHours(availability=own, weekday=day, opens=opens, closes=closes, zone=own.time_zone)


def other_days(own: "Availability", now: datetime) -> Iterator["DayException"]:
    """One date that is closed, one that has an evening."""
    from askwell.meet.availability.models import DayException  # noqa: PLC0415 - only where Django is set up

    closed, evening = (now.date() + timedelta(days=away) for away in RNG.sample(range(28), 2))
    yield DayException(availability=own, day=closed)
    yield DayException(availability=own, day=evening, opens=clock(18), closes=clock(20))


def booked_out(now: datetime) -> None:
    """Nine in ten have no time for a week."""
    from askwell.meet.availability.models import BusyTime, CalendarSource  # noqa: PLC0415 - only where Django is set up

    sources = [one for one in CalendarSource.objects.all() if RNG.random() < 0.9]
    week = {"starts_at": now - timedelta(hours=1), "ends_at": now + timedelta(days=7)}
    BusyTime.objects.bulk_create(BusyTime(source=one, **week) for one in sources)


def ask(name: str) -> None:
    """Print the time, and how many queries it takes."""
    from django.db import connection  # noqa: PLC0415 - only where Django is set up
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - as above

    from askwell.accounts.models import User  # noqa: PLC0415 - as above
    from askwell.meet.availability import together  # noqa: PLC0415 - as above

    def found() -> object:
        return together.next_free(User.objects.filter(roles__name="host"), minutes=20)

    with CaptureQueriesContext(connection) as asked:
        found()
    took, worked = [], []
    for _ in range(TIMES):
        begun, at = time.perf_counter(), time.process_time()
        found()
        took.append((time.perf_counter() - begun) * 1000)
        worked.append((time.process_time() - at) * 1000)
    late = sorted(took)[TIMES * 95 // 100 - 1]
    print(
        f"{connection.vendor:<11} {name:<24} {median(took):6.0f} ms, 95 % {late:.0f}, "
        f"of which this process worked {median(worked):.0f}; {len(asked)} queries",
        flush=True,
    )


def measure(hosts: int) -> None:
    """Fill the database, ask, book most of them out, ask again."""
    import django  # noqa: PLC0415 - only in a process of its own

    django.setup()
    from django.db import connection  # noqa: PLC0415 - only where Django is set up
    from django.utils import timezone  # noqa: PLC0415 - as above

    now = timezone.now()
    fill(hosts, now)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    ask(f"{hosts} hosts")
    booked_out(now)
    ask("nine in ten booked out")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hosts", type=int, default=5_000)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.here:
        return measure(asked.hosts)
    for url in ("", postgresql.start()):
        with tempfile.TemporaryDirectory() as home:
            words = [sys.executable, "-m", "bench.next_free", "--here", "--hosts", str(asked.hosts)]
            subprocess.run(words, env=ground(Path(home), url), check=True)  # noqa: S603 - our own module
    return None


if __name__ == "__main__":
    main()
