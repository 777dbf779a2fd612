"""`askwell explore build`: the pack of figures from the official release files."""

from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from askwell.explore import pack
from askwell.lib.commands import Command as Base
from askwell.lib.commands import add_json, refuse

MORE = """\
DIR holds the releases as they were published or retrieved, each in its own folder: pay, projections and
education of the Bureau of Labor Statistics, price levels of the Bureau of Economic Analysis, the O*NET
database, and the crosswalk of programs of study. A file or a column that is missing is named. Where each
release comes from is on the page "Where the figures come from".
"""


class Command(Base):
    """Build the pack whole, or leave the old one as it is."""

    help = "build the pack of public figures from the official release files"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.epilog = MORE
        parser.add_argument(
            "--from", dest="folder", required=True, metavar="DIR", help="folder of release files"
        )
        parser.add_argument(
            "--to", default=str(pack.SHIPPED), metavar="FILE", help="default: the pack in use"
        )
        add_json(parser)

    def handle(self, *args: Any, folder: str, to: str, **options: Any) -> None:
        if not Path(folder).is_dir():
            raise refuse(f"There is no folder {folder}. Name the one that holds the release files.")
        try:
            manifest = pack.build(Path(folder), Path(to), progress=self._tell)
        except pack.SourceError as fault:
            raise refuse(f"{fault} The old pack was left as it was.") from fault
        if options["json"]:
            self.answer(
                {"file": to, "sources": {key: each.release for key, each in manifest.sources.items()}}
            )
        else:
            size = Path(to).stat().st_size / 1_000_000
            self.stdout.write(f"Built {to}: {size:.1f} MB from {len(manifest.sources)} sources.")

    def _tell(self, step: str) -> None:
        self.stderr.write(f"{step} …")
