"""The public figures that what is held about a path rests on, with their release: they stay until the seeker takes newer ones."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """A path's figures at one release; what was not published is None, empty, or absent from `context`.

    `release` is the digest of the pack, and `sources` names publisher, source and release of each part of the figures.
    `pay_percentile` is where its median pay stands among all occupations, 0 to 100, in what it buys there when
    `in_local_prices`; `where` says where that pay is counted ("in Ohio"), empty for the whole country. Changes are
    percent over the projected years, `openings` a year; `context` holds O*NET work context by its published name,
    0 to 100. `counted_as` names the broader group whose figures these are; empty where they are its own.
    """

    release: str
    sources: Mapping[str, str] = field(default_factory=dict)
    pay_percentile: float | None = None
    where: str = ""
    in_local_prices: bool = False
    change_percent: float | None = None
    change_percent_all: float | None = None
    openings: int | None = None
    entry_education: str = ""
    context: Mapping[str, float] = field(default_factory=dict)
    counted_as: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values, as a path keeps them."""
        return asdict(self)

    @classmethod
    def read(cls, held: Mapping[str, Any]) -> Self | None:
        """The footing in plain values; None when they hold none, or something else."""
        sound = held.keys() == SOUND.keys() and all(check(held[name]) for name, check in SOUND.items())
        return cls(**held) if sound else None


def _text(value: object) -> bool:
    return isinstance(value, str)


def _number(low: float, high: float) -> Callable[[object], bool]:
    """Whether a value is a number between these; true and false are none."""
    return lambda value: (
        isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
    )


def _maybe(check: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: value is None or check(value)


def _each(check: Callable[[object], bool]) -> Callable[[object], bool]:
    """Whether a value is an object whose every value is sound."""
    return lambda value: isinstance(value, dict) and all(check(each) for each in value.values())


SOUND: Mapping[str, Callable[[object], bool]] = {
    "release": _text,
    "sources": _each(_text),
    "pay_percentile": _maybe(_number(0, 100)),
    "where": _text,
    "in_local_prices": lambda value: isinstance(value, bool),
    "change_percent": _maybe(_number(-100, 10_000)),
    "change_percent_all": _maybe(_number(-100, 10_000)),
    "openings": _maybe(_number(0, 1e9)),
    "entry_education": _text,
    "context": _each(_number(0, 100)),
    "counted_as": _text,
}
"""What each value must be to be read again: a journey's file may bring anything."""
