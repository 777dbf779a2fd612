"""`askwell address`: a fresh address for a browser that is not signed in."""

from typing import Any

from django.conf import settings

from askwell.accounts import services
from askwell.lib.commands import SoloCommand


class Command(SoloCommand):
    """Print a fresh one-time address; older unused ones stop working."""

    help = "print a fresh one-time address for this machine's browser"

    def handle(self, *args: Any, **options: Any) -> None:
        token = services.make_token(services.solo_seeker())
        self.stdout.write(f"http://127.0.0.1:{settings.PORT}/accounts/enter?token={token}")
