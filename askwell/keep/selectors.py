"""What the pages after a talk show."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch
from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask.models import Letter, LetterKind, LetterStatus
from askwell.connect.models import Contact, Referral
from askwell.connect.names import same
from askwell.keep.drafts import Noted, ThanksFacts, UpdateFacts, draft_thank_you, draft_update
from askwell.keep.due import due_words, said_when
from askwell.keep.models import ThankYou
from askwell.keep.names import Named, named_in
from askwell.learn.models import Note
from askwell.lib.themes import PEOPLE
from askwell.meet.models import Conversation, ConversationStatus

WHO_ELSE = re.compile(
    r"\b(?:who|anyone|anybody|someone|somebody)\s+else\b|\bshould i (?:talk|speak|meet)", re.IGNORECASE
)


@dataclass(frozen=True)
class Sheet:
    """A letter being written, or not yet begun."""

    letter: Letter | None

    @property
    def is_on_its_way(self) -> bool:
        """Whether its words stay as they are until somebody knows what became of them."""
        return self.letter is not None and (self.letter.is_leaving or self.letter.is_unsure)


@dataclass(frozen=True)
class Thanks(Sheet):
    """The thank-you of one conversation: where it stands, its words, and what there is to draw on."""

    due: str
    done: ThankYou | None
    notes: list[Note]
    suggested: list[str]
    named: list[Named]


@dataclass(frozen=True)
class News:
    """Somebody whose suggestion led to talks they have not heard of, the latest talk first."""

    to: Contact
    talks: list[Conversation]


@dataclass(frozen=True)
class NewsSheet(Sheet):
    """The letter with news to one person, the talks it tells of, and the notes of the latest."""

    talks: list[Conversation]
    notes: list[Note]

    @property
    def is_news(self) -> bool:
        """Whether there is something to tell, or words for it are kept already."""
        return bool(self.talks or self.letter)


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
    if thanks.letter:
        return _kept(thanks.letter)
    draft = draft_thank_you(_facts(thanks, conversation, seeker=seeker))
    return {"subject": draft.subject, "body": draft.body, "base": 0}


def _kept(letter: Letter) -> dict[str, str | int]:
    return {"subject": letter.subject, "body": letter.body, "base": letter.version}


def _facts(thanks: Thanks, conversation: Conversation, *, seeker: User) -> ThanksFacts:
    return ThanksFacts(
        host=conversation.contact.name,
        seeker=seeker.name,
        bond=conversation.contact.bond,
        when=_when(conversation.ended_at),
        topic="your work",
        notes=_quotable(thanks.notes),
        suggested=thanks.suggested,
    )


def _when(at: datetime | None) -> str:
    return said_when(timezone.localtime(at), timezone.localtime()) if at else ""


def _quotable(notes: list[Note]) -> list[Noted]:
    """Notes to draw on; names of people to ask next are not for quoting."""
    return [Noted(note.text, note.tag) for note in notes if not _is_who_else(note)]


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


def news_due(seeker: User, *, to: Contact | None = None) -> list[News]:
    """Whom to tell what came of their suggestion: a talk ended, and no news left for them since."""
    held = Conversation.objects.filter(status=ConversationStatus.HELD, ended_at__isnull=False)
    sent = Letter.objects.filter(kind=LetterKind.UPDATE, status=LetterStatus.SENT)
    referrals = Referral.objects.filter(source__seeker=seeker, **({"source": to} if to else {}))
    found: dict[int, News] = {}
    for referral in (
        referrals.select_related("source", "named")
        .prefetch_related(
            Prefetch("named__conversations", held.select_related("contact"), to_attr="held"),
            Prefetch("source__letters", sent, to_attr="news"),
        )
        .order_by("made_at", "pk")
    ):
        source = referral.source
        told = max((letter.sent_at for letter in source.news), default=None)  # type: ignore[attr-defined]
        fresh = [talk for talk in referral.named.held if told is None or talk.ended_at > told]  # type: ignore[attr-defined]
        if fresh:
            found.setdefault(source.pk, News(source, [])).talks.extend(fresh)
    for news in found.values():
        news.talks.sort(key=lambda talk: talk.ended_at or talk.made_at, reverse=True)
    return list(found.values())


def news_for(contact: Contact) -> NewsSheet:
    """Everything about the letter with news to one person."""
    letters = contact.letters.filter(kind=LetterKind.UPDATE).exclude(status=LetterStatus.SENT)
    talks = [talk for news in news_due(contact.seeker, to=contact) for talk in news.talks]
    return NewsSheet(letter=letters.first(), talks=talks, notes=noted_in(talks[0]) if talks else [])


def words_of_news(sheet: NewsSheet, contact: Contact) -> dict[str, str | int]:
    """The words to start from: those kept, else a draft made of what came of it."""
    if sheet.letter:
        return _kept(sheet.letter)
    seeker = contact.seeker
    talked = contact.conversations.filter(status=ConversationStatus.HELD).order_by("ended_at").last()
    decision = seeker.decisions.first()
    draft = draft_update(
        UpdateFacts(
            to=contact.name,
            seeker=seeker.name,
            bond=contact.bond,
            talked=talked is not None,
            when=_when(talked.ended_at) if talked else "",
            topic="your work" if talked else "",
            met=[talk.contact.name for talk in reversed(sheet.talks)],
            notes=_quotable(sheet.notes),
            decision=decision.title if decision else "",
        )
    )
    return {"subject": draft.subject, "body": draft.body, "base": 0}
