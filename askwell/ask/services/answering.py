"""What came of a request."""

from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask import policies
from askwell.ask.events import RequestAccepted, RequestDeclined, RequestRested
from askwell.ask.models import InterviewRequest, RequestStatus
from askwell.ask.signals import request_accepted
from askwell.journal import services as journal

EVENTS = {
    RequestStatus.ACCEPTED: RequestAccepted,
    RequestStatus.DECLINED: RequestDeclined,
    RequestStatus.RESTED: RequestRested,
}


@transaction.atomic
def mark(asked: InterviewRequest, outcome: str, *, by: User) -> InterviewRequest:
    """Keep what came of a request: accepted, declined or rested; the same answer twice changes nothing."""
    asked = InterviewRequest.objects.select_for_update().get(pk=asked.pk)
    if asked.status == outcome and by.pk == asked.seeker_id:
        return asked
    policies.may_answer(by, asked, outcome).enforce()
    answered = None if outcome == RequestStatus.RESTED else timezone.now()
    asked.move_to(outcome, answered_at=answered)
    journal.record(EVENTS[RequestStatus(outcome)].of(asked), by=by)
    if outcome == RequestStatus.ACCEPTED:
        request_accepted.send(InterviewRequest, asked=asked, by=by)
    return asked


def accept(asked: InterviewRequest, *, by: User) -> InterviewRequest:
    """They agreed to talk: a conversation begins."""
    return mark(asked, RequestStatus.ACCEPTED, by=by)


def decline(asked: InterviewRequest, *, by: User) -> InterviewRequest:
    """They would rather not."""
    return mark(asked, RequestStatus.DECLINED, by=by)


def let_rest(asked: InterviewRequest, *, by: User) -> InterviewRequest:
    """No answer came; stop waiting for one."""
    return mark(asked, RequestStatus.RESTED, by=by)
