"""Page-shaped reads: the board of beliefs, what to ask next, decisions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from askwell.connect.names import counted
from askwell.decide import drawing, figures, words
from askwell.decide.asking import called
from askwell.decide.beliefs import Finding as Said
from askwell.decide.beliefs import Normal, Weighed, Weighing, finding_value, weigh
from askwell.decide.explain import Change, explain
from askwell.decide.from_figures import DEFAULT_CRITERIA, Start
from askwell.decide.models import Decision
from askwell.decide.weights import WEIGHTS
from askwell.explore.models import Criterion, Path, Release
from askwell.learn.models import Finding

if TYPE_CHECKING:
    from askwell.accounts.models import User

MOST_PATHS = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """What is held about one path on one criterion, and why."""

    key: str
    path: Path
    held: Normal
    start: Start
    source: str
    findings: tuple[Finding, ...]

    @property
    def word(self) -> str:
        """What is held, in a word or two."""
        return words.belief(self.held)

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
    release: Release | None = None
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
        return sorted({cell.source for row in self.rows for cell in row.cells if cell.source})

    def opened(self, key: str) -> Cell | None:
        """The cell with this key."""
        return next((cell for row in self.rows for cell in row.cells if cell.key == key), None)


def path_key(path: Path) -> str:
    """A path's key while weighing."""
    return f"p{path.pk}"


def criterion_key(criterion: Criterion) -> str:
    """A criterion's key while weighing; those not kept yet go by their place."""
    return f"c{criterion.pk}" if criterion.pk else f"d{criterion.position}"


def criteria_of(seeker: "User") -> list[Criterion]:
    """What matters to this seeker: their own list, else the one to start from, not kept yet."""
    return list(Criterion.objects.visible_to(seeker)) or default_criteria(seeker)


def default_criteria(seeker: "User") -> list[Criterion]:
    """The list to start from, as rows that were not saved."""
    return [
        Criterion(
            seeker=seeker,
            name=preset.name,
            kind=preset.kind.value,
            weight=preset.weight,
            wants_more=preset.wants_more,
            position=place,
        )
        for place, preset in enumerate(DEFAULT_CRITERIA)
    ]


def board(seeker: "User") -> Board:
    """The board of this seeker's considered paths; the same number of queries however much there is."""
    paths = list(Path.objects.visible_to(seeker).considered().select_related("occupation"))[:MOST_PATHS]
    criteria = criteria_of(seeker)
    release = Release.objects.defer("states").order_by("-loaded_at").first()
    findings = list(
        Finding.objects.visible_to(seeker)
        .filter(path__in=paths)
        .select_related("contact", "conversation", "question")
        .order_by("kept_at", "pk")
    )
    return _compose(paths, criteria, findings, release)


def _compose(
    paths: list[Path], criteria: list[Criterion], findings: list[Finding], release: Release | None
) -> Board:
    known = figures.of_paths(paths, release)
    starts = {
        (path_key(path), criterion_key(criterion)): figures.start_of(criterion, known[path.pk])
        for path in paths
        for criterion in criteria
    }
    weighed = _weigh(paths, criteria, findings, starts) if paths and criteria else None
    rows = tuple(
        Row(criterion, tuple(_cell(path, criterion, starts, findings, weighed, release) for path in paths))
        for criterion in criteria
    )
    return Board(
        paths=paths,
        criteria=criteria,
        rows=rows,
        weighed=weighed if any(criterion.weight for criterion in criteria) else None,
        release=release,
        loose=sum(finding.criterion_id is None for finding in findings),
        by_key={path_key(path): path for path in paths},
    )


def _weigh(
    paths: list[Path],
    criteria: list[Criterion],
    findings: list[Finding],
    starts: dict[tuple[str, str], Start],
) -> Weighed:
    """Weigh; where nothing matters, all counts alike, so that the beliefs can still be shown."""
    weights = {criterion_key(criterion): float(criterion.weight) for criterion in criteria}
    if not any(weights.values()):
        weights = dict.fromkeys(weights, 1.0)
    said = [
        Said(f"p{f.path_id}", f"c{f.criterion_id}", str(f.contact_id), finding_value(f.moves))
        for f in findings
        if f"c{f.criterion_id}" in weights
    ]
    beliefs = {pair: start.belief for pair, start in starts.items()}
    return weigh(Weighing(tuple(path_key(path) for path in paths), weights, beliefs, tuple(said)))


def _cell(
    path: Path,
    criterion: Criterion,
    starts: dict[tuple[str, str], Start],
    findings: list[Finding],
    weighed: Weighed | None,
    release: Release | None,
) -> Cell:
    pair = path_key(path), criterion_key(criterion)
    start = starts[pair]
    return Cell(
        key=f"{path.pk}-{criterion_key(criterion)[1:] if criterion.pk else criterion_key(criterion)}",
        path=path,
        held=weighed.beliefs[pair] if weighed else start.belief,
        start=start,
        source=figures.source_of(criterion.kind, path, release) if start.known else "",
        findings=tuple(
            f for f in findings if f.path_id == path.pk and criterion.pk and f.criterion_id == criterion.pk
        ),
    )


def snapshot(board: Board) -> dict[str, object]:
    """The board as a decision keeps it: chances, beliefs, weights and the release of the figures."""
    return {
        "release": board.release.digest if board.release else "",
        "chances": [{"path": str(lean.path), "chance": round(lean.chance, 4)} for lean in board.leans],
        "criteria": [{"name": c.name, "weight": c.weight} for c in board.criteria],
        "beliefs": [
            {
                "path": str(cell.path),
                "criterion": row.criterion.name,
                "mean": round(cell.held.mean, 2),
                "sd": round(cell.held.sd, 2),
                "findings": len(cell.findings),
            }
            for row in board.rows
            for cell in row.cells
        ],
    }


def decisions_of(seeker: "User") -> QuerySet[Decision]:
    """This seeker's decisions, newest first."""
    return (
        Decision.objects.visible_to(seeker)
        .select_related("path__occupation")
        .defer("path__occupation__figures")
    )


def then(decision: Decision) -> dict[str, object]:
    """How things stood when a decision was made, with its numbers in words."""
    kept = decision.weighed
    return {
        "chances": [
            {"path": one["path"], "percent": round(one["chance"] * 100), "words": words.chance(one["chance"])}
            for one in kept.get("chances", [])
        ],
        "criteria": [
            {"name": one["name"], "weight": WEIGHTS.get(one["weight"], "")}
            for one in kept.get("criteria", [])
        ],
        "release": Release.objects.filter(digest=kept.get("release", "")).first(),
        "findings": sum(one.get("findings", 0) for one in kept.get("beliefs", [])),
    }
