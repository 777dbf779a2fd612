"""Measure the search over careers: how often it is right, how fast it is, what memory it takes.

Run `python -m bench.explore_search`. Titles that O*NET's own respondents gave are held back, four lots one after the
other: none of a lot, nor any title of the same words, is in the index while it is asked for. `--eval DIR` also measures on `DIR/titles.jsonl`
and `DIR/requests_for_explore.jsonl`; `--sockit PYTHON` measures `sockit` beside ours, by the Python of an environment
that has it (`python3 -m venv DIR && DIR/bin/pip install sockit==0.3.1`); `--numpy PYTHON` fits the model of titles
anew without those held back, by one that has numpy and scipy (without it, they are asked for without the model);
`--misses` shows what was not found. Plain BM25 over the names stands beside ours in every run.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from askwell.explore import pack
from askwell.explore.search import Search
from askwell.explore.search.finding import common_names
from askwell.explore.search.fitted import Fitted
from askwell.explore.search.titles import tokens
from askwell.explore.shape import Title
from bench import title_model
from bench.bm25 import Plain
from tests.serving import Server

DATA = Path(__file__).parent / "data"
LOTS, HELD_BACK, SEED, TENFOLD = 4, 800, 11, 10
WEB = """
import time, django
django.setup()
from askwell.explore import finder
began = time.perf_counter(); finder.search(); made = time.perf_counter()
finder.find("senior operations manager"); asked = time.perf_counter()
from askwell.wsgi import application
held = next(line for line in open("/proc/self/status") if line.startswith("VmRSS"))
print(made - began, (asked - made) * 1000, int(held.split()[1]) / 1024)
"""
SOCKIT = """
import json, sys
from sockit import title
for line in sys.stdin:
    found = title.search(title.clean(json.loads(line)))
    print(json.dumps([each["soc"] for each in title.sort(found)] if found else []))
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text and the careers that are right for it."""

    text: str
    socs: frozenset[str]


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, metavar="DIR", help="a folder with labeled texts")
    parser.add_argument("--sockit", metavar="PYTHON", help="the Python of an environment with sockit")
    parser.add_argument("--numpy", metavar="PYTHON", help="the Python of an environment with numpy and scipy")
    parser.add_argument("--misses", action="store_true", help="show what was not among ten")
    options = parser.parse_args()
    figures = pack.load()
    print(
        f"{'texts':<40}{'n':>5}{'first':>8}{'in 5':>8}{'in 10':>8}{'median':>11}{'95 %':>11}{'slowest':>11}"
    )
    tell = Table(options.misses)
    lots = [held_back(figures, options.numpy, SEED + lot) for lot in range(LOTS)]
    tell.rows("reported titles, held back", lots)
    tell.rows("the same: BM25", [(held, Plain(kept(figures, held))) for held, _ in lots])
    search = Search.from_pack(figures)
    ours(tell, search, options.sockit)
    if options.eval:
        others(tell, search, options.sockit, options.eval)
    held, without = lots[0]
    tell.row("the first lot again", held, without)
    tell.row("the same, in an index ten times larger", held, tenfold(figures, held, without.fitted))
    made, first, megabytes = web_process()
    print(f"{'the index is made in':<40}{made:>54.2f} s")
    print(f"{'the first query takes':<40}{first:>53.1f} ms")
    print(f"{'memory of a web process with the search':<40}{megabytes:>53.0f} MB")
    with tempfile.TemporaryDirectory() as folder:
        for start in ("first", "second"):
            taken, held_kb = first_visitor(Path(folder) / "home")
            print(
                f"{f'{start} start: the first search, and memory':<40}{taken:>53.0f} ms {held_kb / 1024:.0f} MB"
            )


def ours(tell: "Table", search: Search, python: str | None) -> None:
    """The rows for our own texts."""
    names = labeled(DATA / "explore_titles.jsonl", "title")
    tell.row("titles, our own", names, search)
    tell.row("the same: BM25", names, Plain(pack.load().titles()))
    if python:
        tell.ranked("the same: sockit", names, sockit(python, names))
    tell.row("sentences on interests, our own", labeled(DATA / "explore_interests.jsonl", "text"), search)
    tell.row("skills, tools and majors, our own", labeled(DATA / "explore_skills.jsonl", "text"), search)


def others(tell: "Table", search: Search, python: str | None, folder: Path) -> None:
    """The rows for texts that others labeled."""
    names = labeled(folder / "titles.jsonl", "title")
    tell.row("titles.jsonl", names, search)
    tell.row("the same: BM25", names, Plain(pack.load().titles()))
    if python:
        tell.ranked("the same: sockit", names, sockit(python, names))
    figures = pack.load()
    bare = Search(figures.one_by_one(), figures.titles(), figures.words(), Fitted())
    tell.row("titles.jsonl, without our common titles", names, bare)
    tell.row("requests_for_explore.jsonl", labeled(folder / "requests_for_explore.jsonl", "text"), search)


class Table:
    """The rows of the answer."""

    def __init__(self, misses: bool) -> None:
        self.misses = misses

    def row(self, name: str, asked: list[Asked], search: "Search | Plain") -> None:
        """How often a right career came first, among five, among ten, and the time it took."""
        self.rows(name, [(asked, search)])

    def rows(self, name: str, lots: Sequence[tuple[list[Asked], "Search | Plain"]]) -> None:
        """The same in one line for several lots, each with a search of its own."""
        times, answers = [], []
        for asked, search in lots:
            for each in asked:
                began = time.perf_counter()
                answers.append([hit.soc for hit in search.find(each.text, limit=10)])
                times.append((time.perf_counter() - began) * 1000)
        self.ranked(name, [each for asked, _ in lots for each in asked], answers, times)

    def ranked(
        self, name: str, asked: list[Asked], answers: list[list[str]], times: list[float] | None = None
    ) -> None:
        """The same for answers that are there already."""
        ranks = []
        for each, found in zip(asked, answers, strict=True):
            ranks.append(next((at for at, soc in enumerate(found) if soc in each.socs), 10))
            if self.misses and ranks[-1] == 10:
                print(f"  not found: {each.text}")
        shares = [sum(rank < top for rank in ranks) / len(ranks) for top in (1, 5, 10)]
        slow = (median(times), sorted(times)[len(times) * 95 // 100], max(times)) if times else ()
        print(f"{name:<40}{len(asked):>5}", *(f"{share:>7.3f}" for share in shares), end="")
        print("".join(f"{each:>8.1f} ms" for each in slow), flush=True)


def held_back(figures: pack.Pack, python: str | None, seed: int) -> tuple[list[Asked], Search]:
    """Some reported titles with all their careers, and a search that never saw them."""
    titles = figures.titles()
    reported = sorted({each.title for each in titles if each.kind == "reported" and tokens(each.title)})
    chosen = random.Random(seed).sample(reported, HELD_BACK)
    socs: dict[tuple[str, ...], set[str]] = {tokens(title): set() for title in chosen}
    for each in titles:
        socs.get(tokens(each.title), set()).add(each.soc)
    held = [Asked(title, frozenset(socs[tokens(title)])) for title in chosen]
    others = kept(figures, held)
    return held, Search(figures.one_by_one(), others, figures.words(), fitted(others, python))


def kept(figures: pack.Pack, held: list[Asked]) -> list[Title]:
    """All titles but those held back, nor any of the same words."""
    titles = figures.titles()
    gone = {tokens(each.text) for each in held}
    return [each for each in [*titles, *common_names(titles)] if tokens(each.title) not in gone]


def fitted(titles: list[Title], python: str | None) -> Fitted | None:
    """The model of titles, fitted to these alone."""
    if python is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        title_model.fit(titles, python, Path(folder) / "fitted.zip")
        return Fitted(Path(folder) / "fitted.zip")


def tenfold(figures: pack.Pack, held: list[Asked], model: Fitted | None) -> Search:
    """A search over ten times the titles: each also with nine made-up words before it."""
    titles = kept(figures, held)
    made_up = [
        replace(each, title=f"Zq{(at * 7 + copy) % 997}x {each.title}")
        for at, each in enumerate(titles)
        for copy in range(TENFOLD - 1)
    ]
    return Search(figures.one_by_one(), [*titles, *made_up], figures.words(), model)


def labeled(path: Path, field: str) -> list[Asked]:
    """The texts of a file, each with every career that is right for it."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Asked(row[field], frozenset([*as_list(row["soc"]), *row.get("soc_alt", ())])) for row in rows]


def as_list(value: str | Iterable[str]) -> list[str]:
    """One code or several, as a list."""
    return [value] if isinstance(value, str) else list(value)


def sockit(python: str, asked: list[Asked]) -> list[list[str]]:
    """What sockit answers, in its own environment."""
    said = "".join(json.dumps(each.text) + "\n" for each in asked)
    ran = subprocess.run([python, "-c", SOCKIT], input=said, capture_output=True, text=True, check=True)  # noqa: S603 (the caller's own Python)
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    return [[f"{soc[:2]}-{soc[2:]}" for soc in answer] for answer in answers]


def web_process() -> tuple[float, float, float]:
    """Seconds to make the index, milliseconds of the first query, and megabytes held, in a web process of its own."""
    with tempfile.TemporaryDirectory() as home:
        own = {**os.environ, "ASKWELL_HOME": home, "DJANGO_SETTINGS_MODULE": "askwell.settings"}
        ran = subprocess.run([sys.executable, "-c", WEB], env=own, capture_output=True, text=True, check=True)  # noqa: S603 (our own Python)
    made, first, megabytes = (float(each) for each in ran.stdout.split()[-3:])
    return made, first, megabytes


def first_visitor(home: Path) -> tuple[float, int]:
    """Milliseconds of a search as soon as `askwell serve` lets one in, and kilobytes of its largest web process."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with Server(home) as server:
        browser.open(server.address, timeout=60).close()
        began = time.perf_counter()
        browser.open(f"{server.root}/explore/?q=senior+operations+manager", timeout=60).read()
        taken = (time.perf_counter() - began) * 1000
        pid = server.process.pid if server.process else 0
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        statuses = [Path(f"/proc/{child}/status").read_text() for child in children]
    return taken, max(int(status.split("VmRSS:")[1].split()[0]) for status in statuses)


if __name__ == "__main__":
    main()
