"""What the addresses of the matrix point at: rows of a whole journey, and of a program, that belong to the cast.

A room adds its own here, one line a parameter: by "room:page.parameter", or by "room.parameter" for all its pages.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask.links import address_of
from askwell.ask.models import AnswerLink, InterviewRequest, Letter
from askwell.connect.models import Contact
from askwell.decide import services as decide
from askwell.decide.models import Decision
from askwell.desk import journey_file
from askwell.desk.example.moments import told_from
from askwell.explore.models import Path
from askwell.learn.models import Finding
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.meet.selectors import feed_address
from askwell.prepare.models import Question
from askwell.program import roster
from askwell.program import services as program
from askwell.program.models import Invitation, Roster


@dataclass(frozen=True)
class Cast:
    """Whose the objects are."""

    seeker: User
    host: User
    counselor: User
    coordinator: User


Value = Callable[[Cast], object]
OBJECTS: dict[str, Value] = {
    "program:invited.token": lambda cast: Invitation.objects.get().token,
    "program.pk": lambda cast: Invitation.objects.get().pk,
    "program:rostered.pk": lambda cast: Roster.objects.get().pk,
    "program:undo_roster.pk": lambda cast: Roster.objects.get().pk,
    "program:person.pk": lambda cast: cast.host.pk,
    "guide.slug": lambda cast: "how-to-ask",
    "explore.soc": lambda cast: "29-1141",
    "explore.pk": lambda cast: _first(Path, cast),
    "connect.pk": lambda cast: _first(Contact, cast),
    "ask.contact_pk": lambda cast: _first(Contact, cast),
    "ask.pk": lambda cast: _first(InterviewRequest, cast),
    "ask:letter.pk": lambda cast: _first(Letter, cast),
    "ask:send.pk": lambda cast: _first(Letter, cast),
    "ask:settle.pk": lambda cast: _first(Letter, cast),
    "meet.contact_pk": lambda cast: _first(Contact, cast),
    "meet.pk": lambda cast: _first(Conversation, cast),
    "meet:answer.token": lambda cast: _last_part(address_of(AnswerLink.objects.earliest("pk"))),
    "meet:feed.token": lambda cast: _last_part(feed_address(cast.seeker)).removesuffix(".ics"),
    "prepare.soc": lambda cast: "29-1141",
    "prepare.conversation_pk": lambda cast: _first(Conversation, cast),
    "prepare.pk": lambda cast: _first(Question, cast),
    "rehearse.conversation_pk": lambda cast: _first(Conversation, cast),
    "learn.pk": lambda cast: _first(Conversation, cast),
    "learn:finding_edit.pk": lambda cast: _first(Finding, cast),
    "learn:finding_drop.pk": lambda cast: _first(Finding, cast),
    "keep.pk": lambda cast: _first(Conversation, cast),
    "keep.contact_pk": lambda cast: _first(Contact, cast),
    "decide.pk": lambda cast: _first(Decision, cast),
    # Signing in: no school is set, and nobody has a passkey.
    "openid_connect_login.provider_id": lambda cast: "school",
    "openid_connect_callback.provider_id": lambda cast: "school",
    "mfa_edit_webauthn.pk": lambda cast: 1,
    "mfa_remove_webauthn.pk": lambda cast: 1,
}


def furnish(cast: Cast) -> None:
    """Give the seeker the worked example's journey and a decision, and the program an invitation and a roster."""
    told = files("askwell.desk.example").joinpath("maya.json").read_text(encoding="utf-8")
    moved = told_from(timezone.now(), json.loads(told), ZoneInfo("America/Chicago"))
    journey_file.put(journey_file.read(json.dumps(moved)), cast.seeker)
    decide.write_down(
        cast.seeker, title="Nursing first", path=None, reasons="The ward", first_step="Apply", by=cast.seeker
    )
    meet.make_feed(cast.seeker, by=cast.seeker)
    asked = InterviewRequest.objects.filter(seeker=cast.seeker).earliest("pk")
    AnswerLink.objects.create(request=asked, expires_at=timezone.now() + timedelta(days=9))
    program.invite(email="ada@example.org", roles=["seeker"], by=cast.coordinator)
    program.take_in(roster.Roster((), ()), file_name="class.csv", by=cast.coordinator)
    for person in (cast.seeker, cast.host, cast.counselor, cast.coordinator):
        person.email = f"{person.username}@example.org"
        person.save()


def value_of(name: str, parameter: str, cast: Cast) -> object:
    """What stands in the address of a page for one of its parameters."""
    room = name.partition(":")[0]
    known = OBJECTS.get(f"{name}.{parameter}") or OBJECTS.get(f"{room}.{parameter}")
    assert known, f"Say in tests/house/objects.py what “{parameter}” of {name} is."
    return known(cast)


def _first(model: type, cast: Cast) -> object:
    return model.objects.filter(seeker=cast.seeker).order_by("pk").first().pk  # type: ignore[attr-defined]


def _last_part(address: str) -> str:
    return address.rpartition("/")[2]
