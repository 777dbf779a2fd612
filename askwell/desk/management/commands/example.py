"""`askwell example`: sets up, or removes, the worked example."""

from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import CommandParser
from django.utils import timezone

from askwell.accounts import services as accounts
from askwell.desk import services
from askwell.explore import services as explore
from askwell.lib import zones
from askwell.lib.commands import SoloCommand


class Command(SoloCommand):
    """Set up the invented seeker's journey beside yours, told from today; or remove it."""

    help = "set up the worked example, told from today; --remove takes it away"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--remove", action="store_true", help="remove the example; your own journey stays as it is"
        )

    def handle(self, *args: Any, remove: bool, **options: Any) -> None:
        seeker = accounts.solo_seeker()
        if remove:
            gone = services.remove_example(seeker, by=seeker)
            self.stdout.write("The example is gone." if gone else "There was no example.")
            return
        explore.load_pack()
        with timezone.override(ZoneInfo(seeker.time_zone or zones.of_this_machine())):
            services.open_example(seeker, by=seeker)
        self.stdout.write("The example is ready: open it on Today, or under “Your data, out or gone”.")
