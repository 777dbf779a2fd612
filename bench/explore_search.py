"""Measure the search over careers: how often it is right, how fast it is, what memory it takes.

Run `python -m bench.explore_search`. Titles that O*NET's own respondents gave are held back: none of them, nor any
title of the same words, is in the index while they are asked for. `--eval DIR` also measures on `DIR/titles.jsonl`
and `DIR/requests_for_explore.jsonl`; `--misses` shows what was not found.
"""

import argparse
import gc
import json
import random
import time
import tracemalloc
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from askwell.explore import pack
from askwell.explore.search import Search
from askwell.explore.search.finding import common_names
from askwell.explore.search.titles import tokens

INTERESTS = Path(__file__).parent / "data" / "explore_interests.jsonl"
HELD_BACK, SEED = 800, 11


@dataclass(frozen=True, slots=True)
class Asked:
    """A text and the careers that are right for it."""

    text: str
    socs: frozenset[str]


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, metavar="DIR", help="a folder with labeled texts")
    parser.add_argument("--misses", action="store_true", help="show what was not among ten")
    options = parser.parse_args()
    figures = pack.load()
    held = memory(figures)
    started = time.perf_counter()
    search = Search.from_pack(figures)
    start = time.perf_counter() - started
    print(f"{'texts':<44}{'n':>5}{'first':>8}{'in 5':>8}{'in 10':>8}{'median':>10}{'slowest':>10}")
    without, titles = held_back(figures)
    measure("reported titles, held back", without, titles, misses=options.misses)
    measure("sentences on interests, our own", search, labeled(INTERESTS, "text"), misses=options.misses)
    if options.eval:
        names = labeled(options.eval / "titles.jsonl", "title")
        measure("titles.jsonl", search, names, misses=options.misses)
        bare = Search(figures.occupations(), figures.titles(), figures.words())
        measure("titles.jsonl, without our common titles", bare, names, misses=False)
        wishes = labeled(options.eval / "requests_for_explore.jsonl", "text")
        measure("requests_for_explore.jsonl", search, wishes, misses=options.misses)
    print(f"{'start of the index':<44}{start:>47.2f} s")
    print(f"{'memory of the index':<44}{held:>46.0f} MB")


def held_back(figures: pack.Pack) -> tuple[Search, list[Asked]]:
    """A search that never saw some reported titles, and those titles with all their careers."""
    titles = figures.titles()
    reported = sorted({each.title for each in titles if each.kind == "reported" and tokens(each.title)})
    chosen = random.Random(SEED).sample(reported, HELD_BACK)
    socs: dict[tuple[str, ...], set[str]] = {tokens(title): set() for title in chosen}
    for each in titles:
        socs.get(tokens(each.title), set()).add(each.soc)
    kept = [each for each in [*titles, *common_names(titles)] if tokens(each.title) not in socs]
    search = Search(figures.occupations(), kept, figures.words())
    return search, [Asked(title, frozenset(socs[tokens(title)])) for title in chosen]


def labeled(path: Path, field: str) -> list[Asked]:
    """The texts of a file, each with every career that is right for it."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Asked(row[field], frozenset([*as_list(row["soc"]), *row.get("soc_alt", ())])) for row in rows]


def as_list(value: str | Iterable[str]) -> list[str]:
    """One code or several, as a list."""
    return [value] if isinstance(value, str) else list(value)


def measure(name: str, search: Search, asked: list[Asked], *, misses: bool) -> None:
    """Print one row: how often a right career came first, among five, among ten, and the time it took."""
    ranks, times = [], []
    for each in asked:
        began = time.perf_counter()
        found = [hit.soc for hit in search.find(each.text, limit=10)]
        times.append((time.perf_counter() - began) * 1000)
        ranks.append(next((at for at, soc in enumerate(found) if soc in each.socs), len(asked) + 10))
        if misses and ranks[-1] >= 10:
            print(f"  not found: {each.text}")
    parts = [sum(rank < top for rank in ranks) / len(ranks) for top in (1, 5, 10)]
    print(f"{name:<44}{len(asked):>5}{parts[0]:>8.3f}{parts[1]:>8.3f}{parts[2]:>8.3f}", end="")
    print(f"{median(times):>7.1f} ms{max(times):>7.1f} ms")


def memory(figures: pack.Pack) -> float:
    """What an index holds in memory, in megabytes."""
    gc.collect()
    tracemalloc.start()
    search = Search.from_pack(figures)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert search.find("nurse")  # noqa: S101 (keeps the index alive until it was measured)
    return held / 1e6


if __name__ == "__main__":
    main()
