"""Naming where figures come from, in one line. No Django."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

SHORT = {
    "U.S. Bureau of Labor Statistics": "BLS",
    "U.S. Bureau of Economic Analysis": "BEA",
    "National Center for Education Statistics": "NCES",
    "U.S. Department of Labor, Employment and Training Administration": "U.S. Department of Labor",
}


def cite(manifest: Mapping[str, Any], *keys: str) -> str:
    """Publisher, sources and releases behind the keys, as the manifest of the figures holds them; each publisher once."""
    sources = manifest["sources"]
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for source in (sources[key] for key in dict.fromkeys(keys) if key in sources):
        found.setdefault((source["publisher"], source["licence"]), []).append(source)
    return " ".join(
        _line(SHORT.get(publisher, publisher), licence, held) for (publisher, licence), held in found.items()
    )


def cited_in(manifest: Mapping[str, Any], kinds: Iterable[Mapping[str, Any] | None]) -> str:
    """The same for figures that name their own source; kinds that are not there are left out."""
    return cite(manifest, *(kind["source"] for kind in kinds if kind))


def released(manifest: Mapping[str, Any], key: str) -> str:
    """The release of one source, as "May 2025"; empty when the figures were made without it."""
    release: str = manifest["sources"].get(key, {}).get("release", "")
    return release


def named(manifest: Mapping[str, Any], key: str) -> str:
    """Publisher, name and release of one source, in full; empty when the figures were made without it."""
    source = manifest["sources"].get(key)
    return f"{source['publisher']}, {source['name']}, {source['release']}" if source else ""


def _line(publisher: str, licence: str, held: Sequence[Mapping[str, Any]]) -> str:
    """One publisher’s sources; what one has in its name from the one before is not said again."""
    terms = f", {licence}" if licence.startswith("CC ") else ""
    names = [source["name"] for source in held]
    short = [name.removeprefix(f"{before}, ") for before, name in zip(["", *names], names, strict=False)]
    said = "; ".join(f"{name}, {source['release']}" for name, source in zip(short, held, strict=True))
    return f"{publisher}, {said}{terms}."
