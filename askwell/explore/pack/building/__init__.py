"""Building the pack from the official release files."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any

from askwell.explore.pack import archive, checking
from askwell.explore.pack.building.careers import examine
from askwell.explore.pack.building.gathering import Gathering, Progress
from askwell.explore.pack.building.origins import origins
from askwell.explore.pack.loading import MAJORS, OCCUPATIONS, PLACES, TITLES, WORDS, load, part_of
from askwell.explore.shape import Breakdown, Manifest, Occupation
from askwell.explore.sources.folder import Folder


def build(
    from_dir: Path, to: Path, *, before: Path | None = None, progress: Progress | None = None
) -> Manifest:
    """Build the pack from a folder of release files and put it in place, whole or not at all.

    `before` is a pack made earlier, whose pay of past years is kept where the folder has none, and that the new
    figures are held against. `progress` is told each step in words. The same files give the same bytes. Raises `SourceError`,
    which names the file and the column, where a release is incomplete.
    """
    say = progress or (lambda step: None)
    folder = Folder(from_dir)
    earlier = load(before) if before else None
    gathered = Gathering(folder, say, earlier)
    if earlier:
        checking.hold_against(earlier, list(gathered.occupations()))
    say("Putting the pack together")
    members = {
        OCCUPATIONS: b"\n".join(archive.as_bytes(plain(each)) for each in gathered.occupations()),
        TITLES: "\n".join("\t".join((each.soc, each.kind, each.title)) for each in gathered.names()).encode(),
        MAJORS: archive.as_bytes([asdict(each) for each in gathered.majors()]),
        PLACES: archive.as_bytes(gathered.places()),
        WORDS: archive.as_bytes(gathered.careers.words),
    }
    return archive.write(to, members | in_places(gathered.breakdowns), origins(folder, gathered.carried))


def in_places(breakdowns: Mapping[str, Breakdown]) -> dict[str, bytes]:
    """Pay by metropolitan area and industry: one part a family, one line an occupation."""
    parts: dict[str, list[bytes]] = defaultdict(list)
    for soc, each in breakdowns.items():
        parts[part_of(soc)].append(archive.as_bytes(asdict(each)))
    return {name: b"\n".join(lines) for name, lines in parts.items()}


def plain(occupation: Occupation) -> dict[str, Any]:
    """An occupation in plain values."""
    return dict(zip(Occupation.__slots__, astuple(occupation), strict=True))


__all__ = ["build", "examine"]
