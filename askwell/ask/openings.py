"""The first sentence of a letter, which says what connects the two. No Django."""

import re
from typing import Literal

ConnectionKind = Literal["close", "school", "work", "met", "referred", "found", "stranger"]

OPENINGS: dict[ConnectionKind, tuple[str, str]] = {
    "close": ("We know each other through {note}.", "[who you both know]"),
    "school": ("You and I share a school, {note}.", "[the school you share]"),
    "work": ("We have both worked at {note}.", "[where you both worked]"),
    "referred": ("{note} suggested that I write to you.", "[who suggested it]"),
    "met": ("We met at {note}.", "[where you met]"),
    "found": ("I came across {note}.", "[what you came across]"),
    "stranger": ("I found you while looking for people whose work I am curious about.", ""),
}
LEADS: dict[ConnectionKind, tuple[str, ...]] = {
    "close": ("we know each other through ", "through ", "via ", "from "),
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
HOW_THEY_ARE_KNOWN = re.compile(rf"(?:an? )?.*\b{TIE} of |(?:my|our) .*['’]s? (?:\w+ )?{TIE}$", re.IGNORECASE)
OF_THEM = re.compile(
    r"(?:they|lives?|works?|worked|knows?|teaches|taught|went|studied|plays|coaches|runs|grew|used|is|was|has)\b"
    r"|.*(?:\b(?:he|she|him)\b|\b(?:with|to|for|about|by|from) (?:her|them)\b|\b(?:her|them)$)",
    re.IGNORECASE,
)
"""A note about the host, as one writes it for oneself: it can't be said to them."""

PLACED = re.compile(r"(?:at|in|on|through|via|during|while) ", re.IGNORECASE)

KNOWN_ALREADY: dict[ConnectionKind, str] = {
    "close": "We know each other already, so I thought of you.",
    "school": "We know each other from school, so I thought of you.",
    "work": "We know each other from work, so I thought of you.",
}
THEIR_TIE = re.compile(
    r"(?:an? |my |our |the )?(?:(?!of )[\w-]+ ){0,3}?(?:uncle|aunt(?:ie)?|cousin|grand(?:ma|pa|mother|father)|god(?:mother|father)"
    r"|friend|neighbou?r|teacher|coach|counsell?or|professor|tutor|mentor|boss|manager|co-?worker|colleague"
    r"|classmate|roommate|teammate)(?: of mine| of the family)?(?: (?:at|in|from|on|down|across|up) .*)?",
    re.IGNORECASE,
)
"""What the host is to the seeker, as in "my coach": no third person connects them."""

SCHOOL = r"(?:school|college|university|academy|institute|high|state|tech)"
NO_SCHOOL = re.compile(
    rf"(?i:.*\b(?:alum\w*|class of|grade|students?|seniors?|juniors?|sophomores?|freshm[ae]n)\b)"
    rf"|(?!.*\b(?i:{SCHOOL})\b)[a-z]"
)
"""How the two share a school, without saying which."""

ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?:/\S*)?", re.IGNORECASE)
SITE = re.compile(
    r"linkedin|instagram|facebook|twitter|youtube|tiktok|(?:the|our|a) .*(?:website|site|page|directory|newsletter)",
    re.IGNORECASE,
)
"""Where the host was found, rather than what they made."""

AFTER_THE_SCHOOL = re.compile(r",? (?:class of|alum).*", re.IGNORECASE)


def opening(connection: ConnectionKind, note: str, *, organization: str = "") -> str:
    """What connects the two, from the seeker's own note; what it does not say is left open in [brackets]."""
    sentence, missing = OPENINGS[connection]
    said = _plain(connection, note)
    if known_already(connection, note):
        return KNOWN_ALREADY[connection]
    if said.lower().startswith(WHOLE_SENTENCE):
        there = f" at {organization}" if organization else " there"
        return capitalized(re.sub(r" there\b", lambda _: there, said, count=1)) + "."
    if connection == "school":
        named = AFTER_THE_SCHOOL.sub("", said)
        said = "" if NO_SCHOOL.match(named) else named
    return capitalized(_worded(connection, said) or sentence.format(note=said or missing))


def known_already(connection: ConnectionKind, note: str) -> bool:
    """Whether the host knows who is writing: family, a neighbor, one's own teacher or boss."""
    written = _tidy(note)
    if connection not in KNOWN_ALREADY:
        return False
    return (connection == "close" and not written) or bool(
        THEIR_TIE.fullmatch(written) and not OF_THEM.match(written)
    )


def _worded(connection: ConnectionKind, note: str) -> str:
    """A note that does not fit its opening as it stands, in an opening that fits; else ""."""
    first, _, rest = note.partition(" ")
    if connection == "found":
        return _found(note)
    if connection == "close" and HOW_THEY_ARE_KNOWN.match(note):
        return f"I know of you as {note if first in WITH_ARTICLE else f'a {note}'}."
    if connection == "met" and PLACED.match(note):
        return f"We met {note}."
    if connection == "met" and rest and first.islower() and first not in WITH_ARTICLE:
        return f"We met at the {note}."
    return ""


def _found(note: str) -> str:
    """Where the host was found, or what of theirs."""
    first, _, rest = note.partition(" ")
    if ADDRESS.fullmatch(note):
        return ADDRESS.sub(r"I came across your page at \1.", note, count=1)
    if SITE.fullmatch(note):
        return f"I found you on {note}."
    if PLACED.match(note):
        return f"I found you {note}."
    if first.lower() in {"their", "his", "her"}:
        return f"I came across your {rest}."
    return f"I came across your {note}." if rest and first.lower() not in WITH_ARTICLE else ""


def _plain(connection: ConnectionKind, written: str) -> str:
    """The note on the connection, without words the opening already has."""
    note = _tidy(written)
    if OF_THEM.match(note):
        return ""
    if note.partition(" ")[0] in {"My", "Our", "A", "An", "The", "Your"}:
        note = note[:1].lower() + note[1:]
    if (
        connection == "close"
        and re.match(r"[a-z ]+['’]s ", note)
        and note.partition(" ")[0] not in WITH_ARTICLE
    ):
        note = f"my {note}"
    for lead in LEADS[connection]:
        if note.lower().startswith(lead):
            return note[len(lead) :]
    return note


def _tidy(written: str) -> str:
    return " ".join(written.split()).rstrip(".!,;")


def capitalized(sentence: str) -> str:
    """A sentence with a capital first letter, the rest untouched."""
    return sentence[:1].upper() + sentence[1:]
