"""A good first draft of a request and of its follow-up, from what is known; the rest is left open in [brackets]."""

import re
from dataclasses import dataclass
from datetime import date

from askwell.ask import openings
from askwell.ask.openings import ConnectionKind

FIELD_OF_WORK = ("in ", "with ", "for ", "on ")
"""How a role begins that says what one works in, rather than what one is."""

TAKES_AN_ARTICLE = re.compile(
    r"(?:rising |current |recent |former |high |college )?(?:school )?(?:senior|junior|sophomore|freshman|student|graduate)\b",
    re.IGNORECASE,
)
"""A line about oneself as one types it into a form: "senior at Harlow High"."""

LONGEST_GREETING = 60
NO_PLACE = {"self", "self-employed", "freelance", "freelancer", "retired", "none", "n/a", "-"}
TAKES_THE = re.compile(
    r"(?:city|county|town|state|university|college|school|department|ministry|office|bureau|institute|museum) of |u\.?s\.? ",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class RequestFacts:
    """What is known for a request; an empty string or tuple means not known yet.

    `connection_note` says who or what connects the two; for a referral it may be left to `referrer`. `role` is as spoken
    ("a nurse", "in nursing").
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
        f"I would like to hear about {their_work(facts)}: what is good about it, and what is hard.\n\n"
        f"Would you be open to a {facts.minutes}-minute conversation, {by_what(facts)}, at a time that suits you?"
        " If not, I understand.\n\n"
        f"{closing(facts)}"
    )
    return Draft(subject(facts), body)


def draft_follow_up(facts: RequestFacts, sent_on: date, nth: int = 1, *, after: str = "") -> Draft:
    """The one follow-up to a request sent on a day: short, kind and easy to decline; it greets as the request did.

    Raises ValueError for a second one: after one follow-up a request rests.
    """
    if nth != 1:
        raise ValueError("One follow-up is enough; after it, let the request rest.")
    body = (
        f"{greeting_of(after) or greeting(facts)}\n\n"
        f"{opening(facts)} On {sent_on:%B} {sent_on.day} I sent you a note,"
        " and I know how full a week can get.\n\n"
        f"I would still be glad to hear about {their_work(facts)}. If you have {facts.minutes} minutes"
        f" one day, {by_what(facts)}, any time that suits you works for me."
        " If not, there is no need to answer, and I will not write again.\n\n"
        f"{closing(facts)}"
    )
    return Draft(f"Re: {subject(facts)}", body)


def greeting(facts: RequestFacts) -> str:
    """The greeting, by name and without a title that might be wrong."""
    name = f"{facts.host_first_name.strip()} {facts.host_last_name.strip()}".strip()
    return f"Hello {name or '[their name]'},"


def greeting_of(letter: str) -> str:
    """The greeting that a letter begins with; nothing when its first line is none."""
    first = letter.strip().partition("\n")[0].strip()
    return first if first.endswith(",") and len(first) <= LONGEST_GREETING and "[" not in first else ""


def closing(facts: RequestFacts) -> str:
    """The thanks and the name."""
    return f"Thank you for reading this,\n{facts.seeker_name.strip() or '[your name]'}"


def subject(facts: RequestFacts) -> str:
    """A subject line that says what is asked, with only what is known."""
    role, where = facts.role.strip(), place(facts)
    if role:
        return f"{facts.minutes} minutes about your work {'' if role.startswith(FIELD_OF_WORK) else 'as '}{role}?"
    return f"{facts.minutes} minutes about your work{where and ' at '}{where}?"


def opening(facts: RequestFacts) -> str:
    """The first sentence: what connects the two."""
    return openings.opening(facts.connection, connected_by(facts), organization=place(facts))


def connected_by(facts: RequestFacts) -> str:
    """The note on the connection; for a referral, whoever made it comes first."""
    return (facts.connection == "referred" and facts.referrer.strip()) or facts.connection_note


def by_what(facts: RequestFacts) -> str:
    """The ways to talk; those who know each other may simply meet."""
    return "in person, by phone or video" if knows_seeker(facts) else "by phone or video"


def knows_seeker(facts: RequestFacts) -> bool:
    """Whether the host knows who is writing."""
    return openings.known_already(facts.connection, facts.connection_note)


def who(facts: RequestFacts) -> str:
    """The seeker in one line, and by name unless the host knows it."""
    line = " ".join(facts.seeker_line.split()).rstrip(".,;")
    for lead in ("i am ", "i'm "):
        if line.lower().startswith(lead):
            line = line[len(lead) :]
    line = (
        f"a {line[:1].lower()}{line[1:]}" if TAKES_AN_ARTICLE.match(line) else line or "[one line about you]"
    )
    return line if knows_seeker(facts) else f"{facts.seeker_name.strip() or '[your name]'}, {line}"


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


def their_work(facts: RequestFacts) -> str:
    """Why this person: what they do and where, as far as it is known."""
    role, where = facts.role.strip(), place(facts)
    at = f" at {where}" if where and " at " not in role else ""
    if role.startswith(FIELD_OF_WORK) or (at and not role):
        return f"your work{role and ' '}{role}{at}"
    return f"your experience as {role or '[what they do]'}{at}"


def place(facts: RequestFacts) -> str:
    """Where they work, as it follows "at": a name stands alone, "state health office" takes its article."""
    name = facts.organization.strip()
    first, _, rest = name.partition(" ")
    if name.lower() in NO_PLACE:
        return ""
    nameless = rest and first.islower() and first not in openings.WITH_ARTICLE
    return f"the {name}" if nameless or TAKES_THE.match(name) else name
