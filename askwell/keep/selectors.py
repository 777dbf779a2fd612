"""What the pages after a talk show."""

import re
from dataclasses import dataclass

from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask.models import Letter
from askwell.connect.names import same
from askwell.keep.drafts import Noted, ThanksFacts, draft_thank_you
from askwell.keep.due import due_words, said_when
from askwell.keep.models import ThankYou
from askwell.keep.names import Named, named_in
from askwell.learn.models import Note
from askwell.lib.themes import PEOPLE
from askwell.meet.models import Conversation

WHO_ELSE = re.compile(
    r"\b(?:who|anyone|anybody|someone|somebody)\s+else\b|\bshould i (?:talk|speak|meet)", re.IGNORECASE
)


@dataclass(frozen=True)
class Thanks:
    """The thank-you of one conversation: where it stands, its words, and what there is to draw on."""

    letter: Letter | None
    due: str
    done: ThankYou | None
    notes: list[Note]
    suggested: list[str]
    named: list[Named]

    @property
    def is_on_its_way(self) -> bool:
        """Whether its words stay as they are until somebody knows what became of them."""
        return self.letter is not None and self.letter.status in {"queued", "sending", "unsure"}


def thanks_for(conversation: Conversation) -> Thanks:
    """Everything about the thank-you of a conversation that was held."""
    owed = ThankYou.objects.filter(conversation=conversation).select_related("letter").first()
    notes = noted_in(conversation)
    suggested = _suggested_by(conversation)
    return Thanks(
        letter=owed.letter if owed else None,
        due=due_words(timezone.localtime(owed.due_at), timezone.localtime()) if owed else "",
        done=owed if owed and owed.done_at else None,
        notes=notes,
        suggested=suggested,
        named=_not_yet(named_by(conversation, notes), suggested),
    )


def noted_in(conversation: Conversation) -> list[Note]:
    """The notes with words, in the order of the brief."""
    notes = conversation.notes.exclude(text="").select_related("question")
    return sorted(notes, key=lambda note: note.question.position if note.question else 10_000)


def words_of(thanks: Thanks, conversation: Conversation, *, seeker: User) -> dict[str, str | int]:
    """The words to start from: those kept, with their version, else a draft made of the notes."""
    if letter := thanks.letter:
        return {"subject": letter.subject, "body": letter.body, "base": letter.version}
    draft = draft_thank_you(_facts(thanks, conversation, seeker=seeker))
    return {"subject": draft.subject, "body": draft.body, "base": 0}


def _facts(thanks: Thanks, conversation: Conversation, *, seeker: User) -> ThanksFacts:
    now = timezone.localtime()
    return ThanksFacts(
        host=conversation.contact.name,
        seeker=seeker.name,
        bond=conversation.contact.bond,
        when=said_when(timezone.localtime(conversation.ended_at), now) if conversation.ended_at else "",
        topic="your work",
        notes=[Noted(note.text, note.tag) for note in thanks.notes if not _is_who_else(note)],
        suggested=thanks.suggested,
    )


def named_by(conversation: Conversation, notes: list[Note]) -> list[Named]:
    """Whom the notes seem to name: those on "who else", or on people where nobody was asked that."""
    asked = [note for note in notes if _is_who_else(note)]
    speaking = asked or [note for note in notes if note.question and note.question.theme == PEOPLE]
    return named_in("\n".join(note.text for note in speaking), but=conversation.contact.name)


def people_to_keep(conversation: Conversation) -> list[Named]:
    """Those named who are not yet noted as suggested by this host."""
    return _not_yet(named_by(conversation, noted_in(conversation)), _suggested_by(conversation))


def _is_who_else(note: Note) -> bool:
    return bool(WHO_ELSE.search(note.question.text if note.question else note.asked))


def _suggested_by(conversation: Conversation) -> list[str]:
    referrals = conversation.contact.referrals_made.order_by("pk")
    return list(referrals.values_list("named__name", flat=True))


def _not_yet(named: list[Named], suggested: list[str]) -> list[Named]:
    there = {same(name) for name in suggested}
    return [person for person in named if same(person.name) not in there]
