"""Careers side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from askwell.explore import comparing, policies
from askwell.explore.citing import cite
from askwell.explore.models import Occupation
from askwell.explore.selectors.figures import release
from askwell.explore.selectors.paths import paths

if TYPE_CHECKING:
    from askwell.accounts.models import User

FEWEST, MOST = 2, policies.MOST
HEADINGS = {
    count: f"{word} careers, one scale"
    for count, word in enumerate(("Two", "Three", "Four", "Five", "Six"), start=FEWEST)
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Careers side by side."""

    occupations: list[Occupation]
    measures: list[comparing.Measure]
    lines: list[tuple[Occupation, str]]
    notes: list[str]
    source: str

    @property
    def heading(self) -> str:
        """How many careers stand side by side."""
        return HEADINGS.get(len(self.occupations), "Compare careers")

    @property
    def enough(self) -> bool:
        """Whether there are two to compare."""
        return len(self.occupations) >= FEWEST

    @property
    def may_add(self) -> bool:
        """Whether there is room for one more."""
        return len(self.occupations) < MOST


def compared_socs(user: "User", asked: Sequence[str], *, beside: Sequence[str] = ()) -> list[str]:
    """The codes asked for, once each and at most six; without any, those of the paths on the table.

    `beside` names careers to hold against these paths.
    """
    if not asked:
        asked = [*beside, *(path.occupation.soc for path in paths(user).considered())]
    return list(dict.fromkeys(asked))[:MOST]


def compare(socs: Sequence[str]) -> Comparison:
    """The careers with these codes, in this order, on the same scales; unknown codes are left out."""
    rows = {each.soc: each for each in Occupation.objects.filter(soc__in=socs)}
    occupations = [rows[soc] for soc in socs if soc in rows]
    loaded = release()
    entries = [comparing.Entry(each.soc, each.title, each.figures) for each in occupations]
    lines = comparing.in_one_line(entries)
    return Comparison(
        occupations=occupations,
        measures=comparing.measures(entries, loaded.totals),
        lines=list(zip(occupations, lines, strict=True)),
        notes=[broader(each) for each in occupations if each.figures_title],
        source=cite(loaded.manifest, "pay", "projections", "onet-computed"),
    )


def broader(occupation: Occupation) -> str:
    """That figures are published for a broader group only."""
    return f"{occupation.title}: pay, jobs, and schooling are published only together with “{occupation.figures_title}”."
