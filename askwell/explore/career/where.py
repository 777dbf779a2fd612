"""Where a career pays: every state as a tile, the places that pay most, and one place somebody names. No Django."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from askwell.explore.career.wording import MISSING, dollars, lowest, rounded, told
from askwell.explore.narrowing import Place
from askwell.explore.shape import Cells, StatePay, pay_in

CLASSES = 5
SHOWN = 12
COLUMNS, PITCH = 11, 44
TILES = {
    "AK": (0, 0), "ME": (10, 0), "VT": (9, 1), "NH": (10, 1),
    "WA": (0, 2), "ID": (1, 2), "MT": (2, 2), "ND": (3, 2), "MN": (4, 2), "WI": (5, 2), "MI": (7, 2), "NY": (8, 2),
    "MA": (9, 2), "RI": (10, 2),
    "OR": (0, 3), "NV": (1, 3), "WY": (2, 3), "SD": (3, 3), "IA": (4, 3), "IL": (5, 3), "IN": (6, 3), "OH": (7, 3),
    "PA": (8, 3), "NJ": (9, 3), "CT": (10, 3),
    "CA": (0, 4), "UT": (1, 4), "CO": (2, 4), "NE": (3, 4), "MO": (4, 4), "KY": (5, 4), "WV": (6, 4), "VA": (7, 4),
    "MD": (8, 4), "DE": (9, 4),
    "AZ": (1, 5), "NM": (2, 5), "KS": (3, 5), "AR": (4, 5), "TN": (5, 5), "NC": (6, 5), "SC": (7, 5), "DC": (8, 5),
    "OK": (3, 6), "LA": (4, 6), "MS": (5, 6), "AL": (6, 6), "GA": (7, 6),
    "HI": (0, 7), "GU": (1, 7), "TX": (3, 7), "FL": (8, 7), "PR": (9, 7), "VI": (10, 7),
}  # fmt: skip
"""Column and row of each state and territory, about where it lies."""


class By(StrEnum):
    """What the places are ordered and shaded by."""

    PAY = "pay"
    BUYS = "buys"


@dataclass(frozen=True, slots=True)
class Here:
    """One place: pay as it is published, and what the median buys at the country's prices.

    `median` and `bought` are dollars a year, None where they are not published or too high to be; `least` is the
    median or the least that it can be. The others are words.
    """

    code: str
    name: str
    pay: str
    buys: str
    low: str
    high: str
    jobs: str
    median: float | None
    bought: float | None
    least: float | None

    @property
    def beyond(self) -> bool:
        """Whether the median is too high to be published."""
        return self.median is None and self.least is not None

    def amount(self, by: By) -> float | None:
        """What counts for order and shade: at least so much."""
        return self.least if by is By.PAY else self.bought


@dataclass(frozen=True, slots=True)
class Tile:
    """A state on the map: where it stands in percent and in pixels, its shade 0 (unknown) to 5, its figure in thousands."""

    code: str
    name: str
    x: float
    row: int
    shade: int
    short: str
    words: str

    @property
    def top(self) -> int:
        """Pixels from the top."""
        return self.row * PITCH


@dataclass(frozen=True, slots=True)
class Where:
    """Everything the page shows; `named` is the place somebody asked for.

    `beyond` counts the metropolitan areas left out because their median is too high to be published.
    """

    by: By
    tiles: tuple[Tile, ...]
    steps: tuple[str, ...]
    states: tuple[Here, ...]
    metros: tuple[Here, ...]
    beyond: int
    named: Here | None

    @property
    def known(self) -> bool:
        """Whether any state has a figure, or one that is too high to be published."""
        return any(row.least is not None for row in self.states)

    @property
    def buys(self) -> bool:
        """Whether places are ordered by what the pay buys."""
        return self.by is By.BUYS


def here(place: Place, pay: StatePay) -> Here:
    """One place in figures and in words."""
    median, prices = pay.get("median"), place.price_parity
    bought = None if median is None or prices is None else median * 100 / prices
    return Here(
        code=place.code,
        name=place.name,
        pay=told(pay, "median"),
        buys=MISSING if bought is None else dollars(round(bought, -1)),
        low=told(pay, "p10"),
        high=told(pay, "p90"),
        jobs=rounded(pay["employment"]) if "employment" in pay else MISSING,
        median=median,
        bought=bought,
        least=lowest(pay, "median"),
    )


def sentence(place: Place, pay: StatePay) -> str:
    """What a career pays in one place, in a sentence or two: “In Ohio, half earn more than $82,510 a year. …”."""
    row = here(place, pay)
    inside = place.inside[:1].upper() + place.inside[1:]
    more = "" if row.median is None else " more than"
    parts = [f"{inside}, half earn{more} {row.pay} a year"]
    if row.bought is not None:
        parts.append(f"which buys what {row.buys} buys in the whole country")
    jobs = f" Jobs there: {row.jobs}." if "employment" in pay else ""
    return f"{', '.join(parts)}.{jobs}"


def where(
    by: By,
    states: Sequence[tuple[Place, StatePay]],
    metros: Iterable[tuple[Place, Cells]],
    named: tuple[Place, StatePay] | None = None,
) -> Where:
    """Every state in the order of its pay, the best-paid metropolitan areas, and one place."""
    rows = sorted((here(place, pay) for place, pay in states), key=lambda row: _order(row, by))
    areas = sorted((here(place, pay_in(cells)) for place, cells in metros), key=lambda row: _order(row, by))
    known = [row for row in areas if not row.beyond and row.amount(by) is not None]
    bounds = _bounds([amount for row in rows if (amount := row.amount(by)) is not None])
    return Where(
        by=by,
        tiles=tuple(tile(row, by, bounds) for row in rows if row.code in TILES),
        steps=tuple(dollars(bound) for bound in bounds),
        states=tuple(rows),
        metros=tuple(known[:SHOWN]),
        beyond=sum(row.beyond for row in areas),
        named=here(*named) if named else None,
    )


def _order(row: Here, by: By) -> tuple[bool, float, str]:
    amount = row.amount(by)
    return amount is None, -(amount or 0), row.name


def _bounds(amounts: Sequence[float]) -> tuple[float, ...]:
    """The round amounts that part the shades, a fifth of the places between each two."""
    ordered = sorted(amounts)
    if len(ordered) < CLASSES:
        return ()
    cuts = (ordered[len(ordered) * at // CLASSES] for at in range(1, CLASSES))
    return tuple(dict.fromkeys(round(cut, -3) for cut in cuts))


def tile(row: Here, by: By, bounds: Sequence[float]) -> Tile:
    """A state's tile; one whose pay is too high to be published has the shade of the least that it can be."""
    column, line = TILES[row.code]
    amount = row.amount(by)
    shade = 0 if amount is None else 1 + sum(amount >= bound for bound in bounds)
    words = row.pay if by is By.PAY else row.buys
    short = "" if amount is None else "over" if row.beyond else f"{amount / 1000:.0f}"
    return Tile(
        row.code, row.name, round(100 * column / COLUMNS, 2), line, shade, short, f"{row.name}: {words}"
    )
