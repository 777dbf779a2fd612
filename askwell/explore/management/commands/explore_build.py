"""`askwell explore build`: the pack of figures from the official release files."""

from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from askwell.explore import pack, services
from askwell.explore.updating import WAITING, NotUpdated, alone, take
from askwell.lib.commands import Command as Base
from askwell.lib.commands import add_json, bring_up_to_date, refuse

MORE = """\
DIR holds the releases as they were published, in any folders, archives as they are or unpacked: the O*NET
database (db_30_3_text.zip; releases 28 to 31), pay of the Bureau of Labor Statistics (oe.data.0.Current with
oe.area and oe.industry, or all_data_M_2025.xlsx), its occupation.xlsx and education.xlsx, SARPP.zip and
MARPP.zip of the Bureau of Economic Analysis, CIP2020_SOC2018_Crosswalk.xlsx and CIPCode2020.csv. With
cu.data.1.AllItems, past pay is put in dollars of the latest year. Of several releases the newest counts. A file or
a column that is missing is named.

The figures are taken into use as those of an update are: checked against the ones before them, which stand where
anything is wrong.

  askwell explore build --from ~/releases
  askwell explore build --from ~/releases --to figures.zip
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
            "--to", metavar="FILE", help="only write the pack to a file, without any sentences"
        )
        add_json(parser)

    def handle(self, *args: Any, folder: str, to: str | None, **options: Any) -> None:
        if Path(folder).is_file():
            raise refuse(f"{folder} is a file. Name the folder that it lies in.")
        if not folder or not Path(folder).is_dir():
            raise refuse(
                f"There is no folder {folder or 'of no name'}. Name the one that holds the release files."
            )
        manifest = self._write(Path(folder), Path(to)) if to else self._take(Path(folder))
        file = Path(to or pack.at_home())
        if options["json"]:
            releases = {key: each.release for key, each in manifest.sources.items()}
            self.answer({"file": str(file), "sources": releases})
        else:
            size = file.stat().st_size / 1_000_000
            self.stdout.write(f"Built {file}: {size:.1f} MB from {len(manifest.sources)} sources.")

    def _write(self, folder: Path, to: Path) -> pack.Manifest:
        try:
            return pack.build(folder, to, progress=self.tell)
        except pack.SourceError as fault:
            raise refuse(f"{fault} The old pack was left as it was.") from fault
        except pack.PackError as fault:
            raise refuse(str(fault)) from fault

    def _take(self, folder: Path) -> pack.Manifest:
        bring_up_to_date()
        try:
            with alone(lambda: self.tell(WAITING)):
                manifest = take(folder, self.tell, services.load_pack)
        except NotUpdated as fault:
            raise refuse(f"{fault} The figures in use were left as they were.") from fault
        except pack.PackError as fault:
            raise refuse(str(fault)) from fault
        return manifest
