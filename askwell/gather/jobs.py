"""What the clock starts: offers run out, gatherings end, people are reminded."""

from django.conf import settings
from django.utils import timezone

from askwell.gather import selectors, services
from askwell.gather.models import SeatKey


def run_due() -> None:
    """Do what is due; a solo edition has no gatherings, so it asks nothing."""
    if settings.SOLO:
        return
    for seat in selectors.run_out():
        services.expire(seat)
    for gathering in selectors.ended():
        services.finish(gathering)
    for gathering, notice in selectors.to_remind():
        services.remind(gathering, notice)


def clear_away() -> None:
    """Keys that open nothing any more go, addresses that nobody confirmed, and long after it, who a guest was."""
    SeatKey.objects.filter(expires_at__lt=timezone.now()).delete()
    selectors.never_arrived().delete()
    for gathering in selectors.to_forget():
        services.forget_guests(gathering)
