"""Measure the checker of requests on labeled texts: precision, recall and accuracy for each label.

How the texts came about, and why they flatter by now, is in docs/decisions/request-checker.md.

Run `python bench/ask_check.py`. `--eval DIR` also measures on `DIR/outreach.jsonl`; `--misses` shows what went wrong.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from askwell.ask.check import Report, check

OWN = Path(__file__).parent / "data" / "ask_check.jsonl"
SPLITS = {
    "tune": "tuned on",
    "held": "held out",
    "later": "third lot",
    "fourth": "fourth lot",
    "fifth": "fifth lot",
    "sixth": "sixth lot",
    "seventh": "seventh lot",
}
HAS = {
    "has_connection": "connection",
    "has_specific_reason": "reason",
    "has_time_bound": "time",
    "has_clear_ask": "ask",
    "offers_flexibility": "flexibility",
}
RULES = {"asks_for_job": "asks-for-job", "has_placeholder": "placeholder"}
LABELS = (*RULES, *HAS)


def main() -> None:
    """Print one table for each set of texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--eval", type=Path, metavar="DIR", help="a folder with outreach.jsonl, labeled the same way"
    )
    parser.add_argument("--misses", action="store_true", help="show each text that was read wrongly")
    asked = parser.parse_args()
    own = rows(OWN)
    for split, name in SPLITS.items():
        measure(f"own texts, {name}", [row for row in own if row["split"] == split], misses=asked.misses)
    if asked.eval:
        measure(str(asked.eval), rows(asked.eval / "outreach.jsonl"), misses=asked.misses)


def rows(path: Path) -> list[dict[str, Any]]:
    """The texts of a file, each with the set of its labels that are true."""
    loaded = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [row | {"true": true_labels(row["labels"])} for row in loaded]


def true_labels(labels: Iterable[str] | Mapping[str, Any]) -> set[str]:
    """The labels that are true, from a list of them or from a table of booleans."""
    if isinstance(labels, Mapping):
        return {name for name, value in labels.items() if value is True}
    return set(labels)


def answers(report: Report) -> set[str]:
    """The labels the checker gives."""
    rules = {problem.rule for problem in report.problems}
    has = {label for label, name in HAS.items() if report.has[name]}
    return has | {label for label, rule in RULES.items() if rule in rules}


def measure(name: str, texts: list[dict[str, Any]], *, misses: bool) -> None:
    """Print the table of one set."""
    began = time.perf_counter()
    given = [answers(check(row["text"])) for row in texts]
    took = (time.perf_counter() - began) * 1000 / max(1, len(texts))
    show(f"\n{name}: {len(texts)} texts, {took:.1f} ms each")
    show(f"{'label':22}{'right':>7}{'precision':>11}{'recall':>8}{'accuracy':>10}")
    for label in LABELS:
        row_of(label, [(label in row["true"], label in said) for row, said in zip(texts, given, strict=True)])
    for row, said in zip(texts, given, strict=True) if misses else ():
        if wrong := sorted((row["true"] ^ said) & set(LABELS)):
            marks = [("+" if label in said else "-") + label for label in wrong]
            show(f"\n{row['id']} {' '.join(marks)}\n{row['text']}")


def row_of(label: str, pairs: list[tuple[bool, bool]]) -> None:
    """Print one line of a table from pairs of truth and answer."""
    hits = sum(truth and said for truth, said in pairs)
    said, true = sum(said for _, said in pairs), sum(truth for truth, _ in pairs)
    right = sum(truth == said for truth, said in pairs)
    show(
        f"{label:22}{right:4}/{len(pairs):<3}{share(hits, said):>10}{share(hits, true):>8}{share(right, len(pairs)):>10}"
    )


def share(part: int, whole: int) -> str:
    """A share with two digits, or a dash where there is nothing to share."""
    return f"{part / whole:.3f}" if whole else "-"


def show(line: str) -> None:
    """Write one line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
