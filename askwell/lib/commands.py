"""What every command shares: its words in the help, its answers, its exit codes."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from askwell.lib import json_text
from askwell.lib.locks import one_at_a_time

REFUSED = 1
WRONG_USE = 2


def refuse(reason: str) -> CommandError:
    """The error that ends a command with exit code 1 and the reason on standard error."""
    return CommandError(reason, returncode=REFUSED)


class Command(BaseCommand):
    """A command of askwell: plain help, exit codes 0 done, 1 refused with a reason, 2 wrong use."""

    requires_system_checks = []
    suppressed_base_arguments = {
        "--version", "--verbosity", "--settings", "--pythonpath", "--traceback",
        "--no-color", "--force-color", "--skip-checks",
    }  # fmt: skip

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.prog = f"askwell {subcommand.replace('_', ' ')}"
        return parser

    def tell(self, step: str) -> None:
        """Say on standard error what is going on now, not in the color of a fault; a whole sentence stands as it is."""
        self.stderr.write(step if step.endswith(".") else f"{step} …", style_func=str)

    def answer(self, data: object) -> None:
        """Write one JSON value on a line of its own."""
        self.stdout.write(json.dumps(data, ensure_ascii=False))


class DataCommand(Command):
    """A command that reads or writes a person's data: the database is brought to this version first."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        bring_up_to_date()
        return super().execute(*args, **options)


class SoloCommand(DataCommand):
    """A command about the one person of the solo edition; a program has many, and refuses."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        if not settings.SOLO:
            raise refuse(
                "This command is for the solo edition; in a program people do that on their own pages."
            )
        return super().execute(*args, **options)


def bring_up_to_date() -> None:
    """Apply what is missing; refuse a database that a newer Askwell wrote, and leave it as it is."""
    settings.HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
    with one_at_a_time(settings.HOME / "setting_up"):
        _migrate()


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    if unknown:
        raise refuse(
            "This data was written by a newer Askwell and was left untouched. Update the program, then try again."
        )
    if not executor.loader.applied_migrations and connection.introspection.table_names():
        raise refuse(
            "The database holds tables of another program and was left untouched. "
            "Move it away, or choose another place with ASKWELL_HOME or DATABASE_URL."
        )
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        # All or nothing: a start that is killed, or fills the disk, leaves the data of the version before.
        with connection.constraint_checks_disabled(), transaction.atomic():
            call_command("migrate", verbosity=0, interactive=False)


def add_json(parser: ArgumentParser) -> None:
    """The switch for answers that programs read."""
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def read_text(name: str) -> str:
    """The text of a file, or of standard input for "-"; any encoding but UTF-8 is refused."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise refuse(f"{name} is not UTF-8 text. Save it as UTF-8 and try again.") from fault
    except OSError as fault:
        raise refuse(f"{name} can't be read: {fault.strerror}.") from fault


def read_records(name: str) -> list[dict[str, Any]]:
    """The records of a JSON Lines file, each with an `id` and a `text`."""
    records = []
    for number, line in enumerate(read_text(name).split("\n"), start=1):
        if line.strip():
            records.append(_record(line, where=f"{name}, line {number}"))
    return records


def _record(line: str, *, where: str) -> dict[str, Any]:
    try:
        record = json_text.parse(line)
    except ValueError as fault:
        raise refuse(f"{where}: this is not JSON: {fault}.") from fault
    if not isinstance(record, dict) or "id" not in record or not isinstance(record.get("text"), str):
        raise refuse(f"{where}: each line must be an object with “id” and a string “text”.")
    return record
