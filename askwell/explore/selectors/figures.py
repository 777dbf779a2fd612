"""The figures that are loaded, where a pay stands among them, and what they say of one path."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path as File
from typing import Any

from django.db.models import F, QuerySet

from askwell.explore import narrowing, pack
from askwell.explore.career.wording import lowest
from askwell.explore.models import Occupation, Path, Release
from askwell.explore.narrowing import Kind, Place, Places
from askwell.explore.shape import Cells, Figures, StatePay, pay_in

HOURLY = "figures__pay__hourly__median"


def release() -> Release:
    """The figures that are loaded."""
    return Release.objects.latest()


def places() -> Places:
    """Every place and industry that has figures; raises `PackError` when the pack can't be read."""
    return _places(*pack_in_use())


def projected() -> tuple[int, int]:
    """The years that the projections start from and reach to."""
    try:
        span = _projected(*pack_in_use())
    except pack.PackError:  # the release that was loaded knows it too, at the price of a query
        span = release().manifest["sources"]["projections"]["release"]
    base, _, end = span.partition("-")
    return int(base), int(base) + (int(end) - int(base)) % 100


@lru_cache(maxsize=1)
def _projected(path: File, _written: int) -> str:
    return pack.manifest(path).sources["projections"].release


@lru_cache(maxsize=1)
def _places(path: File, _written: int) -> Places:
    figures = pack.load(path)
    return narrowing.of(figures.states(), figures.metros(), figures.industries())


@dataclass(frozen=True, slots=True)
class Standing:
    """Figures as they stand for a path: where, and where its pay stands among all occupations, 0 to 100.

    A median that is too high to be published stands at least where its bound does.
    `place` is None where no pay is published for the place it is narrowed to. Pay in a place is held against
    the country's in what it buys there.
    """

    figures: Figures
    place: Place | None
    pay_percentile: float | None

    @property
    def where(self) -> str:
        """Where its pay is counted, as it stands in a sentence; empty for the whole country."""
        return self.place.inside if self.place else ""

    @property
    def in_local_prices(self) -> bool:
        """Whether its pay is placed by what it buys there."""
        return bool(self.place and self.place.price_parity)


def standings(paths: Sequence[Path]) -> list[Standing]:
    """The figures of each path, in the same order; a path that is narrowed has the pay and jobs of its place."""
    medians = _medians()
    return [_standing(path, medians) for path in paths]


def _standing(path: Path, medians: Sequence[int]) -> Standing:
    figures: Figures = path.occupation.figures
    place, here = place_and_pay(path)
    if here is None:
        place = None
    else:
        figures = {**figures, "pay": {"source": "pay", **here}}  # type: ignore[typeddict-item]  # a StatePay is a Pay
    median, prices = lowest(figures.get("pay", {}), "median"), place.price_parity if place else None
    bought = None if median is None else round(median * 100 / (prices or 100))
    return Standing(figures, place, None if bought is None or not medians else percentile(bought, medians))


def place_and_pay(path: Path) -> tuple[Place | None, StatePay | None]:
    """The place or industry a path is narrowed to, and what the occupation pays there, as far as they are known."""
    try:
        place = places().find(path.narrowed) if path.narrowed else None
        return place, pay_at(path.occupation, place) if place else None
    except pack.PackError:  # without the pack there are no figures of places; those of the country stand
        return None, None


def pay_at(occupation: Occupation, place: Place) -> StatePay | None:
    """Pay and jobs of an occupation in one place or industry; None where no pay is published."""
    if place.kind is Kind.STATE:
        by_state = occupation.figures.get("pay_by_state", {}).get("states", {})
        found: StatePay | None = by_state.get(place.code)
    else:
        cells = _cells(occupation.figures_soc, place)
        found = pay_in(cells) if cells else None
    return found if found and ("median" in found or "median" in found.get("at_least", {})) else None


def _cells(soc: str, place: Place) -> Cells | None:
    found = breakdown(soc)
    return (found.metros if place.kind is Kind.METRO else found.industries).get(place.code)


def breakdown(soc: str) -> pack.Breakdown:
    """Pay by metropolitan area and industry of the occupation that is published under this code."""
    return _breakdown(soc, *pack_in_use())


@lru_cache(maxsize=32)
def _breakdown(soc: str, path: File, _written: int) -> pack.Breakdown:
    return pack.breakdown(soc, path)


def pack_in_use() -> tuple[File, int]:
    """The pack to read, and when it was written: what was read before does not count after an update."""
    file = pack.in_use()
    return file, pack.written(file)


def headline() -> QuerySet[Occupation]:
    """Occupations without the bulk of their figures, for lists; `hourly` is set where pay is by the hour only."""
    return Occupation.objects.defer("figures").annotate(hourly=F(HOURLY))


def _medians() -> list[int]:
    rows = Occupation.objects.exclude(median_pay=None).order_by("median_pay")
    return [pay for pay in rows.values_list("median_pay", flat=True) if pay is not None]


def percentile(value: int, ordered: Sequence[int]) -> float:
    """Where a value stands among ordered values, 0 to 100, ties counted half."""
    return 50 * (bisect_left(ordered, value) + bisect_right(ordered, value)) / len(ordered)


def sources() -> list[dict[str, Any]]:
    """Every source of the figures that are loaded: name, release, publisher, terms, address, retrieval."""
    return [
        source | {"key": key, "retrieved": date.fromisoformat(source["retrieved"])}
        for key, source in sorted(release().manifest["sources"].items())
    ]
