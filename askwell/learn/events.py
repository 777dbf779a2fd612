"""What can happen to notes and findings."""

from dataclasses import dataclass
from typing import ClassVar, Self

from askwell.journal.events import Event
from askwell.meet.models import Conversation


class _InConversation(Event):
    @classmethod
    def of(cls, conversation: Conversation, subject_id: int | None = None) -> Self:
        """In that conversation, about that note or finding."""
        return cls(
            subject=cls.about,
            subject_id=subject_id or conversation.pk,
            contact_id=conversation.contact_id,
        )

    about: ClassVar[str] = "conversation"


@dataclass(frozen=True, kw_only=True)
class NotesBegun(_InConversation):
    """The first words of a conversation were written down."""

    says: ClassVar[str] = "You took notes"


@dataclass(frozen=True, kw_only=True)
class Reflected(_InConversation):
    """Somebody said what a conversation tells about themselves."""

    says: ClassVar[str] = "You wrote what it says about you"


@dataclass(frozen=True, kw_only=True)
class FindingKept(_InConversation):
    """Something said became a finding."""

    says: ClassVar[str] = "You kept a finding"
    about: ClassVar[str] = "finding"


@dataclass(frozen=True, kw_only=True)
class FindingChanged(_InConversation):
    """A finding was put better."""

    says: ClassVar[str] = "You changed a finding"
    about: ClassVar[str] = "finding"


@dataclass(frozen=True, kw_only=True)
class FindingDropped(_InConversation):
    """A finding counts no more."""

    says: ClassVar[str] = "You dropped a finding"
    about: ClassVar[str] = "finding"
