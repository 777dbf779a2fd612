"""The stations, the paths and the confidence that Today shows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from askwell.ask.models import RequestStatus
from askwell.connect.names import counted
from askwell.desk import when as say
from askwell.desk.selectors.coming import coming
from askwell.desk.selectors.reading import Desk, desk, plural
from askwell.desk.selectors.waiting import due, step_of
from askwell.explore.models import Path
from askwell.meet.consultations.selectors import is_offered_to
from askwell.meet.models import Conversation

if TYPE_CHECKING:
    from askwell.accounts.models import User


def today(person: "User") -> dict[str, Any]:
    """Everything on Today: what is coming and what waits for everybody, the journey for seekers, hours for hosts."""
    read = desk(person)
    step, ahead = step_of(read), coming(read)
    local = timezone.localtime(read.now)
    return {
        "is_new": read.is_new and not ahead and step.url_name == "explore:index",
        "greeting": say.greeting(local),
        "first_name": person.name.split()[0] if person.name.strip() else "",
        "now": local,
        "step": step,
        "stations": stations(read) if read.seeks else [],
        "coming": ahead,
        "due": due(read, step),
        "paths": paths_card(read),
        "compare": "Compare both"
        if len(read.paths) == 2
        else f"Compare all {counted(len(read.paths), '', '').strip()}",
        "sure": how_sure(read),
        "may_consult": read.seeks and is_offered_to(person),
        "hosting": read.hosting,
        "coordinates": read.coordinates,
    }


@dataclass(frozen=True, slots=True)
class Station:
    """One of the five stations: its name, how many, of what, and where it leads."""

    name: str
    count: int
    noun: str
    url_name: str
    is_here: bool = False


def stations(read: Desk) -> list[Station]:
    """The journey as five stations; “here” is the last one that holds anything."""
    asked = sum(request.status != RequestStatus.DRAFT for request in read.requests)
    booked = len(read.coming)
    kept = sum(read.findings.values())
    rows = [
        ("Explore", len(read.paths), plural(len(read.paths), "path"), "explore:index"),
        ("Reach out", asked, plural(asked, "request"), "connect:index"),
        (
            "Meet",
            booked or len(read.held),
            "booked" if booked else plural(len(read.held), "talk"),
            "meet:index",
        ),
        ("Learn", kept, plural(kept, "finding"), "meet:index"),
        (
            "Decide",
            read.decisions,
            plural(read.decisions, "decision") if read.decisions else "no rush",
            "decide:index",
        ),
    ]
    here = max((place for place, row in enumerate(rows) if row[1]), default=0)
    return [Station(*row, is_here=place == here) for place, row in enumerate(rows)]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A path on Today's card, with how much is known of it."""

    path: Path
    known: str


def paths_card(read: Desk) -> list[Weighed]:
    """Each considered path with its talks and findings."""
    return [Weighed(path, _known(read, path)) for path in read.paths]


def _known(read: Desk, path: Path) -> str:
    talked = {talk.contact_id for talk in read.held}
    talks = sum(one.pk in talked and path in one.paths.all() for one in read.contacts)
    findings = read.findings.get(path.pk, 0)
    if not talks and not findings:
        return f"Added {say.on_day(timezone.localtime(path.added_at), timezone.localtime(read.now))} · figures only"
    return f"{talks} {plural(talks, 'conversation')} · {findings} {plural(findings, 'finding')}"


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure one felt around one conversation, and where it stands in the drawing (x in percent)."""

    who: str
    day: str
    before: int | None
    after: int | None
    x_before: float
    x_after: float

    @property
    def y_before(self) -> int:
        """Its height before."""
        return 78 - 12 * (self.before or 1)

    @property
    def y_after(self) -> int:
        """Its height after."""
        return 78 - 12 * (self.after or 1)

    @property
    def middle(self) -> float:
        """The middle between the two."""
        return (self.x_before + self.x_after) / 2


MOST_SURE = 3


def how_sure(read: Desk) -> list[Sure]:
    """The last conversations with a rating, oldest first."""
    rated = [talk for talk in read.held if talk.sure_before or talk.sure_after]
    rated = sorted(rated, key=lambda talk: talk.ended_at or talk.made_at)[-MOST_SURE:]
    width = 100 / max(len(rated), 2)
    return [_sure(talk, place * width, width) for place, talk in enumerate(rated)]


def _sure(talk: Conversation, left: float, width: float) -> Sure:
    at = timezone.localtime(talk.ended_at or talk.made_at)
    return Sure(
        who=talk.contact.called.removeprefix("Dr. "),
        day=f"{at:%b} {at.day}",
        before=talk.sure_before,
        after=talk.sure_after,
        x_before=round(left + width * 0.24, 1),
        x_after=round(left + width * 0.68, 1),
    )
