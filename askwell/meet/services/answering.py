"""How somebody without an account answers, by the page their letter leads to; the seeker's journal keeps it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.ask.models import InterviewRequest, RequestStatus
from askwell.connect.models import Contact
from askwell.lib.verdicts import Refused
from askwell.meet.models import OFF, CalledOffBy, Conversation, OfferedTime
from askwell.meet.services.off import call_off
from askwell.meet.services.talks import offer_times, resume, take_offered
from askwell.meet.telling import tell, tell_request


@transaction.atomic
def say_yes(
    asked: InterviewRequest, *, starts: Sequence[datetime], place: str, place_details: str, by: User
) -> Conversation:
    """They agree to talk, and may name times and a place; nothing is booked until the seeker picks one."""
    is_new = asked.status != RequestStatus.ACCEPTED
    talk = _agreed(asked, by=by)
    talk.place, talk.place_details = place, place_details
    talk.save(update_fields=["place", "place_details"])
    if starts:
        return offer_times(talk, starts=starts, by_them=True, by=by)
    if is_new:
        tell(talk, "yes", person=talk.seeker_id)
    return talk


@transaction.atomic
def choose(offered: OfferedTime, *, time_zone: str, place_details: str, by: User) -> Conversation:
    """They choose one of the times the seeker offered: it is booked."""
    try:
        return take_offered(offered, time_zone=time_zone, they_chose=True, place_details=place_details, by=by)
    except Refused as refusal:
        # The reason may say whom else the seeker talks with.
        raise Refused("That time is gone meanwhile. Please choose another one.") from refusal


@transaction.atomic
def cannot_come(asked: InterviewRequest, *, by: User) -> Conversation:
    """They have to call it off."""
    if asked.conversation.is_off:
        return asked.conversation
    talk = call_off(asked.conversation, whose=CalledOffBy.THEM, by=by)
    tell(talk, "off", person=talk.seeker_id)
    return talk


@transaction.atomic
def say_no(asked: InterviewRequest, *, note: str, by: User) -> InterviewRequest:
    """They would rather not, perhaps with a word why."""
    is_new = asked.status != RequestStatus.DECLINED
    asked = ask.say_no(asked, note=note, by=by)
    if is_new:
        tell_request(asked)
    return asked


@transaction.atomic
def leave_alone(asked: InterviewRequest, *, days: int, by: User) -> None:
    """They want no requests for a while; an open one counts as a no."""
    was_open = asked.status not in {RequestStatus.DECLINED, RequestStatus.ACCEPTED}
    ask.leave_alone(asked, days=days, by=by)
    if was_open:
        tell_request(asked)


@transaction.atomic
def pass_on(asked: InterviewRequest, *, name: str, email: str, note: str, by: User) -> Contact:
    """They suggest a colleague instead."""
    named = ask.pass_on(asked, name=name, email=email, note=note, by=by)
    tell_request(asked)
    return named


def _agreed(asked: InterviewRequest, *, by: User) -> Conversation:
    """The conversation that their yes begins, or takes up again."""
    if asked.status != RequestStatus.ACCEPTED:
        asked = ask.accept(asked, by=by)
    talk = Conversation.objects.select_for_update().get(request=asked)
    return resume(talk, by=by) if talk.status in OFF else talk
