"""The board of beliefs: every path on every criterion, the lean, and what would change it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from askwell.connect.names import counted
from askwell.decide import drawing, words
from askwell.decide.asking import called
from askwell.decide.beliefs import Normal, Weighed
from askwell.decide.explain import Change, explain
from askwell.decide.from_figures import Start
from askwell.decide.weights import WEIGHTS
from askwell.explore.footing import Footing
from askwell.explore.models import Criterion, Path
from askwell.learn.models import Finding


@dataclass(frozen=True, slots=True)
class Cell:
    """What is held about one path on one criterion, and why."""

    key: str
    path: Path
    held: Normal
    start: Start
    sources: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def word(self) -> str:
        """What is held, in a word or two."""
        return words.belief(self.held)

    @property
    def source(self) -> str:
        """The sources of its figure, in one line."""
        return "; ".join(self.sources)

    @property
    def evidence(self) -> str:
        """How much it rests on."""
        return words.evidence(len(self.findings), int(self.start.known))

    @property
    def drawing(self) -> drawing.Drawing:
        """Where band and dot go."""
        return drawing.draw(self.held)

    @property
    def voices(self) -> int:
        """How many people spoke to it."""
        return len({finding.contact_id for finding in self.findings})


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion across all paths."""

    criterion: Criterion
    cells: tuple[Cell, ...]

    @property
    def weight(self) -> str:
        """How much it matters, in words."""
        return WEIGHTS[self.criterion.weight]


@dataclass(frozen=True, slots=True)
class Lean:
    """One path's chance of being the best for this person."""

    path: Path
    chance: float

    @property
    def percent(self) -> str:
        """Rounded as far as an estimate deserves."""
        whole = round(self.chance * 100)
        return "under 1%" if whole == 0 else "over 99%" if whole == 100 else f"{whole}%"

    @property
    def width(self) -> float:
        """How long its bar is, in percent."""
        return round(self.chance * 100, 1)

    @property
    def words(self) -> str:
        """The chance in words."""
        return words.chance(self.chance)

    @property
    def name(self) -> str:
        """The path's name within a sentence."""
        return called(self.path.occupation.title, self.path.narrowed)


@dataclass(frozen=True)
class Board:
    """Everything the decide page shows."""

    paths: Sequence[Path]
    criteria: Sequence[Criterion]
    rows: tuple[Row, ...]
    weighed: Weighed | None
    footings: tuple[Footing, ...] = ()
    loose: int = 0
    by_key: dict[str, Path] = field(default_factory=dict)

    @cached_property
    def leans(self) -> list[Lean]:
        """The chances, best first; none when nothing matters or there is nothing to choose between."""
        if self.weighed is None or len(self.paths) < 2:
            return []
        return [Lean(self.by_key[s.path], s.chance_best) for s in self.weighed.standings]

    @property
    def kept(self) -> bool:
        """Whether the seeker has said what matters; until then the list is a suggestion."""
        return all(criterion.pk for criterion in self.criteria)

    @property
    def extent(self) -> str:
        """How many paths, how many things that matter."""
        paths = counted(len(self.paths), "path", "paths")
        return f"{paths} · {counted(len(self.criteria), 'thing that matters', 'things that matter')} to you".capitalize()

    @property
    def headline(self) -> str:
        """The lean in a few words."""
        if len(self.paths) < 2:
            return words.verdict([1.0] * len(self.paths))
        return (
            words.verdict([lean.chance for lean in self.leans]) if self.weighed else "Nothing to weigh by yet"
        )

    @property
    def change(self) -> Change | None:
        """The answer most worth having."""
        return explain(self.weighed, self.names) if self.weighed and len(self.paths) > 1 else None

    @property
    def names(self) -> dict[str, str]:
        """What to call each path and criterion in a sentence."""
        paths = {key: called(path.occupation.title, path.narrowed) for key, path in self.by_key.items()}
        return paths | {criterion_key(criterion): criterion.name for criterion in self.criteria}

    @property
    def finding_count(self) -> int:
        """Findings that bear on a belief."""
        return sum(len(cell.findings) for row in self.rows for cell in row.cells)

    @property
    def figure_count(self) -> int:
        """Figures that a starting belief rests on."""
        return sum(cell.start.known for row in self.rows for cell in row.cells)

    @property
    def sources(self) -> list[str]:
        """The sources of those figures, each once."""
        return sorted({source for row in self.rows for cell in row.cells for source in cell.sources})

    def opened(self, key: str) -> Cell | None:
        """The cell with this key."""
        return next((cell for row in self.rows for cell in row.cells if cell.key == key), None)


def path_key(path: Path) -> str:
    """A path's key while weighing."""
    return f"p{path.pk}"


def criterion_key(criterion: Criterion) -> str:
    """A criterion's key while weighing; those not kept yet go by their place."""
    return f"c{criterion.pk}" if criterion.pk else f"d{criterion.position}"
