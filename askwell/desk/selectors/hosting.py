"""What waits for those who are asked to talk."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils import timezone

from askwell.ask.models import InterviewRequest
from askwell.meet.availability import selectors as hours
from askwell.meet.availability import words
from askwell.meet.availability.policies import OFFERING
from askwell.meet.hosting.selectors import hosted
from askwell.meet.models import Conversation, ConversationStatus
from askwell.meet.selectors import to_choose_from

if TYPE_CHECKING:
    from askwell.accounts.models import User
    from askwell.meet.availability.models import Availability


@dataclass(frozen=True)
class Hosting:
    """The talks somebody is asked for, the requests they have not answered, and why nobody can book them."""

    is_host: bool = False
    keeps_hours: bool = False
    closed_because: str = ""
    away_until: str = ""
    asked: list[InterviewRequest] = field(default_factory=list)
    talks: list[Conversation] = field(default_factory=list)

    @property
    def coming(self) -> list[Conversation]:
        """Booked and not over, the next first."""
        return [talk for talk in self.talks if talk.status == ConversationStatus.BOOKED and not talk.is_over]

    @property
    def to_choose(self) -> list[Conversation]:
        """Those for which the seeker named times."""
        return [talk for talk in self.talks if to_choose_from(talk, by_them=False)]

    @property
    def to_name(self) -> list[Conversation]:
        """Those for which nobody named a time; with hours here the seeker picks one of those."""
        if self.keeps_hours:
            return []
        no_time = (talk for talk in self.talks if talk.needs_a_time)
        return [
            talk
            for talk in no_time
            if not any(to_choose_from(talk, by_them=by_them) for by_them in (True, False))
        ]


def hosting(person: "User") -> Hosting:
    """A handful of reads, however much they are asked; what a seeker noted is not among it."""
    is_host = bool(person.role_names & set(OFFERING))
    availability = hours.of(person) if is_host else None
    open_talks = hosted(person).filter(status__in=[ConversationStatus.AGREED, ConversationStatus.BOOKED])
    asked = InterviewRequest.objects.asking(person).select_related("seeker", "answer_link")
    return Hosting(
        is_host=is_host,
        keeps_hours=bool(availability and _names_hours(availability)),
        closed_because=hours.why_closed(availability) if availability else "",
        away_until=_away_until(availability) if availability else "",
        asked=list(asked.order_by("sent_at", "pk")),
        talks=list(open_talks.prefetch_related("offered_times").order_by("starts_at", "pk")),
    )


def _names_hours(availability: "Availability") -> bool:
    return bool(hours.rules(availability).hours or hours.rules(availability).other_days)


def _away_until(availability: "Availability") -> str:
    today = timezone.now().astimezone(ZoneInfo(availability.time_zone)).date()
    back = availability.back_on
    return words.day(back, today=today) if back and back > today else ""
