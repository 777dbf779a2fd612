"""A conversation's questions, notes and findings, as the pages show them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from askwell.explore.models import Criterion, Path
from askwell.learn.models import Finding, Note
from askwell.meet.models import Conversation
from askwell.prepare.models import Question

if TYPE_CHECKING:
    from askwell.accounts.models import User

LOOSE = "loose"


@dataclass
class Asked:
    """One question, or none, with its note and what was found in it; the note is unsaved where nothing is written."""

    question: Question | None
    note: Note
    findings: list[Finding] = field(default_factory=list)
    opens: bool = False

    @property
    def key(self) -> str:
        """Its name in forms and on the device: q12, loose, or n7 where the question was dropped."""
        if self.question:
            return f"q{self.question.pk}"
        return f"n{self.note.pk}" if self.note.asked else LOOSE

    @property
    def is_open(self) -> bool:
        """Whether notes are still taken here: not where the question was dropped."""
        return self.question is not None or not self.note.asked

    @property
    def words(self) -> str:
        """What was asked."""
        return self.question.text if self.question else self.note.asked


def asked_in(conversation: Conversation) -> list[Asked]:
    """Every question of the brief in order, the loose note, then notes whose question was dropped since."""
    notes = list(conversation.notes.all())
    by_question = {note.question_id: note for note in notes if note.question_id or not note.asked}
    rows = [Asked(q, by_question.get(q.pk) or Note(question=q)) for q in conversation.questions.all()]
    rows.append(Asked(None, by_question.get(None) or Note()))
    next((row for row in rows if not row.note.text), rows[-1]).opens = True
    return rows + [Asked(None, note) for note in notes if note.question_id is None and note.asked]


def noted_in(conversation: Conversation) -> list[Asked]:
    """What holds words or findings, in the order of the brief."""
    rows = asked_in(conversation)
    by_question: dict[int | None, list[Finding]] = {}
    kept = conversation.findings.select_related("path__occupation", "criterion").order_by("pk")
    for finding in kept.defer("path__occupation__figures"):
        by_question.setdefault(finding.question_id, []).append(finding)
    for row in rows:
        row.findings = by_question.pop(row.question.pk if row.question else None, [])
    return [row for row in rows if row.note.text.strip() or row.findings]


def paths_weighed(user: "User") -> dict[int, Path]:
    """The paths on this seeker's table, by id."""
    return {path.pk: path for path in Path.objects.visible_to(user).considered().named()}


def criteria_of(user: "User") -> dict[int, Criterion]:
    """What matters to this seeker, by id."""
    return {criterion.pk: criterion for criterion in Criterion.objects.visible_to(user)}


def as_drafted(finding: Finding) -> dict[str, Any]:
    """A kept finding as its form starts out."""
    return {
        "words": finding.words,
        "moves": finding.moves,
        "path": finding.path_id,
        "criterion": finding.criterion_id,
        "theme": finding.theme,
    }


@dataclass(frozen=True)
class Clock:
    """The time of a talk: when it began and is planned to end, and what the server's clock says now."""

    now: datetime
    began: datetime | None
    planned_end: datetime | None


def clock_of(conversation: Conversation) -> Clock:
    """The clock as it stands."""
    start = conversation.began_at or conversation.starts_at
    planned_end = start + timedelta(minutes=conversation.minutes) if start else None
    return Clock(timezone.now(), conversation.began_at, planned_end)
