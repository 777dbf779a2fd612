"""`askwell explore build`: the pack of figures from the official release files."""

from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from askwell.explore import pack
from askwell.explore.pack.duties import keep as keep_duties
from askwell.lib.commands import Command as Base
from askwell.lib.commands import add_json, refuse

MORE = """\
DIR holds the releases as they were published, in any folders, archives as they are or unpacked: the O*NET
database (db_30_3_text.zip; releases 28 to 31), pay of the Bureau of Labor Statistics (oe.data.0.Current with
oe.area and oe.industry, or all_data_M_2025.xlsx), its occupation.xlsx and education.xlsx, SARPP.zip and
MARPP.zip of the Bureau of Economic Analysis, CIP2020_SOC2018_Crosswalk.xlsx and CIPCode2020.csv. With
cu.data.1.AllItems, past pay is put in dollars of the latest year. Of several releases the newest counts. A file or
a column that is missing is named.

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
            "--to",
            default=str(pack.SHIPPED),
            metavar="FILE",
            help="default: the pack that this copy of the program ships",
        )
        parser.add_argument(
            "--keep-sentences",
            action="store_true",
            help="also keep the O*NET database's descriptions and tasks beside your data, for your own pages",
        )
        add_json(parser)

    def handle(self, *args: Any, folder: str, to: str, **options: Any) -> None:
        if Path(folder).is_file():
            raise refuse(f"{folder} is a file. Name the folder that it lies in.")
        if not folder or not Path(folder).is_dir():
            raise refuse(
                f"There is no folder {folder or 'of no name'}. Name the one that holds the release files."
            )
        try:
            manifest = pack.build(Path(folder), Path(to), progress=self.tell)
            if options["keep_sentences"]:
                keep_duties(Path(folder), pack.duties_at_home())
        except pack.SourceError as fault:
            raise refuse(f"{fault} The old pack was left as it was.") from fault
        except pack.PackError as fault:
            raise refuse(str(fault)) from fault
        if options["json"]:
            self.answer(
                {"file": to, "sources": {key: each.release for key, each in manifest.sources.items()}}
            )
        else:
            size = Path(to).stat().st_size / 1_000_000
            self.stdout.write(f"Built {to}: {size:.1f} MB from {len(manifest.sources)} sources.")
