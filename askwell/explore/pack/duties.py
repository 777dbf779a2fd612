"""The sentences of the O*NET database, kept beside this person's own pack and nowhere else."""

import json
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from askwell.explore.pack import archive
from askwell.explore.sources import duties as sources
from askwell.explore.sources.folder import Folder
from askwell.explore.sources.onet import Text

SOURCE = "source.json"


@dataclass(frozen=True, slots=True)
class Duties:
    """What people in a career do, and the release that says so."""

    description: str
    tasks: tuple[str, ...]
    release: str


def keep(from_dir: Path, to: Path) -> None:
    """Write the sentences of a folder's newest O*NET release, whole or not at all; `SourceError` as `build`."""
    folder = Folder(from_dir)
    families: dict[str, dict[str, object]] = defaultdict(dict)
    for soc, each in sources.duties(Text(folder)).items():
        families[soc[:2]][soc] = each
    parts = {f"{family}.json": archive.as_bytes(held) for family, held in families.items()}
    archive.put(to, {SOURCE: archive.as_bytes({"release": folder.releases.get("onet", "")})} | parts)


def read(file: Path, soc: str) -> Duties | None:
    """What people in a career do; None when that is not at hand."""
    try:
        with zipfile.ZipFile(file) as kept:
            found = json.loads(archive.member(kept, f"{soc[:2]}.json")).get(soc)
            release = json.loads(archive.member(kept, SOURCE))["release"]
    except (OSError, *archive.DAMAGE):
        return None
    return Duties(found["description"], tuple(found["tasks"]), release) if found else None
