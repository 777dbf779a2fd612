"""What a program keeps of one person beside their journey: whatever their role, it is theirs to take along."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings

from askwell.gather.models import Gathering, Seat
from askwell.journal.models import Entry
from askwell.meet.availability.models import Availability, CalendarSource, DayException, WeeklyHours
from askwell.meet.hosting.selectors import hosted
from askwell.meet.models import CalendarFeed
from askwell.meet.own_calendar.models import OwnCalendar
from askwell.program.models import Invitation, Roster

if TYPE_CHECKING:
    from askwell.accounts.models import User

Record = Mapping[str, Any]
RULES = (
    "time_zone", "lengths", "step", "before", "after", "notice_hours", "horizon_days",
    "most_per_day", "most_per_week", "most_per_month", "back_on",
)  # fmt: skip


def in_program(person: "User") -> dict[str, list[Record]]:
    """Everything, part by part; nothing in the solo edition, and nothing of the worked example."""
    if settings.SOLO or person.is_example:
        return {}
    return {name: list(read(person)) for name, (_, read) in PARTS.items()}


def _values(rows: Any, *names: str) -> list[Record]:
    """These columns of some rows."""
    return list(rows.values(*names))


def _account(person: "User") -> list[Record]:
    known = {name: getattr(person, name) for name in ("name", "email", "about", "time_zone")}
    return [known | {"roles": sorted(person.role_names), "made_at": person.date_joined}]


def _ways_in(person: "User") -> Iterable[Record]:
    for one in Authenticator.objects.filter(user=person).order_by("pk"):
        yield {"kind": one.get_type_display(), "name": one.data.get("name", ""), "made_at": one.created_at}
    for account in SocialAccount.objects.filter(user=person).order_by("pk"):
        yield {"kind": "School account", "name": account.uid, "made_at": account.date_joined}


def _sessions(person: "User") -> Iterable[Record]:
    every = UserSession.objects.filter(user=person).order_by("pk")
    return _values(every, "ip", "user_agent", "created_at", "last_seen_at")


def _seats(person: "User") -> Iterable[Record]:
    for seat in Seat.objects.visible_to(person).select_related("gathering").order_by("pk"):
        yield {
            "gathering": seat.gathering.title,
            "starts_at": seat.gathering.starts_at,
            "status": seat.get_status_display(),
            "answer": seat.answer,
            "answer_is_shown": seat.is_shown,
            "wanted_too": [too.asked.answer for too in seat.asks_too.select_related("asked")],
            "asked_at": seat.asked_at,
        }


def _gatherings(person: "User") -> Iterable[Record]:
    said = (
        "title",
        "summary",
        "description",
        "starts_at",
        "ends_at",
        "time_zone",
        "where",
        "question",
        "status",
    )
    return _values(Gathering.objects.filter(organizer=person).order_by("pk"), *said)


def _talks(person: "User") -> Iterable[Record]:
    for talk in hosted(person).order_by("pk"):
        yield {
            "with": talk.seeker.name,
            "starts_at": talk.starts_at,
            "minutes": talk.minutes,
            "status": talk.get_status_display(),
            "place": talk.get_place_display(),
            "place_details": talk.place_details,
            "called_off_why": talk.called_off_why,
        }


def _rules(person: "User") -> Iterable[Record]:
    return _values(Availability.objects.visible_to(person), *RULES)


def _hours(person: "User") -> Iterable[Record]:
    for one in WeeklyHours.objects.filter(availability__person=person):
        yield {
            "weekday": one.get_weekday_display(),
            **{name: getattr(one, name) for name in ("opens", "closes", "zone", "since", "until")},
        }


def _other_days(person: "User") -> Iterable[Record]:
    return _values(DayException.objects.filter(availability__person=person), "day", "opens", "closes")


def _calendars(person: "User") -> Iterable[Record]:
    """Neither addresses nor passwords: they are keys, and whoever connected a calendar has them."""
    read = CalendarSource.objects.filter(availability__person=person)
    return _values(read, "name", "kind", "user", "made_at", "read_at")


def _own_calendar(person: "User") -> Iterable[Record]:
    """Without its address and password, for the same reason."""
    return _values(OwnCalendar.objects.filter(person=person), "user", "made_at", "written_at")


def _feed(person: "User") -> Iterable[Record]:
    return _values(CalendarFeed.objects.filter(person=person), "made_at")


def _invitations(person: "User") -> Iterable[Record]:
    said = ("name", "email", "roles", "most_uses", "taken", "made_at", "expires_at", "revoked_at")
    return _values(Invitation.objects.filter(made_by=person).order_by("pk"), *said)


def _rosters(person: "User") -> Iterable[Record]:
    return _values(Roster.objects.filter(made_by=person).order_by("pk"), "file_name", "taken_at", "undone_at")


def _acts(person: "User") -> Iterable[Record]:
    """What they did, apart from what stands in their journey's own history."""
    every = Entry.objects.filter(actor_id=person.pk).exclude(contact_id__in=person.contacts.values("pk"))
    return _values(every.order_by("at", "pk"), "at", "says")


PARTS: Mapping[str, tuple[str, Callable[["User"], Iterable[Record]]]] = {
    "account": ("Your account", _account),
    "ways_in": ("How you sign in, beside a password", _ways_in),
    "sessions": ("Where you are signed in", _sessions),
    "seats": ("Gatherings you came to, or wanted to", _seats),
    "gatherings": ("Gatherings you planned", _gatherings),
    "talks": ("Talks you were asked for", _talks),
    "rules": ("How you offer time", _rules),
    "hours": ("Your hours", _hours),
    "other_days": ("Days that differ", _other_days),
    "calendars": ("Calendars you connected", _calendars),
    "own_calendar": ("The calendar your conversations are put in", _own_calendar),
    "feed": ("Your calendar’s private address", _feed),
    "invitations": ("Invitations you made", _invitations),
    "rosters": ("Rosters you brought", _rosters),
    "acts": ("What you did", _acts),
}
"""Each part of the file, what a page calls it, and how it is read."""


def told(value: Any, at: Callable[[datetime], str]) -> str:
    """A value in words; `at` says an instant."""
    if isinstance(value, datetime):
        return at(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(told(one, at) for one in value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
