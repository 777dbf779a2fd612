"""Titles of careers and roles as they stand inside a sentence. No Django."""

import re

WITH_ARTICLE = frozenset({"District of Columbia", "Virgin Islands"})
JOBS = " occupations"
"""Titles that end so are of jobs, and not of people."""
IN_A_BREATH = 40
"""How many letters of a title one says at a time."""


def spoken(title: str) -> str:
    """An occupation's title as one would say it inside a sentence: "Cooks, short order" turned around."""
    short = re.split(r", (?:all other|except|including)\b", title.strip(), flags=re.IGNORECASE)[0]
    head, _, tail = short.partition(", ")
    if tail.islower() and "," not in tail and not tail.startswith("and "):
        return f"{tail} {lowered(head)}"
    return f"people in {lowered(short)}" if short.endswith(JOBS) else lowered(short)


def in_a_breath(title: str) -> str:
    """The same where it is short enough for a question, else nothing."""
    said = spoken(title)
    return said if len(said) <= IN_A_BREATH else ""


def with_article(place: str) -> str:
    """A state or territory as it stands in a sentence: “the District of Columbia”."""
    return f"the {place}" if place in WITH_ARTICLE else place


def lowered(words: str) -> str:
    """The words with a small first letter, unless the first word is an abbreviation or a language."""
    keeps = words[1:2].isupper() or words.startswith("English ")
    return words if keeps else words[:1].lower() + words[1:]
