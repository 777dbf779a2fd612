"""`askwell address`: a fresh address for a browser that is not signed in."""

from typing import Any

from django.core.management.base import CommandParser

from askwell.accounts import services
from askwell.desk.management.commands.serve import add_port
from askwell.lib.commands import SoloCommand


class Command(SoloCommand):
    """Print a fresh one-time address; older unused ones stop working."""

    help = "print a fresh one-time address for this machine's browser"

    def add_arguments(self, parser: CommandParser) -> None:
        add_port(parser)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        token = services.make_token(services.solo_seeker())
        self.stdout.write(f"http://127.0.0.1:{port}/accounts/enter?token={token}")
