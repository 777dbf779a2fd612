"""What makes a question harder to answer well, said gently: a hint never stops anyone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from askwell.ask.check import check


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that a question could do better: its rule, and one or two sentences on it."""

    rule: str
    words: str


CLOSED = Hint(
    "closed",
    "This can be answered with a yes or a no. Begin with what, how or why, and you will hear a story.",
)
TWO_IN_ONE = Hint(
    "two-in-one", "These are two questions. People tend to answer only the easier one: ask one at a time."
)
JOB = Hint(
    "job",
    "This can be heard as asking for a job. Ask how people come to hear of openings, and leave yourself out.",
)
FIGURES = Hint("figures", "Public figures answer this. Ask what they can't tell: how people live with it.")

_AUX = (
    r"(?:do|does|did|is|are|was|were|am|can|could|would|will|have|has|had|should|shall|may|might|must"
    r"|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|can't|couldn't|wouldn't|won't|haven't|hasn't|shouldn't)"
)
_ASKING = r"(?:how|what|what's|why|when|where|who|who's|whom|whose|which)"
_SMALL_TALK = r"(?:(?:so|well|and|but|also|okay|ok|now|then|first|finally|lastly|maybe|honestly|in your (?:view|opinion|experience)|from what you have seen)[ ,]+)*"
_OPENS_UP = (
    rf"{_SMALL_TALK}(?:can|could|would|will|may|might) (?:you|i|we) (?:please |perhaps |maybe |also |mind )*"
    r"(?:ask (?:you )?)?(?:tell(?:ing)?|describ\w+|walk\w*|explain\w*|shar\w+|talk\w*|giv\w+|say\w*|show\w*|hear\w*|paint\w*|take me)"
)
_WHETHER = re.compile(r"\b(?:if|whether)\b")
_CLOSED = re.compile(rf"^{_SMALL_TALK}{_AUX}\b")
_NOT_CLOSED = re.compile(rf"^{_OPENS_UP}\b")
_TAG = re.compile(rf"(?:, (?:right|correct|no|{_AUX} (?:it|you|they|he|she|that|there))| or not)\?$")
_START = re.compile(rf"(?:^{_SMALL_TALK}|, )(?:{_ASKING}|{_AUX})\b")
_SUBJECT = r"(?:you|i|it|they|he|she|we|there|that|people|a|an|the)"
_SECOND = re.compile(
    rf"(?:,? (?:and|or|but)|;) (?:(?:also|then|if so|if not)[ ,]+)?(?:{_ASKING}|{_AUX} {_SUBJECT})\b(?! (?:not|so|else|exactly)?\??$)(?!\??$)"
    rf"|, (?:how|what|why|where|which) (?:{_AUX}|\w+ {_AUX})\b"
)
_FIGURES = re.compile(
    r"\b(?:what|how high) (?:is|are|'s) the (?:\w+ )?(?:average|median|typical|usual|starting|national) (?:\w+ )?(?:salar\w+|pay|wages?|income)\b"
    r"|\bhow much (?:money )?(?:do|does|can|could|would|will) (?!you spend|you pay)[\w' -]{1,40}\b(?:make|earn|get paid)\b"
    r"|\bhow many (?:[\w-]+ ){1,4}(?:are there|work)\b|\bhow fast is (?:the|this) (?:field|job market|profession) growing\b"
)


def hints(text: str) -> list[Hint]:
    """The hints on one question, gravest first; none when it is open, single and asks for no job."""
    plain = " ".join(text.replace("\u2019", "'").lower().split())
    return list(_found(text, plain)) if plain else []


def _found(text: str, plain: str) -> Iterator[Hint]:
    closed = _is_closed(plain)
    # A letter's rules are stricter than a question needs: only one that brings oneself in asks for a job.
    speaks_of_me = closed or re.search(r"\b(?:i|i'm|me|my)\b", plain)
    if speaks_of_me and any(one.rule == "asks-for-job" for one in check(text).problems):
        yield JOB
    if closed:
        yield CLOSED
    if _is_two(plain):
        yield TWO_IN_ONE
    if _FIGURES.search(plain):
        yield FIGURES


def _is_closed(plain: str) -> bool:
    """Whether a yes or a no would do as the answer to what is asked last."""
    asked = [part.strip() for part in re.findall(r"[^.?!]+[.?!]*", plain) if "?" in part] or [plain]
    last = asked[-1]
    if _TAG.search(last):
        return True
    if _NOT_CLOSED.match(last):
        return bool(_WHETHER.search(last))
    return bool(_CLOSED.match(last))


def _is_two(plain: str) -> bool:
    """Whether a second question hangs on the first."""
    if plain.count("?") > 1:
        return True
    starts = _START.search(plain)
    return bool(starts and _SECOND.search(plain, starts.end()))
