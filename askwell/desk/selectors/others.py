"""What others wait for, and what begins soon: talks one is asked for, times to choose, seats, gatherings."""

from datetime import datetime, timedelta

from django.utils import timezone

from askwell.ask.links import SCOPE
from askwell.ask.models import InterviewRequest
from askwell.desk.next_step import Facts, Matter, Step, next_step
from askwell.desk.selectors.reading import Desk, said
from askwell.gather.models import Gathering, Seat
from askwell.gather.selectors import reader_zone
from askwell.lib import tokens
from askwell.meet import times
from askwell.meet.models import Conversation
from askwell.meet.selectors import to_choose_from

SOON = timedelta(hours=1)


def begins_now(read: Desk, starts_at: datetime | None) -> bool:
    """Whether it begins within the hour, or has begun."""
    return starts_at is not None and starts_at - read.now <= SOON


def is_today(read: Desk, starts_at: datetime | None) -> bool:
    """Whether it begins on this day of the reader's."""
    return starts_at is not None and timezone.localdate(starts_at) == timezone.localdate(read.now)


def others_wait(read: Desk) -> dict[str, list[Matter]]:
    """Each kind of thing that others wait for, by its name among the facts; all of them, not the first alone."""
    evenings, hosting = read.evenings, read.hosting
    named = [talk for talk in read.open_talks if to_choose_from(talk, by_them=True)]
    return {
        "seat_offered": [_held(seat) for seat in evenings.offered],
        "request_to_answer": [_asked(read, asked) for asked in hosting.asked],
        "times_to_choose": [Matter(talk.pk, talk.contact.called) for talk in named],
        "hosted_to_choose": [_hosted(read, talk) for talk in hosting.to_choose],
        "hosted_to_name": [_hosted(read, talk) for talk in hosting.to_name],
        "gathering_over": [_seat(read, seat) for seat in evenings.to_note if read.seeks],
        "guests_to_note": [_gathering(read, one) for one in evenings.to_mark],
    }


def steps_of(read: Desk) -> list[Step]:
    """The step for each of these, as if it were the only one."""
    return [next_step(Facts(**{name: one})) for name, all_ in others_wait(read).items() for one in all_]  # type: ignore[arg-type]


def soon(read: Desk) -> dict[str, Matter | None]:
    """What begins now or today, beside the seeker's own talks."""
    talk = next(iter(read.hosting.coming), None)
    seat = next(iter(read.evenings.taken), None)
    own = next(iter(read.evenings.to_hold), None)
    hosted = _hosted(read, talk) if talk else None
    seated = _seat(read, seat) if seat else None
    return {
        "hosted_now": hosted if talk and begins_now(read, talk.starts_at) else None,
        "hosted_today": hosted if talk and is_today(read, talk.starts_at) else None,
        "gathering_now": seated if seat and begins_now(read, seat.gathering.starts_at) else None,
        "gathering_today": seated if seat and is_today(read, seat.gathering.starts_at) else None,
        "gathering_ahead": seated,
        "guests_today": _gathering(read, own) if own and is_today(read, own.starts_at) else None,
    }


def _hosted(read: Desk, talk: Conversation) -> Matter:
    return Matter(talk.pk, str(talk.seeker), said(read, talk.starts_at))


def _asked(read: Desk, asked: InterviewRequest) -> Matter:
    page = tokens.make(SCOPE, asked.answer_link.uid)
    return Matter(page, str(asked.seeker), said(read, asked.sent_at), f"{asked.minutes} minutes")


def _held(seat: Seat) -> Matter:
    """With the moment until which it is held, in full: it is a promise."""
    until = times.words(seat.offered_until, reader_zone(seat.gathering)) if seat.offered_until else ""
    return Matter(seat.gathering.code, seat.gathering.title, f"until {until}")


def _seat(read: Desk, seat: Seat) -> Matter:
    prepared = seat.conversation_id if read.seeks and seat.conversation and seat.conversation.is_open else 0
    gathering = seat.gathering
    return Matter(gathering.code, gathering.title, said(read, gathering.starts_at), prepared=prepared or 0)


def _gathering(read: Desk, gathering: Gathering) -> Matter:
    return Matter(gathering.code, gathering.title, said(read, gathering.starts_at))
