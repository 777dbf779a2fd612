"""What can happen to questions and briefs."""

from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self

from askwell.journal.events import Event


class Planned(Protocol):
    """The part of a question that an event keeps."""

    pk: Any
    theme: str

    @property
    def conversation(self) -> Any:
        """The conversation in whose brief it stands, if any."""


@dataclass(frozen=True, kw_only=True)
class QuestionEvent(Event):
    """Something happened to a question; its words stay out of the journal."""

    @classmethod
    def of(cls, question: Planned) -> Self:
        """The event, with the theme as its plain fact."""
        brief = question.conversation
        return cls(
            subject="question",
            subject_id=question.pk,
            contact_id=brief.contact_id if brief else None,
            facts={"theme": question.theme},
        )


@dataclass(frozen=True, kw_only=True)
class QuestionPlanned(QuestionEvent):
    """A question will be asked."""

    says: ClassVar[str] = "You planned a question"


@dataclass(frozen=True, kw_only=True)
class QuestionEdited(QuestionEvent):
    """A question was put differently."""

    says: ClassVar[str] = "You changed a question"


@dataclass(frozen=True, kw_only=True)
class QuestionMoved(QuestionEvent):
    """A question changed its place."""

    says: ClassVar[str] = "You moved a question"


@dataclass(frozen=True, kw_only=True)
class QuestionDropped(QuestionEvent):
    """A question will not be asked."""

    says: ClassVar[str] = "You dropped a question"


@dataclass(frozen=True, kw_only=True)
class BriefMade(Event):
    """Questions were chosen for a conversation."""

    says: ClassVar[str] = "Your brief was made"

    @classmethod
    def of(cls, conversation: Any, *, questions: int) -> Self:
        """The event, with the number of questions."""
        return cls(
            subject="conversation",
            subject_id=conversation.pk,
            contact_id=conversation.contact_id,
            facts={"questions": questions},
        )
