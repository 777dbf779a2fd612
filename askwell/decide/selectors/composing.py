"""Reading what this seeker holds, and weighing it."""

from typing import TYPE_CHECKING

from askwell.decide import figures
from askwell.decide.beliefs import Finding as Said
from askwell.decide.beliefs import Weighed, Weighing, finding_value, weigh
from askwell.decide.from_figures import DEFAULT_CRITERIA, Start
from askwell.decide.selectors.boards import Board, Cell, Row, criterion_key, path_key
from askwell.explore.models import Criterion, Path, Release
from askwell.learn.models import Finding

if TYPE_CHECKING:
    from askwell.accounts.models import User

MOST_PATHS = 6


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
        .select_related("contact", "conversation")
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
        source=figures.source_of(criterion.kind, path, release, adjusted=start.adjusted)
        if start.known
        else "",
        findings=tuple(
            f for f in findings if f.path_id == path.pk and criterion.pk and f.criterion_id == criterion.pk
        ),
    )
