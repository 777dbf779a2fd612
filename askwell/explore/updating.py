"""Fetching the newest official releases and making a pack of them; the old pack stands until the new one is whole."""

import shutil
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from askwell.explore import pack
from askwell.explore.pack.duties import keep as keep_duties
from askwell.explore.sources.catalog import Download, downloads
from askwell.explore.sources.folder import digest_of
from askwell.explore.sources.reading import BROKEN_ARCHIVE
from askwell.lib.download import Bounds, Cut, NotThere, download
from askwell.lib.fetch import NotFetched
from askwell.lib.locks import one_at_a_time

Load = Callable[[Path], object]
WAITING = "Another update is running; waiting for it to end"
SECONDS = 3600.0
ARCHIVES = {".zip", ".xlsx"}
DENSEST = 100
"""How many times larger than its archive a release may be; real ones are 5 to 20 times."""


class NotUpdated(Exception):
    """The figures stay as they are; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who hears what: a step in words, bytes of a file so far and in all, and what could not be fetched, in a sentence."""

    step: Callable[[str], None]
    bytes: Callable[[int, int | None], None]
    missed: Callable[[str], None]


def update(mirror: str | None, told: Told, today: date, load: Load) -> pack.Manifest | None:
    """Fetch what changed and take it into use as `take` does; None when nothing has changed."""
    folder = pack.at_home().parent / "downloads"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fetched = (_fetch(each, folder, mirror, told) for each in downloads(today))
    files = [file for file in fetched if file]
    at_home = pack.in_use() == pack.at_home() and pack.sound(pack.duties_at_home())
    if at_home and _rests_on(pack.manifest(pack.at_home()), files):
        return None
    return take(folder, told.step, load)


def take(folder: Path, say: Callable[[str], None], load: Load) -> pack.Manifest:
    """Build of a folder of releases, check, and put in place of the figures in use, sentences too; or change nothing.

    `load` brings the new pack into the database, all or nothing, right before it takes the place of the old one.
    """
    home = pack.at_home()
    for left in home.parent.glob(".figures-*"):  # by an update that was killed
        shutil.rmtree(left, ignore_errors=True)
    fresh = home.with_name("fresh.zip")
    try:
        found = pack.build(folder, fresh, before=pack.in_use(), progress=say)
        if pack.older(found, pack.manifest(pack.in_use())):
            raise NotUpdated("The releases there are older than the figures in use.")
        keep_duties(folder, pack.duties_at_home())
        load(fresh)
        fresh.replace(home)
    except (pack.SourceError, pack.PackError) as fault:
        raise NotUpdated(str(fault)) from fault
    finally:
        fresh.unlink(missing_ok=True)
    return found


def alone(waiting: Callable[[], None]) -> AbstractContextManager[None]:
    """One update or build at a time on this machine; `waiting` is called once where another is running."""
    place = pack.at_home().parent
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return one_at_a_time(place / "updating", waiting)


def _rests_on(manifest: pack.Manifest, files: list[Path]) -> bool:
    """Whether a pack was made from exactly these files."""
    read = {file.sha256 for source in manifest.sources.values() for file in source.files}
    return all(digest_of(file) in read for file in files)


def _fetch(wanted: Download, folder: Path, mirror: str | None, told: Told) -> Path | None:
    """Bring one file up to date. What was fetched, or put there by hand, stands when nothing comes.

    None where there is nothing and the figures can do without.
    """
    told.step(f"Fetching {wanted.what}")
    found = _newest(wanted, folder, mirror, told)
    if isinstance(found, Path):
        _forget(wanted, folder, found)
        return found
    at_hand = [folder / _name(wanted, address) for address in wanted.addresses]
    if kept := next((file for file in at_hand if file.is_file()), None):
        told.missed(f"Going on with {kept.name}, which is there already: {found}")
        return kept
    if wanted.lacking:
        told.missed(f"Going on without {wanted.what}, so {wanted.lacking}: {found}")
        return None
    raise NotUpdated(
        f"The file for {wanted.what} could not be fetched: {found} "
        f"You can open {wanted.page or wanted.addresses[0]} in a browser, save the file in {folder}, and run this again."
    )


def _newest(wanted: Download, folder: Path, mirror: str | None, told: Told) -> Path | Exception:
    """The newest release that is out and can be read; why there is none."""
    why: Exception = NotThere("There is no such file.")
    for address in wanted.addresses:
        to = folder / _name(wanted, address)
        bounds = Bounds(wanted.most * 1_000_000, SECONDS)
        try:
            download(_at(mirror, address), to, bounds, told.bytes, partial(_check, suffix=to.suffix))
            if len(wanted.addresses) > 1:
                _look_into(to, told)
        except pack.SourceError as fault:
            told.missed(
                f"{to.name} is out, but this Askwell can't read it; a newer one may. {fault} "
                "Looking for the release before it."
            )
            to.unlink()
            why = fault
        except NotFetched as fault:  # some servers refuse, or answer with a page, where there is no such file
            why = why if isinstance(fault, NotThere) else fault
            if isinstance(fault, Cut) or to.is_file():
                break
        else:
            return to
    return why


def _look_into(release: Path, told: Told) -> None:
    """Refuse a release whose layout is not known, while there is still the one before it to go on with."""
    if not _rests_on(pack.manifest(pack.in_use()), [release]):
        told.step(f"Looking into {release.name}")
        pack.examine(release)


def _forget(wanted: Download, folder: Path, kept: Path) -> None:
    """Remove the files of older releases that the one just fetched takes the place of."""
    for address in wanted.addresses:
        if (file := folder / _name(wanted, address)) != kept:
            file.unlink(missing_ok=True)


def _name(wanted: Download, address: str) -> str:
    """O*NET's archives keep the name that tells their release; the others have one name."""
    return address.rpartition("/")[2] if len(wanted.addresses) > 1 else wanted.name


def _at(mirror: str | None, address: str) -> str:
    """The address, or the same path under a mirror: BASE/www.bls.gov/…"""
    parts = urlsplit(address)
    return f"{mirror.rstrip('/')}/{parts.netloc}{parts.path}" if mirror else address


def _check(file: Path, suffix: str) -> None:
    """Refuse what is not what its name says: nothing at all, a web page or its like, half an archive."""
    with file.open("rb") as stream:
        start = stream.read(64).lstrip()
    sound = start != b"" and not start.startswith((b"<", b"{"))
    if sound and suffix in ARCHIVES:
        try:
            with zipfile.ZipFile(file) as archive:
                unpacked = sum(entry.file_size for entry in archive.infolist())
                sound = unpacked <= DENSEST * file.stat().st_size and archive.testzip() is None
        except (OSError, *BROKEN_ARCHIVE):
            sound = False
    if not sound:
        raise NotFetched("What came is not the file that was asked for, or it is damaged.")
