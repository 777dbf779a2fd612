"""`askwell work`: the background work of a program."""

import signal
from typing import Any

from django.core.management.base import CommandParser

from askwell.desk.giving_back import try_again
from askwell.desk.work import Rounds
from askwell.lib.commands import DataCommand


class Command(DataCommand):
    """Send letters and do what is due until stopped; the task in hand is finished first."""

    help = "send waiting letters and do what is due (the solo server does this itself)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is ready now, then end")
        parser.add_argument(
            "--again",
            action="store_true",
            help="try everything again that was set aside, then go on as usual",
        )

    def handle(self, *args: Any, once: bool, again: bool, **options: Any) -> None:
        rounds = Rounds()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, rounds.stop)
        if again:
            count = try_again()
            self.stdout.write(f"{count} {'task is' if count == 1 else 'tasks are'} tried again.")
        if once:
            rounds.once()
        else:
            rounds.go_on()
