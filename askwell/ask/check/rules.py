"""The rules of a good request, one function each, and the table that names them."""

import re
from collections.abc import Callable, Iterable

from askwell.ask.check.reading import Reading, Span
from askwell.ask.check.report import Problem, Report, Severity
from askwell.ask.check.sense import Found, Sense
from askwell.ask.check.slots import find_slots
from askwell.ask.check.vocabulary import SIGNS_OF_ENGLISH

AIM_WORDS, WARN_WORDS = 100, 150
LONGEST_TALK = 30
MOST_QUESTIONS = 2
LATEST_CONNECTION = 45
MANY = 50

Spots = Iterable[Span]
Rule = tuple[str, Severity, Callable[[Sense], Spots], str, str]


def job_asks(sense: Sense) -> Spots:
    """Where a job is asked for."""
    return [at(sense, found) for found in sense.jobs[:MANY]]


def slots(sense: Sense) -> Spots:
    """Where a slot was left open."""
    return [span for _, span in zip(range(MANY), find_slots(sense.reading.text), strict=False)]


def over_aim(sense: Sense) -> Spots:
    """Where the message passes the length to aim for, unless it passes the limit too."""
    return after_words(sense, AIM_WORDS) if sense.reading.words <= WARN_WORDS else []


def over_limit(sense: Sense) -> Spots:
    """Where the message passes the length people read."""
    return after_words(sense, WARN_WORDS)


def no_connection(sense: Sense) -> Spots:
    """After the greeting, where the connection belongs."""
    return [] if sense.connection else [Span(*2 * (after_greeting(sense.reading.text),))]


def no_reason(sense: Sense) -> Spots:
    """After the greeting, where the reason for writing to this person belongs."""
    return [] if sense.reason else [Span(*2 * (after_greeting(sense.reading.text),))]


def no_ask(sense: Sense) -> Spots:
    """Before the closing, where the ask belongs."""
    return [] if sense.ask else [Span(*2 * (before_closing(sense.reading.text),))]


def no_time(sense: Sense) -> Spots:
    """At the ask, or before the closing, where the length of the talk belongs."""
    return [] if sense.times else [at(sense, sense.ask) if sense.ask else Span(*2 * (before_closing(sense.reading.text),))]


def no_flexibility(sense: Sense) -> Spots:
    """Before the closing, where an offer to fit their schedule belongs."""
    return [] if sense.flexibility else [Span(*2 * (before_closing(sense.reading.text),))]


def pushes(sense: Sense) -> Spots:
    """Where the message presses."""
    shouts = [Span(hit.start(), hit.end()) for hit in SHOUT.finditer(sense.reading.text)]
    return ([at(sense, found) for found in sense.pushes] + shouts)[:MANY]


def too_many_questions(sense: Sense) -> Spots:
    """The first question too many."""
    marks = [hit.end() for hit in QUESTION.finditer(sense.reading.text)]
    return [Span(marks[MOST_QUESTIONS] - 1, marks[MOST_QUESTIONS])] if len(marks) > MOST_QUESTIONS else []


def late_connection(sense: Sense) -> Spots:
    """A connection that comes when the reader may have stopped."""
    found = sense.connection
    return [at(sense, found)] if found and sense.reading.word_index(found.start) > LATEST_CONNECTION else []


def too_much_time(sense: Sense) -> Spots:
    """A talk longer than a stranger gives lightly."""
    return [at(sense, time) for time in sense.times if sense.minutes(time) > LONGEST_TALK][:MANY]


RULES: tuple[Rule, ...] = (
    (
        "asks-for-job", "stop", job_asks,
        "This asks for a job, or can be read so. It turns a talk into an application, which is far harder to say yes to.",
        "Take it out. Ask for their view instead: \u201cI would like to hear what the work is really like.\u201d",
    ),
    (
        "placeholder", "stop", slots,
        "\u201c{spot}\u201d is still to be filled in; it would arrive just as it stands.",
        "Write the real words here, or take the phrase out.",
    ),
    (
        "too-long", "hint", over_aim,
        "This is {words} words. Under 100 is easier to read on a phone and to answer.",
        "Keep the connection, the reason and the ask; save your own story for the talk.",
    ),
    (
        "too-long", "warn", over_limit,
        "This is {words} words. Past 150, many busy people put a message off for later.",
        "Cut what can wait for the talk, your own story first. Aim for under 100 words.",
    ),
    (
        "no-connection", "warn", no_connection,
        "Nothing says how you are connected or how you found this person.",
        "Open with it: \u201cMs. Ruiz suggested that I write to you,\u201d or \u201cI found your profile in the alumni directory.\u201d",
    ),
    (
        "no-reason", "warn", no_reason,
        "It does not say why you are writing to this person and no one else.",
        "Name one thing about their own work: \u201cYou moved from teaching to design, and I am weighing the same step.\u201d",
    ),
    (
        "no-ask", "warn", no_ask,
        "It does not ask for a conversation.",
        "Ask one clear thing: \u201cWould you be open to a 20-minute call?\u201d",
    ),
    (
        "no-time", "warn", no_time,
        "It does not say how long the talk would take.",
        "Name a length from 15 to 30 minutes: \u201cWould you have 20 minutes to talk?\u201d",
    ),
    (
        "no-flexibility", "hint", no_flexibility,
        "It does not offer to fit their schedule.",
        "Add a line: \u201cBy phone, video or in person, whenever suits you.\u201d",
    ),
    (
        "pushy", "warn", pushes,
        "\u201c{spot}\u201d presses the reader, and people who feel pressed say no.",
        "Leave them room: \u201cIf this is not a good time, I understand.\u201d",
    ),
    (
        "many-questions", "warn", too_many_questions,
        "There are {questions} questions here. That reads like homework.",
        "Keep the one that asks for the talk, and bring the others to it.",
    ),
    (
        "connection-late", "hint", late_connection,
        "What connects you comes late. It is the reason people read on.",
        "Move this to the first line, right after the greeting.",
    ),
    (
        "too-much-time", "warn", too_much_time,
        "\u201c{spot}\u201d is a lot to ask of someone you hardly know.",
        "Ask for 15 to 30 minutes: \u201cWould you have 20 minutes?\u201d",
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
QUESTION = re.compile(r"[?\uff1f\u061f](?![?\uff1f!\w=&/])")
SHOUT = re.compile(r"!{3,}|\?{3,}|\b[A-Z]{3,}(?: [A-Z]{2,}){3,}")
GREETING = re.compile(r"\s{0,20}(?:subject:[^\n]{0,200}\n\s{0,20})?(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^\n,!:.?]{0,60}(?:[,!:.]|\n)\s{0,20}", re.IGNORECASE)
CLOSING = re.compile(r"\n[ \t]{0,9}(?:thank|thanks|best|kind|warm|sincerely|regards|respectfully|yours|cheers|many thanks|with )", re.IGNORECASE)


def check(text: str, *, subject: str = "") -> Report:
    """Read a message before it leaves.

    Offsets count characters of `text`; a problem in `subject` stands at 0 and says so. Time is linear in the length.
    """
    if not any(char.isalnum() for char in text) and not subject.strip():
        return empty(text)
    sense = Sense(Reading(text))
    has = presence(sense)
    if looks_foreign(sense.reading):
        problems = [NOT_ENGLISH, *problems_of(sense, {"placeholder", "too-long"})]
    else:
        problems = problems_of(sense)
    problems += in_subject(subject)
    return Report(sense.reading.words, has, sorted(problems, key=lambda problem: problem.order), praise(sense, has))


def empty(text: str) -> Report:
    """The answer about a message with nothing in it."""
    nothing = Problem(
        "empty", "stop", 0, len(text), "There is nothing to send yet.", "Start with who you are and how you found this person."
    )
    return Report(0, dict.fromkeys(GOOD, False), [nothing])


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
        for name, severity, spots, message, mend in RULES
        if only is None or name in only
        for spot in spots(sense)
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
    short = [SHORT] if sense.reading.words <= AIM_WORDS else []
    return [phrase for name, phrase in GOOD.items() if has[name]] + short


def filled(message: str, sense: Sense, spot: Span) -> str:
    """A message with its figures and the spot it speaks of."""
    said = sense.reading.text[spot.start : spot.end]
    questions = len(QUESTION.findall(sense.reading.text))
    return (
        message.replace("{words}", str(sense.reading.words))
        .replace("{questions}", str(questions))
        .replace("{spot}", said if len(said) <= 60 else said[:57] + "...")
    )


def at(sense: Sense, found: Found) -> Span:
    """Where a sign stands in the text as given."""
    return sense.reading.origin(found.start, found.end)


def after_words(sense: Sense, limit: int) -> Spots:
    """From the word after the limit to the end, where there are that many."""
    text = sense.reading.text
    if sense.reading.words <= limit:
        return []
    for index, word in enumerate(re.finditer(r"\S+", text)):
        if index == limit:
            return [Span(word.start(), len(text))]
    return [Span(len(text), len(text))]


def after_greeting(text: str) -> int:
    """Where the message proper begins."""
    greeting = GREETING.match(text)
    return greeting.end() if greeting else 0


def before_closing(text: str) -> int:
    """Where the thanks and the name begin, or the end."""
    closings = [closing.start() for closing in CLOSING.finditer(text)]
    return closings[-1] if closings else len(text.rstrip())


def looks_foreign(reading: Reading) -> bool:
    """Whether a message of some length has hardly a common English word."""
    words = re.findall(r"\w+", reading.plain[:4000])
    if len(words) < 8 and reading.words < 40:
        return False
    return sum(word in SIGNS_OF_ENGLISH for word in words) < len(words) / 20
