"""The pack as a file: a zip archive whose manifest holds the hash of every member."""

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from askwell.explore.shape import Manifest, Source, source_from_json
from askwell.explore.sources.reading import BROKEN_ARCHIVE

SHIPPED = Path(__file__).parent.parent / "pack_data" / "figures.zip"
VERSION = 4
MANIFEST = "manifest.json"
STAMP = (1980, 1, 1, 0, 0, 0)  # the same for every member, so that the same figures give the same bytes
LARGEST_MEMBER = 64_000_000
DAMAGE = (KeyError, *BROKEN_ARCHIVE)


class PackError(Exception):
    """The pack of figures can't be used; the text is one plain sentence."""


def sha256(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def as_bytes(value: object) -> bytes:
    """A value as compact JSON, the same every time."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def write(to: Path, members: Mapping[str, bytes], sources: Mapping[str, Source]) -> Manifest:
    """Put the pack in place whole, or not at all; `PackError` where it can't be written."""
    hashes = {name: sha256(content) for name, content in sorted(members.items())}
    manifest = Manifest(VERSION, sources, hashes)
    contents = {MANIFEST: as_bytes(manifest.as_json())} | dict(sorted(members.items()))
    put(to, contents)
    return manifest


def put(to: Path, contents: Mapping[str, bytes]) -> None:
    """Write beside the place first, then move there in one step; `PackError` where that can't be done."""
    try:
        _put(to, contents)
    except OSError as trouble:
        why = trouble.strerror or trouble
        raise PackError(f"{to} can't be written: {why}. What was there before is untouched.") from None


def _put(to: Path, contents: Mapping[str, bytes]) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".figures-") as beside:
        fresh = Path(beside) / to.name
        with zipfile.ZipFile(fresh, "w") as archive:
            for name, content in contents.items():
                entry = zipfile.ZipInfo(name, STAMP)
                archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)
        with fresh.open("rb+") as written:
            os.fsync(written.fileno())
        fresh.replace(to)


def sound(path: Path) -> bool:
    """Whether an archive is there with every part as it was written; takes a tenth of a second."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except (OSError, *DAMAGE):
        return False


def read(path: Path, wanted: Callable[[str], bool]) -> tuple[Manifest, dict[str, bytes]]:
    """The manifest and every member whose name is wanted, each checked against its hash."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = read_manifest(archive, path)
            members = {name: member(archive, name) for name in manifest.members if wanted(name)}
    except FileNotFoundError:
        raise PackError(f"The pack of figures is missing: there is no file {path}.") from None
    except DAMAGE:
        raise damaged(path, "it is cut short or is not a pack") from None
    except OSError as trouble:
        raise PackError(
            f"The pack of figures at {path} can't be read: {trouble.strerror or trouble}."
        ) from None
    for name, content in members.items():
        if sha256(content) != manifest.members[name]:
            raise damaged(path, f"its part {name} does not match its hash")
    return manifest, members


def read_manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    """What the pack says it is made of."""
    plain = json.loads(member(archive, MANIFEST))
    if not isinstance(plain, dict) or plain.get("version") != VERSION:
        raise PackError(
            f"The pack of figures at {path} is not of version {VERSION}, the one this program reads."
        )
    try:
        sources = {key: source_from_json(key, source) for key, source in plain["sources"].items()}
        return Manifest(plain["version"], sources, dict(plain["members"]))
    except (TypeError, AttributeError) as trouble:
        raise ValueError(trouble) from None


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One member, unless it is larger than any real one."""
    if archive.getinfo(name).file_size > LARGEST_MEMBER:
        raise ValueError(name)
    return archive.read(name)


def damaged(path: Path, how: str) -> PackError:
    """The refusal of a pack that can't be trusted."""
    return PackError(f"The pack of figures at {path} is damaged: {how}. Build it again or restore the file.")
