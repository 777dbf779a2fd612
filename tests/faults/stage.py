"""What a whole program begins with; called in a process of its own."""

from datetime import time, timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askwell.accounts.models import Role, RoleName, User
from askwell.ask import letters
from askwell.ask import services as ask
from askwell.connect import services as connect
from askwell.gather import services as gather
from askwell.meet.availability import selectors, services

BODY = (
    "Hello Priya Raman,\n\nElena Ruiz suggested that I write to you. I read about your work on the new ward.\n\n"
    "Would you have 20 minutes to talk, whenever suits you?\n\nThank you,\nNadia"
)


def fill(people: int, *, seats: int, hours: int) -> dict[str, Any]:
    """Signed-in seekers, each with a letter to send; two gatherings; a counselor who is open for some half hours."""
    call_command("migrate", verbosity=0)
    staff = _person("colette", RoleName.COORDINATOR)
    return {
        "gathering": _gathering(staff, seats),
        "other_gathering": _gathering(staff, seats),
        "times": [at.isoformat() for at in _times(hours)],
        "people": [_seeker(f"seeker{number}") for number in range(people)],
    }


def _gathering(staff: User, seats: int) -> str:
    tomorrow = timezone.now() + timedelta(days=1)
    gathering = gather.plan(
        title="A night shift", starts_at=tomorrow, ends_at=tomorrow + timedelta(hours=1),
        time_zone="America/Chicago", seats=seats, by=staff,
    )  # fmt: skip
    return gather.open(gathering, by=staff).code


def _person(name: str, role: RoleName) -> User:
    user = User.objects.create(
        username=name, name=name.title(), email=f"{name}@school.example", time_zone="UTC"
    )
    Role.objects.create(user=user, name=role)
    return user


def _seeker(name: str) -> dict[str, Any]:
    user = _person(name, RoleName.SEEKER)
    contact = connect.add_contact(user, name="Priya Raman", email=f"priya+{name}@work.example", by=user)
    letter = ask.draft_request(contact, subject="Twenty minutes?", body=BODY, minutes=20, by=user)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return {"name": name, "letter": letter.pk, "session": session.session_key}


def _times(hours: int) -> list[Any]:
    counselor = _person("curtis", RoleName.COUNSELOR)
    day = (timezone.now() + timedelta(days=5)).date()
    services.set_days(counselor, first=day, last=day, spans=[(time(6), time(6 + hours))], by=counselor)
    first, last = timezone.now(), timezone.now() + timedelta(days=9)
    return [
        at for at in selectors.slots(counselor, first=first, last=last, minutes=30) if at.minute % 30 == 0
    ]


def left_running(count: int) -> None:
    """So many tasks whose worker died some time ago; they have nothing to do."""
    with transaction.atomic():
        for _ in range(count):
            letters.deliver.enqueue(0)
        idle = DBTaskResult.objects.filter(task_path__endswith="deliver", status="READY")
        idle.update(status="RUNNING", started_at=timezone.now() - timedelta(hours=1), worker_ids=["dead"])
