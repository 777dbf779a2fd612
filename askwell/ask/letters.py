"""Letters on their way: each is handed to the mail server at most once, whatever happens in between."""

from collections.abc import Callable
from functools import partial

from django.db import connection, transaction
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import User
from askwell.ask import links, policies
from askwell.ask.events import FollowUpSent, LetterFailed, LetterUnsure, NewsSent, RequestSent, ThanksSent
from askwell.ask.models import (
    Channel,
    InterviewRequest,
    Letter,
    LetterKind,
    LetterStatus,
    RequestStatus,
)
from askwell.ask.signals import letter_left
from askwell.connect.models import Contact
from askwell.journal import services as journal
from askwell.lib import post

EVENTS = {
    LetterKind.REQUEST: RequestSent,
    LetterKind.FOLLOW_UP: FollowUpSent,
    LetterKind.THANK_YOU: ThanksSent,
    LetterKind.UPDATE: NewsSent,
}


@task()
def deliver(letter_id: int) -> None:
    """Send one queued letter; a letter that was being sent when the program died is never tried again by itself."""
    letter = _take(letter_id)
    if letter is None:
        return
    note: Callable[[Letter], None] = _arrived
    try:
        post.send(_message(letter))
    except post.NotSent as fault:
        note = partial(_came_back, why=str(fault))
    except post.CutOff:
        note = _cut_off
    # A mail server may take a minute, and the database may have been started anew meanwhile.
    connection.health_check_done = False  # type: ignore[attr-defined]
    note(letter)


@transaction.atomic
def _take(letter_id: int) -> Letter | None:
    """Mark the letter as being sent, before a single byte leaves; nobody else can take it after that."""
    letter = locked(letter_id)
    if letter is None or letter.status != LetterStatus.QUEUED:
        return None
    letter.move_to(LetterStatus.SENDING, sending_at=timezone.now())
    verdict = (
        policies.may_leave(letter)
        and policies.may_use(letter, Channel.SMTP)
        and policies.may_still_disturb(letter)
    )
    if not verdict:
        fail(letter, verdict.reason)
        return None
    return letter


def _message(letter: Letter) -> post.Message:
    return post.Message(
        key=str(letter.message_id),
        to=letter.contact.email,
        reply_to=letter.seeker.email,
        subject=letter.subject,
        body=links.words_of(letter),
    )


@transaction.atomic
def _arrived(letter: Letter) -> None:
    found = locked(letter.pk)
    if found and found.may_move_to(LetterStatus.SENT):
        left(found, channel=Channel.SMTP, by=found.seeker)


@transaction.atomic
def _came_back(letter: Letter, why: str) -> None:
    found = locked(letter.pk)
    if found and found.status == LetterStatus.SENDING:
        fail(found, why)


@transaction.atomic
def _cut_off(letter: Letter) -> None:
    found = locked(letter.pk)
    if found and found.status == LetterStatus.SENDING:
        lose_sight(found)


def locked(letter_id: int) -> Letter | None:
    """The letter, held until the transaction ends; nobody else writes to its contact meanwhile."""
    # The contact's row first, as in drafting: whoever is second waits, and sees the letter gone.
    Contact.objects.select_for_update(of=("self",)).filter(letters=letter_id).first()
    letters = Letter.objects.select_for_update(of=("self",)).select_related("contact", "seeker", "request")
    return letters.filter(pk=letter_id).first()


def lose_sight(letter: Letter) -> None:
    """Nobody can tell whether the letter left; only the seeker can find out. Called under its lock."""
    letter.move_to(LetterStatus.UNSURE)
    journal.record(LetterUnsure.of(letter), by=letter.seeker)


def fail(letter: Letter, why: str) -> None:
    """The letter did not leave; `why` is shown to the seeker. Called under its lock."""
    letter.move_to(LetterStatus.FAILED, trouble=why[:200])
    journal.record(LetterFailed.of(letter), by=letter.seeker)


def left(letter: Letter, *, channel: str, by: User) -> None:
    """The letter left: its request counts as sent from now on. Called under the letter's lock."""
    now = timezone.now()
    letter.move_to(LetterStatus.SENT, channel=channel, sent_at=now, trouble="")
    if letter.kind == LetterKind.REQUEST and letter.request_id:
        asked = InterviewRequest.objects.select_for_update().get(pk=letter.request_id)
        if asked.status == RequestStatus.DRAFT:
            asked.move_to(RequestStatus.SENT, sent_at=now)
    journal.record(EVENTS[LetterKind(letter.kind)].of(letter), by=by)
    letter_left.send(Letter, letter=letter, by=by)
