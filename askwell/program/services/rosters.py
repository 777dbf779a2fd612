"""A whole roster: everybody on it invited at once, and all of it undone for a while."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import Role, RoleName, User
from askwell.journal import services as journal
from askwell.program import letters, policies, selectors
from askwell.program.events import RosterTaken, RosterUndone
from askwell.program.models import Invitation, Joining, Roster
from askwell.program.services.people import DAYS_OPEN, lock_coordinators

if TYPE_CHECKING:
    from askwell.program import roster as pure


@dataclass(frozen=True, slots=True)
class Undone:
    """What went away, and how many people stay because they are here."""

    invitations: int
    accounts: int
    roles: int
    stay: int


@transaction.atomic
def take_in(read: "pure.Roster", *, file_name: str, by: User) -> Roster:
    """Invite whoever is new, give those with an account the roles they lack, leave who is invited already."""
    policies.may_look_after(by).enforce()
    # Two coordinators with the same file: whoever is second sees what the first did.
    lock_coordinators()
    matched = selectors.matched(read)
    roster = Roster.objects.create(made_by=by, file_name=file_name[:100])
    for person, roles in matched.here:
        roster.roles_given.add(*[Role.objects.create(user=person, name=role) for role in roles])
    until = timezone.now() + timedelta(days=DAYS_OPEN)
    made = [
        Invitation.objects.create(
            roster=roster,
            roles=list(line.roles),
            name=line.name,
            email=line.email,
            made_by=by,
            expires_at=until,
        )
        for line in matched.new
    ]
    for invitation in made if settings.CAN_SEND else []:
        letters.invitation.enqueue(invitation.pk)
    journal.record(RosterTaken.of(roster, invited=len(made), here=len(matched.here)), by=by)
    return roster


@transaction.atomic
def undo(roster: Roster, *, by: User) -> Undone:
    """Take away what came of a roster: unused invitations, accounts never signed in to, roles it gave."""
    lock_coordinators()
    roster = Roster.objects.select_for_update().get(pk=roster.pk)
    policies.may_undo(by, roster).enforce()
    # The invitations' rows too: whoever is joining just now is through, or comes too late.
    invitations = Invitation.objects.select_for_update().filter(roster=roster)
    joined = Joining.objects.filter(invitation__in=list(invitations)).values("person")
    people = list(User.objects.select_for_update().filter(pk__in=joined))
    idle = [person.pk for person in people if person.last_login is None]
    User.objects.filter(pk__in=idle).delete()
    roles = _take_roles_back(roster)
    unused = Invitation.objects.filter(roster=roster, taken_by=None)
    gone = Undone(unused.count(), len(idle), roles, stay=len(people) - len(idle))
    unused.delete()
    roster.undone_at = timezone.now()
    roster.save(update_fields=["undone_at"])
    journal.record(
        RosterUndone.of(roster, invitations=gone.invitations, accounts=gone.accounts, roles=roles), by=by
    )
    return gone


def _take_roles_back(roster: Roster) -> int:
    """The roles it gave; a program's last coordinator keeps theirs."""
    taken = 0
    for role in roster.roles_given.select_related("user"):
        if role.name != RoleName.COORDINATOR or policies.may_be_without(role.user):
            role.delete()
            taken += 1
    return taken
