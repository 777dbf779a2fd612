"""What the pages of this room show."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from askwell.gather import policies
from askwell.gather.models import ACTIVE, Gathering, GatheringStatus, Seat, SeatStatus
from askwell.gather.selectors.entries import is_link
from askwell.gather.when import When, ordinal, when
from askwell.lib import zones
from askwell.lib.verdicts import Verdict
from askwell.meet import times

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from askwell.accounts.models import User

    Visitor = User | AnonymousUser

WAITING = Count("all_seats", filter=Q(all_seats__status=SeatStatus.WAITING))
DRAWN = 6
"""So many places of a waiting list are drawn."""


def reader_zone(gathering: Gathering) -> str:
    """The reader's zone when it is known, else the organizer's."""
    current = timezone.get_current_timezone_name()
    return gathering.time_zone if current == zones.FALLBACK else current


def _when(gathering: Gathering) -> When:
    return when(
        gathering.starts_at,
        gathering.ends_at,
        zone=reader_zone(gathering),
        organizers_zone=gathering.time_zone,
    )


@dataclass(frozen=True)
class Row:
    """One gathering in a list, and how its reader stands to it."""

    gathering: Gathering
    when: When
    waiting: int
    seat: Seat | None

    @property
    def tag(self) -> str:
        """The one thing to know about it."""
        if self.seat and self.seat.status != SeatStatus.EXPIRED:
            return self.seat.get_status_display().replace("Has", "You have")
        if shut := self._shut:
            return shut
        if self.gathering.left and not self.waiting:
            return f"{self.gathering.left} seat{'' if self.gathering.left == 1 else 's'} left"
        return f"Full, {self.waiting} waiting" if self.waiting else "Full"

    @property
    def held_until(self) -> str:
        """When the seat that is held for its reader goes to the next in line."""
        until = self.seat.offered_until if self.seat and self.seat.status == SeatStatus.OFFERED else None
        return times.words(until, reader_zone(self.gathering)) if until and until > timezone.now() else ""

    @property
    def _shut(self) -> str:
        """Why nobody takes a seat just now; nothing when anybody may."""
        one, now = self.gathering, timezone.now()
        if one.has_begun:
            return "Has begun"
        if one.opens_at and now < one.opens_at:
            return f"Opens {times.date(one.opens_at.astimezone(ZoneInfo(reader_zone(one))))}"
        return "" if now < one.closing_at else "Closed"


@dataclass(frozen=True)
class Listing:
    """The gatherings somebody may see, by how they stand to them."""

    mine: list[Row]
    coming: list[Row]
    drafts: list[Row]
    over: list[Row]


def _rows(gatherings: Iterable[Gathering], seats: dict[int, Seat]) -> list[Row]:
    return [Row(one, _when(one), one.waiting, seats.get(one.pk)) for one in gatherings]  # type: ignore[attr-defined]


def listing(user: "Visitor") -> Listing:
    """A few reads, however long the list."""
    visible = Gathering.objects.visible_to(user)
    if not user.is_authenticated:
        shown = visible.public().coming().annotate(waiting=WAITING)
        return Listing(mine=[], coming=_rows(shown, {}), drafts=[], over=[])
    seats = {seat.gathering_id: seat for seat in Seat.objects.visible_to(user).order_by("pk")}
    active = {pk: seat for pk, seat in seats.items() if seat.is_active}
    rows = _rows(visible.coming().annotate(waiting=WAITING), active)
    drafts = visible.filter(status=GatheringStatus.DRAFT).annotate(waiting=WAITING)
    over = visible.filter(status=GatheringStatus.OVER, pk__in=seats).exclude(recording="")
    return Listing(
        mine=[row for row in rows if row.seat],
        coming=[row for row in rows if not row.seat],
        drafts=_rows(drafts, {}),
        over=_rows(over.annotate(waiting=WAITING), seats),
    )


@dataclass(frozen=True)
class Door:
    """What the card beside a gathering says to this reader."""

    gathering: Gathering
    seat: Seat | None
    waiting: int
    verdict: Verdict
    signed_in: bool
    when: When

    @property
    def kind(self) -> str:
        """Which of the cards it is."""
        if self.gathering.status in {GatheringStatus.CANCELED, GatheringStatus.DRAFT}:
            return self.gathering.status
        if self.seat and self.seat.is_active:
            return str(self.seat.status)
        if self.verdict:
            return "form" if self.gathering.left and not self.waiting else "full"
        closed = not self.signed_in and policies.window(self.gathering)
        return "sign_in" if closed else "closed"

    @property
    def is_link(self) -> bool:
        """Whether the place is an address on the web."""
        return is_link(self.gathering.where)

    @property
    def closes(self) -> str:
        """When registration ends, in the reader's zone."""
        if self.gathering.closing_at == self.gathering.starts_at:
            return "when it begins"
        return times.words(self.gathering.closing_at, reader_zone(self.gathering))

    @property
    def opens(self) -> str:
        """When registration begins, if that is still to come."""
        opens_at = self.gathering.opens_at
        if opens_at is None or opens_at <= timezone.now():
            return ""
        return times.words(opens_at, reader_zone(self.gathering))

    @property
    def held_until(self) -> str:
        """When an offered seat goes to the next in line."""
        until = self.seat.offered_until if self.seat else None
        return times.words(until, reader_zone(self.gathering)) if until else ""

    @property
    def share(self) -> int:
        """The part of the seats that is taken, in percent."""
        return min(100, round(100 * self.gathering.taken / max(self.gathering.seats, 1)))

    @property
    def place(self) -> str:
        """One's place on the list: 2nd."""
        return ordinal(self._place)

    @property
    def _place(self) -> int:
        return self.seat.place if self.seat else 0

    @property
    def joined(self) -> str:
        """The place one had at first: 5th."""
        return ordinal(self.seat.joined_as or 0) if self.seat else ""

    @property
    def moved_up(self) -> int:
        """How many before one are gone."""
        return (self.seat.joined_as or 0) - self._place if self.seat else 0

    @property
    def next_place(self) -> str:
        """The place one would get now."""
        return ordinal(self.waiting + 1)

    @property
    def line(self) -> list[bool]:
        """The list as a drawing, true for oneself; nothing when one stands further back."""
        places = range(1, min(self.waiting, DRAWN) + 1)
        return [one == self._place for one in places] if self._place in places else []

    @property
    def shows_where(self) -> bool:
        """Whether the link or address is for this reader."""
        return is_seated(self.seat)

    @property
    def hears_again(self) -> bool:
        """Whether the recording is for this reader: they came, or wanted to."""
        return bool(self.gathering.recording and self.seat and self.seat.arrival)


def is_seated(seat: Seat | None) -> bool:
    """Whether the link or address is for whoever has this seat."""
    return bool(seat and seat.status in {SeatStatus.TAKEN, SeatStatus.ATTENDED})


def one_of(user: "Visitor", code: str) -> QuerySet[Gathering]:
    """The gathering with this code, if its reader may see it."""
    return Gathering.objects.visible_to(user).filter(code=code)


def mine(gathering: Gathering, user: "Visitor") -> Seat | None:
    """This reader's seat there: the one that stands, else the last one."""
    if not user.is_authenticated:
        return None
    seats = list(
        Seat.objects.visible_to(user)
        .filter(gathering=gathering)
        .select_related("conversation__contact")
        .order_by("-pk")
    )
    return next((seat for seat in seats if seat.is_active), seats[0] if seats else None)


def door_of(gathering: Gathering, *, seat: Seat | None, user: "Visitor") -> Door:
    """The card for this reader."""
    verdict = (
        policies.may_come(user, gathering) if user.is_authenticated else policies.may_write_in(gathering)
    )
    waiting = Seat.objects.waiting().filter(gathering=gathering).count()
    return Door(gathering, seat, waiting, verdict, user.is_authenticated, _when(gathering))


def also_in(gathering: Gathering, user: "Visitor") -> list[Row]:
    """The other coming gatherings of its series."""
    if gathering.series_id is None:
        return []
    others = Gathering.objects.visible_to(user).coming().filter(series=gathering.series_id)
    if not user.is_authenticated:
        others = others.public()
    return _rows(others.exclude(pk=gathering.pk).annotate(waiting=WAITING), {})


@dataclass(frozen=True)
class Wanted:
    """One question that everybody reads: whose it is stays out."""

    pk: int
    words: str
    count: int
    is_mine: bool
    asks_too: bool


def questions(gathering: Gathering, seat: Seat | None) -> list[Wanted]:
    """What others want to ask, most wanted first."""
    shown = Seat.objects.active().filter(gathering=gathering, is_shown=True)
    mine = set(seat.asks_too.values_list("asked", flat=True)) if seat else set()
    counted = shown.annotate(others=Count("me_toos", filter=Q(me_toos__seat__status__in=ACTIVE)))
    return [
        Wanted(one.pk, one.answer, one.others + 1, one == seat, one.pk in mine)  # type: ignore[attr-defined]
        for one in counted.order_by("-others", "arrival")
    ]


def guests(gathering: Gathering) -> QuerySet[Seat]:
    """Everyone who arrived and has not left, in order of arrival."""
    return (
        gathering.all_seats.exclude(
            status__in=[SeatStatus.UNCONFIRMED, SeatStatus.GIVEN_UP, SeatStatus.EXPIRED]
        )
        .select_related("user")
        .order_by("arrival")
    )
