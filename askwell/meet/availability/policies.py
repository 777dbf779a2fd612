"""Who may offer time."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings

from askwell.accounts.models import RoleName
from askwell.lib.verdicts import Verdict, allow_if
from askwell.meet.availability.models import Availability

if TYPE_CHECKING:
    from askwell.accounts.models import User

AGAIN = timedelta(minutes=1)
MOST_CALENDARS = 10
OFFERING = (RoleName.HOST, RoleName.COUNSELOR)


def may_offer_time(user: "User") -> Verdict:
    """Whether this person is a host or a counselor."""
    return allow_if(
        user.is_active and user.roles.filter(name__in=OFFERING).exists(),
        otherwise="Only hosts and counselors offer times.",
    )


def offers_time(user: "User") -> bool:
    """Whether there is a page of hours for this person: only a program has any."""
    return not settings.SOLO and bool(may_offer_time(user))


def may_change(user: "User", availability: Availability) -> Verdict:
    """Whether these are the person's own hours, and they may offer any."""
    if availability.person_id != user.pk:
        return Verdict("These are somebody else's hours.")
    if not availability.time_zone:
        return Verdict("Say first where you live: hours need a time zone.")
    return may_offer_time(user)


def may_add_calendar(availability: Availability) -> Verdict:
    """Whether there is room for one more calendar."""
    return allow_if(
        availability.sources.count() < MOST_CALENDARS,
        otherwise=f"There are {MOST_CALENDARS} calendars already. Take one away first.",
    )
