"""Reading the pack: occupations, titles, programs and states."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from sys import intern
from typing import Any

from askwell.explore.pack import archive
from askwell.explore.shape import Manifest, Occupation, State, Title

TOTAL = "00-0000"
OCCUPATIONS, TITLES, STATES, WORDS = "occupations.jsonl", "titles.tsv", "states.json", "words.json"


@dataclass(frozen=True, slots=True)
class ProgramOfStudy:
    """A program of study and the occupations it leads to."""

    cip: str
    title: str
    socs: tuple[str, ...]


class Pack:
    """The public figures, checked and ready to read."""

    def __init__(self, manifest: Manifest, members: Mapping[str, bytes]) -> None:
        self.manifest = manifest
        self._members = members

    @cached_property
    def _occupations(self) -> tuple[Occupation, ...]:
        return tuple(self._read())

    def _read(self) -> Iterator[Occupation]:
        return (Occupation(**json.loads(line)) for line in self._members[OCCUPATIONS].splitlines())

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
        return tuple(State(**each) for each in json.loads(self._members[STATES]))

    def programs(self) -> dict[str, ProgramOfStudy]:
        """Every program of study by its code, with the occupations it leads to."""
        titles: dict[str, str] = {}
        socs: dict[str, list[str]] = {}
        for occupation in self.occupations():
            for program in occupation.figures.get("programs", {"items": []})["items"]:
                titles[program["cip"]] = program["title"]
                socs.setdefault(program["cip"], []).append(occupation.soc)
        return {cip: ProgramOfStudy(cip, titles[cip], tuple(socs[cip])) for cip in sorted(titles)}

    def words(self) -> dict[str, dict[str, int]]:
        """The words that tell each occupation from the others, with weights; for search only."""
        words: dict[str, dict[str, Any]] = json.loads(self._members[WORDS])
        return words


def load(path: Path = archive.SHIPPED) -> Pack:
    """The pack in a file; `PackError` if it is missing, damaged or of another version."""
    manifest, members = archive.read(path)
    missing = {OCCUPATIONS, TITLES, STATES, WORDS} - set(members)
    if missing:
        raise archive.damaged(path, f"its part {min(missing)} is missing")
    return Pack(manifest, members)
