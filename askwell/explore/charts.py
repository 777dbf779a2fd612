"""Geometry of charts in percent of their width, so that one drawing fits any screen."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

LETTER, STRONG_LETTER = 2.3, 2.5
"""How wide one letter of a label and of a strong one is at most, in percent of a phone's chart."""
STEPS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` at the left edge to `high` at the right, marked every `step`."""

    low: float
    high: float
    step: float

    def at(self, value: float) -> float:
        """Where a value stands, 0 to 100 from the left; values outside are drawn at the edge."""
        share = (value - self.low) / (self.high - self.low)
        return round(100 * min(1.0, max(0.0, share)), 1)

    def ticks(self) -> list[float]:
        """The round values that an axis names."""
        count = round((self.high - self.low) / self.step)
        return [self.low + at * self.step for at in range(count + 1)]


def scale_over(values: Iterable[float], *, from_zero: bool = False) -> Scale:
    """A scale with round ends that holds every value; zero too when asked."""
    known = [*values, *([0.0] if from_zero else [])]
    low, high = min(known), max(known)
    step = round_step((high - low) or abs(high) or 1)
    first, last = math.floor(low / step) * step, math.ceil(high / step) * step
    return Scale(first, max(last, first + step), step)


def round_step(span: float) -> float:
    """The 1, 2 or 5 (times a power of ten) that cuts a span into about five."""
    power = 10.0 ** math.floor(math.log10(span / STEPS))
    return next(step * power for step in (1, 2, 5, 10) if step * power * STEPS >= span)


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a chart: where they hang, and by which end."""

    text: str
    x: float
    anchor: str = "middle"


def label(text: str, x: float) -> Label:
    """Words centered at `x`, or as near to it as a phone's chart has room for."""
    half = min(50.0, len(text) * STRONG_LETTER / 2)
    return Label(text, round(min(max(x, half), 100 - half), 1))


def end_labels(low: Label, high: Label) -> tuple[Label, Label]:
    """Labels for both ends of a bar: inside it where both fit, else beside it, never over each other."""
    left, right = len(low.text) * LETTER, len(high.text) * LETTER
    if high.x - low.x >= left + right + 2:
        return Label(low.text, low.x, "start"), Label(high.text, high.x, "end")
    if low.x < left:
        return Label(low.text, 0, "start"), Label(high.text, max(high.x + 1, left + 3), "start")
    if high.x + right > 100:
        return Label(low.text, min(low.x - 1, 97 - right), "end"), Label(high.text, 100, "end")
    return Label(low.text, low.x - 1, "end"), Label(high.text, high.x + 1, "start")


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a table of bars: name, bar and figure; `tick` marks what it is held against."""

    name: str
    value: str
    x: float
    width: float
    tick: float | None = None
    kind: str = ""


def bar(
    name: str, value: str, amount: float, scale: Scale, *, tick: float | None = None, kind: str = ""
) -> Bar:
    """A bar from zero, to the left where the amount is below it; `kind` is "lead" or "aside"."""
    zero, end = scale.at(0), scale.at(amount)
    mark = None if tick is None else scale.at(tick)
    return Bar(name, value, min(zero, end), round(abs(end - zero), 1), mark, kind)
