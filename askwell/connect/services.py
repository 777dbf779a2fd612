"""Adding people, changing what is known of them, and noting who led to whom."""

from collections.abc import Iterable
from typing import NotRequired, TypedDict, Unpack
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import User
from askwell.connect import policies
from askwell.connect.events import ContactAdded, ContactEdited, ContactRemoved, ReferralNoted
from askwell.connect.models import Bond, Contact, Referral
from askwell.explore.models import Path
from askwell.journal import services as journal


class Known(TypedDict):
    """What the seeker knows of a person; `uid` makes adding the same form twice harmless."""

    name: str
    role: NotRequired[str]
    organization: NotRequired[str]
    email: NotRequired[str]
    bond: NotRequired[str]
    known_how: NotRequired[str]
    about: NotRequired[str]
    paths: NotRequired[Iterable[Path]]
    uid: NotRequired[UUID]
    account: NotRequired[User]


@transaction.atomic
def add_contact(
    seeker: User, *, by: User, referred_by: Contact | None = None, **known: Unpack[Known]
) -> Contact:
    """Put a person on the seeker's list; the same `uid` a second time changes nothing."""
    seeker = User.objects.select_for_update().get(pk=seeker.pk)
    policies.may_add(by, seeker).enforce()
    if (uid := known.get("uid")) and (there := Contact.objects.visible_to(seeker).filter(uid=uid).first()):
        return there
    contact = Contact(seeker=seeker)
    _write(contact, known, referred_by)
    journal.record(ContactAdded.of(contact), by=by)
    if referred_by:
        note_referral(referred_by, contact, by=by)
    return contact


@transaction.atomic
def edit_contact(
    contact: Contact, *, by: User, referred_by: Contact | None = None, **known: Unpack[Known]
) -> Contact:
    """Change what is known of a person, and who suggested them first."""
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    policies.may_change(by, contact).enforce()
    _write(contact, known, referred_by)
    if (first := contact.suggested_by) and first != referred_by:
        contact.referrals_received.filter(source=first).delete()
    journal.record(ContactEdited.of(contact), by=by)
    if referred_by:
        note_referral(referred_by, contact, by=by)
    return contact


def _write(contact: Contact, known: Known, referred_by: Contact | None) -> None:
    values = dict(known)
    paths = values.pop("paths", None)
    for name, value in values.items():
        setattr(contact, name, value)
    if referred_by and contact.bond == Bond.STRANGER:
        contact.bond = Bond.REFERRED
    contact.save()
    if paths is not None:
        contact.paths.set(
            Path.objects.visible_to(contact.seeker).filter(pk__in=[p.pk for p in known["paths"]])
        )


@transaction.atomic
def note_referral(source: Contact, named: Contact, *, by: User) -> Referral:
    """Keep that one person suggested another; once is enough."""
    policies.may_refer(by, source, named).enforce()
    referral, made = Referral.objects.get_or_create(source=source, named=named)
    if made:
        journal.record(ReferralNoted.by_way_of(referral), by=by)
    return referral


@transaction.atomic
def remove_contact(contact: Contact, *, by: User) -> None:
    """Take a person off the list, with their letters, conversations, notes and findings."""
    found = Contact.objects.select_for_update().filter(pk=contact.pk).first()
    if found is None:
        return
    policies.may_remove(by, found).enforce()
    journal.record(ContactRemoved.of(found), by=by)
    found.delete()
