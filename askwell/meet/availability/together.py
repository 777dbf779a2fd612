"""What many people offer, read together: as many queries for thousands of people as for one."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from functools import reduce
from itertools import groupby
from operator import itemgetter, or_
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from askwell.accounts.models import Role
from askwell.meet.availability.models import (
    FURTHEST,
    Availability,
    BusyTime,
    CalendarSource,
    DayException,
    WeeklyHours,
)
from askwell.meet.availability.policies import OFFERING
from askwell.meet.availability.selectors import AROUND, EVENING_BEFORE, NEAR, STALE
from askwell.meet.hours import Hours
from askwell.meet.models import Booking
from askwell.meet.slots import LENGTHS, Busy, OtherDay, Rules, first_free, next_slot

if TYPE_CHECKING:
    from askwell.accounts.models import User

Offer = tuple[int, Rules, list[Busy]]
"""The person, their rules, and what takes their time."""
Ruled = dict[int, tuple[int, Rules]]
"""The person and their rules, by the key of their availability."""
AHEAD = timedelta(days=FURTHEST + 2)
A_FEW = 50
"""So many people are simply read; of more, only those who matter."""
LONGEST = timedelta(minutes=max(LENGTHS))
SHORT = timedelta(hours=20)
"""So little time, and a talk that begins in it, touch two dates at most."""
STEPS = (timedelta(hours=2), SHORT, 2 * SHORT, 3 * SHORT, 4 * SHORT, AHEAD)
"""How far ahead is looked, step by step: mostly the first finds somebody, and the fifth is past a weekend."""
OWN = (
    *("time_zone", "lengths", "step", "before", "after", "notice_hours", "horizon_days"),
    *("most_per_day", "most_per_week", "most_per_month", "back_on"),
)


def offers(people: Collection[int], *, first: datetime, last: datetime) -> list[Offer]:
    """Of these people those who offer time now, with all that matters to it from `first` to `last`."""
    asked = _offering().filter(person__in=people).order_by("person")
    weekly, others = _weekly_between(first, last), _other_days_between(first, last)
    return _with_busy(_everyones_rules(asked, weekly, others), first, last)


def _everyones_rules(
    asked: QuerySet[Availability], weekly: QuerySet[WeeklyHours], other_days: QuerySet[DayException]
) -> Ruled:
    rows = list(asked.values_list("pk", "person", *OWN))
    keys = [pk for pk, *_ in rows]
    hours, others = _hours(keys, weekly), _other_days(keys, other_days)
    return {pk: (person, _rules(own, hours[pk], others[pk])) for pk, person, *own in rows}


def _with_busy(read: Ruled, first: datetime, last: datetime) -> list[Offer]:
    busy = _busy({pk: person for pk, (person, _) in read.items()}, first, last)
    return [(person, rules, busy[person]) for person, rules in read.values()]


def _offering() -> QuerySet[Availability]:
    """Hosts and counselors whose calendars were all read lately: for whom `why_closed` has no reason."""
    roles = Role.objects.filter(user=OuterRef("person"), name__in=OFFERING)
    fresh = Q(read_at__gt=timezone.now() - STALE)
    stale = CalendarSource.objects.filter(~fresh, availability=OuterRef("pk"))
    return Availability.objects.filter(Exists(roles), ~Exists(stale), person__is_active=True)


def _rules(own: list[Any], hours: list[Hours], others: list[OtherDay]) -> Rules:
    zone, lengths, step, before, after, notice_hours, *rest = own
    days = tuple(hours), tuple(others)
    return Rules(zone, *days, tuple(lengths), step, before, after, notice_hours * 60, *rest)


def _hours(keys: Collection[int], weekly: QuerySet[WeeklyHours]) -> dict[int, list[Hours]]:
    found: dict[int, list[Hours]] = defaultdict(list)
    for pk, weekday, opens, closes, zone, since, until in weekly.filter(availability__in=keys).values_list(
        "availability", "weekday", "opens", "closes", "zone", "since", "until"
    ):
        found[pk].append(Hours(weekday, opens, closes, zone, since or date.min, until or date.max))
    return found


def _other_days(keys: Collection[int], other_days: QuerySet[DayException]) -> dict[int, list[OtherDay]]:
    rows = other_days.filter(availability__in=keys).order_by("availability", "day")
    found: dict[int, list[OtherDay]] = defaultdict(list)
    every = rows.values_list("availability", "day", "opens", "closes")
    for (pk, day), those in groupby(every, key=itemgetter(0, 1)):
        found[pk].append(OtherDay(day, tuple((one[2], one[3]) for one in those if one[2] and one[3])))
    return found


def _busy(keys: Mapping[int, int], first: datetime, last: datetime) -> dict[int, list[Busy]]:
    found: dict[int, list[Busy]] = defaultdict(list)
    booked = Booking.objects.filter(person__in=keys.values()).during(first - AROUND, last + AROUND)
    for person, begin, end in booked.order_by().values_list("person", "starts_at", "ends_at"):
        found[person].append(Busy(begin, end, counts=True))
    other = BusyTime.objects.filter(
        source__availability__in=keys, starts_at__lt=last + NEAR, ends_at__gt=first - NEAR
    )
    for pk, begin, end in other.order_by().values_list("source__availability", "starts_at", "ends_at"):
        found[keys[pk]].append(Busy(begin, end))
    return found


def next_free(people: "QuerySet[User]", *, minutes: int) -> tuple[int, datetime] | None:
    """Who of the people can be booked first for that long, and when; one of them, when several can."""
    now = timezone.now()
    asked = _offering().filter(person__in=people)
    least = Availability.objects.aggregate(least=Min("notice_hours"))["least"] or 0
    begin = first = now + timedelta(hours=least)
    for ahead in STEPS if asked[A_FEW:].exists() else (AHEAD,):
        last = begin + ahead
        if found := _first_between(asked, first, last, now=now, minutes=minutes):
            return found
        first = last
    return None


def _first_between(
    asked: QuerySet[Availability], first: datetime, last: datetime, *, now: datetime, minutes: int
) -> tuple[int, datetime] | None:
    """The same, of starts from `first` to before `last`.

    What takes their time is read of those first who could begin soonest; then only of those who could be sooner still.
    """
    weekly, others = _weekly_between(first, last), _other_days_between(first, last)
    sooner = Q(notice_hours__lt=(last - now) / timedelta(hours=1))
    if last - first <= SHORT:
        sooner &= _in_either(weekly, others.filter(opens__isnull=False))
    read = _everyones_rules(asked.filter(sooner), weekly, others)
    at_best = {
        pk: at
        for pk, (_, rules) in read.items()
        if (at := next_slot(rules, (), now=now, minutes=minutes, since=first, before=last))
    }
    in_order = sorted(at_best, key=at_best.__getitem__)
    best: tuple[int, datetime] | None = None
    for some in (in_order[:A_FEW], in_order[A_FEW:]):
        left = {pk: read[pk] for pk in some if at_best[pk] < last}
        found = first_free(_with_busy(left, first, last), now=now, minutes=minutes, since=first, before=last)
        if found:
            best, last = found, found[1]
    return best


def _in_either(weekly: QuerySet[WeeklyHours], others: QuerySet[DayException]) -> Q:
    return Q(pk__in=weekly.values("availability")) | Q(pk__in=others.values("availability"))


def _other_days_between(first: datetime, last: datetime) -> QuerySet[DayException]:
    """The dates with hours of their own that matter then: rather too many than too few."""
    days = first.date() - EVENING_BEFORE, last.date() + EVENING_BEFORE
    return DayException.objects.filter(day__range=days)


def _weekly_between(first: datetime, last: datetime) -> QuerySet[WeeklyHours]:
    """The weekly hours that matter to what begins in that time: rather too many than too few."""
    every = WeeklyHours.objects.order_by()
    if last - first > SHORT:
        return every
    zones = every.values_list("zone", flat=True).distinct()
    return every.filter(
        reduce(or_, (_on_the_clock(zone, first, last + LONGEST) for zone in zones), Q(pk=None))
    )


def _on_the_clock(zone: str, first: datetime, last: datetime) -> Q:
    """Weekly hours in that zone with a moment in this short time; all of the zone when its clocks change then."""
    begin, end = first.astimezone(ZoneInfo(zone)), last.astimezone(ZoneInfo(zone))
    there = Q(zone=zone)
    if begin.utcoffset() != end.utcoffset():
        return there
    over_midnight = Q(closes__lte=F("opens"))
    not_over_yet, begun = over_midnight | Q(closes__gt=begin.time()), Q(opens__lt=end.time())
    if begin.date() == end.date():
        on_the_day = Q(weekday=begin.weekday()) & not_over_yet & begun
    else:
        on_the_day = Q(weekday=begin.weekday()) & not_over_yet | Q(weekday=end.weekday()) & begun
    evening_before = Q(weekday=(begin.weekday() - 1) % 7, closes__gt=begin.time()) & over_midnight
    return there & (on_the_day | evening_before)
