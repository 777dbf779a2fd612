"""Saying thanks, and keeping the people whom somebody named."""

from collections.abc import Iterable
from uuid import uuid5

from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.ask.models import Letter, LetterKind
from askwell.connect import services as connect
from askwell.connect.models import Bond, Contact
from askwell.connect.names import same
from askwell.journal import services as journal
from askwell.keep import events, policies, selectors
from askwell.keep.due import WITHIN
from askwell.keep.models import ThankYou
from askwell.keep.names import Named
from askwell.meet.models import Conversation


@transaction.atomic
def owe_thanks(conversation: Conversation, *, by: User) -> ThankYou:
    """Thanks for a conversation are due within 24 hours of its end; owing them twice changes nothing."""
    policies.may_thank(by, conversation).enforce()
    ended = conversation.ended_at or timezone.now()
    thanks, is_new = ThankYou.objects.get_or_create(
        conversation=conversation, defaults={"seeker": conversation.seeker, "due_at": ended + WITHIN}
    )
    if is_new:
        journal.record(events.ThanksOwed.of(conversation), by=by)
    return thanks


@transaction.atomic
def write_thanks(
    conversation: Conversation, *, subject: str, body: str, base: int | None, by: User
) -> Letter:
    """Keep the words of the one thank-you; `base` is the version of them that was last seen."""
    thanks = owe_thanks(conversation, by=by)
    _hold(conversation.contact)
    thanks = _locked(thanks)
    policies.may_write(by, thanks).enforce()
    if thanks.letter:
        return ask.rewrite(thanks.letter, subject=subject, body=body, base=base, by=by)
    thanks.letter = ask.write_letter(
        conversation.contact, LetterKind.THANK_YOU, subject=subject, body=body, by=by
    )
    thanks.save(update_fields=["letter"])
    journal.record(events.ThanksWritten.of(conversation), by=by)
    return thanks.letter


@transaction.atomic
def say(conversation: Conversation, *, by: User) -> ThankYou:
    """The seeker thanked them in their own way."""
    thanks = _locked(owe_thanks(conversation, by=by))
    if thanks.done_at is None:
        _done(thanks)
        journal.record(events.ThanksSaid.of(conversation), by=by)
    return thanks


@transaction.atomic
def settle(letter: Letter, *, by: User) -> None:
    """A letter left: if it was a thank-you, that is said now."""
    thanks = ThankYou.objects.select_for_update().filter(letter=letter, done_at=None).first()
    if thanks is None:
        return
    _done(thanks)
    journal.record(events.ThanksSettled.of(thanks.conversation), by=by)


def _locked(thanks: ThankYou) -> ThankYou:
    rows = ThankYou.objects.select_for_update(of=("self",)).select_related("conversation", "letter")
    return rows.get(pk=thanks.pk)


def _done(thanks: ThankYou) -> None:
    thanks.done_at = timezone.now()
    thanks.save(update_fields=["done_at"])


def _hold(contact: Contact) -> None:
    """The contact's row before thanks and letters, as whoever sends a letter holds it first."""
    # Without its key: rows that only point to the contact need not wait.
    Contact.objects.select_for_update(no_key=True).get(pk=contact.pk)


@transaction.atomic
def write_news(contact: Contact, *, subject: str, body: str, base: int | None, by: User) -> Letter:
    """Keep the words that tell somebody what came of their suggestion; one such letter at a time."""
    _hold(contact)
    sheet = selectors.news_for(contact)
    policies.may_tell(by, contact, is_news=sheet.is_news).enforce()
    if sheet.letter:
        return ask.rewrite(sheet.letter, subject=subject, body=body, base=base, by=by)
    letter = ask.write_letter(contact, LetterKind.UPDATE, subject=subject, body=body, by=by)
    journal.record(events.NewsWritten.of(letter), by=by)
    return letter


@transaction.atomic
def keep_people(conversation: Conversation, people: Iterable[Named], *, by: User) -> list[Contact]:
    """Those whom the host named become contacts, each with a referral; the same twice is one."""
    policies.may_thank(by, conversation).enforce()
    # The seeker's row first, as everywhere: adding a contact holds it too.
    User.objects.select_for_update().get(pk=conversation.seeker_id)
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    known = {same(contact.name): contact for contact in Contact.objects.visible_to(conversation.seeker)}
    kept = []
    for person in people:
        found = known.get(same(person.name))
        if found == conversation.contact:
            continue
        contact = _refer(conversation, found, by=by) if found else _add(conversation, person, by=by)
        known[same(person.name)] = contact
        kept.append(contact)
    if kept:
        journal.record(events.PeopleKept.of(conversation, people=len(kept)), by=by)
    return kept


def _refer(conversation: Conversation, contact: Contact, *, by: User) -> Contact:
    connect.note_referral(conversation.contact, contact, by=by)
    return contact


def _add(conversation: Conversation, person: Named, *, by: User) -> Contact:
    source = conversation.contact
    return connect.add_contact(
        conversation.seeker,
        name=person.name,
        role=person.role,
        organization=person.organization,
        bond=Bond.REFERRED,
        known_how=f"{source.name} suggested that we talk",
        paths=list(source.paths.all()),
        uid=uuid5(conversation.uid, same(person.name)),
        referred_by=source,
        by=by,
    )
