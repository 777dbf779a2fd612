"""Figures into the database; paths onto the table and off it."""

from dataclasses import asdict
from hashlib import sha256
from pathlib import Path as File
from typing import Any

from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import User
from askwell.explore import pack, policies, selectors
from askwell.explore.events import FiguresTaken, PathConsidered, PathNarrowed, PathSetAside, PathTakenUp
from askwell.explore.models import Occupation, Path, Release
from askwell.explore.signals import path_considered
from askwell.journal import services as journal

WITHDRAWN: dict[str, Any] = {
    "figures_soc": "", "figures_title": "", "median_pay": None, "change_percent": None, "openings": None,
    "entry_education": "", "job_zone": None, "figures": {},
}  # fmt: skip
"""What is left of an occupation that the newest figures no longer hold: its name, for the paths that lead to it."""
COPIED = ("title", "group", "median_pay", "change_percent", "openings", "job_zone", "figures")


def load_pack(file: File | None = None) -> Release:
    """Bring the newest figures at hand, or those of a file, into the database, unless they are there already; all or nothing."""
    file = file or pack.in_use()
    digest = _digest(file)
    loaded = Release.objects.filter(digest=digest).first()
    if loaded and Release.objects.latest() == loaded:
        return loaded
    return _load(pack.load(file), digest)


def _digest(file: File) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError as fault:
        raise pack.PackError(
            f"The pack of figures is missing at {file}; your data is safe. "
            "Get the file back from the project, or build it with “askwell explore build”."
        ) from fault


@transaction.atomic
def _load(figures: pack.Pack, digest: str) -> Release:
    rows = [_row(occupation) for occupation in figures.occupations()]
    Occupation.objects.bulk_create(
        rows,
        batch_size=200,
        update_conflicts=True,
        unique_fields=["soc"],
        update_fields=[*COPIED, "figures_soc", "figures_title", "entry_education"],
    )
    Occupation.objects.exclude(soc__in=[row.soc for row in rows]).update(**WITHDRAWN)
    release, _ = Release.objects.update_or_create(
        digest=digest,
        defaults={
            "manifest": figures.manifest.as_json(),
            "totals": figures.total.figures,
            "states": {state.code: asdict(state) for state in figures.states()},
        },
    )
    return release


def _row(occupation: pack.Occupation) -> Occupation:
    return Occupation(
        soc=occupation.soc,
        figures_soc=occupation.figures_soc or "",
        figures_title=occupation.figures_title or "",
        entry_education=occupation.entry_education or "",
        **{name: getattr(occupation, name) for name in COPIED},
    )


@transaction.atomic
def consider(occupation: Occupation, *, by: User, narrowed: str = "") -> Path:
    """Put a career under consideration, maybe in one industry, place or company; twice is once."""
    seeker = User.objects.select_for_update().get(pk=by.pk)
    path = Path.objects.filter(seeker=seeker, occupation=occupation, narrowed__iexact=narrowed).first()
    if path:
        return take_up(path, by=by)
    policies.may_consider(seeker).enforce()
    path = Path(seeker=seeker, occupation=occupation, narrowed=narrowed)
    _rest_on_newest(path)
    path.save()
    journal.record(PathConsidered.of(path), by=by)
    path_considered.send(Path, path=path, by=by)
    return path


@transaction.atomic
def set_aside(path: Path, *, by: User) -> Path:
    """Take a path off the table; what was learned about it stays."""
    path = _locked(path)
    policies.may_change(by, path).enforce()
    if path.set_aside_at is None:
        path.set_aside_at = timezone.now()
        path.save(update_fields=["set_aside_at"])
        journal.record(PathSetAside.of(path), by=by)
    return path


@transaction.atomic
def take_up(path: Path, *, by: User) -> Path:
    """Bring a path back onto the table."""
    User.objects.select_for_update().get(pk=by.pk)
    path = _locked(path)
    policies.may_take_up(by, path).enforce()
    if path.set_aside_at is not None:
        path.set_aside_at = None
        path.save(update_fields=["set_aside_at"])
        journal.record(PathTakenUp.of(path), by=by)
    return path


@transaction.atomic
def narrow(path: Path, *, narrowed: str, by: User) -> Path:
    """Say in which industry, place or company; empty words widen the path again."""
    User.objects.select_for_update().get(pk=by.pk)
    path = _locked(path)
    policies.may_narrow(by, path, narrowed).enforce()
    if path.narrowed != narrowed:
        path.narrowed = narrowed
        _rest_on_newest(path)
        path.save(update_fields=["narrowed", "footing"])
        journal.record(PathNarrowed.of(path), by=by)
    return path


@transaction.atomic
def take_new_figures(seeker: User, *, by: User) -> list[Path]:
    """Let every path on the table rest on the newest figures, which changes what is held about it."""
    seeker = User.objects.select_for_update().get(pk=seeker.pk)
    paths = list(Path.objects.visible_to(seeker).considered().select_related("occupation"))
    for path in paths:
        policies.may_change(by, path).enforce()
    _rest_on_newest(*paths)
    Path.objects.bulk_update(paths, ["footing"])
    journal.record(FiguresTaken.of(seeker, paths=len(paths)), by=by)
    return paths


def _rest_on_newest(*paths: Path) -> None:
    """Give paths that are about to be kept the figures that are loaded."""
    for path, footing in zip(paths, selectors.newest(paths), strict=True):
        path.footing = footing.as_json()


def _locked(path: Path) -> Path:
    return Path.objects.select_for_update(of=("self",)).select_related("occupation").get(pk=path.pk)
