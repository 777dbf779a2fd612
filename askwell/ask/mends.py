"""What the page offers for each trouble spot: the reason, the way to mend it, and words ready to use. No Django."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from askwell.ask import drafts, phrases
from askwell.ask.check import Problem, Report

IN_SUBJECT = "In the subject: "
TAKE_OUT = "Take this sentence out"
USE = "Use this"


@dataclass(frozen=True, slots=True)
class Mend:
    """One numbered place to mend; `becomes` is the whole text after the offered change, where one is offered."""

    number: int
    problem: Problem
    words: str = ""
    label: str = ""
    becomes: str = ""

    @property
    def key(self) -> str:
        """How a button names this place: the rule and where it stands."""
        return f"{self.problem.rule}:{self.problem.start}"

    @property
    def stops(self) -> bool:
        """Whether the letter can't leave with it."""
        return self.problem.severity == "stop"

    @property
    def in_subject(self) -> bool:
        """Whether it stands in the subject line."""
        return self.problem.message.startswith(IN_SUBJECT)

    @property
    def headline(self) -> str:
        """What is wrong, in one short sentence."""
        return re.split(r"(?<=[^.]\.) (?=[A-Z])", self.problem.message, maxsplit=1)[0].rstrip(".")

    @property
    def reason(self) -> str:
        """Why it matters and how to mend it."""
        rest = self.problem.message[len(self.headline) :].lstrip(". ")
        return f"{rest} {self.problem.mend}".strip()


@dataclass(frozen=True, slots=True)
class _Place:
    text: str
    problem: Problem
    facts: drafts.RequestFacts

    @property
    def said(self) -> str:
        return self.text[self.problem.start : self.problem.end]


Offer = tuple[str, str, str]
"""The words, the button's label, and the text as it becomes."""


def mends(report: Report, text: str, facts: drafts.RequestFacts) -> list[Mend]:
    """Every problem of a report, numbered in reading order, with what can be offered for it."""
    found = []
    for number, problem in enumerate(report.problems, start=1):
        offer = OFFERS.get(problem.rule)
        in_subject = problem.message.startswith(IN_SUBJECT)
        words, label, becomes = (
            offer(_Place(text, problem, facts)) if offer and not in_subject else ("", "", "")
        )
        found.append(Mend(number, problem, words, label, becomes))
    return found


def chosen(offered: list[Mend], key: str) -> Mend | None:
    """The offer that a button meant; when the text has moved since, the nearest of the same rule."""
    rule, _, at = key.partition(":")
    alike = [mend for mend in offered if mend.problem.rule == rule and mend.label]
    place = int(at) if at.isdecimal() and len(at) < 9 else 0
    return min(alike, key=lambda mend: abs(mend.problem.start - place), default=None)


def _take_out(place: _Place) -> Offer:
    start, end = phrases.sentence_around(place.text, place.problem.start, place.problem.end)
    return "", TAKE_OUT, phrases.take_out(place.text, start, end)


def _fill(place: _Place) -> Offer:
    words = known_for(place.said, place.facts)
    if not words:
        return "", "", ""
    return words, USE, place.text[: place.problem.start] + words + place.text[place.problem.end :]


def _ask(place: _Place) -> Offer:
    if place.problem.start != place.problem.end:
        return "", "", ""
    minutes = place.facts.minutes
    words = (
        f"Would you be open to a {minutes}-minute conversation, by phone or video, at a time that suits you?"
    )
    return words, USE, phrases.put_paragraph(place.text, place.problem.start, words)


def _fit(place: _Place) -> Offer:
    words = "Any time that suits you works for me."
    at = len(place.text[: place.problem.start].rstrip())
    return words, USE, phrases.put_in(place.text, at, words)


def _connect(place: _Place) -> Offer:
    words = drafts.opening(place.facts)
    if "[" in words or place.facts.connection == "stranger":
        return "", "", ""
    return words, USE, phrases.put_in(place.text, place.problem.start, words)


def _shorten(place: _Place) -> Offer:
    words = (
        f"{place.facts.minutes}-minute" if place.said.endswith("minute") else f"{place.facts.minutes} minutes"
    )
    return words, USE, place.text[: place.problem.start] + words + place.text[place.problem.end :]


OFFERS: dict[str, Callable[[_Place], Offer]] = {
    "asks-for-job": _take_out,
    "pushy": _take_out,
    "placeholder": _fill,
    "no-ask": _ask,
    "no-time": _ask,
    "no-flexibility": _fit,
    "no-connection": _connect,
    "too-much-time": _shorten,
}


OF_THEM = r"^(?:(?:your|their|his|her|the|job) )*"


def known_for(slot: str, facts: drafts.RequestFacts) -> str:
    """The words that belong into a slot such as "[first name]", where they are known."""
    asked = " ".join(re.findall(r"[a-z]+", slot.lower()))
    host = f"{facts.host_first_name} {facts.host_last_name}".strip()
    known = (
        (r"\b(?:your|my|sender) (?:full |first |last )?name$", facts.seeker_name),
        (r"about (?:you|me)|your line", facts.seeker_line),
        (rf"{OF_THEM}(?:organi[sz]ation|company|employer)(?: name)?$", facts.organization),
        (r"first ?name$", facts.host_first_name or host),
        (r"last ?name$", facts.host_last_name),
        (r"\bname$", host),
        (rf"{OF_THEM}(?:role|title|position)$|what (?:they|you) do$", facts.role),
        (r"\bsuggested|mutual|referr", facts.referrer),
        (r"\bpath|career|field", " and ".join(facts.paths)),
    )
    return next((words for pattern, words in known if re.search(pattern, asked)), "")


def signed(text: str, name: str, line: str) -> str:
    """The text with the seeker's name and line in the slots that waited for them."""
    return text.replace("[your name]", name).replace("[one line about you]", line.strip().rstrip("."))
