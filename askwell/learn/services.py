"""Writing notes down without losing a word, and making findings of them."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from askwell.accounts.models import User
from askwell.explore.models import Criterion, Path
from askwell.journal import services as journal
from askwell.learn import events, policies
from askwell.learn.findings import fingerprint
from askwell.learn.models import Finding, Note
from askwell.learn.notes import merge
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.prepare.models import Question


@dataclass(frozen=True)
class Written:
    """What a note is to say, and upon which version.

    A device names each `sending`, and those `before` it that no answer came to.
    """

    text: str
    tag: str = ""
    base_version: int | None = None
    sending: str = ""
    before: Collection[str] = ()


@dataclass(frozen=True)
class Drafted:
    """A finding before it is kept: the words as said, about what, and how they move the seeker (-2 to 2)."""

    words: str
    theme: str
    path: Path
    moves: int = 0
    criterion: Criterion | None = None
    question: Question | None = None

    def fingerprint(self) -> str:
        """The same for the same words about the same things."""
        return fingerprint(
            self.words,
            self.question.pk if self.question else None,
            self.path.pk,
            self.criterion.pk if self.criterion else None,
        )


@transaction.atomic
def save_note(
    conversation: Conversation,
    *,
    question: Question | None,
    written: Written,
    by: User,
) -> Note:
    """Keep what was written on a question, or on none, over the version it was written upon.

    When the note went on since that version, both texts are kept, unless it went on by a sending
    that these words were written over. One that comes late, after those written over it, is
    behind them already. Nothing changes, and no version rises, when nothing new was written; an
    empty note that never was stays unsaved.
    """
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    policies.may_take_notes(by, conversation).enforce()
    begun = conversation.notes.exists()
    note = _note_on(conversation, question)
    if written.sending and written.sending in note.sendings:
        return note
    text, tag = _joined(note, written)
    is_new = (text, tag) != (note.text, note.tag)
    if not is_new and not (note.pk and written.sending):
        return note
    note.text, note.tag = text, tag
    note.version += is_new
    last = written.sending if text == written.text else ""
    note.sendings = [*note.sendings, *written.before, written.sending, last][-policies.MOST_SENDINGS :]
    note.save()
    if is_new and not begun:
        # Once a conversation: a journal of every keystroke would tell nobody anything.
        journal.record(events.NotesBegun.of(conversation), by=by)
    return note


def _note_on(conversation: Conversation, question: Question | None) -> Note:
    if question is None:
        found = conversation.notes.filter(question=None, asked="").first()
        return found or Note(conversation=conversation)
    found = conversation.notes.filter(question=question).first()
    return found or Note(conversation=conversation, question=question, asked=question.text)


def _joined(note: Note, written: Written) -> tuple[str, str]:
    """The text and the tag that follow from what stands there and what was written."""
    if not note.pk or written.base_version == note.version:
        return written.text, written.tag
    is_over = bool(note.sendings) and note.sendings[-1] in written.before
    return written.text if is_over else merge(note.text, written.text), written.tag or note.tag


@transaction.atomic
def reflect(conversation: Conversation, *, sure: int | None, reflection: str, by: User) -> Conversation:
    """Keep what the talk says about the seeker, and how sure (1 to 5) they feel after it."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    policies.may_keep_findings(by, conversation).enforce()
    if sure:
        conversation = meet.rate(conversation, sure=sure, by=by)
    if conversation.reflection == reflection:
        return conversation
    conversation.reflection = reflection
    conversation.save(update_fields=["reflection"])
    journal.record(events.Reflected.of(conversation), by=by)
    return conversation


@transaction.atomic
def keep_finding(conversation: Conversation, drafted: Drafted, *, by: User) -> Finding:
    """Turn something said into a finding; keeping the same one twice keeps it once."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    policies.may_keep_findings(by, conversation).enforce()
    finding, is_new = Finding.objects.get_or_create(
        conversation=conversation,
        fingerprint=drafted.fingerprint(),
        defaults={
            "seeker": conversation.seeker,
            "contact_id": conversation.contact_id,
            "question": drafted.question,
            "path": drafted.path,
            "criterion": drafted.criterion,
            "theme": drafted.theme,
            "words": drafted.words,
            "moves": drafted.moves,
        },
    )
    if is_new:
        journal.record(events.FindingKept.of(conversation, finding.pk), by=by)
    return finding


@transaction.atomic
def change_finding(finding: Finding, drafted: Drafted, *, by: User) -> Finding:
    """Put a finding better; when that makes it the same as another one, one of the two remains."""
    _hold(finding)
    finding = Finding.objects.select_related("conversation").get(pk=finding.pk)
    policies.may_change(by, finding).enforce()
    same = finding.conversation.findings.filter(fingerprint=drafted.fingerprint()).exclude(pk=finding.pk)
    for twin in same:
        journal.record(events.FindingDropped.of(finding.conversation, twin.pk), by=by)
        twin.delete()
    finding.words, finding.theme, finding.moves = drafted.words, drafted.theme, drafted.moves
    finding.path, finding.criterion = drafted.path, drafted.criterion
    finding.fingerprint = drafted.fingerprint()
    finding.save()
    journal.record(events.FindingChanged.of(finding.conversation, finding.pk), by=by)
    return finding


@transaction.atomic
def drop_finding(finding: Finding, *, by: User) -> None:
    """Let a finding go; its note stays, and dropping it twice is the same as once."""
    _hold(finding)
    found = Finding.objects.select_related("conversation").filter(pk=finding.pk).first()
    if found is None:
        return
    policies.may_change(by, found).enforce()
    journal.record(events.FindingDropped.of(found.conversation, found.pk), by=by)
    found.delete()


def _hold(finding: Finding) -> None:
    """The conversation's row: every change to its findings waits for the one before it."""
    Conversation.objects.select_for_update().filter(pk=finding.conversation_id).first()
