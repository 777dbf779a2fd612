"""What can happen in this room."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from askwell.journal.events import Event

if TYPE_CHECKING:
    from askwell.connect.models import Contact, Referral


@dataclass(frozen=True, kw_only=True)
class AboutContact(Event):
    """Something that happened with one person the seeker knows of."""

    @classmethod
    def of(cls, contact: "Contact") -> Self:
        """About this person."""
        return cls(subject="Contact", subject_id=contact.pk, contact_id=contact.pk)


@dataclass(frozen=True, kw_only=True)
class ContactAdded(AboutContact):
    """The seeker added somebody who knows."""

    says: ClassVar[str] = "You added them"


@dataclass(frozen=True, kw_only=True)
class ContactEdited(AboutContact):
    """The seeker changed what is known about somebody."""

    says: ClassVar[str] = "You changed what you know about them"


@dataclass(frozen=True, kw_only=True)
class ContactRemoved(AboutContact):
    """The seeker removed somebody, and all that hung on them."""

    says: ClassVar[str] = "You removed them"


@dataclass(frozen=True, kw_only=True)
class ReferralNoted(Event):
    """Somebody suggested somebody."""

    says: ClassVar[str] = "Somebody suggested them"

    @classmethod
    def by_way_of(cls, referral: "Referral") -> Self:
        """About the person who was named."""
        return cls(
            subject="Referral",
            subject_id=referral.pk,
            contact_id=referral.named_id,
            facts={"source": referral.source_id},
        )
