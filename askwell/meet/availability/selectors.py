"""What somebody offers: their rules, what takes their time, the slots that are left, in words."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import Prefetch
from django.utils import timezone

from askwell.accounts.models import User
from askwell.lib import zones
from askwell.meet import slots as arithmetic
from askwell.meet import times
from askwell.meet.availability import policies
from askwell.meet.availability.models import Availability, BusyTime, CalendarSource, DayException, WeeklyHours
from askwell.meet.hours import Hours
from askwell.meet.models import Booking
from askwell.meet.slots import Busy, OtherDay, Rules

AROUND = timedelta(days=45)
"""Bookings this far from a slot may share a month or a week with it."""
NEAR = timedelta(days=1)
"""More than any talk and its buffers take."""
STALE = timedelta(hours=6)
"""A calendar that could not be read for so long is not relied on: better no slots than wrong ones."""
EVENING_BEFORE = timedelta(days=2)


def of(person: User) -> Availability:
    """The person's availability with its hours; an unsaved one when they have never set any."""
    days = DayException.objects.filter(day__gte=timezone.now().date() - EVENING_BEFORE)
    found = (
        Availability.objects.filter(person=person)
        .prefetch_related("weekly_hours", "sources", Prefetch("exceptions", queryset=days))
        .first()
    )
    return found or Availability(person=person, time_zone=person.time_zone or zones.FALLBACK)


def keeps_hours(person: User) -> bool:
    """Whether this person says here when they talk."""
    return Availability.objects.filter(person=person).exists()


def weekly_hours(availability: Availability) -> list[WeeklyHours]:
    """The weekly hours; somebody who never set any has none."""
    return [] if availability._state.adding else list(availability.weekly_hours.all())


def rules(availability: Availability) -> Rules:
    """The rules as plain values."""
    exceptions = [] if availability._state.adding else availability.exceptions.all()
    return Rules(
        zone=availability.time_zone,
        hours=tuple(_hours(one) for one in weekly_hours(availability)),
        other_days=tuple(_other_days(exceptions)),
        lengths=tuple(availability.lengths),
        step=availability.step,
        before=availability.before,
        after=availability.after,
        notice=availability.notice_hours * 60,
        horizon=availability.horizon_days,
        most_per_day=availability.most_per_day,
        most_per_week=availability.most_per_week,
        most_per_month=availability.most_per_month,
        back_on=availability.back_on,
    )


def _hours(one: WeeklyHours) -> Hours:
    since, until = one.since or date.min, one.until or date.max
    return Hours(one.weekday, one.opens, one.closes, one.zone, since, until)


def _other_days(exceptions: Iterable[DayException]) -> Iterable[OtherDay]:
    for day, rows in groupby(exceptions, key=lambda one: one.day):
        yield OtherDay(day, tuple((one.opens, one.closes) for one in rows if one.opens and one.closes))


def busy(
    availability: Availability, *, first: datetime, last: datetime, but: int | None = None
) -> list[Busy]:
    """What takes the person's time around then; `but` is a conversation that is being moved, and takes none."""
    booked = Booking.objects.filter(person=availability.person_id).exclude(conversation=but)
    spans = booked.during(first - AROUND, last + AROUND).values_list("starts_at", "ends_at")
    found = [Busy(begin, end, counts=True) for begin, end in spans]
    if availability._state.adding:
        return found
    other = BusyTime.objects.filter(
        source__availability=availability, starts_at__lt=last + NEAR, ends_at__gt=first - NEAR
    )
    return found + [Busy(begin, end) for begin, end in other.values_list("starts_at", "ends_at")]


def sources(availability: Availability) -> list[CalendarSource]:
    """The other calendars that take time; somebody who never connected one has none."""
    return [] if availability._state.adding else list(availability.sources.all())


def why_closed(availability: Availability) -> str:
    """Why the person offers no times at all at present; empty when they do."""
    if not (verdict := policies.may_offer_time(availability.person)):
        return verdict.reason
    return next((why for source in sources(availability) if (why := why_stale(source))), "")


def why_stale(source: CalendarSource) -> str:
    """Why no times are offered because of this calendar: it could not be read for too long. Else empty."""
    if source.read_at and source.read_at > timezone.now() - STALE:
        return ""
    why = f" {source.trouble}" if source.trouble else ""
    if source.read_at is None:
        return f"Your calendar “{source.name}” has not been read yet.{why}"
    since = times.words(source.read_at, source.availability.time_zone)
    return f"Your calendar “{source.name}” has not been read since {since}.{why}"


def slots(
    person: User, *, first: datetime, last: datetime, minutes: int, but: int | None = None
) -> list[datetime]:
    """The starts at which this person may be booked for that long, from `first` to before `last`."""
    return offered(of(person), first=first, last=last, minutes=minutes, but=but)


def is_slot(person: User, *, at: datetime, minutes: int, but: int | None = None) -> bool:
    """Whether this start would be among the slots shown."""
    return at in slots(person, first=at, last=at + timedelta(microseconds=1), minutes=minutes, but=but)


def offered(
    availability: Availability, *, first: datetime, last: datetime, minutes: int, but: int | None = None
) -> list[datetime]:
    """The same, of an availability that was fetched already."""
    if why_closed(availability):
        return []
    return arithmetic.slots(
        rules(availability),
        busy(availability, first=first, last=last, but=but),
        now=timezone.now(),
        first=first,
        last=last,
        minutes=minutes,
    )
