"""Where the figures of a pack came from: the releases, their files, and when they were gathered."""

import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime

from askwell.explore.shape import Source, SourceFile
from askwell.explore.sources.catalog import RELEASES
from askwell.explore.sources.folder import Folder

GATHERED = re.compile(r"gathered on (\d{1,2} [A-Z][a-z]+ \d{4})")


def origins(folder: Folder, carried: Mapping[str, Source]) -> dict[str, Source]:
    """Where the figures came from, with every file that was read; `carried` ones come from a pack before."""
    retrieved = retrieval_date(folder)
    found = {
        key: Source(
            key=key,
            retrieved=retrieved,
            files=tuple(SourceFile(path, sha) for path, sha in sorted(files.items())),
            **released(folder, key),
        )
        for key, files in folder.files.items()
    }
    for key, before in carried.items():
        now = found.get(key, before)
        files = {file.path: file for file in (*before.files, *now.files)}
        release = folder.releases.get(key, before.release)
        found[key] = replace(now, release=release, files=tuple(files.values()))
    return dict(sorted(found.items()))


def released(folder: Folder, key: str) -> dict[str, str]:
    """What is known of a release; its files' own word on which it is goes first."""
    known = RELEASES[key]
    return asdict(replace(known, release=folder.releases.get(key, known.release)))


def retrieval_date(folder: Folder) -> str:
    """When the files were gathered: as their README says, else the newest file's date."""
    readme = folder.root / "README.md"
    said = GATHERED.search(readme.read_text(encoding="utf-8")) if readme.is_file() else None
    if said:
        return datetime.strptime(said[1], "%d %B %Y").replace(tzinfo=UTC).date().isoformat()
    newest = max((folder.root / name).stat().st_mtime for files in folder.files.values() for name in files)
    return datetime.fromtimestamp(newest, UTC).date().isoformat()
