"""What the pages of Explore show: finding, one career, careers side by side, paths, the figures behind them."""

from askwell.explore.selectors.careers import Career, career
from askwell.explore.selectors.comparison import Comparison, compare, compared_socs
from askwell.explore.selectors.figures import (
    Standing,
    pay_at,
    percentile,
    places,
    release,
    sources,
    standings,
)
from askwell.explore.selectors.finding import Found, Results, group, groups, search
from askwell.explore.selectors.paths import paths, table

__all__ = [
    "Career",
    "Comparison",
    "Found",
    "Results",
    "Standing",
    "career",
    "compare",
    "compared_socs",
    "group",
    "groups",
    "paths",
    "pay_at",
    "percentile",
    "places",
    "release",
    "search",
    "sources",
    "standings",
    "table",
]
