"""People named in a note, found by rule, for the seeker to confirm. No Django.

Two or more capitalized words in a row, or a title and one, look like a person; one alone counts only where
somebody is to be talked to ("ask Maria") or stands in a list of people. Words of places, firms, days and
offices are not names. It suggests; it never decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words("dr mr ms mrs mx prof professor coach officer captain sgt chief rev sister")
PARTICLES = _words("de da del della der den di dos du la le van von bin ibn al el ter ten st")
CUES = _words("to with ask call contact meet email message text try see via named name phone write know is")
JOINS = {"and", "or", "&", ",", ";", "/"}
HEDGES = _words("maybe also possibly perhaps either then both plus")
AFTER = _words("in at from who over whose runs works")
PLACES = _words("at in near of for the a an")
NOT_NAMES = _words(
    """i he she they we you it her his their my our your the a an and or but so if when while then also maybe
    perhaps possibly probably ask call contact email message text meet see try talk speak write reach check find
    look visit said says told thinks wants knows loves likes yes no not good great nice best bad once after
    before because there this that these those who what where why how someone anyone everyone nobody somebody
    people other others another both either all many most some any more next first second last thanks thank
    definitely mentioned suggested recommended introduce intro follow send get go do don't did has have had is
    was are were will would could should can may might named name names friend former old new use read join
    google linkedin slack zoom facebook instagram internet web asked called emailed met texted
    """
)
DATES = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december spring summer fall autumn winter christmas thanksgiving easter
    """
)
OFFICES = _words(
    """university college school academy institute hospital clinic center centre department dept office agency
    county state city town street avenue road inc llc corp corporation company co group labs lab laboratory
    laboratories foundation association society union bureau ministry council board committee health medical
    general memorial regional national federal international american states library museum airport station
    district services service systems system technologies technology solutions partners consulting resources
    management manager director engineer engineering nursing nurse product project program human public
    community team division supervisor president vice assistant associate coordinator works power energy water
    conservation news times journal
    """
)
REGIONS = _words(
    """north south east west northern southern eastern western new san santa los las fort mount lake saint
    united central
    """
)
TOKEN = re.compile(r"[^\W\d_](?:[\w’'&-]*[\w])?\.?|[(),;:/.!?&\n•–—-]|\S")
ENDS = {".", "!", "?", "\n", ":", "•", "–", "—", "-", ")"}
STOPS = _words(
    "and or who because about but she he they maybe also if then is was for so that when which whom"
)
LONGEST_PLACE = 6


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in a note, with what stood beside the name."""

    name: str
    role: str = ""
    organization: str = ""


def named_in(text: str, *, but: str = "") -> list[Named]:
    """Everybody whom the text seems to name, in order, each once; `but` is the person who named them."""
    found: list[Named] = []
    for person in _people(TOKEN.findall(text)):
        known = [one.name for one in found] + [but]
        if not any(_same(person.name, name) for name in known):
            found.append(person)
    return found


def _same(name: str, other: str) -> bool:
    """Whether the shorter name is part of the longer one, titles aside."""
    mine, theirs = ([w for w in n.lower().split() if w.rstrip(".") not in TITLES] for n in (name, other))
    return bool(theirs) and (set(mine) <= set(theirs) or set(theirs) <= set(mine))


def _people(tokens: list[str]) -> Iterator[Named]:
    at, after_name = 0, False
    while at < len(tokens):
        start, end = _run(tokens, at)
        if end > start and _is_person(tokens, start, end, after_name=after_name):
            role, organization, at = _beside(tokens, end)
            name = " ".join(tokens[start:end])
            yield Named(_bare(name), role, organization)
            after_name = True
        else:
            after_name = after_name and tokens[at].lower() in JOINS | HEDGES
            at = max(end, at + 1)


def _run(tokens: list[str], at: int) -> tuple[int, int]:
    """Where the capitalized words that begin here start and end, once those that are no names are cut off."""
    start = at
    while start < len(tokens) and _is_capital(tokens[start]) and _plain(tokens[start]) in NOT_NAMES | DATES:
        start += 1
    end = start
    while end < len(tokens) and (_is_title(tokens[end]) or _goes_on(tokens, start, end)):
        end += 1
    return start, end


def _goes_on(tokens: list[str], start: int, at: int) -> bool:
    word = tokens[at]
    if _is_capital(word):
        # A full stop ends the sentence, unless it follows an initial: "J. Ortiz".
        ended = (
            at > start
            and tokens[at - 1].endswith(".")
            and len(tokens[at - 1]) > 2
            and not _is_title(tokens[at - 1])
        )
        return not ended and _plain(word) not in DATES
    while at > start and _word(tokens, at) in PARTICLES:
        at += 1
    return word in PARTICLES and at < len(tokens) and _is_capital(tokens[at])


def _is_person(tokens: list[str], start: int, end: int, *, after_name: bool) -> bool:
    words = tokens[start:end]
    if _plain(words[0]) in REGIONS or any(_plain(word) in OFFICES for word in words):
        return False
    if _is_title(words[0]):
        return len(words) > 1
    before = tokens[start - 1].lower() if start else "\n"
    if len(words) > 1:
        return before not in PLACES
    following = tokens[end].lower() if end < len(tokens) else "\n"
    return _stands_alone(words[0], before, following, after_name=after_name)


def _stands_alone(word: str, before: str, following: str, *, after_name: bool) -> bool:
    """Whether one capitalized word is a person here."""
    if len(word.rstrip(".")) < 2:
        return False
    if before in CUES or (after_name and before in JOINS | HEDGES):
        return True
    return before in ENDS and following in AFTER | {"("}


def _beside(tokens: list[str], at: int) -> tuple[str, str, int]:
    """The role and the organization that follow a name, and where the rest goes on."""
    role = organization = ""
    here = at + 1 if at < len(tokens) and tokens[at] in {",", "(", "–", "—", "-"} else at
    if here > at or _word(tokens, here) == "in":
        words, stop = _phrase(
            tokens, here + (_word(tokens, here) == "in"), until=STOPS | {"at", "from", "with"}
        )
        if words and not _is_capital(words[0]) and words[0].lower() not in CUES | HEDGES:
            role, here, at = _without_article(words), stop, stop
        elif words and tokens[at] == "(":
            return "", _without_article(words), stop
    if _word(tokens, here) in {"over", "who"} and _word(tokens, here + 1) in {"at", "works"}:
        here += 1
    if _word(tokens, here) == "works" and _word(tokens, here + 1) in {"at", "for", "with"}:
        here += 1
    if _word(tokens, here) in {"at", "from", "with", "for"}:
        words, stop = _phrase(tokens, here + 1, until=STOPS)
        if words:
            organization, at = _without_article(words), stop
    return role, organization, at


def _word(tokens: list[str], at: int) -> str:
    return tokens[at].lower() if at < len(tokens) else ""


def _phrase(tokens: list[str], at: int, *, until: frozenset[str]) -> tuple[list[str], int]:
    """A few words up to a mark or one of the words that end it."""
    words: list[str] = []
    while at < len(tokens) and len(words) < LONGEST_PLACE and (tokens[at][0].isalnum() or tokens[at] == "&"):
        if tokens[at].lower() in until:
            break
        words.append(tokens[at].rstrip("."))
        at += 1
        if tokens[at - 1].endswith("."):
            break
    return words, at


def _without_article(words: list[str]) -> str:
    return " ".join(words[1:] if words[0].lower() in {"the", "a", "an", "her", "his", "their"} else words)


def _bare(name: str) -> str:
    """The name without an owner's ending, and without the full stop of its sentence."""
    name = re.sub(r"[’']s$", "", name)
    last = name.split()[-1]
    return name.rstrip(".") if len(last) > 2 else name


def _plain(word: str) -> str:
    return re.sub(r"[’']s$", "", word.rstrip(".").lower())


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in TITLES


def _is_capital(word: str) -> bool:
    """A capitalized word or an initial; words all in capitals are abbreviations."""
    letters = word.rstrip(".")
    return word[0].isupper() and (len(letters) == 1 or any(c.islower() for c in letters))
