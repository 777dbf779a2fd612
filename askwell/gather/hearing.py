"""The conversation that stands behind a seat: one prepares for a speaker as for anybody else."""

from askwell.accounts.models import User
from askwell.connect.models import Bond
from askwell.connect.services import Known
from askwell.gather.models import Gathering, GatheringStatus, Seat, Setting, Speaker
from askwell.lib.verdicts import Refused
from askwell.meet import services as meet
from askwell.meet.models import LONGEST, Conversation, Place
from askwell.meet.occupying import hold_still

SHORTEST = 10
PLACES = {Setting.ONLINE: Place.VIDEO, Setting.IN_PERSON: Place.IN_PERSON}


def known(speaker: Speaker) -> Known:
    """What a seeker who adds the speaker to their people knows of them."""
    how = f"Spoke at “{speaker.gathering.title}”"
    return Known(name=speaker.name, role=speaker.about, bond=Bond.FOUND, known_how=how[:200], uid=speaker.uid)


def book(conversation: Conversation, gathering: Gathering, *, by: User) -> Conversation:
    """The conversation takes place when and where the gathering does; the seat has the calendar entry and reminders."""
    return meet.book(
        conversation,
        starts_at=gathering.starts_at,
        minutes=min(max(gathering.minutes, SHORTEST), LONGEST),
        time_zone=gathering.time_zone,
        place=PLACES[Setting(gathering.setting)],
        place_details=gathering.where,
        told_elsewhere=True,
        by=by,
    )


def follow(gathering: Gathering) -> None:
    """What people prepared moves with the gathering, or is called off with it."""
    prepared = Seat.objects.filter(gathering=gathering, conversation__isnull=False, user__isnull=False)
    seats = list(prepared.select_related("conversation", "user"))
    hold_still(seat.user_id for seat in seats if seat.user_id)
    for seat in seats:
        conversation, user = seat.conversation, seat.user
        if conversation is None or user is None or not conversation.is_open:
            continue
        if gathering.status == GatheringStatus.CANCELED:
            meet.call_off(conversation, whose="them", by=user)
            continue
        try:
            book(conversation, gathering, by=user)
        except Refused:
            # They talk with somebody else at the new time: what they prepared is kept, without a time.
            meet.call_off(conversation, whose="both", by=user)
