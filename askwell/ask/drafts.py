"""A good first draft of a request and of its follow-up, from what is known; the rest is left open in [brackets]."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

ConnectionKind = Literal["close", "school", "work", "met", "referred", "found", "stranger"]

# What to ask the seeker for each kind of connection, so that the answer fits into the opening.
CONNECTION_PROMPTS: dict[ConnectionKind, str] = {
    "close": "Who do you both know? For example: my aunt Carol",
    "school": "Which school do you share? For example: Harlow College",
    "work": "Where did you both work? For example: Mercy Hospital",
    "referred": "Who suggested this person? For example: Elena Ruiz",
    "met": "Where did you meet? For example: the spring career fair",
    "found": "What did you come across? For example: your article on bridge repair",
    "stranger": "Nothing to add: the draft says that you looked for people who do this work.",
}
OPENINGS: dict[ConnectionKind, tuple[str, str]] = {
    "close": ("We know each other through {note}.", "[who you both know]"),
    "school": ("You and I share a school, {note}.", "[the school you share]"),
    "work": ("We have both worked at {note}.", "[where you both worked]"),
    "referred": ("{note} suggested that I write to you.", "[who suggested it]"),
    "met": ("We met at {note}.", "[where you met]"),
    "found": ("I came across {note}.", "[what you came across]"),
    "stranger": ("I found you while looking for people who do this work.", ""),
}
LEADS: dict[ConnectionKind, tuple[str, ...]] = {
    "close": ("we know each other through ", "through ", "via "),
    "school": ("we both went to ", "we went to ", "both at ", "at "),
    "work": ("we both worked at ", "both at ", "at "),
    "referred": ("suggested by ", "referred by ", "referral from ", "from "),
    "met": ("we met at ", "we met in ", "met at ", "met in ", "at "),
    "found": ("i came across ", "i found ", "came across ", "found "),
    "stranger": (),
}
WHOLE_SENTENCE = ("we ", "i ", "you ", "i've ", "we've ", "you've ")
WITH_ARTICLE = (
    "a",
    "an",
    "the",
    "my",
    "our",
    "your",
    "this",
    "last",
    "work",
    "school",
    "college",
    "church",
    "home",
)
TIE = r"(?:friend|neighbor|colleague|coworker|boss|cousin|classmate|roommate|teacher|coach|nurse|doctor)"
HOW_THEY_ARE_KNOWN = re.compile(rf"an? .*\b{TIE} of |(?:my|our) .*['’]s? (?:\w+ )?{TIE}$", re.IGNORECASE)
OF_THEM = re.compile(
    r"(?:they|lives?|works?|worked|knows?|teaches|taught|went|studied|plays|coaches|runs|is|was|has)\b"
    r"|.*(?:\b(?:he|she|him)\b|\b(?:with|to|for|about|by|from) (?:her|them)\b|\b(?:her|them)$)",
    re.IGNORECASE,
)
"""A note about the host, as one writes it for oneself: it can't be said to them."""

PLACED = re.compile(r"(?:at|in|on|through|via|during|while) ", re.IGNORECASE)


@dataclass(frozen=True)
class RequestFacts:
    """What is known for a request; an empty string or tuple means not known yet.

    `connection_note` goes with `connection` as `CONNECTION_PROMPTS` says; for a referral it may be left to `referrer`.
    `seeker_line` is the seeker in one phrase ("a sophomore at Harlow College"); `minutes` is the length of the talk.
    """

    seeker_name: str = ""
    seeker_line: str = ""
    host_first_name: str = ""
    host_last_name: str = ""
    role: str = ""
    organization: str = ""
    connection: ConnectionKind = "stranger"
    connection_note: str = ""
    referrer: str = ""
    paths: tuple[str, ...] = ()
    minutes: int = 20


@dataclass(frozen=True)
class Draft:
    """A message to begin from."""

    subject: str
    body: str


def draft_request(facts: RequestFacts) -> Draft:
    """A request to begin from: the connection first, then why this person, then one clear ask."""
    body = (
        f"{greeting(facts)}\n\n"
        f"{opening(facts)} I am {who(facts)}, and {weighing(facts.paths)}.\n\n"
        f"I would like to hear about {their_role(facts)}: what is good about the work, and what is hard.\n\n"
        f"Would you be open to a {facts.minutes}-minute conversation, by phone or video, at a time that suits you?"
        " If not, I understand.\n\n"
        f"{closing(facts)}"
    )
    return Draft(subject(facts), body)


def draft_follow_up(facts: RequestFacts, sent_on: date, nth: int = 1) -> Draft:
    """The one follow-up to a request sent on a day: short, kind and easy to decline.

    Raises ValueError for a second one: after one follow-up a request rests.
    """
    if nth != 1:
        raise ValueError("One follow-up is enough; after it, let the request rest.")
    body = (
        f"{greeting(facts)}\n\n"
        f"{opening(facts)} On {sent_on:%B} {sent_on.day} I sent you a note,"
        " and I know how full a week can get.\n\n"
        f"I would still be glad to hear about {their_role(facts)}. If you have {facts.minutes} minutes"
        " one day, by phone or video, any time that suits you works for me."
        " If not, there is no need to answer, and I will not write again.\n\n"
        f"{closing(facts)}"
    )
    return Draft(f"Re: {subject(facts)}", body)


def greeting(facts: RequestFacts) -> str:
    """The greeting, by name and without a title that might be wrong."""
    name = f"{facts.host_first_name.strip()} {facts.host_last_name.strip()}".strip()
    return f"Hello {name or '[their name]'},"


def closing(facts: RequestFacts) -> str:
    """The thanks and the name."""
    return f"Thank you for reading this,\n{facts.seeker_name.strip() or '[your name]'}"


def subject(facts: RequestFacts) -> str:
    """A subject line that says what is asked, with only what is known."""
    if facts.role.strip():
        return f"{facts.minutes} minutes about your work as {facts.role.strip()}?"
    if facts.organization.strip():
        return f"{facts.minutes} minutes about your work at {place(facts)}?"
    return f"{facts.minutes} minutes about your work?"


def opening(facts: RequestFacts) -> str:
    """The first sentence: what connects the two."""
    sentence, missing = OPENINGS[facts.connection]
    note = plain_note(facts)
    if note.lower().startswith(WHOLE_SENTENCE):
        return capitalized(note) + "."
    return capitalized(worded(facts.connection, note) or sentence.format(note=note or missing))


def worded(connection: ConnectionKind, note: str) -> str:
    """A note that does not fit its opening as it stands, in an opening that fits; else ""."""
    first, _, rest = note.partition(" ")
    if connection == "close" and HOW_THEY_ARE_KNOWN.match(note):
        return f"I know of you as {note}."
    if connection == "met" and PLACED.match(note):
        return f"We met {note}."
    if connection == "met" and rest and first.islower() and first not in WITH_ARTICLE:
        return f"We met at the {note}."
    if connection == "found" and PLACED.match(note):
        return f"I found you {note}."
    if connection == "found" and first.lower() in {"their", "his", "her"}:
        return f"I came across your {rest}."
    if connection == "found" and rest and first.lower() not in WITH_ARTICLE:
        return f"I came across your {note}."
    return ""


def plain_note(facts: RequestFacts) -> str:
    """The note on the connection, without words the opening already has."""
    written = (
        facts.referrer if facts.connection == "referred" and facts.referrer.strip() else facts.connection_note
    )
    note = " ".join(written.split()).rstrip(".!,;")
    if OF_THEM.match(note):
        return ""
    if note.partition(" ")[0] in {"My", "Our", "A", "An", "The", "Your"}:
        note = note[:1].lower() + note[1:]
    for lead in LEADS[facts.connection]:
        if note.lower().startswith(lead):
            return note[len(lead) :]
    return note


def who(facts: RequestFacts) -> str:
    """The seeker by name and in one line."""
    line = " ".join(facts.seeker_line.split()).rstrip(".,;")
    for lead in ("i am ", "i'm "):
        if line.lower().startswith(lead):
            line = line[len(lead) :]
    return f"{facts.seeker_name.strip() or '[your name]'}, {line or '[one line about you]'}"


def weighing(paths: tuple[str, ...]) -> str:
    """The paths under consideration, in one clause."""
    titles = [path.strip() for path in paths if path.strip()]
    if not titles:
        return "I am thinking about [the path you are weighing]"
    if len(titles) == 1:
        return f"I keep coming back to the work of {titles[0]}"
    if len(titles) == 2:
        return f"I am weighing the work of {titles[0]} against that of {titles[1]}"
    return f"I am weighing the work of {', '.join(titles[:-1])}, and {titles[-1]}"


def their_role(facts: RequestFacts) -> str:
    """Why this person: their own role and place."""
    role = facts.role.strip() or "[their role]"
    return f"your experience as {role} at {place(facts) or '[their organization]'}"


def place(facts: RequestFacts) -> str:
    """Where they work, as it follows "at": a name stands alone, "state health office" takes its article."""
    name = facts.organization.strip()
    first, _, rest = name.partition(" ")
    return f"the {name}" if rest and first.islower() and first not in WITH_ARTICLE else name


def capitalized(sentence: str) -> str:
    """A sentence with a capital first letter, the rest untouched."""
    return sentence[:1].upper() + sentence[1:]
