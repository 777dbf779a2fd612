"""The rules of a good request: one table, read top to bottom, and what comes of it."""

import re
from collections.abc import Callable

from askwell.ask.check import spots
from askwell.ask.check.reading import Reading, Span
from askwell.ask.check.report import Problem, Report, Severity
from askwell.ask.check.sense import Sense

# Name, severity, where it is found, what is wrong, how to mend it.
Rule = tuple[str, Severity, Callable[[Sense], spots.Spots], str, str]

RULES: tuple[Rule, ...] = (
    (
        "asks-for-job", "stop", spots.job_asks,
        "This asks for a job, or can be read so. It turns a talk into an application, which is far harder to say yes to.",
        "Take it out. Ask for their view instead: “I would like to hear what the work is really like.”",
    ),
    (
        "placeholder", "stop", spots.slots,
        "“{spot}” is still to be filled in; it would arrive just as it stands.",
        "Write the real words here, or take the phrase out.",
    ),
    (
        "too-long", "hint", spots.over_aim,
        "This is {words} words. Under 100 is easier to read on a phone and to answer.",
        "Keep the connection, the reason and the ask; save your own story for the talk.",
    ),
    (
        "too-long", "warn", spots.over_limit,
        "This is {words} words. Past 150, many busy people put a message off for later.",
        "Cut what can wait for the talk, your own story first. Aim for under 100 words.",
    ),
    (
        "no-connection", "warn", spots.no_connection,
        "Nothing says how you are connected or how you found this person.",
        "Open with it: “Ms. Ruiz suggested that I write to you,” or “I found your profile in the alumni directory.”",
    ),
    (
        "no-reason", "warn", spots.no_reason,
        "It does not say why you are writing to this person and no one else.",
        "Name one thing about their own work: “You moved from teaching to design, and I am weighing the same step.”",
    ),
    (
        "no-ask", "warn", spots.no_ask,
        "It does not ask for a conversation.",
        "Ask one clear thing: “Would you be open to a 20-minute call?”",
    ),
    (
        "no-time", "warn", spots.no_time,
        "It does not say how long the talk would take.",
        "Name a length from 15 to 30 minutes: “Would you have 20 minutes to talk?”",
    ),
    (
        "no-flexibility", "hint", spots.no_flexibility,
        "It does not offer to fit their schedule.",
        "Add a line: “By phone, video or in person, whenever suits you.”",
    ),
    (
        "pushy", "warn", spots.pushes,
        "“{spot}” presses the reader, and people who feel pressed say no.",
        "Leave them room: “If this is not a good time, I understand.”",
    ),
    (
        "many-questions", "warn", spots.too_many_questions,
        "There are {questions} questions here. That reads like homework.",
        "Keep the one that asks for the talk, and bring the others to it.",
    ),
    (
        "connection-late", "hint", spots.late_connection,
        "What connects you comes late. It is the reason people read on.",
        "Move this to the first line, right after the greeting.",
    ),
    (
        "too-much-time", "warn", spots.too_much_time,
        "“{spot}” is a lot to ask of someone you hardly know.",
        "Ask for 15 to 30 minutes: “Would you have 20 minutes?”",
    ),
)  # fmt: skip
NOT_ENGLISH = Problem(
    "language", "hint", 0, 0,
    "This does not look like English, and English is all the checker reads.",
    "Check by yourself: what connects you, why this person, how long, and a clear ask.",
)  # fmt: skip
GOOD = {
    "connection": "It says what connects you.",
    "reason": "It says why you are writing to this person and no one else.",
    "ask": "It asks for a conversation.",
    "time": "It says how long the talk would take.",
    "flexibility": "It fits their schedule rather than yours.",
}
SHORT = "It is short enough to read on a phone."
SIGNS_OF_ENGLISH = frozenset(
    [
        "the",
        "a",
        "to",
        "and",
        "i",
        "you",
        "your",
        "of",
        "in",
        "for",
        "is",
        "am",
        "my",
        "me",
        "with",
        "would",
        "about",
        "at",
        "on",
        "have",
        "are",
        "be",
        "that",
        "it",
        "this",
        "as",
        "hi",
        "dear",
        "hello",
        "from",
        "do",
        "not",
    ]
)


def check(text: str, *, subject: str = "") -> Report:
    """Read a message before it leaves.

    Offsets count characters of `text`; a problem in `subject` stands at 0 and says so. Time is linear in the length.
    """
    if not any(char.isalnum() for char in text):
        return empty(text, in_subject(subject))
    sense = Sense(Reading(text))
    has = presence(sense)
    if looks_foreign(sense.reading):
        problems = [NOT_ENGLISH, *problems_of(sense, {"placeholder", "too-long"})]
    else:
        problems = problems_of(sense)
    problems += in_subject(subject)
    return Report(
        sense.reading.words, has, sorted(problems, key=lambda problem: problem.order), praise(sense, has)
    )


def empty(text: str, others: list[Problem]) -> Report:
    """The answer about a message with nothing in it, whatever else troubles its subject."""
    nothing = Problem(
        "empty",
        "stop",
        0,
        len(text),
        "There is nothing to send yet.",
        "Start with who you are and how you found this person.",
    )
    return Report(
        0, dict.fromkeys(GOOD, False), sorted([nothing, *others], key=lambda problem: problem.order)
    )


def presence(sense: Sense) -> dict[str, bool]:
    """The five things a good request has, and whether this one has them."""
    return {
        "connection": sense.connection is not None,
        "reason": sense.reason is not None,
        "ask": sense.ask is not None,
        "time": bool(sense.times),
        "flexibility": sense.flexibility is not None,
    }


def problems_of(sense: Sense, only: set[str] | None = None) -> list[Problem]:
    """Every problem the rules find."""
    return [
        Problem(name, severity, spot.start, spot.end, filled(message, sense, spot), mend)
        for name, severity, find, message, mend in RULES
        if only is None or name in only
        for spot in find(sense)
    ]


def in_subject(subject: str) -> list[Problem]:
    """What stops a message already in its subject line."""
    sense = Sense(Reading(subject))
    return [
        Problem(one.rule, one.severity, 0, 0, f"In the subject: {one.message}", one.mend)
        for one in problems_of(sense, {"asks-for-job", "placeholder"})
    ]


def praise(sense: Sense, has: dict[str, bool]) -> list[str]:
    """What is good already, in plain phrases."""
    short = [SHORT] if sense.reading.words <= spots.AIM_WORDS else []
    return [phrase for name, phrase in GOOD.items() if has[name]] + short


def filled(message: str, sense: Sense, spot: Span) -> str:
    """A message with its figures and the spot it speaks of."""
    said = sense.reading.text[spot.start : spot.end]
    questions = len(spots.QUESTION.findall(sense.reading.text))
    return (
        message.replace("{words}", str(sense.reading.words))
        .replace("{questions}", str(questions))
        .replace("{spot}", said if len(said) <= 60 else said[:57] + "...")
    )


def looks_foreign(reading: Reading) -> bool:
    """Whether a message of some length has hardly a common English word."""
    words = re.findall(r"\w+", reading.plain[:4000])
    if len(words) < 8 and reading.words < 40:
        return False
    return sum(word in SIGNS_OF_ENGLISH for word in words) < len(words) / 20
