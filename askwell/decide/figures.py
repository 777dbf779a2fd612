"""The public figures that starting beliefs rest on, read for a handful of paths at once."""

from askwell.decide.from_figures import Kind, Start, start
from askwell.explore.models import Criterion, Path, Release
from askwell.explore.selectors import standings
from askwell.prepare.figures import PublicFigures, of

PRICES = "price-levels"
PARTS = {
    Kind.PAY: "pay",
    Kind.OUTLOOK: "projections",
    Kind.OPENINGS: "projections",
    Kind.SCHOOLING: "entry",
    Kind.WITH_PEOPLE: "work_context",
    Kind.OUTDOORS: "work_context",
    Kind.ON_FEET: "work_context",
}
"""Which part of an occupation's figures speaks to which kind of criterion."""


def of_paths(paths: list[Path], release: Release | None) -> dict[int, PublicFigures]:
    """The figures of each path, by its id, with where its pay stands among all occupations."""
    projections = release.totals.get("projections", {}) if release else {}
    return {
        path.pk: of(
            standing.figures,
            pay_percentile=standing.pay_percentile,
            change_percent_all=projections.get("change_percent"),
            where=standing.where,
            in_local_prices=standing.in_local_prices,
        )
        for path, standing in zip(paths, standings(paths), strict=True)
    }


def start_of(criterion: Criterion, figures: PublicFigures) -> Start:
    """The starting belief on one criterion."""
    return start(criterion.kind, figures, wants_more=criterion.wants_more)


def source_of(kind: str, path: Path, release: Release | None, *, adjusted: bool = False) -> str:
    """Name and release of the source behind a kind's figure: “Employment Projections, 2024-34”.

    Where pay is adjusted to what it buys in a place, the price levels are named, too.
    """
    part = path.occupation.figures.get(PARTS[Kind(kind)], {}) if kind in PARTS else {}
    held = release.manifest.get("sources", {}) if release else {}
    keys = [part.get("source", ""), *([PRICES] if adjusted else [])]
    known = [held[key] for key in keys if key in held]
    return "; ".join(f"{each['publisher']}, {each['name']}, {each['release']}" for each in known)
