"""What the file holds, table by table; each row refers only to rows of tables above its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from django.db.models import Model

from askwell.ask.models import InterviewRequest, Letter
from askwell.connect.models import Contact, Referral
from askwell.decide.models import Decision
from askwell.explore.models import Criterion, Path
from askwell.journal.models import Entry
from askwell.keep.models import ThankYou
from askwell.learn.models import Finding, Note
from askwell.meet.models import Conversation, OfferedTime
from askwell.prepare.models import Question
from askwell.rehearse.models import Rehearsal

Values = Mapping[str, Any]
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Table:
    """One list of the file.

    `key` says when a row is there already, from its values and the ids of the rows it refers to;
    `mark` names a field that knows the row in the whole world. `refs` and `many` name the table that a
    field refers to; `owner` leads from a row to its seeker. `soc` says that it names an occupation,
    `once` that two rows of one key are the same also within a file.
    """

    name: str
    words: tuple[str, str]
    model: type[Model]
    fields: tuple[str, ...]
    key: Callable[[Values], tuple[Any, ...]]
    refs: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    many: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    owner: str = "seeker"
    mark: str = ""
    soc: bool = False
    once: bool = False

    @property
    def own(self) -> bool:
        """Whether a row names its seeker itself."""
        return self.owner == "seeker"


def _by(*names: str) -> Callable[[Values], tuple[Any, ...]]:
    return lambda values: tuple(values.get(name) for name in names)


def _path(values: Values) -> tuple[Any, ...]:
    return values["soc"], (values.get("narrowed") or "").casefold()


def _letter(values: Values) -> tuple[Any, ...]:
    if values.get("request") and values["kind"] in {"request", "follow_up"}:
        return values["request"], values["kind"]
    return values["contact"], values["kind"], values.get("subject"), values.get("body")


def _question(values: Values) -> tuple[Any, ...]:
    if values.get("conversation"):
        return values["conversation"], values["text"].lower()
    return None, values["text"].lower(), values.get("path")


def _note(values: Values) -> tuple[Any, ...]:
    return values["conversation"], values.get("question") or values.get("asked", "")


TABLES = (
    Table(
        "criteria", ("thing that matters", "things that matter"), Criterion,
        ("name", "kind", "wants_more", "weight", "position"), _by("name"),
    ),
    Table(
        "paths", ("path", "paths"), Path,
        ("narrowed", "footing", "added_at", "set_aside_at"), _path, soc=True, once=True,
    ),
    Table(
        "contacts", ("person", "people"), Contact,
        ("uid", "name", "role", "organization", "email", "bond", "known_how", "about", "added_at"),
        _by("name", "email", "organization"), many={"paths": "paths"}, mark="uid",
    ),
    Table(
        "referrals", ("introduction", "introductions"), Referral,
        ("made_at",), _by("source", "named"),
        refs={"source": "contacts", "named": "contacts"}, owner="source__seeker",
    ),
    Table(
        "requests", ("request", "requests"), InterviewRequest,
        ("minutes", "status", "started_at", "sent_at", "answered_at", "answer"), _by("contact", "started_at"),
        refs={"contact": "contacts"},
    ),
    Table(
        "letters", ("letter", "letters"), Letter,
        ("kind", "status", "channel", "subject", "body", "message_id", "trouble", "version", "earlier",
         "changed_at", "sending_at", "sent_at"),
        _letter, refs={"contact": "contacts", "request": "requests"}, mark="message_id",
    ),
    Table(
        "conversations", ("conversation", "conversations"), Conversation,
        ("status", "starts_at", "minutes", "time_zone", "place", "place_details", "uid", "sequence",
         "began_at", "ended_at", "sure_before", "sure_after", "reflection", "called_off_by",
         "called_off_at", "called_off_why", "made_at"),
        _by("contact", "made_at"), refs={"contact": "contacts", "request": "requests"}, mark="uid",
    ),
    Table(
        "offered_times", ("offered time", "offered times"), OfferedTime,
        ("starts_at", "by_them"), _by("conversation", "starts_at"),
        refs={"conversation": "conversations"}, owner="conversation__seeker",
    ),
    Table(
        "questions", ("question", "questions"), Question,
        ("text", "theme", "bank_id", "chosen", "why", "position", "added_at"), _question,
        refs={"conversation": "conversations", "path": "paths", "criterion": "criteria"}, soc=True,
    ),
    Table(
        "notes", ("note", "notes"), Note,
        ("asked", "text", "tag", "version", "changed_at"), _note,
        refs={"conversation": "conversations", "question": "questions"}, owner="conversation__seeker",
    ),
    Table(
        "findings", ("finding", "findings"), Finding,
        ("theme", "words", "moves", "kept_at"), _by("conversation", "path", "words"),
        refs={"conversation": "conversations", "contact": "contacts", "question": "questions",
              "path": "paths", "criterion": "criteria"},
    ),
    Table(
        "thank_yous", ("thank-you", "thank-yous"), ThankYou,
        ("due_at", "done_at"), _by("conversation"),
        refs={"conversation": "conversations", "letter": "letters"},
    ),
    Table(
        "rehearsals", ("rehearsal", "rehearsals"), Rehearsal,
        ("seconds", "sure", "at"), _by("at"), refs={"conversation": "conversations"},
    ),
    Table(
        "decisions", ("decision", "decisions"), Decision,
        ("title", "reasons", "first_step", "weighed", "made_at"), _by("title", "made_at"),
        refs={"path": "paths"},
    ),
    Table(
        "history", ("line of history", "lines of history"), Entry,
        ("at", "verb", "says", "subject"), _by("contact", "at", "says"),
        refs={"contact": "contacts"}, owner="actor_id",
    ),
)  # fmt: skip
PROFILE = ("name", "about", "time_zone")
