"""`askwell import FILE`: a journey from a file into yours."""

from typing import Any

from django.core.management.base import CommandParser

from askwell.accounts import services as accounts
from askwell.desk import journey_file, selectors, services
from askwell.lib.commands import SoloCommand, add_json, read_text, refuse


class Command(SoloCommand):
    """Bring in what a file holds and your journey does not; what is here stays as it is; all or nothing."""

    help = "bring in a journey that “askwell export” wrote; what you have stays as it is"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="a JSON file, or - for standard input")
        parser.add_argument(
            "--preview", action="store_true", help="say what it would bring, and change nothing"
        )
        add_json(parser)

    def handle(self, *args: Any, file: str, preview: bool, json: bool, **options: Any) -> None:
        seeker = accounts.solo_seeker()
        try:
            read = journey_file.read(read_text(file))
            if preview:
                arrived = selectors.would_bring(read, seeker)
            else:
                arrived = services.bring_in(read, seeker, by=seeker)
        except journey_file.JourneyError as fault:
            raise refuse(f"{file}: {fault}") from fault
        if json:
            self.answer([{"of": one.words[1], "new": one.new, "here_already": one.known} for one in arrived])
            return
        for one in arrived:
            if one.new or one.known:
                self.stdout.write(f"{one.new:>6} new, {one.known} here already: {one.words[1]}")
        self.stdout.write("Nothing was changed." if preview else "Your journey is here.")
