"""Drafts of the letters that come after a conversation, made of what was noted and nothing else.

What is not known stays out; the two things such a letter cannot do without, the seeker's name and
something to say, become a placeholder in square brackets, which the checker won't let leave.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from askwell.connect.names import called

MOST_WORDS = 30
"""A quotation longer than this is cut at the end of a sentence or clause."""
LEARNED_GAP = "[one thing you learned]"
NEWS_GAP = "[what came of it]"
NAME_GAP = "[your name]"


@dataclass(frozen=True, slots=True)
class Noted:
    """One note as written down, with its tag ("good", "bad", "surprising", "follow_up") or none."""

    text: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class ThanksFacts:
    """What is known after a conversation; everything but the host may be left empty.

    `when` and `topic` are said as in a sentence: "on Tuesday", "nursing". `next_step` is in the
    seeker's words. `suggested` are the people the host named.
    """

    host: str
    seeker: str = ""
    bond: str = ""
    when: str = ""
    topic: str = ""
    notes: Sequence[Noted] = ()
    suggested: Sequence[str] = ()
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class UpdateFacts:
    """What came of it, later: `talked` says whether they talked with the seeker themselves; `met` are people they named whom the seeker talked to, `wrote_to` those
    who were only written to so far; `decision` and `news` are in the seeker's words."""

    to: str
    seeker: str = ""
    bond: str = ""
    talked: bool = True
    when: str = ""
    topic: str = ""
    met: Sequence[str] = ()
    wrote_to: Sequence[str] = ()
    notes: Sequence[Noted] = ()
    decision: str = ""
    news: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter to start from."""

    subject: str
    body: str


def draft_thank_you(facts: ThanksFacts) -> Draft:
    """A short thank-you that names one thing learned, in the words noted, and whom they suggested."""
    learned = one_thing_learned(facts.notes, facts.host) or LEARNED_GAP
    when, about = _after(facts.when), f" about {facts.topic.strip()}" if facts.topic.strip() else ""
    paragraphs = [
        f"Thank you for talking with me{when}{about}.",
        f"One thing has stayed with me: {learned}",
        _suggested(facts.suggested),
        _next_step(facts.next_step),
    ]
    return Draft(f"Thank you for talking with me{when}", _letter(facts, facts.host, paragraphs))


def draft_update(facts: UpdateFacts) -> Draft:
    """A few lines that tell a host or a referrer what came of their help."""
    about = f" about {facts.topic.strip()}" if facts.topic.strip() else ""
    when = _after(facts.when)
    came = [
        _met(facts.met, one_thing_learned(facts.notes, " ".join(facts.met))),
        f"I have written to {_listed(facts.wrote_to)}, as you suggested." if facts.wrote_to else "",
        f"I have made a decision: {_ended(facts.decision)}" if facts.decision.strip() else "",
        _ended(facts.news),
    ]
    did = f"took the time to talk with me{when}{about}" if facts.talked else "told me whom to ask"
    paragraphs = [
        f"You {did}, so you should hear what came of it.",
        *(came if any(came) else [NEWS_GAP]),
        "Thank you again. It helped.",
    ]
    subject = f"What came of {'our conversation' if facts.talked else 'your suggestion'}"
    return Draft(subject, _letter(facts, facts.to, paragraphs))


def _letter(facts: ThanksFacts | UpdateFacts, to: str, paragraphs: Sequence[str]) -> str:
    """Greeting, paragraphs that are not empty, closing."""
    closing = f"With thanks,\n{facts.seeker.strip() or NAME_GAP}"
    return "\n\n".join([f"Dear {_called(to, facts.bond)},", *filter(None, paragraphs), closing])


def _called(name: str, bond: str) -> str:
    """The first name for family, friends and neighbors, title and last name where there is a title, else the whole name."""
    words = name.split()
    titled = bool(words) and words[0].rstrip(".").lower() in {"dr", "mr", "mrs", "ms", "prof", "professor"}
    return called(name) if titled or (bond == "close" and words) else " ".join(words)


def _after(when: str) -> str:
    return f" {when.strip()}" if when.strip() else ""


def _suggested(names: Sequence[str]) -> str:
    return f"Thank you also for suggesting that I talk to {_listed(names)}." if names else ""


def _met(names: Sequence[str], learned: str) -> str:
    if not names:
        return ""
    said = f"I have talked to {_listed(names)}, as you suggested."
    return f"{said} One thing I took from it: {learned}" if learned else said


def _listed(names: Sequence[str]) -> str:
    """Names as in a sentence."""
    cleaned = [" ".join(name.split()) for name in names]
    if len(cleaned) < 3:
        return " and ".join(cleaned)
    return f"{', '.join(cleaned[:-1])}, and {cleaned[-1]}"


_I_WILL = re.compile(r"^(?:i(?:'|’)?ll|i will|i(?:'|’)m going to|i am going to|to)\s+", re.IGNORECASE)


def _next_step(words: str) -> str:
    """The next step, whatever its form; words that are already a sentence about oneself stay as they are."""
    step = " ".join(words.split())
    if not step:
        return ""
    begun = _I_WILL.sub("", step)
    if begun == step and re.match(r"(I|we|my|our)\b", step, re.IGNORECASE):
        return f"{_ended(step)} I will tell you what comes of it."
    lowered = begun if begun[1:2].isupper() else begun[:1].lower() + begun[1:]
    return f"My next step: {_ended(lowered)} I will tell you what comes of it."


def _ended(words: str) -> str:
    """The words as a sentence: one line, with a full stop unless they end by themselves."""
    line = " ".join(words.split())
    return line if not line or line[-1] in ".!?…" else f"{line}."


_QUOTED = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")
_BULLET = re.compile(r"^\s*(?:[-*•★☆>#]+|\d+[.)])\s*")
_REPORTED = r"(?:said|says|told me|thinks|mentioned|explained)(?: that)?"
_NOT_FOR_THEM = re.compile(
    r"\b(?:bor(?:ed|ing)|rude|arrogant|annoying|weird|awkward|hate[ds]?|dull|dislike|todo|password"
    r"|not for me|talked too much|terrible|unhappy|miserable|tired|burn(?:ed|t) out|stressed|divorc\w+|fired"
    r"|(?:do not|don['’]?t) (?:repeat|tell|share)|secret|confidential|off the record|between us"
    r"|not sure|never want|could i|should i|can i|scar(?:es|ed|y)|my (?:mom|mother|dad|father|parents)"
    r"|\d+ ?k)\b|\$|@|https?:|\d{3}[-. ]\d{4}",
    re.IGNORECASE,
)
_ABOUT_THEM = re.compile(r"^(?:they|their)\b|\b(?:she|he|her|his|hers|him)\b", re.IGNORECASE)
_TAG_ORDER = {"surprising": 0, "good": 0, "": 1}


def one_thing_learned(notes: Sequence[Noted], host: str) -> str:
    """The words of the first noteworthy note as a quotation, or "" when no note is fit to be quoted.

    Notes tagged good or surprising come first; those tagged bad or to follow up, asking something, judging,
    in confidence, on money or the seeker's doubts, holding an address or speaking of the host in the third
    person are left out: a gap to fill is better than a line to be sorry for.
    """
    ranked = sorted((note for note in notes if note.tag in _TAG_ORDER), key=lambda note: _TAG_ORDER[note.tag])
    words = (_quotable(line, host) for note in ranked for line in note.text.splitlines())
    return next((f"“{found}”" for found in words if found), "")


def _quotable(line: str, host: str) -> str:
    """The part of a line that can be quoted back to the person who said it, or ""."""
    own_words = _QUOTED.search(line)
    text = own_words.group(1) if own_words else _without_reporter(_BULLET.sub("", line), host)
    text = " ".join(text.replace("“", "").replace("”", "").replace('"', "").split())
    if len(text.split()) < 4 or text.endswith("?") or "[" in text or _NOT_FOR_THEM.search(text):
        return ""
    if not own_words and (_ABOUT_THEM.search(text) or "?" in text or _names(host, text)):
        return ""
    cut = _cut(text)
    return _ended(cut[:1].upper() + cut[1:])


def _names(host: str, text: str) -> bool:
    """Whether the host is spoken of by name."""
    return bool({word.lower() for word in host.split()} & set(re.findall(r"[^\W\d_]+", text.lower())))


def _without_reporter(line: str, host: str) -> str:
    """The line without its "She said that" or "Elena:" at the start."""
    names = "|".join(re.escape(name) for name in [host, *host.split()] if len(name) > 1)
    who = rf"(?:she|he|they{'|' + names if names else ''})"
    return re.sub(rf"^\s*{who}(?:\s+{_REPORTED}[:,]?\s+|\s*:\s+)", "", line, flags=re.IGNORECASE)


def _cut(text: str) -> str:
    """At most MOST_WORDS words, ended at a sentence, else at a clause, else with an ellipsis."""
    sentence = ""
    for part in re.split(r"(?<=[.!?])\s+", text):
        longer = f"{sentence} {part}".strip()
        if len(longer.split()) > MOST_WORDS:
            break
        sentence = longer
    if sentence:
        return sentence
    head = " ".join(text.split()[:MOST_WORDS])
    clause = re.match(r"(.{25,})[,;:]\s", head)
    return f"{clause.group(1) if clause else head}…"
