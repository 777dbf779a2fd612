"""How long it takes to find four weeks of slots for one host, and the next free one among many."""

import argparse
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from datetime import time as clock

from askwell.meet.hours import Hours
from askwell.meet.slots import LENGTHS, Busy, Rules, first_free, slots

ZONES = ("America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/Berlin", "Asia/Kathmandu")
# The clocks change within these four weeks in New York, on November 1.
NOW = datetime(2026, 10, 20, 13, 7, tzinfo=UTC)
WEEKS = timedelta(weeks=4)


def host(rng: random.Random, zone: str = ZONES[0]) -> Rules:
    """Somebody with two blocks of hours on each working day, buffers, notice and every cap."""
    blocks = ((clock(8 + rng.randrange(3)), clock(12)), (clock(13), clock(16 + rng.randrange(3), 30)))
    hours = tuple(Hours(day, opens, closes, zone) for day in range(5) for opens, closes in blocks)
    return Rules(
        zone,
        hours,
        lengths=LENGTHS,
        before=5,
        after=10,
        notice=rng.choice([4, 24, 48]) * 60,
        most_per_day=3,
        most_per_week=8,
        most_per_month=20,
    )


def events(rng: random.Random, count: int) -> list[Busy]:
    """Busy times over four weeks, one in fifty of them a booked conversation."""
    begins = sorted(NOW + timedelta(minutes=5 * rng.randrange(28 * 24 * 12)) for _ in range(count))
    return [
        Busy(begin, begin + timedelta(minutes=rng.choice([15, 30, 60])), number % 50 == 0)
        for number, begin in enumerate(begins)
    ]


def median_ms(work: Callable[[], object], times: int) -> float:
    """The median of several runs, in milliseconds, after one that is not counted."""
    work()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return sorted(taken)[times // 2] * 1000


def main() -> None:
    """Print both figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=500)
    parser.add_argument("--hosts", type=int, default=5_000)
    parser.add_argument("--each", type=int, default=20, help="busy times of each of the many hosts")
    options = parser.parse_args()
    rng = random.Random(2026)
    rules, busy = host(rng), events(rng, options.events)

    def four_weeks() -> list[datetime]:
        return slots(rules, busy, now=NOW, first=NOW, last=NOW + WEEKS, minutes=20)

    print(
        f"four weeks, {options.events} busy times: {median_ms(four_weeks, 101):.2f} ms, {len(four_weeks())} slots"
    )
    people = [
        (number, host(rng, rng.choice(ZONES)), events(rng, options.each)) for number in range(options.hosts)
    ]

    def among_all() -> object:
        return first_free(people, now=NOW, minutes=20)

    print(
        f"next free among {options.hosts} hosts, {options.each} busy times each: {median_ms(among_all, 11):.1f} ms"
    )


if __name__ == "__main__":
    main()
