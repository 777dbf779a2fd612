"""`askwell` with the same rules and shorter waits, so that a test does not last for minutes."""

import os
from datetime import timedelta

import django

from askwell.cli import main


def hurry() -> None:
    """What takes minutes takes seconds; nothing else changes."""
    from askwell.ask import jobs  # noqa: PLC0415 - rows need settings first
    from askwell.desk import giving_back, work  # noqa: PLC0415 - as above
    from askwell.lib import post  # noqa: PLC0415 - as above

    work.PAUSE = 0.2
    post.PATIENCE = int(os.environ["PATIENCE"])
    giving_back.LEASE = jobs.TOO_LONG = timedelta(seconds=int(os.environ["LEASE"]))
    giving_back.ONCE_MORE = timedelta(seconds=1)
    giving_back.PAUSES = [timedelta(seconds=1)] * 6


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "askwell.settings"
    django.setup()
    hurry()
    main()
