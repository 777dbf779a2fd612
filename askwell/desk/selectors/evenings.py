"""The gatherings that somebody comes to, and those that they organize."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from askwell.gather.models import STAFF, Gathering, GatheringStatus, Seat, SeatStatus, Speaker

if TYPE_CHECKING:
    from askwell.accounts.models import User

LATELY = timedelta(days=3)
"""So long after a gathering one is asked what one heard, and who came."""
PREPARED_LATELY = timedelta(days=14)
TOOK_PLACE = (GatheringStatus.OPEN, GatheringStatus.OVER)
SHOWN = (SeatStatus.TAKEN, SeatStatus.WAITING, SeatStatus.OFFERED, SeatStatus.ATTENDED)


@dataclass(frozen=True)
class Evenings:
    """Seats, and gatherings of one's own; both reach a little into the past."""

    now: datetime
    seats: list[Seat] = field(default_factory=list)
    organized: list[Gathering] = field(default_factory=list)

    @property
    def coming(self) -> list[Seat]:
        """Seats, and places in line, at what is not over."""
        return [seat for seat in self.seats if _is_ahead(seat.gathering, self.now)]

    @property
    def taken(self) -> list[Seat]:
        """Those of them that are a seat."""
        return [seat for seat in self.coming if seat.status == SeatStatus.TAKEN]

    @property
    def offered(self) -> list[Seat]:
        """Seats that are held for them at present."""
        return [
            seat
            for seat in self.coming
            if seat.status == SeatStatus.OFFERED and seat.offered_until and seat.offered_until > self.now
        ]

    @property
    def to_note(self) -> list[Seat]:
        """What they had a seat at, is over, and of which nothing is kept; the latest first."""
        over = (seat for seat in self.seats if not _is_ahead(seat.gathering, self.now))
        return [
            seat
            for seat in over
            if seat.status in {SeatStatus.TAKEN, SeatStatus.ATTENDED} and self._waits(seat)
        ]

    def _waits(self, seat: Seat) -> bool:
        if seat.conversation:
            return seat.conversation.is_open
        lately = seat.gathering.ends_at > self.now - LATELY
        return lately and seat.has_speakers  # type: ignore[attr-defined]

    @property
    def to_hold(self) -> list[Gathering]:
        """Their own that are still to come."""
        return [one for one in self.organized if _is_ahead(one, self.now)]

    @property
    def to_mark(self) -> list[Gathering]:
        """Their own that are over, and nobody noted who came."""
        over = (one for one in self.organized if not _is_ahead(one, self.now))
        return [one for one in over if one.has_seats and not one.is_marked]  # type: ignore[attr-defined]


def _is_ahead(gathering: Gathering, now: datetime) -> bool:
    return gathering.is_open and gathering.ends_at > now


def evenings(person: "User", now: datetime) -> Evenings:
    """One read for the seats, and one more for staff."""
    seats = Seat.objects.visible_to(person).filter(
        status__in=SHOWN, gathering__status__in=TOOK_PLACE, gathering__ends_at__gt=now - PREPARED_LATELY
    )
    speakers = Speaker.objects.filter(gathering=OuterRef("gathering"))
    return Evenings(
        now=now,
        seats=list(
            seats.select_related("gathering", "conversation")
            .annotate(has_speakers=Exists(speakers))
            .order_by("gathering__starts_at", "pk")
        ),
        organized=_organized(person, now) if person.role_names & set(STAFF) else [],
    )


def _organized(person: "User", now: datetime) -> list[Gathering]:
    seats = Seat.objects.filter(gathering=OuterRef("pk"))
    mine = person.gatherings.filter(status__in=TOOK_PLACE, ends_at__gt=now - LATELY)
    return list(
        mine.annotate(
            has_seats=Exists(seats.filter(status=SeatStatus.TAKEN)),
            is_marked=Exists(seats.filter(status__in=[SeatStatus.ATTENDED, SeatStatus.MISSED])),
        ).order_by("starts_at", "pk")
    )
