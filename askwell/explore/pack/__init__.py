"""The pack: public figures on careers, in one file that the project ships.

    from askwell.explore import pack

    manifest = pack.build(Path("releases"), Path("figures.zip"))   # from the official files
    figures = pack.load()                                          # the pack that is shipped
    figures.manifest            # Manifest: sources (release, licence, hashes), members
    figures.occupations()       # tuple[Occupation, ...], 867 of them, in the order of their codes
    figures.total               # Occupation "00-0000": all workers, and averages to compare with
    figures.titles()            # tuple[Title, ...], official and as people say them
    figures.states()            # tuple[State, ...], with price levels
    figures.programs()          # {cip: ProgramOfStudy(cip, title, socs)}: from study to careers
    figures.words()             # {soc: {word: weight}}: telling words, for search only

`Occupation.figures` is the JSON-ready `Figures`; its shape is in `askwell.explore.shape`.
`load` raises `PackError`, whose text is a plain sentence, when the file is missing or damaged;
`build` raises `SourceError`, which names the file and the column, when a release is incomplete.
"""

from askwell.explore.pack.archive import SHIPPED, PackError
from askwell.explore.pack.building import build
from askwell.explore.pack.loading import Pack, ProgramOfStudy, load
from askwell.explore.shape import Figures, Manifest, Occupation, Source, State, Title
from askwell.explore.sources.reading import SourceError

__all__ = [
    "SHIPPED",
    "Figures",
    "Manifest",
    "Occupation",
    "Pack",
    "PackError",
    "ProgramOfStudy",
    "Source",
    "SourceError",
    "State",
    "Title",
    "build",
    "load",
]
