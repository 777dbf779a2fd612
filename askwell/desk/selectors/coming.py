"""What is coming, in one list: talks one asked for, talks one is asked for, gatherings."""

from dataclasses import dataclass
from datetime import datetime

from askwell.desk.selectors.reading import Desk
from askwell.gather.models import Gathering, Seat, SeatStatus
from askwell.gather.selectors import reader_zone
from askwell.lib.templatetags.askwell import moment
from askwell.lib.titles import lowered
from askwell.meet import times
from askwell.meet.models import Conversation

TAGS = {
    SeatStatus.TAKEN: "You have a seat",
    SeatStatus.WAITING: "On the waiting list",
    SeatStatus.OFFERED: "A seat is offered",
    SeatStatus.ATTENDED: "You have a seat",
}


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing that is coming: when, what, where its page is.

    `ready` when its tag is good news; `to_prepare` is the conversation that has no question yet.
    """

    at: datetime
    title: str
    note: str
    url_name: str
    pk: int | str
    tag: str = ""
    ready: bool = False
    to_prepare: int = 0


def coming(read: Desk) -> list[Coming]:
    """Everything, the next first; a gathering that one prepared for is one thing."""
    found = [
        *(_talk(talk) for talk in read.coming),
        *(_hosted(talk) for talk in read.hosting.coming),
        *(_seat(read, seat) for seat in read.evenings.coming),
        *(_own(one) for one in read.evenings.to_hold),
    ]
    return sorted(found, key=lambda one: one.at)


def _talk(talk: Conversation) -> Coming:
    count: int = talk.question_count  # type: ignore[attr-defined]
    role = f", {lowered(talk.contact.role)}" if talk.contact.role else ""
    return Coming(
        at=_starts(talk),
        title=f"{talk.contact.name}{role}",
        note=_note(talk),
        url_name="meet:conversation",
        pk=talk.pk,
        tag=_brief(count),
        ready=bool(count),
        to_prepare=0 if count else talk.pk,
    )


def _brief(count: int) -> str:
    return f"Brief ready, {count} question{'' if count == 1 else 's'}" if count else ""


def _hosted(talk: Conversation) -> Coming:
    return Coming(_starts(talk), str(talk.seeker), _note(talk), "meet:hosted", talk.pk, "They ask you")


def _starts(talk: Conversation) -> datetime:
    if talk.starts_at is None:
        raise ValueError("A booked conversation has a time.")
    return talk.starts_at


def _note(talk: Conversation) -> str:
    return f"{moment(talk.starts_at)} · {talk.minutes} minutes {talk.get_place_display().lower()}"


def _seat(read: Desk, seat: Seat) -> Coming:
    counts = {talk.pk: talk.question_count for talk in read.talks}  # type: ignore[attr-defined]
    brief = _brief(counts.get(seat.conversation_id or 0, 0))
    return Coming(
        at=seat.gathering.starts_at,
        title=seat.gathering.title,
        note=_when(seat.gathering),
        url_name="gather:gathering",
        pk=seat.gathering.code,
        tag=brief or TAGS[SeatStatus(seat.status)],
        ready=bool(brief) or seat.status != SeatStatus.WAITING,
    )


def _own(gathering: Gathering) -> Coming:
    seats = f"{gathering.taken} of {gathering.seats} seats taken"
    return Coming(
        gathering.starts_at, gathering.title, _when(gathering), "gather:gathering", gathering.code, seats
    )


def _when(gathering: Gathering) -> str:
    return times.words(gathering.starts_at, reader_zone(gathering))
