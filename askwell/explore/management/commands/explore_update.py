"""`askwell explore update`: the newest official figures, fetched and put in place whole."""

from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from askwell.explore import pack, services
from askwell.explore.updating import WAITING, NotUpdated, Told, alone, update
from askwell.lib.commands import DataCommand, add_json, refuse

MORE = """\
Fetches from the publishers what has changed since the last time: the O*NET database, the survey of pay and the
projections of the Bureau of Labor Statistics, consumer prices, price levels, programs of study; about 350 MB the
first time. The new figures are kept beside your data. A download that was cut goes on where it stopped; a failed
update leaves the old figures as they were. A running Askwell takes the new figures up by itself.

  askwell explore update
  askwell explore update --from-address https://mirror.example.edu/releases

A mirror holds each file under its publisher's name: BASE/www.onetcenter.org/dl_files/database/…
"""


STOPPED = (
    "Stopped. The figures in use were left as they were. Run this again to go on: what has arrived is kept."
)
INTERRUPTED = 130
STALE = "Not everything could be fetched and read, and the rest is not new. The figures in use were left as they were."


class Command(DataCommand):
    """Update whole, or leave everything as it is."""

    help = "fetch the newest public figures from their publishers"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.epilog = MORE
        parser.add_argument("--from-address", metavar="BASE", help="a mirror to fetch from instead")
        add_json(parser)

    def handle(self, *args: Any, from_address: str | None, **options: Any) -> None:
        self._missed: list[str] = []
        self._shown = not options["json"] and self.stderr.isatty()
        try:
            with alone(lambda: self._step(WAITING)):
                told = Told(self._step, self._bytes, self._miss)
                found = update(from_address, told, timezone.localdate(), services.load_pack)
                services.load_pack()
        except NotUpdated as fault:
            raise refuse(f"{fault} The figures in use were left as they were.") from fault
        except pack.PackError as fault:
            raise refuse(str(fault)) from fault
        except KeyboardInterrupt:
            raise CommandError(STOPPED, returncode=INTERRUPTED) from None
        if self._missed and found is None:
            raise refuse(STALE)
        self._end(found or pack.manifest(pack.in_use()), changed=found is not None, as_json=options["json"])

    def _end(self, manifest: pack.Manifest, *, changed: bool, as_json: bool) -> None:
        releases = {key: source.release for key, source in manifest.sources.items()}
        if as_json:
            self.answer(
                {
                    "changed": changed,
                    "file": str(pack.in_use()),
                    "sources": releases,
                    "missed": self._missed,
                }
            )
            return
        word = "The figures are new" if changed else "Nothing has changed; the figures are the newest"
        said = f"pay of {releases['pay']}, projections {releases['projections']}, O*NET {releases['onet']}"
        self.stdout.write(f"{word}: {said}.")

    def _miss(self, sentence: str) -> None:
        self._missed.append(sentence)
        self.tell(sentence)

    def _step(self, step: str) -> None:
        if self._shown:
            self.tell(step)

    def _bytes(self, so_far: int, in_all: int | None) -> None:
        if self._shown:
            whole = f" of {in_all / 1_000_000:,.1f}" if in_all else ""
            shown = f"\r  {so_far / 1_000_000:,.1f}{whole} MB   "
            self.stderr.write(shown, style_func=str, ending="\r")
