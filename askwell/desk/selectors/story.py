"""A journey told as a page to read: sections of blocks, for HTML and PDF alike."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from askwell.accounts.models import RoleName
from askwell.decide.models import Decision
from askwell.decide.selectors import Board, Cell, board, then
from askwell.decide.weights import WEIGHTS
from askwell.desk import when as say
from askwell.desk.selectors.in_program import PARTS, Record, in_program, told
from askwell.explore.models import Path
from askwell.learn.models import Finding
from askwell.lib.templatetags.askwell import day, moment
from askwell.meet.models import Conversation, ConversationStatus
from askwell.prepare.models import Question

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.connect.models import Contact

Part = dict[str, str]
Block = dict[str, Any]
SIGNS = {
    2: "speaks strongly for it",
    1: "speaks for it",
    0: "neither way",
    -1: "speaks against it",
    -2: "speaks strongly against it",
}


def story(seeker: "User") -> dict[str, Any]:
    """Everything of one journey in reading order; a section without content is left out."""
    read = board(seeker)
    sections = [
        ("What you decided", _decisions(seeker)),
        ("The paths", _paths(read)),
        ("What matters to you", _criteria(read)),
        ("The conversations", [_talk(talk) for talk in _talks(seeker)]),
        ("The people", [_person(contact) for contact in _people(seeker)]),
        ("Questions still waiting", _waiting(seeker)),
    ]
    sections += [(PARTS[name][0], _records(kept)) for name, kept in in_program(seeker).items()]
    what = "The journey" if RoleName.SEEKER in seeker.role_names else "What is kept"
    return {
        "title": f"{what} of {seeker.name}" if seeker.name else "Your journey",
        "lead": seeker.about,
        "written": say.on_day(timezone.localtime(), timezone.localtime()) + f", {timezone.localtime().year}",
        "sections": [{"title": title, "blocks": blocks} for title, blocks in sections if blocks],
    }


def _records(kept: list[Record]) -> list[Block]:
    """What a program keeps: short records as lines of one block, others each under what comes first in it."""
    rows = [[(_spelled(name), told(value, moment)) for name, value in one.items()] for one in kept]
    if rows and len(rows[0]) <= 2:
        return [_block("", "", *(_text(row[-1][1], row[0][1] if row[1:] else row[0][0]) for row in rows))]
    return [_block(row[0][1], "", *(_text(value, name) for name, value in row[1:])) for row in rows]


def _spelled(name: str) -> str:
    return name.removesuffix("_at").replace("_", " ").capitalize()


def _text(text: str, label: str = "") -> Part:
    return {"kind": "text", "label": label if label.endswith("?") or not label else f"{label}:", "text": text}


def _quote(text: str, label: str = "") -> Part:
    return {"kind": "quote", "label": label, "text": text}


def _block(heading: str, meta: str, *parts: Part) -> Block:
    return {"heading": heading, "meta": meta, "parts": [part for part in parts if part["text"]]}


def _decisions(seeker: "User") -> list[Block]:
    made = Decision.objects.visible_to(seeker).select_related("path__occupation")
    return [_decision(one) for one in made]


def _decision(made: Decision) -> Block:
    chances: Any = then(made)["chances"]
    stood = "; ".join(f"{one['path']}: best {one['words']}" for one in chances)
    return _block(
        made.title,
        f"{day(made.made_at)}{f' · {made.path}' if made.path else ''}",
        _text(made.reasons),
        _text(made.first_step, "First step"),
        _text(stood, "How things stood"),
    )


def _paths(read: Board) -> list[Block]:
    leans = {lean.path.pk: lean for lean in read.leans}
    return [
        _block(
            str(path),
            f"SOC {path.occupation.soc} · added {day(path.added_at)}",
            _text(f"It would come out best {leans[path.pk].words}, an estimate." if path.pk in leans else ""),
            *(
                _text(f"{cell.word} ({cell.evidence}). {cell.start.why}", name)
                for name, cell in _held(read, path)
            ),
            _text(
                "; ".join(sorted({source for _, cell in _held(read, path) for source in cell.sources})),
                "Sources of the figures",
            ),
        )
        for path in read.paths
    ]


def _held(read: Board, path: Path) -> list[tuple[str, Cell]]:
    """What is held about one path, by what it speaks to."""
    return [(row.criterion.name, cell) for row in read.rows for cell in row.cells if cell.path == path]


def _criteria(read: Board) -> list[Block]:
    kept = [criterion for criterion in read.criteria if criterion.pk]
    return [_block("", "", *(_text(WEIGHTS[one.weight], one.name) for one in kept))] if kept else []


def _talks(seeker: "User") -> list[Conversation]:
    return list(
        Conversation.objects.visible_to(seeker)
        .select_related("contact")
        .prefetch_related("notes__question", "questions", "findings__path__occupation", "findings__criterion")
        .order_by("starts_at", "pk")
    )


def _talk(talk: Conversation) -> Block:
    notes = [
        _text(note.text, note.question.text if note.question else note.asked or "Notes")
        for note in talk.notes.all()
        if note.text
    ]
    asked = (
        []
        if notes
        else [_text(question.text, f"Question {n}") for n, question in enumerate(talk.questions.all(), 1)]
    )
    return _block(
        f"{talk.contact.name}{f', {talk.contact.role}' if talk.contact.role else ''}",
        f"{talk.get_status_display()} · {moment(talk.starts_at)}"
        if talk.starts_at
        else talk.get_status_display(),
        *(_finding(finding) for finding in talk.findings.all()),
        *notes,
        *asked,
        _text(talk.reflection, "What it says about you"),
        _text(_sure(talk), "How sure you felt, 1 to 5"),
    )


def _finding(finding: Finding) -> Part:
    about = f" · {finding.criterion.name}" if finding.criterion else ""
    return _quote(f"“{finding.words}”", f"{finding.path}{about} · {SIGNS[finding.moves]}")


def _sure(talk: Conversation) -> str:
    if talk.status != ConversationStatus.HELD:
        return ""
    said = [("before", talk.sure_before), ("after", talk.sure_after)]
    return ", ".join(f"{value} {word}" for word, value in said if value)


def _people(seeker: "User") -> "list[Contact]":
    return list(
        seeker.contacts.prefetch_related("paths__occupation", "letters", "referrals_received__source")
    )


def _person(contact: "Contact") -> Block:
    through = ", ".join(referral.source.name for referral in contact.referrals_received.all())
    letters = [
        _quote(letter.body, f"{letter.get_kind_display()}: {letter.subject} ({_sent(letter.sent_at)})")
        for letter in contact.letters.all()
    ]
    return _block(
        contact.name,
        " · ".join(word for word in (contact.role, contact.organization, contact.email) if word),
        _text(contact.get_bond_display(), "How you know each other"),
        _text(contact.known_how),
        _text(through, "Came through"),
        _text("; ".join(str(path) for path in contact.paths.all()), "Could speak to"),
        _text(contact.about, "What you know"),
        *letters,
    )


def _sent(at: Any) -> str:
    return f"sent {day(at)}" if at else "not sent"


def _waiting(seeker: "User") -> list[Block]:
    waiting = Question.objects.visible_to(seeker).waiting().select_related("path__occupation")
    return (
        [_block("", "", *(_text(one.text, str(one.path) if one.path else "") for one in waiting))]
        if waiting
        else []
    )
