"""Keeping words as they are written."""

from django.db import transaction

from askwell.accounts.models import User
from askwell.ask import policies
from askwell.ask.events import LetterBegun, LetterReworded
from askwell.ask.models import InterviewRequest, Letter, LetterKind, RequestStatus
from askwell.ask.services.by_link import ensure_link
from askwell.connect.models import Contact
from askwell.journal import services as journal

MOST_EARLIER = 8


@transaction.atomic
def draft_request(
    contact: Contact, *, subject: str, body: str, minutes: int, by: User, base: int | None = None
) -> Letter:
    """Keep the one open draft to this person: made on first use, written over after that.

    `base` is the version the writer last saw; words that somebody else kept since are set by, never lost.
    """
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    policies.may_ask(by, contact).enforce()
    asked, _ = InterviewRequest.objects.get_or_create(
        seeker=contact.seeker, contact=contact, status=RequestStatus.DRAFT, defaults={"minutes": minutes}
    )
    if asked.minutes != minutes:
        asked.minutes = minutes
        asked.save(update_fields=["minutes"])
    ensure_link(asked, by=by)
    letter = _letter(contact, LetterKind.REQUEST, asked, by)
    return _write(letter, subject=subject, body=body, base=base, by=by)


@transaction.atomic
def draft_follow_up(
    asked: InterviewRequest, *, subject: str, body: str, by: User, base: int | None = None
) -> Letter:
    """Keep the draft of the one follow-up to a request."""
    asked = InterviewRequest.objects.select_for_update().get(pk=asked.pk)
    policies.may_follow_up(by, asked).enforce()
    letter = _letter(asked.contact, LetterKind.FOLLOW_UP, asked, by)
    return _write(letter, subject=subject, body=body, base=base, by=by)


@transaction.atomic
def write_letter(
    contact: Contact, kind: str, *, subject: str, body: str, by: User, request: InterviewRequest | None = None
) -> Letter:
    """Begin a letter of another kind, such as a thank-you; change it later with `rewrite`."""
    letter = Letter(seeker=contact.seeker, contact=contact, request=request, kind=kind)
    policies.may_write(by, letter).enforce()
    letter.subject, letter.body = subject, body
    letter.save()
    journal.record(LetterBegun.of(letter), by=by)
    return letter


@transaction.atomic
def rewrite(letter: Letter, *, subject: str, body: str, by: User, base: int | None = None) -> Letter:
    """Change the words of a letter that has not left; without `base` the words before are set by."""
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    written = _write(letter, subject=subject, body=body, base=base, by=by)
    if base is None:
        journal.record(LetterReworded.of(written), by=by)
    return written


def _letter(contact: Contact, kind: LetterKind, asked: InterviewRequest, by: User) -> Letter:
    letter, made = Letter.objects.select_for_update().get_or_create(
        request=asked, kind=kind, defaults={"seeker": contact.seeker, "contact": contact}
    )
    if made:
        journal.record(LetterBegun.of(letter), by=by)
    return letter


def _write(letter: Letter, *, subject: str, body: str, base: int | None, by: User) -> Letter:
    policies.may_write(by, letter).enforce()
    if (letter.subject, letter.body) == (subject, body):
        return letter
    if base != letter.version and letter.body.strip() and letter.body != body:
        letter.earlier = [*letter.earlier, {"subject": letter.subject, "body": letter.body}][-MOST_EARLIER:]
    letter.subject, letter.body = subject, body
    letter.version += 1
    letter.save(update_fields=["subject", "body", "version", "earlier", "changed_at"])
    return letter
