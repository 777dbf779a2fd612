"""Verbs of having one's conversations put in one's own calendar."""

from django.db import transaction

from askwell.accounts.models import User
from askwell.journal.services import record
from askwell.lib.fetch import Auth
from askwell.lib.sealing import Unsealable, seal, unseal
from askwell.meet.own_calendar import events, leaving, policies, server
from askwell.meet.own_calendar.models import OwnCalendar
from askwell.meet.own_calendar.writing import write_ahead


def connect(person: User, *, address: str, auth: Auth, by: User) -> OwnCalendar:
    """Write this person's conversations into that calendar from now on, in place of any other.

    Also mends one whose password has changed. Raises server.Refusal when a trial entry can't be written and taken out.
    """
    policies.may_have_calendar(by, person).enforce()
    policies.may_try(person).enforce()
    # The server is asked before anything is locked.
    return _keep(person, server.prove(address, auth), by=by)


@transaction.atomic
def _keep(person: User, door: server.Door, *, by: User) -> OwnCalendar:
    person = User.objects.select_for_update().get(pk=person.pk)
    known = OwnCalendar.objects.filter(person=person).first()
    if known and _address(known) not in {door.address, ""}:
        leaving.leave(known)
    user, password = door.auth
    kept, _ = OwnCalendar.objects.update_or_create(
        person=person,
        defaults={
            "sealed_address": seal(door.address),
            "user": user,
            "sealed_password": seal(password),
            "trouble": "",
            "troubled_since": None,
            "is_refused": False,
        },
    )
    record(events.OwnCalendarConnected.of(person), by=by)
    write_ahead.enqueue(kept.pk)
    return kept


def _address(known: OwnCalendar) -> str:
    """Where it is; empty when the site has a new key and nobody can tell."""
    try:
        return unseal(known.sealed_address)
    except Unsealable:
        return ""


@transaction.atomic
def try_again(person: User, *, by: User) -> None:
    """After trouble: everything ahead is written again, without waiting for the next change."""
    policies.may_have_calendar(by, person).enforce()
    found = (
        OwnCalendar.objects.select_for_update().filter(person=person, troubled_since__isnull=False).first()
    )
    if found is None:
        return
    found.is_refused = False
    found.save(update_fields=["is_refused"])
    record(events.OwnCalendarTriedAgain.of(person), by=by)
    write_ahead.enqueue(found.pk)


@transaction.atomic
def take_away(person: User, *, by: User) -> None:
    """Nothing is written any more; what lies ahead is taken out, what is over stays. Twice changes nothing."""
    policies.may_have_calendar(by, person).enforce()
    found = OwnCalendar.objects.select_for_update().filter(person=person).first()
    if found:
        leaving.leave(found)
        record(events.OwnCalendarLeft.of(person), by=by)
