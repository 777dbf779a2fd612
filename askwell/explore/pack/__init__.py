"""The pack: public figures on careers, in one file that the project ships.

    from askwell.explore import pack

    manifest = pack.build(Path("releases"), Path("figures.zip"))   # from the official files
    figures = pack.load(pack.in_use())                             # the newest pack at hand
    figures.manifest            # Manifest: sources (release, licence, hashes), members
    figures.occupations()       # tuple[Occupation, ...], 867 of them, in the order of their codes
    figures.total               # Occupation "00-0000": all workers, and averages to compare with
    figures.titles()            # tuple[Title, ...], official and as people say them
    figures.states()            # tuple[State, ...], with price levels
    figures.metros()            # tuple[Metro, ...], the same; figures.industries() too
    pack.breakdown("29-1141")   # Breakdown: pay of one occupation by metropolitan area and by industry
    figures.majors()            # tuple[Major, ...]: programs of study, each with the careers it leads to
    figures.words()             # {soc: {word: weight}}: telling words, for search only

`Occupation.figures` is the JSON-ready `Figures`; its shape is in `askwell.explore.shape`.
`load` raises `PackError`, whose text is a plain sentence, when the file is missing or damaged;
`build` raises `SourceError`, which names the file and the column, when a release is incomplete.
"""

import os
from functools import lru_cache
from pathlib import Path

from askwell.explore.pack.archive import SHIPPED, PackError, sound
from askwell.explore.pack.building import build, examine
from askwell.explore.pack.duties import Duties
from askwell.explore.pack.loading import Pack, breakdown, load, majors, manifest
from askwell.explore.pack.releases import older
from askwell.explore.shape import Breakdown, Figures, Major, Manifest, Occupation, Source, State, Title
from askwell.explore.sources.reading import SourceError
from askwell.lib.environment import home_folder

HOME_PACK = Path("figures") / "figures.zip"
"""Where an update puts its pack, inside the folder for data."""


def at_home() -> Path:
    """Where the pack stands that this person's updates make."""
    return home_folder(os.environ) / HOME_PACK


def duties_at_home() -> Path:
    """Where the sentences of the O*NET database are kept, beside the pack that this person's updates make."""
    return at_home().with_name("duties.zip")


def in_use() -> Path:
    """The pack to read: the one at home, unless the shipped one has a newer release or it can't be read."""
    home = at_home()
    if not home.is_file():
        return SHIPPED
    return home if _at_home_is_best(home, written(home), SHIPPED, written(SHIPPED)) else SHIPPED


def written(file: Path) -> int:
    """When a pack was written; 0 where there is none."""
    return file.stat().st_mtime_ns if file.exists() else 0


@lru_cache(maxsize=2)
def _at_home_is_best(home: Path, _at_home: int, shipped: Path, _shipped: int) -> bool:
    try:
        ours = manifest(home)
    except PackError:
        return False
    if not sound(home):
        return False
    try:
        return not older(ours, manifest(shipped))
    except PackError:
        return True


__all__ = [
    "SHIPPED",
    "Breakdown",
    "Duties",
    "Figures",
    "Major",
    "Manifest",
    "Occupation",
    "Pack",
    "PackError",
    "Source",
    "SourceError",
    "State",
    "Title",
    "at_home",
    "breakdown",
    "build",
    "duties_at_home",
    "examine",
    "in_use",
    "load",
    "majors",
    "manifest",
    "older",
    "sound",
    "written",
]
