"""The pack: public figures on careers, in one file that the project ships.

    from askwell.explore import pack

    manifest = pack.build(Path("releases"), Path("figures.zip"))   # from the official files
    figures = pack.load()                                          # the pack that is shipped
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

from askwell.explore.pack.archive import SHIPPED, PackError
from askwell.explore.pack.building import build
from askwell.explore.pack.loading import Pack, breakdown, load, majors, manifest
from askwell.explore.shape import Breakdown, Figures, Major, Manifest, Occupation, Source, State, Title
from askwell.explore.sources.reading import SourceError

__all__ = [
    "SHIPPED",
    "Breakdown",
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
    "breakdown",
    "build",
    "load",
    "majors",
    "manifest",
]
