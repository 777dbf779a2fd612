"""Where in a message each kind of trouble stands."""

import re
from collections.abc import Iterable

from askwell.ask.check.reading import LONGEST, Span
from askwell.ask.check.sense import Found, Sense
from askwell.ask.check.slots import find_slots

AIM_WORDS, WARN_WORDS = 100, 150
LONGEST_TALK = 30  # minutes
MOST_QUESTIONS = 2
LATEST_CONNECTION = 25  # words before it
MANY = 50  # spots of one kind; a message with more is mended in rounds

Spots = Iterable[Span]
QUESTION = re.compile(r"[?\uff1f\u061f](?![?\uff1f!\w=&/])")
SHOUT = re.compile(r"\?{3,}|\b[A-Z]{3,}(?: [A-Z]{2,}){3,}")
GREETING = re.compile(
    r"\s{0,20}(?:subject:[^\n]{0,200}\n\s{0,20})?(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^\n,!:.?]{0,60}(?:[,!:.]|\n)\s{0,20}",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"\n[ \t]{0,9}(?:thank|thanks|best|kind|warm|sincerely|regards|respectfully|yours|cheers|many thanks|with )",
    re.IGNORECASE,
)


def job_asks(sense: Sense) -> Spots:
    """Where a job is asked for."""
    return [at(sense, found) for found in sense.jobs[:MANY]]


def slots(sense: Sense) -> Spots:
    """Where a slot was left open."""
    return [span for _, span in zip(range(MANY), find_slots(sense.reading.text[:LONGEST]), strict=False)]


def over_aim(sense: Sense) -> Spots:
    """Where the message passes the length to aim for, unless it passes the limit too."""
    return after_words(sense, AIM_WORDS) if sense.reading.words <= WARN_WORDS else []


def over_limit(sense: Sense) -> Spots:
    """Where the message passes the length people read."""
    return after_words(sense, WARN_WORDS)


def no_connection(sense: Sense) -> Spots:
    """After the greeting, where the connection belongs."""
    return [] if sense.connection else [point(after_greeting(sense.reading.text))]


def no_reason(sense: Sense) -> Spots:
    """After the greeting, where the reason for writing to this person belongs."""
    return [] if sense.reason else [point(after_greeting(sense.reading.text))]


def no_ask(sense: Sense) -> Spots:
    """Before the closing, where the ask belongs."""
    return [] if sense.ask else [point(before_closing(sense.reading.text))]


def no_time(sense: Sense) -> Spots:
    """At the ask, or before the closing, where the length of the talk belongs."""
    return (
        []
        if sense.times
        else [at(sense, sense.ask) if sense.ask else point(before_closing(sense.reading.text))]
    )


def no_flexibility(sense: Sense) -> Spots:
    """Before the closing, where an offer to fit their schedule belongs."""
    return [] if sense.flexibility else [point(before_closing(sense.reading.text))]


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


def point(place: int) -> Span:
    """A place for something that is missing."""
    return Span(place, place)


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
