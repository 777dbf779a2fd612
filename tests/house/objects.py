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
from askwell.gather import services as gather
from askwell.gather.models import Gathering, Seat, Speaker
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
    "program:close_account.pk": lambda cast: cast.host.pk,
    "program:open_account.pk": lambda cast: cast.host.pk,
    "guide.slug": lambda cast: "how-to-ask",
    "explore.soc": lambda cast: "29-1141",
    "explore.cip": lambda cast: "51.3801",
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
    "meet:hosted.pk": lambda cast: _hosted(cast),
    "meet:host_place.pk": lambda cast: _hosted(cast),
    "meet:host_times.pk": lambda cast: _hosted(cast),
    "meet:host_choose.pk": lambda cast: _hosted(cast),
    "meet:host_call_off.pk": lambda cast: _hosted(cast),
    "meet:host_missed.pk": lambda cast: _hosted(cast),
    "meet:drop_calendar.pk": lambda cast: 1,
    "meet:read_calendar.pk": lambda cast: 1,
    "gather.code": lambda cast: Gathering.objects.get().code,
    "gather.key": lambda cast: "a-key-that-opens-nothing",
    "gather.verb": lambda cast: "give-up",
    "gather.seat_pk": lambda cast: Seat.objects.get().pk,
    "gather.speaker_pk": lambda cast: Speaker.objects.get().pk,
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
    _gathering(cast)
    meet.make_feed(cast.seeker, by=cast.seeker)
    asked = InterviewRequest.objects.filter(seeker=cast.seeker).earliest("pk")
    AnswerLink.objects.create(request=asked, expires_at=timezone.now() + timedelta(days=9))
    program.invite(email="ada@example.org", roles=["seeker"], by=cast.coordinator)
    program.take_in(roster.Roster((), ()), file_name="class.csv", by=cast.coordinator)
    for person in (cast.seeker, cast.host, cast.counselor, cast.coordinator):
        person.email = f"{person.username}@example.org"
        person.save()


def _gathering(cast: Cast) -> None:
    """The counselor plans an evening, and the seeker has a seat."""
    starts_at = timezone.now() + timedelta(days=7)
    planned = gather.plan(
        title="A night shift",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        time_zone="America/Chicago",
        where="https://meet.example.org/night",
        seats=2,
        audience="signed_in",
        speakers=[gather.Voice("Ruth Okoro", "Charge nurse")],
        by=cast.counselor,
    )
    gather.take_seat(gather.open(planned, by=cast.counselor), by=cast.seeker)


def _hosted(cast: Cast) -> object:
    """The seeker's talk with the host of the program, made on first use."""
    contact, made = Contact.objects.get_or_create(
        seeker=cast.seeker, account=cast.host, defaults={"name": "Hannah"}
    )
    talk = meet.plan(contact, by=cast.seeker) if made else Conversation.objects.get(contact=contact)
    return talk.pk


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
