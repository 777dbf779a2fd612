"""What many people offer, read together: as many queries for thousands of people as for one."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from functools import reduce
from itertools import groupby
from operator import itemgetter, or_
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q, QuerySet
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
from askwell.meet.slots import Busy, OtherDay, Rules, first_free

if TYPE_CHECKING:
    from askwell.accounts.models import User

Offer = tuple[int, Rules, list[Busy]]
"""The person, their rules, and what takes their time."""
AHEAD = timedelta(days=FURTHEST + 2)
A_FEW_THEN_ALL = (50, 500, None)
"""How many are read in each round: what a few have free rules most of the others out."""
SHORT = timedelta(hours=20)
"""So little time touches two dates at most."""
OWN = (
    *("time_zone", "lengths", "step", "before", "after", "notice_hours", "horizon_days"),
    *("most_per_day", "most_per_week", "most_per_month", "back_on"),
)


def offers(people: Collection[int], *, first: datetime, last: datetime) -> list[Offer]:
    """Of these people those who offer time now, with all that matters to it from `first` to `last`."""
    rows = list(_offering().filter(person__in=people).order_by("person").values_list("pk", "person", *OWN))
    keys = {pk: person for pk, person, *_ in rows}
    hours, others, busy = _hours(keys, first, last), _other_days(keys), _busy(keys, first, last)
    return [(person, _rules(own, hours[pk], others[pk]), busy[person]) for pk, person, *own in rows]


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


def _hours(keys: Mapping[int, int], first: datetime, last: datetime) -> dict[int, list[Hours]]:
    found: dict[int, list[Hours]] = defaultdict(list)
    rows = WeeklyHours.objects.filter(availability__in=keys)
    if last - first < SHORT:
        days = (first + timedelta(days=away) for away in (-2, -1, 0, 1, 2))
        rows = rows.filter(weekday__in={day.weekday() for day in days})
    for pk, weekday, opens, closes, zone, since, until in rows.order_by().values_list(
        "availability", "weekday", "opens", "closes", "zone", "since", "until"
    ):
        found[pk].append(Hours(weekday, opens, closes, zone, since or date.min, until or date.max))
    return found


def _other_days(keys: Mapping[int, int]) -> dict[int, list[OtherDay]]:
    since = timezone.now().date() - EVENING_BEFORE
    rows = DayException.objects.filter(availability__in=keys, day__gte=since).order_by("availability", "day")
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
    """Who of the people can be booked first for that long, and when; one of them, when several can.

    A few are read whole. Of the others only those can be sooner who are open before the best time found so far, and
    the database knows them by their notice and by their hours.
    """
    now, seen = timezone.now(), list[int]()
    first = last = now + AHEAD
    best: tuple[int, datetime] | None = None
    asked = _offering().filter(person__in=people).order_by("notice_hours", "pk")
    for most in A_FEW_THEN_ALL:
        sooner = asked.filter(_open_between(first, last, now=now)) if best else asked
        some = list(sooner.exclude(person__in=seen).values_list("person", "notice_hours")[:most])
        if not seen and some:
            first = now + timedelta(hours=some[0][1])
        read = offers([person for person, _ in some], first=now, last=last) if some else []
        found = first_free(read, now=now, minutes=minutes)
        if found and found[1] < last:
            best, last = found, found[1]
        if len(some) != most:
            break
        seen += [person for person, _ in some]
    return best


def _open_between(first: datetime, last: datetime, *, now: datetime) -> Q:
    """Those whose notice ends before `last`, and who may be open at some moment: rather too many than too few."""
    asked = Q(notice_hours__lt=(last - now) / timedelta(hours=1))
    if last - first > SHORT:
        return asked
    zones = WeeklyHours.objects.order_by().values_list("zone", flat=True).distinct()
    hours = reduce(or_, (_on_the_clock(zone, first, last) for zone in zones), Q(pk=None))
    days = first.date() - EVENING_BEFORE, last.date() + EVENING_BEFORE
    weekly = WeeklyHours.objects.filter(hours, availability=OuterRef("pk"))
    other = DayException.objects.filter(availability=OuterRef("pk"), day__range=days, opens__isnull=False)
    return asked & (Exists(weekly) | Exists(other))


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
