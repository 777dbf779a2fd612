"""What would change your mind: the answer most worth having, in two sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from askwell.decide.beliefs import Weighed, Worth

SETTLED_BELOW = 0.05
"""Points on the 0 to 100 scale under which one more answer hardly matters."""


@dataclass(frozen=True, slots=True)
class Change:
    """The next thing to ask: which path and criterion, what it is worth, and why in words."""

    path: str
    criterion: str
    value: float
    headline: str
    reason: str


def explain(weighed: Weighed, names: Mapping[str, str] | None = None) -> Change | None:
    """What one answer would matter most, and how; None while there are not two paths to choose from.

    `names` gives what to call a path or a criterion where its key is not its name.
    """
    if len(weighed.standings) < 2 or not weighed.next:
        return None
    called = names or {}
    top = weighed.next[0]
    path, criterion = (
        called.get(top.path, top.path),
        called.get(top.criterion, top.criterion),
    )
    if top.value < SETTLED_BELOW:
        headline = "No single answer is likely to change the order now"
        reason = (
            "No single answer is likely to change the order now. "
            f"One more talk about {path} may still change how it feels to you."
        )
    else:
        headline = f"Ask about “{criterion}” in {path}"
        reason = _reason(weighed, top, called)
    return Change(top.path, top.criterion, top.value, headline, reason)


def _reason(weighed: Weighed, top: Worth, called: Mapping[str, str]) -> str:
    """Which way the answer would have to go for another path to come out ahead."""
    first, second = weighed.standings[:2]
    asked = called.get(top.path, top.path)
    if top.path == first.path:
        rival = called.get(second.path, second.path)
        return f"If the answer is worse than you expect, {rival} could move ahead of {asked}."
    leader = called.get(first.path, first.path)
    return f"If the answer is better than you expect, {asked} could move ahead of {leader}."
