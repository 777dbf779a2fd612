"""Figures into the database; paths onto the table and off it."""

from dataclasses import asdict
from hashlib import sha256

from django.db import transaction

from askwell.explore import pack
from askwell.explore.models import Occupation, Release

COPIED = ("title", "group", "median_pay", "change_percent", "openings", "job_zone", "figures")


def load_pack() -> Release:
    """Bring the shipped figures into the database, unless they are there already; all or nothing."""
    digest = _digest()
    loaded = Release.objects.filter(digest=digest).first()
    if loaded and Release.objects.latest() == loaded:
        return loaded
    return _load(pack.load(), digest)


def _digest() -> str:
    try:
        return sha256(pack.SHIPPED.read_bytes()).hexdigest()
    except OSError as fault:
        raise pack.PackError(
            f"The pack of figures is missing at {pack.SHIPPED}; your data is safe. "
            "Get the file back from the project, or build it with “askwell explore build”."
        ) from fault


@transaction.atomic
def _load(figures: pack.Pack, digest: str) -> Release:
    Occupation.objects.bulk_create(
        [_row(occupation) for occupation in figures.occupations()],
        batch_size=200,
        update_conflicts=True,
        unique_fields=["soc"],
        update_fields=[*COPIED, "figures_soc", "figures_title", "entry_education"],
    )
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
