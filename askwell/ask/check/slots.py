"""Find what a template left open: `[Name]`, `{company}`, `____`, `( )`, "XX", "INSERT NAME", TODO."""

import re
from collections.abc import Iterator

from askwell.ask.check.reading import Span

NOUN = (
    r"(?:(?:your|my|their|the|host|contact|recipient|sender|hiring manager)(?:'s|"
    r"\u2019s)?[ _]?)?(?:(?:first|last|full|nick|sur)[ _-]?name|name|company(?:[ _]name)?"
    r"|organi[sz]ation|employer|school|university|college|job[ _]?title|title|role|position|field|"
    r"industry|date|day|time|topic|major"
    r"|mutual (?:contact|connection|friend|acquaintance)|research (?:area|interests?)|e-?mail|"
    r"phone(?: number)?|city|team|year|project|skills?|subject|signature|give time|fill in)"
)

# Each kind of slot, and how it looks. Lengths are bounded, so that reading stays linear on any text.
SLOTS = {
    "square brackets": r"\[[^\[\]]{1,200}\]",
    "empty brackets": r"\[\s{0,9}\]|\(\s{0,9}\)|\{\s{0,9}\}|<\s{1,9}>",
    "double braces": r"\{\{[^{}]{1,120}\}\}",
    "braces": r"[$#%]?\{[^{}]{1,120}\}",
    "angle brackets": rf"<<?[A-Za-z_][^<>\n]{{0,80}}>>?|(?i:< {NOUN} >)",
    "guillemets": r"\u00ab\w{2,40}\u00bb",
    "blank line": r"_{3,}(?:[ ]_{2,})*",
    "named parentheses": rf"(?i:\((?:insert\b[^()\n]{{1,60}}|{NOUN})\))",
    "merge marks": rf"\*\|\w{{1,40}}\|\*|(?i:%%?{NOUN}%%?|\*{NOUN}\*|#{NOUN}#|\${NOUN}\b|--{NOUN}--|~{NOUN}~)",
    "capital X": r"(?<![\w.])X{2,}(?![\w.]\w)(?!\w)(?! chromosome)",
    "insert": r"\bINSERT [A-Z]{2,}(?: [A-Z]{2,}){0,3}|\b[A-Z]{3,}(?: [A-Z]{2,}){0,2} HERE\b|(?i:\binsert (?:your |my |their |the )?(?:[a-z]{1,15} )?(?:name|company|title|role|date|school|topic|here)\b(?: here)?)",
    "to do": r"\b(?:TODO|TKTK|FIXME|TBD|LOREM IPSUM|[Ll]orem ipsum)\b",
    "shouted slot": r"\b(?:FIRST|LAST|FULL|YOUR|COMPANY|RECIPIENT|CONTACT|SENDER|HOST|SCHOOL|JOB)[ _]?(?:FULL[ _]?)?(?:NAME|TITLE|COMPANY|SCHOOL|EMAIL|PHONE|ROLE|MAJOR)\b"
    r"|(?m:^(?:(?i:dear|hi|hello|hey) )?(?:NAME|COMPANY)\b)",
    "standing words": r"\b(?:Your (?:Full |First |Last )?Name|Your (?:Company|School|University|Title|Phone|Email|Signature)(?: Name)?|First ?Name|Last ?Name"
    r"|Company Name|Recipient Name|Contact Name|Phone Number|Job Title)\b(?!:\s?\S)",
    "nameless greeting": r"(?mi:^\s{0,9}(?:dear|hi|hello|hey) (?:mr\.?/m[r]?s\.? ?)?(?:(?:first|last|full)?[ _]?name|\w{3,9}_name|xyz|abc|(?:\.{3,}|\u2026|-{2,}))(?=[ \t]{0,3}[,:!\n]|[ \t]{0,3}$))"
    r"|(?m:^\s{0,9}Dear (?:Prof(?:essor)?|Dr|Doctor|Mr|Ms|Mrs)\b\.?[ \t]{1,3}(?:\.{3,}|\u2026|"
    r"-{2,})(?=[ \t]{0,3}[,:!\n]|[ \t]{0,3}$))"
    r"|(?m:^\s{0,9}Dear (?:M[rs]s?\.?(?:/M[rs]s?\.?)?)?[ \t]{0,3},)",
}  # fmt: skip
ANY_SLOT = re.compile("|".join(f"(?:{pattern})" for pattern in SLOTS.values()))

# What looks like a slot and is none: citations, course codes, links, addresses, markup, a rule across the page.
NO_SLOT = re.compile(
    r"\[(?:\d{1,3}|[A-Za-z]{2,10}[ -]?\d{2,4}[A-Za-z]?|sic|\.{3}|\u2026|x|edit(?:ed)?|ext(?:ernal)?|"
    r"EXT(?:ERNAL)?|image[^\]]{0,60}|cid:[^\]]{0,80}|(?:https?:|www\.|mailto:)[^\]]*|[^\w\]\s]+)\]"
    r"|<<?(?:https?:|www\.|mailto:|ftp:)[^<>]*>>?|<[^<>\s@]{1,64}@[^<>\s@]{1,120}>|"
    r"<[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,4}(?:/[^<>\s]*)?>"
    r"|<[^A-Za-z_]*>|\{[^\w\s}]+\}"
    r"|(?<=century )XX|XX(?= century)"
)
# Said in passing, not left open: "[laughing]", "[sorry for typos]", "[I was nine]", a letter put right as in "[T]hey".
ASIDE = re.compile(
    r"\[(?:\w{1,3}\](?=\w)"
    r"|(?:[a-z]{1,30} ){0,2}(?:(?:laugh|smil|jok|kidd|blush|sigh|grinn|wink|wav|cry|shrugg|gasp|cough|nodd|roll)ing"
    r"|laughs|smiles|sighs|grins|winks|shrugs|gasps|nods|laughter|applause)\b[^\]]*\]"
    r"|(?:wow|whoa|ugh|yikes|hm+|redacted|sorry|apologies|yes|nope|not|yay|haha|lol|oops|phew|okay|really|seriously|honestly"
    r"|thanks|spoiler|citation needed|the ones? (?:on|with|about|where)|or (?:so|more|fewer|less|ten)|i(?!\.)|i['\u2019](?:m|ve|ll|d)"
    r"|we|he|she|it['\u2019]s|it is|it was|they|that['\u2019]s)\b(?![/-])[^\]]*\]"
    r"|[^\[\]]{2,80} (?:attached|enclosed)\])",
    re.IGNORECASE,
)
RULE_LINE = re.compile(r"[ \t]*_{20,}[ \t]*")
LINK_TARGET = re.compile(r"\((?:https?:|mailto:|www\.|/)")
IN_ADDRESS = re.compile(r"(?:https?://|www\.)\S{0,200}$")


def find_slots(text: str) -> Iterator[Span]:
    """Every unfilled slot of a text, in order."""
    for found in ANY_SLOT.finditer(text):
        if not is_filled(text, found):
            yield Span(*trimmed(found))


def trimmed(found: re.Match[str]) -> tuple[int, int]:
    """The bounds of a slot without the line breaks before it."""
    return found.start() + len(found.group()) - len(found.group().lstrip()), found.end()


def is_filled(text: str, found: re.Match[str]) -> bool:
    """Whether something that looks like a slot is plain writing after all."""
    slot, start, end = found.group(), found.start(), found.end()
    if (
        NO_SLOT.fullmatch(slot)
        or ASIDE.match(text, start)
        or (slot[0] == "[" and LINK_TARGET.match(text, end))
    ):
        return True
    if slot[0] == "_":
        line = text[text.rfind("\n", max(0, start - 200), start) + 1 : end]
        return bool(RULE_LINE.fullmatch(line))
    return bool(IN_ADDRESS.search(text[max(0, start - 200) : start]))
