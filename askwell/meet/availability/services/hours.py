"""Saying when one may be asked to talk."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypedDict, Unpack

from django.db import transaction

from askwell.accounts.models import User
from askwell.journal.services import record
from askwell.meet.availability import events
from askwell.meet.availability.locking import locked
from askwell.meet.availability.models import Availability, DayException, WeeklyHours
from askwell.meet.hours import Span

NO_HOURS: Sequence[tuple[None, None]] = [(None, None)]


class Limits(TypedDict):
    """How one's time is cut and guarded; in minutes unless the name says otherwise, a cap of None is none."""

    lengths: list[int]
    step: int
    before: int
    after: int
    notice_hours: int
    horizon_days: int
    most_per_day: int | None
    most_per_week: int | None
    most_per_month: int | None


@transaction.atomic
def add_hours(
    person: User,
    *,
    weekdays: Iterable[int],
    span: Span,
    since: date | None = None,
    until: date | None = None,
    by: User,
) -> Availability:
    """Open on these weekdays from one wall time to another, where the person lives; what is there already stays."""
    availability = locked(person, by=by)
    opens, closes = span
    for weekday in sorted(set(weekdays)):
        WeeklyHours.objects.get_or_create(
            availability=availability,
            weekday=weekday,
            opens=opens,
            closes=closes,
            zone=availability.time_zone,
            since=since,
            until=until,
        )
    record(events.HoursAdded.of(availability), by=by)
    return availability


@transaction.atomic
def drop_hours(person: User, *, hours: Sequence[int], by: User) -> Availability:
    """Take weekly hours away, by their keys; those that are gone already are no fault."""
    availability = locked(person, by=by)
    if availability.weekly_hours.filter(pk__in=hours).delete()[0]:
        record(events.HoursDropped.of(availability), by=by)
    return availability


@transaction.atomic
def set_days(person: User, *, first: date, last: date, spans: Sequence[Span] = (), by: User) -> Availability:
    """Each date from first to last has these hours instead of the weekly ones; with none it is closed."""
    availability = locked(person, by=by)
    availability.exceptions.filter(day__range=(first, last)).delete()
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    DayException.objects.bulk_create(
        DayException(availability=availability, day=day, opens=opens, closes=closes)
        for day in days
        for opens, closes in spans or NO_HOURS
    )
    record(events.DaysChanged.of(availability, days=len(days)), by=by)
    return availability


@transaction.atomic
def restore_days(person: User, *, first: date, last: date, by: User) -> Availability:
    """The dates from first to last have the weekly hours again."""
    availability = locked(person, by=by)
    if availability.exceptions.filter(day__range=(first, last)).delete()[0]:
        record(events.DayRestored.of(availability), by=by)
    return availability


@transaction.atomic
def set_limits(person: User, *, by: User, **limits: Unpack[Limits]) -> Availability:
    """How long talks are, how they are spaced, how many there may be."""
    availability = locked(person, by=by)
    for name, value in limits.items():
        setattr(availability, name, value)
    availability.save(update_fields=[*limits])
    record(events.LimitsChanged.of(availability), by=by)
    return availability


@transaction.atomic
def pause(person: User, *, back_on: date, by: User) -> Availability:
    """Offer nothing before the day of return; what is booked stays booked."""
    availability = locked(person, by=by)
    availability.back_on = back_on
    availability.save(update_fields=["back_on"])
    record(events.OffersPaused.of(availability, back_on=back_on.isoformat()), by=by)
    return availability


@transaction.atomic
def come_back(person: User, *, by: User) -> Availability:
    """End the pause."""
    availability = locked(person, by=by)
    if availability.back_on:
        availability.back_on = None
        availability.save(update_fields=["back_on"])
        record(events.OffersResumed.of(availability), by=by)
    return availability


@transaction.atomic
def move(person: User, *, zone: str, since: date, by: User) -> Availability:
    """Live in another zone from a date on: the same hours on its clocks, the old ones until the day before."""
    availability = locked(person, by=by)
    eve = since - timedelta(days=1)
    moving = availability.weekly_hours.exclude(zone=zone).exclude(until__lt=since)
    WeeklyHours.objects.bulk_create(
        WeeklyHours(
            availability=availability,
            weekday=old.weekday,
            opens=old.opens,
            closes=old.closes,
            zone=zone,
            since=max(since, old.since or since),
            until=old.until,
        )
        for old in moving
    )
    others = availability.weekly_hours.exclude(zone=zone)
    others.filter(since__gt=eve).delete()
    others.exclude(until__lt=eve).update(until=eve)
    # What other calendars say of whole days means something else there.
    availability.sources.update(asked_at=None)
    availability.time_zone = zone
    availability.save(update_fields=["time_zone"])
    record(events.HostMoved.of(availability, zone=zone), by=by)
    return availability
