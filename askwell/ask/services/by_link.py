"""What somebody without an account answers, on the page their letter leads to."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask.events import AnswerLinkEnded, AnswerLinkMade, AskedToRest, PassedOn, Welcomes
from askwell.ask.links import digest_of
from askwell.ask.models import AnswerLink, InterviewRequest, Quiet, RequestStatus
from askwell.ask.policies import may_answer, may_touch_request
from askwell.ask.services.answering import decline
from askwell.connect import services as connect
from askwell.connect.models import Bond, Contact
from askwell.journal import services as journal

LIFETIME = timedelta(days=90)
NO = {RequestStatus.DECLINED, RequestStatus.ACCEPTED}


def ensure_link(asked: InterviewRequest, *, by: User) -> None:
    """In a program a request has a page to answer on, from its first draft; called under the request's lock."""
    if settings.SOLO:
        return
    until = timezone.now() + LIFETIME
    link, made = AnswerLink.objects.get_or_create(request=asked, defaults={"expires_at": until})
    if made:
        journal.record(AnswerLinkMade.of(asked), by=by)
    elif asked.status == RequestStatus.DRAFT:
        link.expires_at = until
        link.save(update_fields=["expires_at"])


@transaction.atomic
def end_link(asked: InterviewRequest, *, by: User) -> None:
    """The page to answer on opens no more; ending it twice changes nothing."""
    asked = _locked(asked)
    may_touch_request(by, asked).enforce()
    ended, _ = AnswerLink.objects.filter(request=asked).delete()
    if ended:
        journal.record(AnswerLinkEnded.of(asked), by=by)


@transaction.atomic
def say_no(asked: InterviewRequest, *, note: str = "", by: User) -> InterviewRequest:
    """They would rather not, perhaps with a word why."""
    return _with_words(decline(asked, by=by), note)


@transaction.atomic
def pass_on(asked: InterviewRequest, *, name: str, email: str = "", note: str = "", by: User) -> Contact:
    """They suggest a colleague instead; the same colleague twice is one."""
    asked = _locked(asked)
    if asked.status != RequestStatus.DECLINED:
        may_answer(by, asked, RequestStatus.DECLINED).enforce()
        asked = decline(asked, by=by)
    same = Contact.objects.filter(referrals_received__source=asked.contact, name__iexact=name.strip())
    named = same.first() or connect.add_contact(
        asked.seeker, name=name.strip(), email=email, bond=Bond.REFERRED, referred_by=asked.contact, by=by
    )
    _with_words(asked, note)
    journal.record(PassedOn.of(asked), by=by)
    return named


@transaction.atomic
def leave_alone(asked: InterviewRequest, *, days: int, by: User) -> Quiet:
    """They want no requests from anybody here for so many days; an open request counts as a no."""
    asked = _locked(asked)
    may_touch_request(by, asked).enforce()
    if asked.status not in NO:
        asked = decline(asked, by=by)
    until = timezone.now() + timedelta(days=days)
    quiet, _ = Quiet.objects.update_or_create(
        digest=digest_of(asked.contact.email), defaults={"until": until}
    )
    journal.record(AskedToRest.of(asked), by=by)
    return quiet


@transaction.atomic
def welcome_again(asked: InterviewRequest, *, by: User) -> None:
    """They take requests again."""
    asked = _locked(asked)
    may_touch_request(by, asked).enforce()
    ended, _ = Quiet.objects.filter(digest=digest_of(asked.contact.email)).delete()
    if ended:
        journal.record(Welcomes.of(asked), by=by)


def _locked(asked: InterviewRequest) -> InterviewRequest:
    every = InterviewRequest.objects.select_for_update(of=("self",)).select_related("contact", "seeker")
    return every.get(pk=asked.pk)


def _with_words(asked: InterviewRequest, note: str) -> InterviewRequest:
    if note.strip():
        asked.answer = note.strip()
        asked.save(update_fields=["answer"])
    return asked
