"""What the clock starts: offers run out, gatherings end, people are reminded."""

from django.conf import settings

from askwell.gather import selectors, services


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
