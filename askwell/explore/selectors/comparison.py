"""Paths side by side: careers, in the whole country or in one place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from askwell.explore import comparing, policies
from askwell.explore.career.wording import listed
from askwell.explore.citing import cite
from askwell.explore.models import Occupation, Path
from askwell.explore.narrowing import Place, tidy
from askwell.explore.selectors.figures import Standing, release, standings
from askwell.explore.selectors.paths import paths
from askwell.explore.selectors.places import known_there
from askwell.lib.titles import lowered

if TYPE_CHECKING:
    from askwell.accounts.models import User

FEWEST, MOST = 2, policies.MOST
READ = 2 * MOST
"""So many keys of an address are looked up; those that find no room are named."""
IN, LONGEST_PLACE, LONGEST_CODE = "@", 120, 20
COUNTS = dict(enumerate(("Two", "Three", "Four", "Five", "Six"), start=FEWEST))
OF_A_PLACE = (
    "Where a place is named, pay is that of the place; everything else is counted in the whole country."
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A career in the comparison, and where its pay is counted: None is the whole country."""

    occupation: Occupation
    standing: Standing

    @property
    def place(self) -> Place | None:
        """Where its pay is counted; None is the whole country."""
        return self.standing.place

    @property
    def key(self) -> str:
        """How it stands in the address: “29-1141@Ohio”."""
        return key_of(self.occupation.soc, self.place.name if self.place else "")

    @property
    def name(self) -> str:
        """What it goes by in the comparison: “Registered nurses (Ohio)”."""
        return f"{self.occupation.title} ({self.place.name})" if self.place else self.occupation.title


@dataclass(frozen=True, slots=True)
class Comparison:
    """Paths side by side."""

    chosen: list[Chosen]
    measures: list[comparing.Measure]
    lines: list[tuple[Chosen, str]]
    notes: list[str]
    source: str

    @property
    def heading(self) -> str:
        """How many paths stand side by side."""
        of = "paths" if any(each.place for each in self.chosen) else "careers"
        count = COUNTS.get(len(self.chosen))
        return f"{count} {of}, one scale" if count else "Compare careers"

    @property
    def enough(self) -> bool:
        """Whether there are two to compare."""
        return len(self.chosen) >= FEWEST

    @property
    def may_add(self) -> bool:
        """Whether there is room for one more."""
        return len(self.chosen) < MOST


def key_of(soc: str, narrowed: str) -> str:
    """How a career, maybe in a place in somebody's words, stands in the address of a comparison."""
    return f"{soc}{IN}{narrowed}" if narrowed else soc


def compared(user: "User", asked: Sequence[str], *, beside: Sequence[str] = ()) -> list[str]:
    """The keys asked for, once each and at most twelve; without any, those of the paths on the table.

    `beside` names careers to hold against these paths.
    """
    if not asked:
        mine = (key_of(path.occupation.soc, path.narrowed) for path in paths(user).considered())
        asked = [*beside, *mine]
    return list(dict.fromkeys(asked))[:READ]


def compare(keys: Sequence[str]) -> Comparison:
    """The first six paths with these keys, in this order, on the same scales; unknown codes are left out."""
    asked, strange = _asked(keys)
    found = [Chosen(path.occupation, each) for path, each in zip(asked, standings(asked), strict=True)]
    every = list({each.key: each for each in found}.values())
    chosen, beyond = every[:MOST], every[MOST:]
    loaded = release()
    entries = [_entry(each) for each in chosen]
    drawn = comparing.measures(entries, loaded.totals)
    prices = ["price-levels"] if any(each.place for each in chosen) else []
    others = ["projections", "onet-computed"] if len({entry.soc for entry in entries}) > 1 else []
    return Comparison(
        chosen=chosen,
        measures=drawn,
        lines=list(zip(chosen, comparing.in_one_line(entries), strict=False)),
        notes=[*_unknown(strange), *_no_room(beyond), *_notes(asked, found), *_nowhere(chosen, drawn)],
        source=cite(loaded.manifest, "pay", *prices, *others),
    )


def _asked(keys: Sequence[str]) -> tuple[list[Path], list[str]]:
    """The paths that the keys name, none of them kept; and the codes that no career has."""
    parted = [key.replace("\0", "").partition(IN) for key in keys]
    rows = {each.soc: each for each in Occupation.objects.filter(soc__in=[soc for soc, *_ in parted])}
    known = [
        Path(occupation=rows[soc], narrowed=tidy(words)[:LONGEST_PLACE])
        for soc, _, words in parted
        if soc in rows
    ]
    return known, [soc[:LONGEST_CODE] for soc, *_ in parted if soc.strip() and soc not in rows]


def _unknown(codes: Sequence[str]) -> list[str]:
    """That the address names careers which are not there."""
    named = listed([f"“{code}”" for code in dict.fromkeys(codes)])
    return [f"Left out, because no career has such a code: {named}."] if codes else []


def _no_room(beyond: Sequence[Chosen]) -> list[str]:
    names = listed([each.name for each in beyond])
    return [f"Six fit side by side. Left out for want of room: {names}."] if beyond else []


def _nowhere(chosen: Sequence[Chosen], drawn: Sequence[comparing.Measure]) -> list[str]:
    """What is published for none of several careers."""
    several = len({each.occupation.soc for each in chosen}) > 1
    said = comparing.unknown(drawn) if several else ""
    return [said] if said else []


def _entry(chosen: Chosen) -> comparing.Entry:
    occupation = chosen.occupation
    together = bool(occupation.figures_title)
    entry = comparing.Entry(occupation.soc, chosen.name, chosen.standing.figures, together=together)
    return replace(entry, prices=chosen.place.prices, place=chosen.place.name) if chosen.place else entry


def _notes(asked: Sequence[Path], found: Sequence[Chosen]) -> list[str]:
    """What is counted elsewhere or together with others, once each."""
    unknown = [
        f"{path.occupation.title}: {lowered(known_there(path))}"
        for path, each in zip(asked, found, strict=True)
        if path.narrowed and not each.place
    ]
    broad = [broader(each.occupation) for each in found if each.occupation.figures_title]
    return list(
        dict.fromkeys([*([OF_A_PLACE] if any(each.place for each in found) else []), *unknown, *broad])
    )


def broader(occupation: Occupation) -> str:
    """That figures are published for a broader group only."""
    return f"{occupation.title}: pay, outlook, openings, and schooling are published only together with “{occupation.figures_title}”."
