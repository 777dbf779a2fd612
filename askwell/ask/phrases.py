"""Small surgery on a letter's text: sentences found, taken out, put in; lengths read. No Django."""

import re

END = re.compile(r"[.!?]+[\"”’')\]]*(?=\s)")
TITLE = re.compile(r"(?:^|\W)(?:dr|mr|mrs|ms|mx|prof|st|jr|sr|vs|no|[a-z])\.$", re.IGNORECASE)
NUMBERS = {"fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty-five": 45, "sixty": 60}
LENGTH = re.compile(
    rf"\b(\d{{2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})[ -]?min", re.IGNORECASE | re.ASCII
)
NO_ARTICLE = {"a", "an", "the", "head", "chief", "vice", "director", "president", "owner", "founder", "chair"}
SPELLED_WITH_A_VOWEL = "AEFHILMNORSX"
SOUNDS_LIKE_A_VOWEL = re.compile(r"(?!uni|use|eu|one)[aeiou]|hono|hour|heir")
IS_NO_ROLE = re.compile(
    r"|retired|unknown|unsure|not sure|n/a|[?-]+|(?:teaches|runs|owns|makes|does|helps|leads|manages|studies|builds|sells|is|was|used)\b.*",
    re.IGNORECASE,
)
IS_A_FIELD = re.compile(
    r"\w+ing|IT|HR|law|sales|finance|medicine|business|education|construction|insurance|logistics|software|tech|health ?care",
    re.IGNORECASE,
)
SHORTEST, LONGEST = 10, 60


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences begin and end that hold this stretch; a line break ends a sentence."""
    head = text.rfind("\n", 0, start) + 1
    tail = text.find("\n", end)
    tail = len(text) if tail < 0 else tail
    for stop in END.finditer(text, head, tail):
        if TITLE.search(text[max(head, stop.end() - 6) : stop.end()]):
            continue
        if stop.end() <= start:
            head = stop.end()
        elif stop.end() >= end:
            tail = stop.end()
            break
    return head + len(text[head:tail]) - len(text[head:tail].lstrip()), tail


def take_out(text: str, start: int, end: int) -> str:
    """The text without this stretch, the space around it closed up."""
    before, after = text[:start].rstrip(" \t"), text[end:].lstrip(" \t")
    if before and not before.endswith("\n") and after and not after.startswith("\n"):
        return f"{before} {after}"
    return re.sub(r"\n{3,}", "\n\n", before + after).strip("\n")


def put_in(text: str, at: int, words: str) -> str:
    """The text with these words as a sentence of their own at that place."""
    before, after = text[:at], text[at:]
    left = "" if not before or before[-1].isspace() else " "
    right = "" if not after or after[0].isspace() else " "
    return f"{before}{left}{words}{right}{after}"


def put_paragraph(text: str, at: int, words: str) -> str:
    """The text with these words as a paragraph of their own at that place."""
    return "\n\n".join(part for part in (text[:at].rstrip(), words, text[at:].lstrip()) if part)


def minutes_asked(text: str, *, otherwise: int = 20) -> int:
    """How many minutes a letter asks for: the first length in it."""
    found = LENGTH.search(text)
    if not found:
        return otherwise
    said = found[1].lower()
    return min(max(NUMBERS.get(said) or int(said), SHORTEST), LONGEST)


def as_spoken(role: str) -> str:
    """A role as it stands in a sentence: "an infection control nurse", "head of surgery", "in nursing", "with maps"."""
    words = " ".join(role.split()).partition(",")[0].rstrip(".")
    first, _, rest = words.partition(" ")
    if IS_NO_ROLE.fullmatch(words):
        return ""
    if first.lower() in {"works", "working", "work"}:
        return rest if rest.startswith(("in ", "with ", "for ", "on ")) else ""
    if IS_A_FIELD.fullmatch(words):
        return f"in {words if words.isupper() else words.lower()}"
    if first.lower() in NO_ARTICLE:
        return words[:1].lower() + words[1:]
    if any(letter.isupper() for letter in first[1:]):
        return f"{'an' if first[0] in SPELLED_WITH_A_VOWEL else 'a'} {words}"
    lowered = words[:1].lower() + words[1:]
    return f"{'an' if SOUNDS_LIKE_A_VOWEL.match(lowered) else 'a'} {lowered}"
