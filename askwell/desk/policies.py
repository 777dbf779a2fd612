"""Who may do what with a whole journey."""

from typing import TYPE_CHECKING

from askwell.lib.verdicts import Verdict, allow_if
from askwell.program.policies import may_be_without

if TYPE_CHECKING:
    from askwell.accounts.models import User


def may_move_journey(user: "User", seeker: "User") -> Verdict:
    """Only the seekers themselves bring their data in or delete it, and never the example's."""
    if seeker.is_example:
        return Verdict("This is the worked example. Go back to your own journey first.")
    return allow_if(user.pk == seeker.pk, otherwise="Only the person whose journey this is can do that.")


def may_delete_account(user: "User", person: "User") -> Verdict:
    """People of a program delete their own; its last coordinator hands over first."""
    return may_move_journey(user, person) and may_be_without(person)


def may_have_example(user: "User") -> Verdict:
    """An example belongs to a real person."""
    return allow_if(not user.is_example, otherwise="The worked example is open already.")
