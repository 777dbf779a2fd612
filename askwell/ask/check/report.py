"""What the checker answers."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Severity = Literal["stop", "warn", "hint"]
RANK: dict[Severity, int] = {"stop": 0, "warn": 1, "hint": 2}


@dataclass(frozen=True)
class Problem:
    """One place to mend: what is wrong there and how to mend it.

    `start` and `end` are character offsets into the text as given; equal where something is missing.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    message: str
    mend: str

    @property
    def order(self) -> tuple[int, int, str]:
        """Reading order; at one place the gravest first."""
        return (self.start, RANK[self.severity], self.rule)


@dataclass(frozen=True)
class Report:
    """The whole answer about one message; `good` names what already works, for the page."""

    words: int
    has: dict[str, bool]
    problems: list[Problem]
    good: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether the message may leave: nothing in it is a stop."""
        return all(problem.severity != "stop" for problem in self.problems)

    @property
    def stops(self) -> list[Problem]:
        """The problems that keep the message from leaving."""
        return [problem for problem in self.problems if problem.severity == "stop"]

    def as_dict(self) -> dict[str, Any]:
        """The answer in the shape other programs read."""
        return {
            "ok": self.ok,
            "words": self.words,
            "has": dict(self.has),
            "problems": [asdict(problem) for problem in self.problems],
        }
