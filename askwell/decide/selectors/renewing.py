"""Newer public figures: whether there are any, and what they would change."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from askwell.decide.selectors.boards import Board, Cell, Lean
from askwell.decide.selectors.composing import board, paths_of
from askwell.explore.models import Criterion, Release
from askwell.explore.selectors import newest

if TYPE_CHECKING:
    from askwell.accounts.models import User


@dataclass(frozen=True, slots=True)
class Change:
    """One criterion on which newer figures say something else of a path: as it is held, and as it would be."""

    criterion: Criterion
    now: Cell
    then: Cell


@dataclass(frozen=True, slots=True)
class Renewal:
    """What taking the newest figures would change."""

    now: Board
    then: Board

    @property
    def changes(self) -> list[Change]:
        """What the figures would say differently, path by path."""
        pairs = [
            Change(row.criterion, now, then)
            for row, after in zip(self.now.rows, self.then.rows, strict=True)
            for now, then in zip(row.cells, after.cells, strict=True)
            if now.start.why != then.start.why
        ]
        order = {path.pk: place for place, path in enumerate(self.now.paths)}
        return sorted(pairs, key=lambda change: order[change.now.path.pk])

    @property
    def leans(self) -> list[tuple[Lean, Lean]]:
        """Each path's chance of being the best, as it is and as it would be."""
        then = {lean.path.pk: lean for lean in self.then.leans}
        return [(lean, then[lean.path.pk]) for lean in self.now.leans]


def has_newer(read: Board) -> bool:
    """Whether the figures that are loaded say anything else than what this board rests on."""
    loaded = Release.objects.order_by("-loaded_at").values_list("digest", flat=True).first()
    if all(footing.release == loaded for footing in read.footings):
        return False
    pairs = zip(read.footings, newest(read.paths), strict=True)
    return any(replace(held, release="") != replace(now, release="") for held, now in pairs)


def renewal(seeker: "User") -> Renewal | None:
    """What the newest figures would change on this seeker's board; None when they say nothing else."""
    now = board(seeker, paths := paths_of(seeker))
    return Renewal(now, board(seeker, paths, newest(paths))) if has_newer(now) else None
