"""Naming where figures come from, in one line. No Django."""

from collections.abc import Iterable, Mapping
from typing import Any

SHORT = {
    "U.S. Bureau of Labor Statistics": "BLS",
    "U.S. Bureau of Economic Analysis": "BEA",
    "National Center for Education Statistics": "NCES",
    "U.S. Department of Labor, Employment and Training Administration": "U.S. Department of Labor",
}


def cite(manifest: Mapping[str, Any], *keys: str) -> str:
    """Source, release and publisher of each key in turn, as the manifest of the figures holds them."""
    sources = manifest["sources"]
    return " ".join(_line(sources[key]) for key in dict.fromkeys(keys) if key in sources)


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


def _line(source: Mapping[str, Any]) -> str:
    terms = f", {source['licence']}" if source["licence"].startswith("CC ") else ""
    publisher = SHORT.get(source["publisher"], source["publisher"])
    return f"{publisher}, {source['name']}, {source['release']}{terms}."
