"""What a rule is: when it applies, and the question it raises."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from askwell.prepare.bank import KINDS
from askwell.prepare.figures import PublicFigures

WHOLE = re.compile(r"(\d)\.0\b")
"""A whole number, which is said without its “.0”."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A question that starts from a figure, with what the figure cannot tell as the reason to ask."""

    id: str
    kind: str
    text: str
    why: str
    informs: tuple[str, ...] = ()

    @property
    def theme(self) -> str:
        """The theme this question's kind lies under."""
        return KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Rule:
    """One question for what stands out in one occupation's figures.

    `text` may name `path` ("registered nurses"), `Path` (the same, to begin with) and `f`, the figures. A figure
    that is missing never makes a rule apply.
    """

    id: str
    kind: str
    informs: tuple[str, ...]
    applies: Callable[[PublicFigures], bool]
    text: str
    why: str

    def raised(self, figures: PublicFigures, path: str) -> Raised:
        """The question about this occupation."""
        text = self.text.format(path=path, Path=path[:1].upper() + path[1:], f=figures)
        text = WHOLE.sub(r"\1", text)
        return Raised(self.id, self.kind, text, self.why, self.informs)


def least(value: float | None, bound: float) -> bool:
    """Whether a figure is known and at least the bound."""
    return value is not None and value >= bound


def most(value: float | None, bound: float) -> bool:
    """Whether a figure is known and at most the bound."""
    return value is not None and value <= bound


def between(value: float | None, low: float, high: float) -> bool:
    """Whether a figure is known, at least `low` and under `high`."""
    return value is not None and low <= value < high
