"""Where the figures came from: releases, their files, and what the pack is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read: path inside the release folder, and SHA-256 of its bytes."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Source:
    """A release that figures came from; `retrieved` is an ISO date."""

    key: str
    name: str
    release: str
    publisher: str
    licence: str
    url: str
    retrieved: str
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the pack is made of: sources by key, and the SHA-256 of each member."""

    version: int
    sources: Mapping[str, Source]
    members: Mapping[str, str]

    def as_json(self) -> dict[str, Any]:
        """The manifest in plain values, as it is written into the pack."""
        return {
            "version": self.version,
            "sources": {key: source_as_json(source) for key, source in self.sources.items()},
            "members": dict(self.members),
        }


def source_as_json(source: Source) -> dict[str, Any]:
    """A source in plain values."""
    plain = {name: getattr(source, name) for name in Source.__slots__ if name not in {"key", "files"}}
    return plain | {"files": {file.path: file.sha256 for file in source.files}}


def source_from_json(key: str, plain: Mapping[str, Any]) -> Source:
    """The source that `source_as_json` wrote."""
    files = tuple(SourceFile(path, sha) for path, sha in plain["files"].items())
    return Source(key=key, **{**plain, "files": files})
