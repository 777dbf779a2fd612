"""The starting beliefs that a path's figures give, and the sources they name."""

from askwell.decide.from_figures import Kind, Start, start
from askwell.explore.footing import Footing
from askwell.explore.models import Criterion

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


def start_of(criterion: Criterion, footing: Footing) -> Start:
    """The starting belief on one criterion."""
    return start(criterion.kind, footing, wants_more=criterion.wants_more)


def sources_of(kind: str, footing: Footing, *, adjusted: bool = False) -> tuple[str, ...]:
    """Name and release of each source behind a kind's figure: “Employment Projections, 2024-34”.

    Where pay is adjusted to what it buys in a place, the price levels are named, too.
    """
    parts = [PARTS[Kind(kind)]] if kind in PARTS else []
    return tuple(
        footing.sources[part]
        for part in [*parts, *(["prices"] if adjusted else [])]
        if part in footing.sources
    )
