"""`askwell check`: what is missing or unsafe, and how to mend it."""

from typing import Any

from django.core.management.base import CommandParser

from askwell.desk import checkup
from askwell.lib.commands import REFUSED, add_json
from askwell.lib.commands import Command as Base


class Command(Base):
    """Look at folder, database, figures, settings; exit 1 when something must be mended."""

    help = "say what is missing or unsafe, and how to mend it"

    def add_arguments(self, parser: CommandParser) -> None:
        add_json(parser)

    def handle(self, *args: Any, json: bool, **options: Any) -> None:
        looked = checkup.everything()
        bad = any(one.state == "bad" for one in looked)
        if json:
            self.answer({"ok": not bad, "checks": [one.as_dict() for one in looked]})
        else:
            for one in looked:
                self.stdout.write(
                    f"{one.state:>5}  {one.name}: {one.said}{f' {one.mend}' if one.mend else ''}"
                )
        if bad:
            raise SystemExit(REFUSED)
