"""What to study, and where it leads."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path as File

from askwell.explore import naming, pack
from askwell.explore.citing import cite
from askwell.explore.models import Occupation
from askwell.explore.pack import Major
from askwell.explore.selectors.figures import headline, pack_in_use, release
from askwell.explore.words import root, words

SIBLINGS = 12


@dataclass(frozen=True, slots=True)
class MajorPage:
    """One program of study, the careers it leads to by their pay, and programs beside it."""

    major: Major
    careers: list[Occupation]
    beside: list[Major]
    source: str


def majors() -> tuple[Major, ...]:
    """Every program of study that leads to a career; raises `PackError` when the pack can't be read."""
    return _majors(*pack_in_use())


@lru_cache(maxsize=1)
def _majors(path: File, _written: int) -> tuple[Major, ...]:
    return pack.majors(path)


def fields() -> list[tuple[str, str, int]]:
    """The broad fields of study: their two digits, name, and how many programs they hold; by name."""
    rows = [
        (code, each)
        for code, group in groupby(majors(), lambda major: major.cip[:2])
        for each in [list(group)]
    ]
    return sorted(((code, each[0].field, len(each)) for code, each in rows), key=lambda row: row[1])


def in_field(code: str) -> list[Major]:
    """The programs of one broad field, by their codes."""
    return [major for major in majors() if major.cip[:2] == code]


def majors_like(query: str) -> list[Major]:
    """Programs whose name holds every word typed, in any form; those named after little else first, residencies last."""
    typed = {root(word) for word in words(query)}
    if not typed:
        return []
    found = [major for major in majors() if typed <= {root(word) for word in words(major.title)}]

    def standing(major: Major) -> tuple[bool, float, int]:
        named = naming.telling(major.title)
        return (
            major.cip.startswith(naming.RESIDENCIES),
            -len(typed & named) / len(named | typed),
            len(major.title),
        )

    return sorted(found, key=standing)


def major(cip: str) -> MajorPage | None:
    """One program of study; None when there is none of this code."""
    found = next((each for each in majors() if each.cip == cip), None)
    if found is None:
        return None
    careers = sorted(headline().filter(soc__in=found.socs), key=lambda each: -(each.median_pay or 0))
    beside = [each for each in majors() if each.cip[:5] == cip[:5] and each != found]
    return MajorPage(
        found, careers, beside[:SIBLINGS], cite(release().manifest, "programs", "pay", "projections")
    )
