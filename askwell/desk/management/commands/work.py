"""`askwell work`: the background work of a program."""

import signal
import threading
from typing import Any

from django.core.management.base import CommandParser

from askwell.desk.work import round_once, work_until
from askwell.lib.commands import DataCommand


class Command(DataCommand):
    """Send letters and do what is due until stopped; the task in hand is finished first."""

    help = "send waiting letters and do what is due (the solo server does this itself)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is ready now, then end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            round_once()
            return
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        work_until(stop)
