"""What the clock looks for."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from askwell.gather.models import Gathering, GatheringStatus, Notice, Seat, SeatStatus

BEFORE = {Notice.DAY: timedelta(days=1), Notice.HOUR: timedelta(hours=1)}
CONFIRM_WITHIN = timedelta(days=1)
"""How long an address may stay unconfirmed; it holds no seat and no place meanwhile."""


def run_out() -> QuerySet[Seat]:
    """Offers whose time is over, and addresses that nobody confirmed within a day."""
    now = timezone.now()
    offers = Seat.objects.filter(status=SeatStatus.OFFERED, offered_until__lte=now)
    unconfirmed = Seat.objects.filter(status=SeatStatus.UNCONFIRMED, asked_at__lte=now - CONFIRM_WITHIN)
    return (offers | unconfirmed).order_by("offered_until", "pk")


def ended() -> QuerySet[Gathering]:
    """Gatherings whose time is over and which do not know it yet."""
    return Gathering.objects.filter(status=GatheringStatus.OPEN, ends_at__lte=timezone.now())


def to_remind() -> Iterator[tuple[Gathering, Notice]]:
    """Gatherings that begin within a day, with the notice that is due now."""
    now = timezone.now()
    soon = Gathering.objects.coming().filter(
        starts_at__gt=now, starts_at__lte=now + BEFORE[Notice.DAY], remind_since__isnull=False
    )
    for gathering in soon:
        hour_has_come = gathering.starts_at - BEFORE[Notice.HOUR] <= now
        notice = Notice.HOUR if hour_has_come else Notice.DAY
        if not gathering.reminders.filter(notice=notice, starts_at=gathering.starts_at).exists():
            yield gathering, notice


def never_arrived() -> QuerySet[Seat]:
    """Addresses that nobody confirmed in time: they held nothing, and may be somebody's who never asked."""
    gone = [SeatStatus.EXPIRED, SeatStatus.GIVEN_UP]
    return Seat.objects.filter(user=None, arrival=None, status__in=gone)


def to_forget() -> QuerySet[Gathering]:
    """Gatherings long enough over of which we still know who came without an account."""
    known = Seat.objects.filter(gathering=OuterRef("pk"), user=None, forgotten_at=None)
    before = timezone.now() - timedelta(days=settings.KEEP_DAYS)
    return Gathering.objects.filter(Exists(known), ends_at__lt=before)
