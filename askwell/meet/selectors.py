"""What the pages of this room read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from django.urls import reverse
from django.utils import timezone

from askwell.ask.links import digest_of
from askwell.ask.models import InterviewRequest, Quiet, RequestStatus
from askwell.lib import tokens, zones
from askwell.lib.site import absolute
from askwell.meet import calendar, times
from askwell.meet.availability import selectors as hours
from askwell.meet.availability.models import FURTHEST
from askwell.meet.listing import Day, by_day
from askwell.meet.models import Booking, CalendarFeed, Conversation, ConversationStatus, OfferedTime, Place
from askwell.meet.signals import calendar_read

if TYPE_CHECKING:
    from askwell.accounts.models import User

OPENING_DOORS = timedelta(minutes=30)


@dataclass(frozen=True)
class Listing:
    """Every conversation of one seeker, by what it waits for."""

    over: list[Conversation]
    coming: list[Conversation]
    agreed: list[Conversation]
    held: list[Conversation]
    called_off: list[Conversation]
    requests: list[InterviewRequest]

    @property
    def is_empty(self) -> bool:
        """Whether nobody was asked and nobody agreed yet."""
        return not any(vars(self).values())


def listing(user: "User") -> Listing:
    """Two reads, however long the list."""
    every = list(
        Conversation.objects.visible_to(user)
        .select_related("contact", "thank_you")
        .order_by("starts_at", "pk")
    )
    by_status = {status: [one for one in every if one.status == status] for status in ConversationStatus}
    booked = by_status[ConversationStatus.BOOKED]
    held = by_status[ConversationStatus.HELD]
    return Listing(
        over=[one for one in booked if one.is_over],
        coming=[one for one in booked if not one.is_over],
        agreed=by_status[ConversationStatus.AGREED],
        held=sorted(held, key=lambda one: one.ended_at or one.made_at, reverse=True),
        called_off=[one for one in every if one.is_off],
        requests=list(
            InterviewRequest.objects.visible_to(user)
            .filter(status__in=[RequestStatus.SENT, RequestStatus.DRAFT])
            .select_related("contact")
            .order_by("-status", "-sent_at", "-pk")
        ),
    )


def is_news(conversation: Conversation, what: str, *, reader: "User") -> bool:
    """Whether that is how it stands for this reader: what they would hear of is not past, and nobody told them yet."""
    if what == "times":
        return bool(to_choose_from(conversation, by_them=reader.pk == conversation.seeker_id))
    if what == "off":
        # Where there was a time, the letter to the calendar says it.
        return conversation.is_called_off and conversation.starts_at is None
    if what == "missed":
        return conversation.is_missed
    return conversation.status == ConversationStatus.AGREED


def current_step(conversation: Conversation) -> str:
    """The one step that is open: time, prepare, talk, thanks or findings; nothing once it is off."""
    if conversation.is_off:
        return ""
    if conversation.needs_a_time:
        return "talk" if conversation.began_at else "time"
    if conversation.is_held:
        thanks = getattr(conversation, "thank_you", None)
        return "thanks" if thanks and not thanks.done_at else "findings"
    soon = timezone.now() + OPENING_DOORS
    begins = conversation.starts_at is None or conversation.starts_at <= soon
    return "talk" if conversation.began_at or begins else "prepare"


@dataclass(frozen=True)
class Times:
    """What the page of times shows: the reader's zone and its name, what was offered, the words to send."""

    zone: str
    spoken: str
    is_guess: bool
    offered: list[OfferedTime]
    letter: str

    @property
    def by_them(self) -> bool:
        """Whether it was they who named the times."""
        return any(one.by_them for one in self.offered)


def times_of(conversation: Conversation, reader: "User") -> Times:
    """The offered times, as words for a letter in the reader's zone."""
    zone = timezone.get_current_timezone_name()
    offered = list(conversation.offered_times.all())
    length = f"{conversation.minutes} minutes {Place(conversation.place).label.lower()}"
    starts = [one.starts_at for one in offered]
    return Times(
        zone=zone,
        spoken=zones.spoken(timezone.now(), zone),
        is_guess=zone == zones.FALLBACK and not reader.time_zone,
        offered=offered,
        letter=times.letter_lines(starts, zone, length=length) if starts else "",
    )


@dataclass(frozen=True)
class Free:
    """When the one to talk with is free: the first days, and where the later times begin."""

    days: list[Day]
    later: datetime | None


def free_times(conversation: Conversation, reader: "User", *, first: datetime | None) -> Free | None:
    """The times at which the other one may be booked; nothing for those who keep no hours here."""
    host, now = conversation.contact.account, timezone.now()
    if host is None or not conversation.is_open or not hours.keeps_hours(host):
        return None
    first, last = max(first or now, now), now + timedelta(days=FURTHEST + 2)
    minutes, pk = conversation.minutes, conversation.pk
    found = hours.slots(host, first=first, last=last, minutes=minutes, but=pk)
    left = untaken(found, reader, minutes=minutes, but=pk)
    return Free(*by_day(left, timezone.get_current_timezone_name()))


def untaken(
    starts: Iterable[datetime], person: "User", *, minutes: int, but: int | None = None
) -> list[datetime]:
    """Those of the starts, in order, at which this person talks with nobody else."""
    length = timedelta(minutes=minutes)
    ordered = sorted(starts)
    if not ordered:
        return []
    mine = Booking.objects.visible_to(person).exclude(conversation=but)
    taken = list(mine.during(ordered[0], ordered[-1] + length))
    return [
        at for at in ordered if not any(one.starts_at < at + length and one.ends_at > at for one in taken)
    ]


def to_choose_from(conversation: Conversation, *, by_them: bool) -> list[OfferedTime]:
    """The times that one of the two named and that wait for the other: they lie ahead, and none of them is booked."""
    named = list(conversation.offered_times.all())
    booked = conversation.starts_at if conversation.status == ConversationStatus.BOOKED else None
    if not conversation.is_open or booked in [one.starts_at for one in named]:
        return []
    return [one for one in named if one.by_them == by_them and one.starts_at > timezone.now()]


def moved_by_them(conversation: Conversation) -> bool:
    """Whether they named times though one is booked, and the booked one is not among them."""
    is_booked = conversation.status == ConversationStatus.BOOKED
    return is_booked and bool(to_choose_from(conversation, by_them=True))


def calendar_entry(conversation: Conversation) -> calendar.Entry | None:
    """What a calendar shall hold; nothing before a time was agreed on. No private word goes in."""
    if conversation.starts_at is None or not conversation.sequence:
        return None
    contact, seeker = conversation.contact, conversation.seeker
    pair = f"{seeker.name} and {contact.name}" if seeker.name else f"with {contact.name}"
    return calendar.Entry(
        uid=f"{conversation.uid}@askwell",
        sequence=conversation.sequence,
        starts_at=conversation.starts_at,
        minutes=conversation.minutes,
        title=f"Conversation: {pair}" if seeker.name else f"Conversation {pair}",
        where=conversation.place_details or Place(conversation.place).label,
        link=conversation.link,
        says=_who(conversation),
        canceled=conversation.is_off,
        zone=conversation.time_zone,
    )


FEED = "feed"
LOOKING_BACK = timedelta(days=90)


def feed_address(person: "User") -> str:
    """The whole private address of this person's calendar; empty when there is none."""
    feed = CalendarFeed.objects.filter(person=person).first()
    return absolute(reverse("meet:feed", args=[tokens.make(FEED, feed.uid)])) if feed else ""


def owner_of_feed(token: str) -> "User | None":
    """Whose calendar a private address shows; nobody's when it is wrong or was ended."""
    uid = tokens.read(FEED, token)
    feed = CalendarFeed.objects.filter(uid=uid).select_related("person").first() if uid else None
    return feed.person if feed and feed.person.is_active else None


def feed_entries(person: "User") -> list[calendar.Entry]:
    """What a person's calendar shows: three months back and all that is to come."""
    since = timezone.now() - LOOKING_BACK
    talks = Conversation.objects.taking_part(person).filter(starts_at__gte=since)
    entries = (calendar_entry(talk) for talk in talks.select_related("contact", "seeker"))
    others: list[tuple[Any, Any]] = calendar_read.send(Conversation, person=person, since=since)
    return [*(entry for entry in entries if entry), *(entry for _, more in others for entry in more)]


def _who(conversation: Conversation) -> str:
    contact = conversation.contact
    about = ", ".join(part for part in (contact.role, contact.organization) if part)
    who = f"{contact.name}, {about}" if about else contact.name
    how = Place(conversation.place).label.lower()
    return f"{conversation.minutes} minutes {how} with {who}."


@dataclass(frozen=True)
class Standing:
    """How a request stands for the one who was asked."""

    asked: InterviewRequest
    talk: Conversation | None
    offered: list[OfferedTime]
    named: list[OfferedTime]
    quiet_until: datetime | None

    @property
    def is_booked(self) -> bool:
        """Whether there is a time, and it lies ahead."""
        return self.talk is not None and self.talk.status == ConversationStatus.BOOKED

    @property
    def is_over(self) -> bool:
        """Whether they have talked."""
        return self.talk is not None and not self.is_off and (self.talk.is_held or self.talk.is_over)

    @property
    def is_no(self) -> bool:
        """Whether they said no."""
        return self.asked.status == RequestStatus.DECLINED

    @property
    def is_off(self) -> bool:
        """Whether it was called off, or missed."""
        return self.talk is not None and self.talk.is_off

    @property
    def is_yes(self) -> bool:
        """Whether they said yes and a time is still to be found."""
        return self.talk is not None and self.talk.status == ConversationStatus.AGREED


def standing(asked: InterviewRequest) -> Standing:
    """What the page behind a letter's link shows."""
    talk = Conversation.objects.filter(request=asked).select_related("contact", "seeker").first()
    every = list(talk.offered_times.all()) if talk else []
    address = asked.contact.email
    quiet = Quiet.objects.filter(digest=digest_of(address), until__gt=timezone.now()).first()
    return Standing(
        asked,
        talk,
        [one for one in every if not one.by_them],
        [one for one in every if one.by_them],
        quiet.until if quiet and address else None,
    )


def zone_of_reader(cookies: Mapping[str, str], asked: InterviewRequest) -> str:
    """The zone of the browser that shows the page, else the seeker's; the page names it and lets them change it."""
    candidates = unquote(cookies.get("zone", "")), asked.seeker.time_zone
    return next((zone for zone in candidates if zones.known(zone)), zones.FALLBACK)
