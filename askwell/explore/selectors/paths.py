"""The paths of one seeker."""

from typing import TYPE_CHECKING, Any

from django.db.models import F

from askwell.explore import policies
from askwell.explore.models import Path, PathQuerySet
from askwell.explore.selectors.figures import HOURLY

if TYPE_CHECKING:
    from askwell.accounts.models import User


def paths(user: "User") -> PathQuerySet:
    """This seeker's paths with their occupations, the oldest first."""
    return Path.objects.visible_to(user).named().annotate(hourly=F(f"occupation__{HOURLY}"))


def table(user: "User") -> dict[str, Any]:
    """The paths on the table, those set aside, and whether one of these may come back."""
    mine = list(paths(user))
    return {
        "on_the_table": [path for path in mine if path.set_aside_at is None],
        "set_aside": [path for path in mine if path.set_aside_at],
        "may_take_up": policies.may_consider(user),
    }
