"""What to say first: the opening in a few variants, the first of them the one on the brief."""

from dataclasses import dataclass

WORDS_A_MINUTE = 140
"""An unhurried speaking pace."""
MOST_REASON_WORDS = 20
MOST_WHO_WORDS = 14
MOST_QUESTION_WORDS = 20
"""Past these, a part is longer than one breath and the card uses a shorter one."""


@dataclass(frozen=True, slots=True)
class OpeningFacts:
    """What is known before the talk; everything may be left empty.

    `who` follows "I'm" ("a sophomore at Harlow College"); `reason` follows "because"; `referrer` is
    the person who suggested the host; `topic` is said as in a sentence ("nursing").
    """

    host: str = ""
    seeker: str = ""
    who: str = ""
    referrer: str = ""
    reason: str = ""
    topic: str = ""
    minutes: int = 20
    first_question: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One opening to say aloud, one sentence or two a line, and about how long it takes."""

    title: str
    lines: tuple[str, ...]

    @property
    def seconds(self) -> int:
        """How long it takes at an unhurried pace."""
        return round(sum(len(line.split()) for line in self.lines) * 60 / WORDS_A_MINUTE)


def openings(facts: OpeningFacts) -> tuple[Card, ...]:
    """Three ways to begin, 15 to 30 seconds each: the whole of it, a short one, one for shaky nerves."""
    return (
        Card("The whole of it", (_hello(facts), _me(facts), _why(facts), _not_a_job(facts), _ask(facts))),
        Card("Short and plain", (_hello(facts), _short(facts), _ask(facts))),
        Card("When you are nervous", (_hello(facts), _nervous(facts), _not_a_job(facts), _ask(facts))),
    )


def _hello(facts: OpeningFacts) -> str:
    host = " ".join(facts.host.split())
    return f"Hello, {host}. Thank you for making time." if host else "Hello. Thank you for making time."


def _me(facts: OpeningFacts) -> str:
    """Name and who one is, as far as they are known and fit one breath."""
    seeker, who = facts.seeker.strip(), _within(facts.who, MOST_WHO_WORDS)
    if seeker and who:
        return f"I’m {seeker}, {who}."
    return f"I’m {seeker or who or 'still finding out what work would suit me'}."


def _why(facts: OpeningFacts) -> str:
    """Why this person and no other: the reason, else who suggested them, else what they know."""
    reason = _within(facts.reason, MOST_REASON_WORDS)
    if reason:
        return f"I asked you because {reason.removeprefix('because ')}."
    if facts.referrer.strip():
        return f"{facts.referrer.strip()} suggested that I talk to you."
    return f"I asked you because you know {_topic(facts)} from the inside, and I only know it from outside."


def _not_a_job(facts: OpeningFacts) -> str:
    return f"I’m not looking for a job from you, just your point of view. I’ll keep us to {facts.minutes} minutes."


def _short(facts: OpeningFacts) -> str:
    me = f"I’m {facts.seeker.strip()}. " if facts.seeker.strip() else ""
    return f"{me}I’m here to learn about {_topic(facts)}, not to ask for a job, and I’ll keep us to {facts.minutes} minutes."


def _nervous(facts: OpeningFacts) -> str:
    return f"I’m a little nervous, because this matters to me. I’ve written down what I’d like to ask about {_topic(facts)}."


def _ask(facts: OpeningFacts) -> str:
    question = _within(facts.first_question, MOST_QUESTION_WORDS, keep_end=True)
    return f"May I start with this? {question or 'What is an ordinary working day like?'}"


def _topic(facts: OpeningFacts) -> str:
    return facts.topic.strip() or "this work"


def _within(words: str, most: int, *, keep_end: bool = False) -> str:
    """The words on one line, without the stop at their end, or "" when they are too many."""
    line = " ".join(words.split())
    if not keep_end:
        line = line.rstrip(".")
    return line if len(line.split()) <= most else ""
