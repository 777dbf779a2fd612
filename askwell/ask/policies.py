"""Who may ask, write, send and answer, and when."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from askwell.ask.check import Report, check
from askwell.ask.links import digest_of
from askwell.ask.models import Channel, LetterKind, LetterStatus, Quiet, RequestStatus
from askwell.lib.verdicts import ALLOWED, Verdict, allow_if, refused

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.ask.models import InterviewRequest, Letter
    from askwell.connect.models import Contact

NOT_YOURS = "Only the person whose journey this is can do that."
REST = timedelta(days=90)
STOPS = {
    LetterKind.REQUEST: None,
    LetterKind.FOLLOW_UP: None,
    LetterKind.THANK_YOU: {"placeholder", "empty"},
    LetterKind.UPDATE: {"placeholder", "empty"},
}
"""The rules that keep a letter of this kind from leaving; None means all of them."""


def may_ask(user: "User", contact: "Contact") -> Verdict:
    """One open request to a person at a time; a no or a silence rests for three months."""
    if user.pk != contact.seeker_id:
        return refused(NOT_YOURS)
    last = contact.requests.exclude(status=RequestStatus.DRAFT).first()
    if last is None:
        return ALLOWED
    if last.status == RequestStatus.SENT:
        return refused(f"You asked {contact.called} already. One open request to a person is enough.")
    if last.status == RequestStatus.ACCEPTED:
        talk = getattr(last, "conversation", None)
        going_on = talk is not None and talk.status in {"agreed", "booked"}
        return allow_if(not going_on, otherwise=f"{contact.called} said yes already.")
    rested = last.sent_at is None or timezone.now() - last.sent_at > REST
    return allow_if(
        rested,
        otherwise=f"Let {contact.called} rest for now. Three months after a request you may ask again.",
    )


def may_follow_up(user: "User", asked: "InterviewRequest") -> Verdict:
    """One follow-up, seven working days after the request, and no second one."""
    if user.pk != asked.seeker_id:
        return refused(NOT_YOURS)
    step = asked.step()
    if step is None:
        return refused("This request is not waiting for an answer any more.")
    sent = asked.letter_of(LetterKind.FOLLOW_UP)
    if sent and sent.status == LetterStatus.SENT:
        return refused("You have followed up once. Now let it rest.")
    due = f"{step.due_on:%B} {step.due_on.day}"
    return allow_if(
        step.kind == "follow_up", otherwise=f"It is early for that. {step.why} The next step comes on {due}."
    )


def may_disturb(contact: "Contact") -> Verdict:
    """Whether this person may be asked: not while they want no requests."""
    if not contact.email:
        return ALLOWED
    quiet = Quiet.objects.filter(digest=digest_of(contact.email), until__gt=timezone.now()).first()
    if quiet is None:
        return ALLOWED
    until = timezone.localtime(quiet.until)
    return refused(
        f"{contact.called} takes no requests until {until:%B} {until.day}, {until.year}. Ask somebody else meanwhile."
    )


def may_still_disturb(letter: "Letter") -> Verdict:
    """The same at the moment of sending; thanks and news always may."""
    asks = letter.kind in {LetterKind.REQUEST, LetterKind.FOLLOW_UP}
    return may_disturb(letter.contact) if asks else ALLOWED


def may_touch(user: "User", letter: "Letter") -> Verdict:
    """Letters are their seeker's."""
    return allow_if(user.pk == letter.seeker_id, otherwise=NOT_YOURS)


def may_write(user: "User", letter: "Letter") -> Verdict:
    """Words can be changed until the letter is on its way."""
    if user.pk != letter.seeker_id:
        return refused(NOT_YOURS)
    still_here = letter.status in {LetterStatus.DRAFT, LetterStatus.FAILED}
    return allow_if(
        still_here, otherwise="This letter is on its way or has left, so its words stay as they are."
    )


def reading(subject: str, body: str) -> Report:
    """What the checker says; a letter without text is empty, whatever its subject."""
    return check(body, subject=subject if body.strip() else "")


def may_leave(letter: "Letter") -> Verdict:
    """No letter leaves that asks for a job, holds a placeholder or is empty."""
    only = STOPS[LetterKind(letter.kind)]
    stops = [p for p in reading(letter.subject, letter.body).stops if only is None or p.rule in only]
    return allow_if(not stops, otherwise=f"Not ready to send. {stops[0].message}" if stops else "")


def may_send(user: "User", letter: "Letter", channel: str) -> Verdict:
    """Whether this letter may leave now, this way."""
    if user.pk != letter.seeker_id:
        return refused(NOT_YOURS)
    if letter.status in {LetterStatus.QUEUED, LetterStatus.SENDING, LetterStatus.SENT}:
        return refused("This letter is on its way or has left. No letter leaves twice.")
    return may_leave(letter) and _in_season(user, letter) and may_use(letter, channel)


def _in_season(user: "User", letter: "Letter") -> Verdict:
    asked = letter.request
    if asked and letter.kind == LetterKind.FOLLOW_UP:
        return may_follow_up(user, asked) and may_still_disturb(letter)
    if asked and letter.kind == LetterKind.REQUEST:
        return may_ask(user, letter.contact) and may_still_disturb(letter)
    return ALLOWED


def may_use(letter: "Letter", channel: str) -> Verdict:
    """Whether a letter can go this way; nothing is ever sent from the worked example."""
    if channel not in Channel.values:
        return refused("Say how the letter leaves: by copy, by your mail program, or sent by Askwell.")
    if channel == Channel.MAILTO and not letter.contact.email:
        return refused(f"Add an e-mail address for {letter.contact.called} first.")
    if channel != Channel.SMTP:
        return ALLOWED
    if letter.seeker.is_example:
        return refused("These people are invented, so nothing is sent from the worked example.")
    if not settings.CAN_SEND:
        return refused("Askwell has no mail account to send from. Send it yourself; that works just as well.")
    return allow_if(
        letter.contact.email, otherwise=f"Add an e-mail address for {letter.contact.called} first."
    )


def may_touch_request(user: "User", asked: "InterviewRequest") -> Verdict:
    """Requests are their seeker's."""
    return allow_if(user.pk == asked.seeker_id, otherwise=NOT_YOURS)


def may_answer(user: "User", asked: "InterviewRequest", status: str) -> Verdict:
    """Whether this can be what came of it."""
    if user.pk != asked.seeker_id:
        return refused(NOT_YOURS)
    return allow_if(asked.may_move_to(status), otherwise="That can't be what came of it any more.")
