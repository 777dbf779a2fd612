"""The shapes of a comparison: a measure, and in it a lane for each career."""

from dataclasses import dataclass, replace

from askwell.explore.career.pay import Band
from askwell.explore.charts import Bar, Label
from askwell.explore.shape import Figures


@dataclass(frozen=True, slots=True)
class Entry:
    """A career in the comparison, by the name it goes by there, which no other has.

    `place` is part of that name where its pay is counted in one place only;
    `prices` is the price level where its pay is counted: 100 in the whole country, None where it is not known.
    `together`: its jobs are counted only together with others of a broader group.
    """

    soc: str
    name: str
    figures: Figures
    prices: float | None = 100
    place: str = ""
    together: bool = False

    @property
    def anywhere(self) -> "Entry":
        """The career itself, for what is counted in the whole country only."""
        return replace(self, name=self.name.removesuffix(f" ({self.place})"), prices=100, place="")

    @property
    def openings(self) -> int | None:
        """Openings a year, growth and replacement together; None also where others are counted with it."""
        return None if self.together else self.figures.get("projections", {}).get("openings")


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a bar of shares: where, how wide, its fill, and its word where there is room."""

    x: float
    width: float
    fill: str
    word: str = ""

    @property
    def middle(self) -> float:
        """Where its word is centered."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Lane:
    """One career on one measure: a band, a bar or parts; nothing but words where it is not published.

    `points` are what is drawn in words, for the table behind it.
    """

    name: str
    value: str
    description: str = ""
    band: Band | None = None
    bar: Bar | None = None
    parts: tuple[Part, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """What is compared, in which unit, the lanes, the axis, the difference in words, and whom it leaves out.

    `columns` name the points of the lanes, what is counted first, where a table stands behind the drawing.
    """

    key: str
    heading: str
    note: str
    lanes: tuple[Lane, ...]
    says: str = ""
    axis: tuple[Label, ...] = ()
    left_out: str = ""
    columns: tuple[str, ...] = ()
