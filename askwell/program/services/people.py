"""Letting people in, and saying what they are."""

from collections.abc import Collection
from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from askwell.accounts.models import Role, RoleName, User
from askwell.journal import services as journal
from askwell.lib.verdicts import Refused
from askwell.program import letters, policies
from askwell.program.events import (
    AccountClosed,
    AccountOpened,
    InvitationRevoked,
    InvitationTaken,
    PersonInvited,
    RolesChanged,
)
from askwell.program.models import Invitation, Joining

DAYS_OPEN = 14


def operator() -> User:
    """Whoever runs commands on the machine; kept nowhere."""
    return User(pk=policies.OPERATOR_ID, username="operator")


@transaction.atomic
def invite(
    *,
    roles: Collection[str],
    by: User,
    name: str = "",
    email: str = "",
    days: int = DAYS_OPEN,
    most_uses: int = 1,
) -> Invitation:
    """Leave to join with these roles; mailed when it names an address and there is a mail server."""
    policies.may_invite(by, email=email, most_uses=most_uses).enforce()
    made = Invitation.objects.create(
        roles=in_order(roles),
        name=name,
        email=email.lower(),
        most_uses=most_uses,
        made_by=by if by.pk else None,
        expires_at=timezone.now() + timedelta(days=days),
    )
    journal.record(PersonInvited.of(made), by=by)
    if email and settings.CAN_SEND:
        letters.invitation.enqueue(made.pk)
    return made


@transaction.atomic
def revoke(invitation: Invitation, *, by: User) -> Invitation:
    """Take an invitation back; whoever came by it before stays."""
    invitation = _locked(invitation)
    policies.may_revoke(by, invitation).enforce()
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    journal.record(InvitationRevoked.of(invitation), by=by)
    return invitation


@transaction.atomic
def take(invitation: Invitation, *, by: User) -> User:
    """Join by an invitation: its roles are added to those one has."""
    invitation = _locked(invitation)
    policies.may_take(by, invitation).enforce()
    _, came_first = Joining.objects.get_or_create(invitation=invitation, person=by)
    if not came_first:
        return by
    invitation.taken += 1
    invitation.save(update_fields=["taken"])
    for role in invitation.roles:
        Role.objects.get_or_create(user=by, name=role)
    journal.record(InvitationTaken.of(invitation), by=by)
    return by


@transaction.atomic
def change_roles(person: User, *, roles: Collection[str], by: User) -> User:
    """Say what a person is in this program from now on."""
    # Two coordinators who take the role from each other at once must not both succeed.
    lock_coordinators()
    person = User.objects.select_for_update().get(pk=person.pk)
    policies.may_change_roles(by, person, roles=roles).enforce()
    Role.objects.filter(user=person).exclude(name__in=roles).delete()
    for role in in_order(roles):
        Role.objects.get_or_create(user=person, name=role)
    journal.record(RolesChanged.of(person, in_order(roles)), by=by)
    return person


@transaction.atomic
def close_account(person: User, *, by: User) -> User:
    """Let a person in no more, from this moment; what is theirs is kept."""
    person = _open_or_closed(person, is_open=False, by=by)
    for session in UserSession.objects.filter(user=person):
        session.end()
    journal.record(AccountClosed.of(person), by=by)
    return person


@transaction.atomic
def open_account(person: User, *, by: User) -> User:
    """Let a person in again."""
    person = _open_or_closed(person, is_open=True, by=by)
    journal.record(AccountOpened.of(person), by=by)
    return person


def _open_or_closed(person: User, *, is_open: bool, by: User) -> User:
    lock_coordinators()
    person = User.objects.select_for_update().get(pk=person.pk)
    policies.may_close(by, person).enforce()
    person.is_active = is_open
    person.save(update_fields=["is_active"])
    return person


def lock_coordinators() -> None:
    """One after the other, whoever decides about coordinators or the whole roster."""
    list(Role.objects.select_for_update().filter(name=RoleName.COORDINATOR).order_by("pk"))


def _locked(invitation: Invitation) -> Invitation:
    found = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if found is None:
        raise Refused(policies.why_not(None))
    return found


@transaction.atomic
def forget(person: User) -> None:
    """Nothing of a person who leaves stays in the invitations: neither name nor address."""
    # As in changing roles: the last two coordinators can't both leave at once.
    lock_coordinators()
    policies.may_be_without(person).enforce()
    Invitation.objects.filter(email__iexact=person.email).exclude(email="").delete()


def in_order(roles: Collection[str]) -> list[str]:
    """Roles as a list, always in the same order."""
    return [role for role in RoleName.values if role in roles]
