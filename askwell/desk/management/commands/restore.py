"""`askwell restore FILE`: a backup back in its place."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from askwell.desk import copies, holding
from askwell.desk.management.commands.backup import FOR_POSTGRESQL
from askwell.lib.commands import Command as Base
from askwell.lib.commands import bring_up_to_date, refuse


class Command(Base):
    """Check a backup and put it in the place of the data, which is kept aside."""

    help = "put a backup back; the present data is kept aside"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="a file that “askwell backup” wrote")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        if connection.vendor != "sqlite":
            raise refuse(FOR_POSTGRESQL)
        settings.HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with holding.alone(settings.HOME):
                aside = put_back(Path(file))
        except holding.Held as fault:
            raise refuse(
                "Askwell is running on this data. Stop it first (Ctrl+C), then try again."
            ) from fault
        except copies.BadCopy as fault:
            raise refuse(f"{fault} Nothing was changed.") from fault
        except FileNotFoundError as fault:
            raise refuse(f"{file} is not there. Nothing was changed.") from fault
        kept = f" What was there before is in {aside}." if aside else ""
        self.stdout.write(f"Your data is back as it was in {file}.{kept}")


def put_back(file: Path) -> Path | None:
    """Check the copy, then exchange the files; answers where the former data is, if there was any."""
    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    copies.verify(file, known=known)
    to = Path(connection.settings_dict["NAME"])
    aside = to.with_name(f"{to.stem}-before-{timezone.localtime():%Y-%m-%d-%H%M%S}{to.suffix}")
    was_there = to.exists()
    if was_there and file.resolve() == to.resolve():
        raise copies.BadCopy("This is the data itself, not a copy of it.")
    connection.close()
    copies.put_back(file, to, aside)
    bring_up_to_date()
    return aside if was_there else None
