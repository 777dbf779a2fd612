"""What the pages of Explore show: finding, one career, careers side by side, paths, the figures behind them."""

from askwell.explore.selectors.careers import Career, career, programs_of, tasks_of
from askwell.explore.selectors.comparison import Comparison, compare, compared, key_of
from askwell.explore.selectors.figures import (
    Standing,
    pay_at,
    percentile,
    places,
    projected,
    release,
    sources,
    standings,
)
from askwell.explore.selectors.finding import Found, Results, group, groups, search
from askwell.explore.selectors.footings import held, newest
from askwell.explore.selectors.majors import MajorPage, fields, in_field, major, majors_like
from askwell.explore.selectors.paths import paths, table
from askwell.explore.selectors.places import WherePage, like, where_it_pays

__all__ = [
    "Career",
    "Comparison",
    "Found",
    "MajorPage",
    "Results",
    "Standing",
    "WherePage",
    "career",
    "compare",
    "compared",
    "fields",
    "group",
    "groups",
    "held",
    "in_field",
    "key_of",
    "like",
    "major",
    "majors_like",
    "newest",
    "paths",
    "pay_at",
    "percentile",
    "places",
    "programs_of",
    "projected",
    "release",
    "search",
    "sources",
    "standings",
    "table",
    "tasks_of",
    "where_it_pays",
]
