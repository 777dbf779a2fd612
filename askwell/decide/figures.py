"""The public figures that starting beliefs rest on, read for a handful of paths at once."""

from askwell.decide.from_figures import Kind, Start, start
from askwell.explore.models import Criterion, Path, Release
from askwell.explore.selectors import standings
from askwell.prepare.figures import PublicFigures, of

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


def source_of(kind: str, path: Path, release: Release | None) -> str:
    """Name and release of the source behind a kind's figure: “Employment Projections, 2024-34”."""
    part = path.occupation.figures.get(PARTS[Kind(kind)], {}) if kind in PARTS else {}
    known = release.manifest.get("sources", {}).get(part.get("source", "")) if release else None
    return f"{known['publisher']}, {known['name']}, {known['release']}" if known else ""
