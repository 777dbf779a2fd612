"""Taking text apart into words that can be compared."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[a-z0-9]+[+#]*")
LONGEST, LONGEST_WORD = 10_000, 40
APART = {
    "care": "care",
    "caring": "care",
    "cared": "care",
    "carer": "care",
    "policy": "policy",
    "solder": "solder",
    "soldering": "solder",
    "solderer": "solder",
    "sold": "sell",
    "university": "university",
}
"""Words whose root would be that of another word."""
IE = frozenset(
    {"brownie", "calorie", "cookie", "foodie", "movie", "newbie", "rookie", "selfie", "smoothie", "zombie"}
)
"""Words on -ie, whose plural would be taken for one of a word on -y."""
ENDINGS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("zes", "z"),
    ("s", ""),
)


def words(text: str) -> list[str]:
    """The words of a text in small letters without accents; at most 10,000 characters are read."""
    small = text[:LONGEST].lower()
    if not small.isascii():
        apart = unicodedata.normalize("NFKD", small).replace("’", "'")
        small = "".join(letter for letter in apart if not unicodedata.combining(letter))
    if "'" in small:
        small = small.replace("'s", "").replace("'", "")
    return WORD.findall(small.replace(".net", " dotnet"))


@lru_cache(maxsize=30_000)
def stem(word: str) -> str:
    """A word without its plural ending."""
    if len(word) <= 3 or word.endswith(("ss", "us", "is", "ics")):
        return word
    if word[:-1] in IE:
        return word[:-1]
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word


@lru_cache(maxsize=30_000)
def root(word: str) -> str:
    """A word without the endings of plural, verb and doer, so that "baking" meets "baker"."""
    word = stem(word)
    if word in APART or len(word) > LONGEST_WORD:
        return APART.get(word, word)
    for ending in ("ing", "ers", "er", "ors", "or", "ed", "e", "y"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= (4 if ending == "ed" else 3):
            return root(bare[:-1] if doubled(bare) else bare)
    return word


def doubled(word: str) -> bool:
    """Whether a word ends in a consonant that was doubled before an ending, as in "planning"."""
    return len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsaeiou"
