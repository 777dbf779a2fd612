"""What can happen to requests and letters."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from askwell.journal.events import Event

if TYPE_CHECKING:
    from askwell.ask.models import InterviewRequest, Letter


@dataclass(frozen=True, kw_only=True)
class AboutRequest(Event):
    """Something that happened to a request."""

    @classmethod
    def of(cls, asked: "InterviewRequest") -> Self:
        """About this request."""
        return cls(subject="InterviewRequest", subject_id=asked.pk, contact_id=asked.contact_id)


@dataclass(frozen=True, kw_only=True)
class RequestAccepted(AboutRequest):
    """They agreed to talk."""

    says: ClassVar[str] = "They said yes"


@dataclass(frozen=True, kw_only=True)
class RequestDeclined(AboutRequest):
    """They would rather not."""

    says: ClassVar[str] = "They said no"


@dataclass(frozen=True, kw_only=True)
class RequestRested(AboutRequest):
    """No answer came, and that is fine."""

    says: ClassVar[str] = "You let your request rest"


@dataclass(frozen=True, kw_only=True)
class AnswerLinkMade(AboutRequest):
    """A request has a page to answer on."""

    says: ClassVar[str] = "Your request got a page to answer on"


@dataclass(frozen=True, kw_only=True)
class AnswerLinkEnded(AboutRequest):
    """That page opens no more."""

    says: ClassVar[str] = "You closed the page to answer on"


@dataclass(frozen=True, kw_only=True)
class PassedOn(AboutRequest):
    """They suggested a colleague."""

    says: ClassVar[str] = "They suggested a colleague instead"


@dataclass(frozen=True, kw_only=True)
class AskedToRest(AboutRequest):
    """They want no requests for a while."""

    says: ClassVar[str] = "They asked to be left alone for a while"


@dataclass(frozen=True, kw_only=True)
class Welcomes(AboutRequest):
    """They take requests again."""

    says: ClassVar[str] = "They take requests again"


@dataclass(frozen=True, kw_only=True)
class AboutLetter(Event):
    """Something that happened to a letter."""

    @classmethod
    def of(cls, letter: "Letter") -> Self:
        """About this letter: its kind and the way it went, never its words."""
        return cls(
            subject="Letter",
            subject_id=letter.pk,
            contact_id=letter.contact_id,
            facts={"kind": letter.kind, "channel": letter.channel},
        )


@dataclass(frozen=True, kw_only=True)
class LetterBegun(AboutLetter):
    """A draft was kept for the first time."""

    says: ClassVar[str] = "You began a letter"


@dataclass(frozen=True, kw_only=True)
class LetterReworded(AboutLetter):
    """A draft was changed on purpose, rather than kept while typing."""

    says: ClassVar[str] = "You reworded a letter"


@dataclass(frozen=True, kw_only=True)
class LetterQueued(AboutLetter):
    """A letter waits to be sent by the program."""

    says: ClassVar[str] = "You handed a letter over to be sent"


@dataclass(frozen=True, kw_only=True)
class RequestSent(AboutLetter):
    """The request left."""

    says: ClassVar[str] = "You sent the request"


@dataclass(frozen=True, kw_only=True)
class FollowUpSent(AboutLetter):
    """The one follow-up left."""

    says: ClassVar[str] = "You followed up"


@dataclass(frozen=True, kw_only=True)
class ThanksSent(AboutLetter):
    """A thank-you left."""

    says: ClassVar[str] = "You sent your thanks"


@dataclass(frozen=True, kw_only=True)
class NewsSent(AboutLetter):
    """A letter with news left."""

    says: ClassVar[str] = "You told them what came of it"


@dataclass(frozen=True, kw_only=True)
class LetterFailed(AboutLetter):
    """A letter was refused on its way; it did not leave."""

    says: ClassVar[str] = "A letter could not be sent"


@dataclass(frozen=True, kw_only=True)
class LetterFound(AboutLetter):
    """The seeker looked: a letter that was cut off did leave."""

    says: ClassVar[str] = "You found the letter among your sent mail"


@dataclass(frozen=True, kw_only=True)
class LetterUnsure(AboutLetter):
    """The sending of a letter was cut off."""

    says: ClassVar[str] = "The sending of a letter was cut off"
