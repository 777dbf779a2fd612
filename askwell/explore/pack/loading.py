"""Reading the pack: occupations, titles, programs and states."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from sys import intern
from typing import Any

from askwell.explore.naming import plain
from askwell.explore.pack import archive
from askwell.explore.shape import Breakdown, Industry, Major, Manifest, Metro, Occupation, State, Title

TOTAL = "00-0000"
OCCUPATIONS, TITLES = "occupations.jsonl", "titles.tsv"
PLACES, WORDS = "places.json", "words.json"
MAJORS = "majors.json"
PARTS = {OCCUPATIONS, TITLES, PLACES, MAJORS, WORDS}
APART = "pay-in-places/"
"""Where each family of occupations has a part of its own, read only when somebody names a place."""


class Pack:
    """The public figures, checked and ready to read."""

    def __init__(self, manifest: Manifest, members: Mapping[str, bytes]) -> None:
        self.manifest = manifest
        self._members = members

    @cached_property
    def _occupations(self) -> tuple[Occupation, ...]:
        return tuple(self._read())

    def _read(self) -> Iterator[Occupation]:
        rows = (Occupation(**json.loads(line)) for line in self._members[OCCUPATIONS].splitlines())
        return (replace(each, title=plain(each.title)) for each in rows)

    def one_by_one(self) -> Iterator[Occupation]:
        """Every detailed occupation, none kept: all of their figures take 50 MB."""
        return (each for each in self._read() if each.soc != TOTAL)

    def occupations(self) -> tuple[Occupation, ...]:
        """Every detailed occupation, in the order of the codes."""
        return tuple(each for each in self._occupations if each.soc != TOTAL)

    @property
    def total(self) -> Occupation:
        """All workers taken together, and averages over all occupations."""
        return next(each for each in self._occupations if each.soc == TOTAL)

    def titles(self) -> tuple[Title, ...]:
        """Every name an occupation goes by, official ones first."""
        lines = self._members[TITLES].decode().splitlines()
        rows = (line.split("\t") for line in lines)
        return tuple(Title(intern(soc), title, intern(kind)) for soc, kind, title in rows)

    def states(self) -> tuple[State, ...]:
        """States and territories by name."""
        return tuple(State(**each) for each in self._places["states"])

    def metros(self) -> tuple[Metro, ...]:
        """Metropolitan areas by name."""
        return tuple(Metro(**each) for each in self._places["metros"])

    def industries(self) -> tuple[Industry, ...]:
        """Industries by name."""
        return tuple(Industry(**each) for each in self._places["industries"])

    @cached_property
    def _places(self) -> dict[str, list[dict[str, Any]]]:
        places: dict[str, list[dict[str, Any]]] = json.loads(self._members[PLACES])
        return places

    def majors(self) -> tuple[Major, ...]:
        """Every program of study that leads to a career, in the order of their codes."""
        held = json.loads(self._members[MAJORS])
        return tuple(Major(each["cip"], each["title"], each["field"], tuple(each["socs"])) for each in held)

    def words(self) -> dict[str, dict[str, int]]:
        """The words that tell each occupation from the others, with weights; for search only."""
        words: dict[str, dict[str, Any]] = json.loads(self._members[WORDS])
        return words


def load(path: Path | None = None) -> Pack:
    """The pack in a file; `PackError` if it is missing, damaged or of another version."""
    path = path or archive.SHIPPED
    manifest, members = archive.read(path, lambda name: not name.startswith(APART))
    missing = PARTS - set(members)
    if missing:
        raise archive.damaged(path, f"its part {min(missing)} is missing")
    return Pack(manifest, members)


def manifest(path: Path | None = None) -> Manifest:
    """What the pack is made of, without reading it."""
    found, _ = archive.read(path or archive.SHIPPED, lambda name: False)
    return found


def part_of(soc: str) -> str:
    """The part that holds the pay in places of one occupation."""
    return f"{APART}{soc[:2]}.jsonl"


def breakdown(soc: str, path: Path | None = None) -> Breakdown:
    """Pay by metropolitan area and by industry of the occupation published under this code; may be empty.

    Takes some milliseconds: only the part of its family is opened. Raises `PackError` as `load` does.
    """
    part = part_of(soc)
    _, members = archive.read(path or archive.SHIPPED, part.__eq__)
    mark = archive.as_bytes({"soc": soc})[:-1]
    lines = members.get(part, b"").splitlines()
    line = next((line for line in lines if line.startswith(mark)), None)
    return Breakdown(**json.loads(line)) if line else Breakdown(soc)


def majors(path: Path | None = None) -> tuple[Major, ...]:
    """The programs of study alone, without the rest of the pack."""
    path = path or archive.SHIPPED
    manifest, members = archive.read(path, MAJORS.__eq__)
    if MAJORS not in members:
        raise archive.damaged(path, f"its part {MAJORS} is missing")
    return Pack(manifest, members).majors()
