"""Who may do what with the people on a list."""

from typing import TYPE_CHECKING

from askwell.lib.verdicts import Verdict, allow_if

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.connect.models import Contact

NOT_YOURS = "Only the person whose list this is can change it."


def may_add(user: "User", seeker: "User") -> Verdict:
    """Seekers add to their own list."""
    return allow_if(user.pk == seeker.pk, otherwise=NOT_YOURS)


def may_change(user: "User", contact: "Contact") -> Verdict:
    """Seekers change the people on their own list."""
    return allow_if(user.pk == contact.seeker_id, otherwise=NOT_YOURS)


def may_refer(user: "User", source: "Contact", named: "Contact") -> Verdict:
    """One person on the list suggested another."""
    if source.pk == named.pk:
        return Verdict("Nobody can suggest themselves. Choose another person.")
    return may_change(user, source) and may_change(user, named)


def may_remove(user: "User", contact: "Contact") -> Verdict:
    """Not while a letter to them is being sent."""
    if not (own := may_change(user, contact)):
        return own
    on_its_way = contact.letters.filter(status__in=["queued", "sending"]).exists()
    return allow_if(
        not on_its_way,
        otherwise=f"A letter to {contact.name} is being sent. Wait until it has left, then remove them.",
    )
