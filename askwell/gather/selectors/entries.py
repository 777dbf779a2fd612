"""What calendars and feed readers get."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from askwell.accounts.models import User
from askwell.gather.models import Gathering, GatheringStatus, Seat, SeatStatus, Setting
from askwell.lib import site
from askwell.meet import calendar, times

MOST_IN_A_FEED = 200
SEATED = (SeatStatus.TAKEN, SeatStatus.ATTENDED)


def address(gathering: Gathering) -> str:
    """Where its page is."""
    return site.absolute(reverse("gather:gathering", args=[gathering.code]))


def is_link(where: str) -> bool:
    """Whether the place is an address on the web."""
    return where.lower().startswith(("https://", "http://")) and len(where.split()) == 1


def calendar_entry(gathering: Gathering, *, with_link: bool) -> calendar.Entry:
    """What a calendar shall hold; the link or address only for those who have a seat. No guest is named."""
    where = gathering.where if with_link else ""
    page = address(gathering)
    return calendar.Entry(
        uid=f"{gathering.uid}@askwell",
        sequence=gathering.sequence,
        starts_at=gathering.starts_at,
        minutes=gathering.minutes,
        title=gathering.title,
        where=where or Setting(gathering.setting).label,
        link=where if is_link(where) else page,
        says=f"{gathering.summary}\n\n{page}".strip(),
        zone=gathering.time_zone,
        canceled=gathering.status == GatheringStatus.CANCELED,
    )


def entry_of(seat: Seat) -> calendar.Entry:
    """What the calendar of whoever has, or had, this seat shall hold."""
    has_it = seat.status in SEATED
    entry = calendar_entry(seat.gathering, with_link=has_it and seat.gathering.is_open)
    return entry if has_it else replace(entry, canceled=True)


def entries_since(person: User, since: datetime) -> list[calendar.Entry]:
    """What somebody has a seat at, for their private calendar."""
    seats = Seat.objects.visible_to(person).filter(status__in=SEATED, gathering__starts_at__gte=since)
    return [entry_of(seat) for seat in seats.select_related("gathering")]


def _coming() -> list[Gathering]:
    return list(Gathering.objects.coming().public()[:MOST_IN_A_FEED])


def ics() -> bytes:
    """Coming public gatherings as a calendar to subscribe to."""
    entries = [calendar_entry(gathering, with_link=False) for gathering in _coming()]
    return calendar.feed(entries, name=f"Gatherings, {settings.SITE_NAME}", now=timezone.now())


def atom() -> str:
    """Coming public gatherings as an Atom feed (RFC 4287)."""
    feed = Atom1Feed(
        title=f"Gatherings, {settings.SITE_NAME}",
        link=site.absolute(reverse("gather:index")),
        feed_url=site.absolute(reverse("gather:atom")),
        description="Coming gatherings",
        language="en-us",
    )
    for gathering in _coming():
        when = times.words(gathering.starts_at, gathering.time_zone)
        feed.add_item(
            title=gathering.title,
            link=address(gathering),
            description=f"{when}. {gathering.summary}".strip(),
            unique_id=gathering.uid.urn,
            pubdate=gathering.made_at,
            updateddate=gathering.changed_at,
        )
    return feed.writeString("utf-8")
