"""Who may do what here."""

from typing import TYPE_CHECKING

from askwell.lib.verdicts import Verdict, allow_if

if TYPE_CHECKING:
    from askwell.accounts.models import User


def may_weigh_for(user: "User", seeker: "User") -> Verdict:
    """Only the seekers themselves say what matters to them, and what they decide."""
    return allow_if(user.pk == seeker.pk, otherwise="Only the person whose journey this is can decide that.")


def may_leave_out(user: "User", *, remaining: int) -> Verdict:
    """One criterion has to stay, or there is nothing to weigh."""
    return allow_if(
        remaining >= 1, otherwise="Keep at least one thing that matters; change its name or its weight."
    )
