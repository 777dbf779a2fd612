"""What is held about a path rests on: the figures it was put on the table with, or the newest."""

from collections.abc import Mapping, Sequence
from typing import Any

from askwell.explore.citing import named
from askwell.explore.footing import Footing
from askwell.explore.models import Occupation, Path, Release
from askwell.explore.selectors.figures import Standing, release, standings

PARTS = ("pay", "projections", "entry", "work_context")
"""The parts of an occupation's figures that beliefs rest on."""
PRICES = "price-levels"


def held(paths: Sequence[Path]) -> list[Footing]:
    """What each path rests on, in the same order: what it keeps, else the newest."""
    kept = {path.pk: found for path in paths if (found := Footing.read(path.footing))}
    without = [path for path in paths if path.pk not in kept]
    now = dict(zip([path.pk for path in without], newest(without), strict=True)) if without else {}
    return [kept.get(path.pk) or now[path.pk] for path in paths]


def newest(paths: Sequence[Path]) -> list[Footing]:
    """What each path would rest on by the figures that are loaded, in the same order."""
    loaded = release()
    careers = Occupation.objects.in_bulk([path.occupation_id for path in paths])
    for path in paths:
        path.occupation = careers[path.occupation_id]
    return [_of(path, found, loaded) for path, found in zip(paths, standings(paths), strict=True)]


def _of(path: Path, found: Standing, loaded: Release) -> Footing:
    projected, entry = found.figures.get("projections", {}), found.figures.get("entry", {})
    return Footing(
        release=loaded.digest,
        sources=_sources(found, loaded.manifest),
        pay_percentile=found.pay_percentile,
        where=found.where,
        in_local_prices=found.in_local_prices,
        change_percent=projected.get("change_percent"),
        change_percent_all=loaded.totals.get("projections", {}).get("change_percent"),
        openings=projected.get("openings"),
        entry_education=entry.get("education", ""),
        context=found.figures["work_context"]["items"] if "work_context" in found.figures else {},
        counted_as=path.occupation.figures_title,
    )


def _sources(found: Standing, manifest: Mapping[str, Any]) -> dict[str, str]:
    """Publisher, name and release behind each part, and behind the price levels where pay is adjusted to them."""
    parts: Mapping[str, Any] = found.figures
    keys = {part: parts[part]["source"] for part in PARTS if part in parts}
    if found.in_local_prices:
        keys["prices"] = PRICES
    return {part: named(manifest, key) for part, key in keys.items()}
