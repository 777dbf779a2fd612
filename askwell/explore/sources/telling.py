"""Words that tell an occupation from the others, counted in its duties, tools and definition.

Only single words with a weight are kept: enough to find a career by what one likes to do, and no
sentence of the release.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

from askwell.explore.sources.onet import CODE, Text, technology_rows
from askwell.explore.words import root, words

KEPT = 90
TOP = 99
COMMON = 0.25  # a word found in more than this share of the occupations tells nothing


def passages(text: Text) -> Iterator[tuple[str, str, float]]:
    """SOC code, passage and how much it counts."""
    for row in text.table("Occupation Data", [CODE, "Title", "Description"]):
        yield row[CODE][:7], f"{row['Title']} {row['Title']} {row['Description']}", 3
    for row in text.table("Task Statements", [CODE, "Task", "Task Type"]):
        yield row[CODE][:7], row["Task"], 1.5 if row["Task Type"] == "Core" else 1
    for row in technology_rows(text):
        wanted = 1 + (row["Hot Technology"] == "Y") + 2 * (row["In Demand"] == "Y")
        yield row[CODE][:7], row["Example"], 0.3 * wanted
        yield row[CODE][:7], row["Commodity Title"], 0.1
    if text.has("Tools Used"):
        for row in text.table("Tools Used", [CODE, "Example", "Commodity Title"]):
            yield row[CODE][:7], row["Example"], 0.3


def telling_words(text: Text) -> dict[str, dict[str, int]]:
    """Up to ninety words per SOC code, weighted from 1 to 99."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    faces: dict[str, Counter[str]] = defaultdict(Counter)
    for soc, passage, weight in passages(text):
        for word in words(passage):
            if len(word) > 2 or word in {"c", "r", "ai", "c#"}:
                counts[soc][root(word)] += weight  # type: ignore[assignment]  # weights may be fractions
                faces[root(word)][word] += 1
    spread = Counter(word for each in counts.values() for word in each)
    shown = {word: min(seen, key=lambda face: (-seen[face], face)) for word, seen in faces.items()}
    return {soc: top(each, spread, len(counts), shown) for soc, each in sorted(counts.items())}


def top(counts: Counter[str], spread: Counter[str], total: int, shown: dict[str, str]) -> dict[str, int]:
    """The words that stand out most in one occupation."""
    weights = {
        word: math.log1p(count) * math.log(total / spread[word])
        for word, count in counts.items()
        if spread[word] <= COMMON * total
    }
    best = sorted(weights, key=lambda word: (-weights[word], word))[:KEPT]
    largest = max((weights[word] for word in best), default=1)
    return {shown[word]: max(1, round(TOP * weights[word] / largest)) for word in best}
