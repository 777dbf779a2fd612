"""Who may do what with paths, and when."""

from typing import TYPE_CHECKING

from askwell.explore.models import Path
from askwell.lib.verdicts import ALLOWED, Verdict, allow_if, refused

if TYPE_CHECKING:
    from askwell.accounts.models import User

MOST = 6
"""More than six can't be held side by side, on a page or in a mind."""


def may_consider(user: "User") -> Verdict:
    """Whether there is room for one more path on the table."""
    room = Path.objects.visible_to(user).considered().count() < MOST
    return allow_if(
        room, otherwise="Six paths are on the table already. Set one aside to make room for this one."
    )


def may_change(user: "User", path: Path) -> Verdict:
    """Whether this path is theirs to set aside or narrow."""
    return allow_if(
        path.seeker_id == user.pk, otherwise="Only the person who weighs this path can change it."
    )


def may_take_up(user: "User", path: Path) -> Verdict:
    """Whether a path may come back onto the table."""
    if not (own := may_change(user, path)):
        return own
    return may_consider(user) if path.set_aside_at else ALLOWED


def may_narrow(user: "User", path: Path, narrowed: str) -> Verdict:
    """Whether a path may be narrowed to this place or employer."""
    if not (own := may_change(user, path)):
        return own
    same = Path.objects.visible_to(user).filter(occupation_id=path.occupation_id, narrowed__iexact=narrowed)
    if same.exclude(pk=path.pk).exists():
        return refused("You already have a path with these words. Change them a little, or use that one.")
    return ALLOWED
