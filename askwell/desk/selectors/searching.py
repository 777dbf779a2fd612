"""Careers, people and conversations that hold what was typed."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from askwell.connect.models import Contact
from askwell.explore.finder import answer
from askwell.explore.pack import PackError
from askwell.explore.search import Answer
from askwell.learn.models import Finding, Note

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.explore.search import Hit
    from askwell.meet.models import Conversation

LONGEST = 300
MOST_WORDS = 8
MOST = 8
AROUND = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A conversation in which it was said, with the words around."""

    conversation: "Conversation"
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, grouped, or what kept it from looking for careers."""

    careers: "list[Hit]" = field(default_factory=list)
    people: list[Contact] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    trouble: str = ""
    understood: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether nothing was found."""
        return not (self.careers or self.people or self.passages)


def search(seeker: "User", typed: str) -> Found:
    """Look everywhere at once; every word has to be there, in people and in conversations."""
    query = " ".join(typed[:LONGEST].replace("\0", "").split())
    if not query:
        return Found()
    words = query.split()[:MOST_WORDS]
    heard, trouble = _careers(query)
    people, passages = _people(seeker, words), _passages(seeker, words)
    return Found(heard.hits, people, passages, trouble, heard.understood)


def _careers(query: str) -> "tuple[Answer, str]":
    try:
        return answer(query, limit=MOST), ""
    except PackError as fault:
        return Answer([], ()), str(fault)


def _all_in(words: list[str], *names: str) -> Q:
    every = Q()
    for word in words:
        some = Q()
        for name in names:
            some |= Q(**{f"{name}__icontains": word})
        every &= some
    return every


def _people(seeker: "User", words: list[str]) -> list[Contact]:
    where = _all_in(words, "name", "role", "organization", "known_how", "about")
    return list(Contact.objects.visible_to(seeker).filter(where)[:MOST])


def _passages(seeker: "User", words: list[str]) -> list[Passage]:
    """One passage per conversation: what was kept comes before what was noted, and both before a name."""
    talks = ("conversation", "conversation__contact")
    findings = Finding.objects.visible_to(seeker).filter(_all_in(words, "words", "contact__name"))
    notes = Note.objects.visible_to(seeker).filter(
        _all_in(words, "text", "asked", "question__text", "conversation__contact__name")
    )
    rows: list[tuple[Any, str]] = [
        *((one.conversation, one.words) for one in findings.select_related(*talks)[: MOST * 4]),
        *((one.conversation, one.text) for one in notes.select_related(*talks)[: MOST * 4]),
    ]
    found: dict[int, Passage] = {}
    for talk, text in rows:
        found.setdefault(talk.pk, Passage(talk, excerpt(text, words)))
    return list(found.values())[:MOST]


def excerpt(text: str, words: list[str]) -> str:
    """The text around the first of the words that it holds."""
    flat = " ".join(text.split())
    places = [at for word in words if (at := flat.lower().find(word.lower())) >= 0]
    start = max(0, min(places, default=0) - AROUND)
    end = start + 3 * AROUND
    return f"{'…' if start else ''}{flat[start:end].strip()}{'…' if end < len(flat) else ''}"
