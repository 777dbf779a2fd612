"""How people's names are shortened, and small counts spelled out. No Django."""

HONORIFICS = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "professor", "rev", "sir"})
KIN = frozenset(
    {"uncle", "aunt", "auntie", "grandma", "grandpa", "cousin", "coach", "sister", "brother", "father"}
)
NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def is_honorific(word: str) -> bool:
    """Whether this word is a title such as "Dr."."""
    return word.rstrip(".").lower() in HONORIFICS


def called(name: str) -> str:
    """What to call a person in a sentence: the first name, title and last name, or "Uncle Tom"."""
    words = name.split()
    if words and words[0].lower() in KIN:
        return " ".join(words[:2])
    if len(words) > 2 and is_honorific(words[0]):
        return f"{words[0]} {words[-1]}"
    return name if words and is_honorific(words[0]) else "".join(words[:1])


def initials(name: str) -> str:
    """The first letters of the first and last name."""
    titled = name.replace(".", " ").split()
    words = [w for w in titled if not is_honorific(w) and w.lower() not in KIN] or name.split()
    ends = words[:1] + words[-1:] if len(words) > 1 else words
    return "".join(word[0] for word in ends).upper()


def shortened(name: str, limit: int) -> str:
    """The name in at most so many characters: whole, else title and last name, else first name and initial."""
    words = name.split()
    if len(name) <= limit or not words:
        return name
    short = called(name) if is_honorific(words[0]) else f"{words[0]} {words[-1][0]}."
    return short if len(short) <= limit else f"{name[: limit - 1].rstrip()}…"


def same(name: str) -> str:
    """A name or address as it is compared: letters only of one case, spaces only between words."""
    return " ".join(name.casefold().split())


def counted(count: int, one: str, many: str) -> str:
    """ "two conversations": the count in words up to twelve."""
    number = NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"
    return f"{number} {one if count == 1 else many}"
