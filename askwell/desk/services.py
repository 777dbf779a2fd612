"""Bringing a journey in, deleting it, and the worked example."""

import json
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from allauth.usersessions.models import UserSession
from django.db import models, transaction
from django.utils import timezone

from askwell.accounts.models import Role, RoleName, User
from askwell.desk import journey_file, policies
from askwell.desk.events import AccountDeleted, ExampleMade, ExampleRemoved, JourneyBroughtIn, JourneyDeleted
from askwell.desk.example.moments import told_from
from askwell.desk.journey_file.tables import PROFILE, TABLES
from askwell.gather import services as gather
from askwell.journal import services as journal
from askwell.journal.models import Entry
from askwell.program import services as program
from askwell.program.services.people import lock_coordinators

if TYPE_CHECKING:
    from askwell.desk.journey_file import Arrived, Journey


@transaction.atomic
def bring_in(read: "Journey", seeker: User, *, by: User) -> "list[Arrived]":
    """Add what a file holds to the seeker's journey; what is there already stays as it is."""
    seeker = User.objects.select_for_update().get(pk=seeker.pk)
    policies.may_move_journey(by, seeker).enforce()
    arrived = journey_file.put(read, seeker)
    journal.record(JourneyBroughtIn.of(seeker, rows=sum(table.new for table in arrived)), by=by)
    return arrived


@transaction.atomic
def delete_everything(seeker: User, *, by: User) -> User:
    """Delete the seeker's whole journey and example; the person stays able to begin anew."""
    # Gatherings are locked before people, here as everywhere.
    gather.leave_all(seeker, by=by)
    seeker = User.objects.select_for_update().get(pk=seeker.pk)
    policies.may_move_journey(by, seeker).enforce()
    _clear(seeker)
    for example in User.objects.filter(example_of=seeker):
        _clear(example)
        example.delete()
    for name in PROFILE:
        setattr(seeker, name, "")
    seeker.save(update_fields=PROFILE)
    journal.record(JourneyDeleted.of(seeker), by=by)
    return seeker


@transaction.atomic
def delete_account(person: User, *, by: User) -> None:
    """Delete a person from a program with all that is theirs: journey, invitations, ways to sign in, sessions."""
    # Gatherings are locked before coordinators, and those before people, here as everywhere.
    gather.leave_all(person, by=by)
    lock_coordinators()
    person = User.objects.select_for_update().get(pk=person.pk)
    policies.may_delete_account(by, person).enforce()
    delete_everything(person, by=by)
    program.forget(person)
    for session in UserSession.objects.filter(user=person):
        session.end()
    journal.record(AccountDeleted.of(person), by=by)
    person.delete()


@transaction.atomic
def open_example(owner: User, *, by: User) -> User:
    """The invented seeker of this person's worked example, made on first use, told from today."""
    owner = User.objects.select_for_update().get(pk=owner.pk)
    policies.may_have_example(by).enforce()
    if example := User.objects.filter(example_of=owner).first():
        return example
    example = User.objects.create(username=f"example-{owner.pk}", example_of=owner, time_zone=owner.time_zone)
    example.set_unusable_password()
    example.save(update_fields=["password"])
    Role.objects.create(user=example, name=RoleName.SEEKER)
    journey_file.put(_told_today(), example)
    journal.record(ExampleMade.of(example), by=by)
    return example


def _told_today() -> "Journey":
    told = json.loads(files("askwell.desk.example").joinpath("maya.json").read_text(encoding="utf-8"))
    # The reader's own clock: "yesterday at four" must be four where they are.
    zone = ZoneInfo(timezone.get_current_timezone_name())
    return journey_file.read(json.dumps(told_from(timezone.now(), told, zone)))


@transaction.atomic
def remove_example(owner: User, *, by: User) -> int:
    """Remove the worked example and everything of it, and nothing else; returns how many were removed."""
    owner = User.objects.select_for_update().get(pk=owner.pk)
    policies.may_have_example(by).enforce()
    examples = list(User.objects.filter(example_of=owner))
    for example in examples:
        _clear(example)
        example.delete()
        journal.record(ExampleRemoved.of(owner), by=by)
    return len(examples)


def _clear(seeker: User) -> None:
    """Delete every row of a journey, the last table first."""
    for table in reversed(TABLES):
        models.QuerySet(table.model).filter(**{table.owner: seeker.pk}).delete()
    Entry.objects.filter(actor_id=seeker.pk).delete()
