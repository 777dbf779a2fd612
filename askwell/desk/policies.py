"""Who may do what with a whole journey."""

from typing import TYPE_CHECKING

from askwell.lib.verdicts import Verdict, allow_if

if TYPE_CHECKING:
    from askwell.accounts.models import User


def may_move_journey(user: "User", seeker: "User") -> Verdict:
    """Only the seekers themselves bring their data in or delete it, and never the example's."""
    if seeker.is_example:
        return Verdict("This is the worked example. Go back to your own journey first.")
    return allow_if(user.pk == seeker.pk, otherwise="Only the person whose journey this is can do that.")


def may_have_example(user: "User") -> Verdict:
    """An example belongs to a real person."""
    return allow_if(not user.is_example, otherwise="The worked example is open already.")
