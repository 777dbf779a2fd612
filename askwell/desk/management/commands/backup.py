"""`askwell backup`: a copy of all data, made while the program runs."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import connection
from django.utils import timezone

from askwell.desk import copies
from askwell.lib.commands import Command as Base
from askwell.lib.commands import refuse

FOR_POSTGRESQL = (
    "The data is in PostgreSQL. Use its own tool: pg_dump --format=custom --file=askwell.dump NAME, "
    "and pg_restore to put it back."
)


class Command(Base):
    """Copy the database into a new file and check that the copy is whole; a file that is there is never replaced."""

    help = "copy all data into a new file, checked to be whole"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", metavar="FILE", nargs="?", help="default: a new file under backups/ in the data folder"
        )

    def handle(self, *args: Any, file: str | None, **options: Any) -> None:
        if connection.vendor != "sqlite":
            raise refuse(FOR_POSTGRESQL)
        name = f"askwell-{timezone.localtime():%Y-%m-%d-%H%M%S}.sqlite3"
        to = Path(file) if file else settings.HOME / "backups" / name
        try:
            copies.make(Path(connection.settings_dict["NAME"]), to)
        except FileExistsError as fault:
            raise refuse(f"{to} is there already and was left as it is. Choose another name.") from fault
        except copies.BadCopy as fault:
            raise refuse(f"{fault} No backup was made.") from fault
        self.stdout.write(f"Everything is in {to}, and the copy is whole. It is as private as a diary.")
