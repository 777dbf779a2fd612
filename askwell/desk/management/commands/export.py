"""`askwell export`: the whole journey as a file."""

import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import CommandParser
from django.template.loader import render_to_string
from django.utils import timezone

from askwell.accounts import services as accounts
from askwell.accounts.models import User
from askwell.desk import journey_file, selectors
from askwell.desk.printing import pdf
from askwell.lib import zones
from askwell.lib.commands import SoloCommand, refuse

FORMS = ("json", "html", "pdf")


class Command(SoloCommand):
    """Write the whole journey: JSON for another Askwell, a page to read, or a PDF."""

    help = "write your whole journey as JSON, as one readable page, or as a PDF"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--form", choices=FORMS, default="json", help="default: json")
        parser.add_argument(
            "--to", metavar="FILE", default="-", help="a new file; - is standard output, the default"
        )

    def handle(self, *args: Any, form: str, to: str, **options: Any) -> None:
        seeker = accounts.solo_seeker()
        with timezone.override(ZoneInfo(seeker.time_zone or zones.of_this_machine())):
            made = written(seeker, form)
        if to == "-":
            sys.stdout.buffer.write(made)
            sys.stdout.buffer.flush()
            return
        write_new(Path(to), made)
        self.stdout.write(f"Your journey is in {to}. Keep it as private as a diary.")


def written(seeker: User, form: str) -> bytes:
    """The journey in one of the forms."""
    if form == "json":
        return journey_file.as_text(journey_file.write(seeker)).encode()
    story = selectors.story(seeker)
    return pdf(story) if form == "pdf" else render_to_string("desk/export.html", {"story": story}).encode()


def write_new(path: Path, data: bytes) -> None:
    """Write a file that was not there, readable by its owner only."""
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError as fault:
        raise refuse(f"{path} is there already and was left as it is. Choose another name.") from fault
    except OSError as fault:
        raise refuse(f"{path} can't be written: {fault.strerror}.") from fault
    try:
        path.write_bytes(data)
    except OSError:
        path.unlink()
        raise
