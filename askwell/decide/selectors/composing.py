"""Reading what this seeker holds, and weighing it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from askwell.decide import figures
from askwell.decide.beliefs import Finding as Said
from askwell.decide.beliefs import Weighed, Weighing, finding_value, weigh
from askwell.decide.from_figures import DEFAULT_CRITERIA, Start
from askwell.decide.selectors.boards import Board, Cell, Row, criterion_key, path_key
from askwell.explore.footing import Footing
from askwell.explore.models import Criterion, Path
from askwell.explore.selectors import held
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


def board(seeker: "User", paths: list[Path] | None = None, footings: list[Footing] | None = None) -> Board:
    """The board of this seeker's considered paths; the same number of queries however much there is.

    It rests on what each path keeps, unless other `footings` are given, one for each path.
    """
    paths = paths_of(seeker) if paths is None else paths
    criteria = criteria_of(seeker)
    found = held(paths) if footings is None else footings
    findings = list(
        Finding.objects.visible_to(seeker)
        .filter(path__in=paths)
        .select_related("contact", "conversation")
        .order_by("kept_at", "pk")
    )
    known = {path.pk: footing for path, footing in zip(paths, found, strict=True)}
    return _compose(paths, criteria, findings, known)


def paths_of(seeker: "User") -> list[Path]:
    """The paths that are weighed, without the bulk of their occupations' figures."""
    considered = Path.objects.visible_to(seeker).considered().select_related("occupation")
    return list(considered.defer("occupation__figures")[:MOST_PATHS])


def _compose(
    paths: list[Path], criteria: list[Criterion], findings: list[Finding], known: Mapping[int, Footing]
) -> Board:
    starts = {
        (path_key(path), criterion_key(criterion)): figures.start_of(criterion, known[path.pk])
        for path in paths
        for criterion in criteria
    }
    weighed = _weigh(paths, criteria, findings, starts) if paths and criteria else None
    rows = tuple(
        Row(
            criterion,
            tuple(_cell(path, criterion, starts, findings, weighed, known[path.pk]) for path in paths),
        )
        for criterion in criteria
    )
    return Board(
        paths=paths,
        criteria=criteria,
        rows=rows,
        weighed=weighed if any(criterion.weight for criterion in criteria) else None,
        footings=tuple(known[path.pk] for path in paths),
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
    footing: Footing,
) -> Cell:
    pair = path_key(path), criterion_key(criterion)
    start = starts[pair]
    return Cell(
        key=f"{path.pk}-{criterion_key(criterion)[1:] if criterion.pk else criterion_key(criterion)}",
        path=path,
        held=weighed.beliefs[pair] if weighed else start.belief,
        start=start,
        sources=figures.sources_of(criterion.kind, footing, adjusted=start.adjusted) if start.known else (),
        findings=tuple(
            f for f in findings if f.path_id == path.pk and criterion.pk and f.criterion_id == criterion.pk
        ),
    )
