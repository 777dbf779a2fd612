"""What is coming for a host, and what waits for them; of the seeker only the name and what they say of themselves."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.utils import timezone

from askwell.lib import zones
from askwell.meet.models import Conversation, ConversationStatus, OfferedTime
from askwell.meet.selectors import to_choose_from

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from askwell.accounts.models import User

BACK = timedelta(days=60)


def hosted(host: "User") -> "QuerySet[Conversation]":
    """The conversations somebody is asked for; what the seeker noted and thinks is not even read."""
    every = Conversation.objects.hosted_by(host).select_related("seeker", "contact")
    return every.defer("sure_before", "sure_after", "reflection", "contact__about", "contact__known_how")


def hosts_any(host: "User") -> bool:
    """Whether anybody ever asked for them."""
    return Conversation.objects.hosted_by(host).exists()


@dataclass(frozen=True)
class Hosting:
    """A host's conversations, by what they wait for."""

    over: list[Conversation]
    waiting: list[Conversation]
    coming: list[Conversation]
    past: list[Conversation]
    zone: str
    spoken: str


def hosting(host: "User") -> Hosting:
    """One read, however long the list; what is past goes back two months."""
    now, zone = timezone.now(), timezone.get_current_timezone_name()
    theirs = OfferedTime.objects.filter(conversation=OuterRef("pk"), by_them=False, starts_at__gt=now)
    every = list(hosted(host).annotate(named_for_host=Exists(theirs)).order_by("starts_at", "pk"))
    booked = [one for one in every if one.status == ConversationStatus.BOOKED]
    return Hosting(
        over=[one for one in booked if one.is_over and _since(one) > now - BACK],
        # Where a seeker named times, one press is all it takes.
        waiting=sorted(
            (one for one in every if one.status == ConversationStatus.AGREED),
            key=lambda one: not one.named_for_host,  # type: ignore[attr-defined]
        ),
        coming=[one for one in booked if not one.is_over],
        past=[one for one in reversed(every) if not one.is_open and _since(one) > now - BACK],
        zone=zone,
        spoken=zones.spoken(now, zone),
    )


def _since(one: Conversation) -> datetime:
    return one.starts_at or one.called_off_at or one.ended_at or one.made_at


@dataclass(frozen=True)
class Named:
    """The times that stand to be chosen from: the seeker's, and the host's own."""

    by_seeker: list[OfferedTime]
    by_host: list[OfferedTime]


def named(talk: Conversation) -> Named:
    """Those that wait; none once one of them is booked."""
    return Named(to_choose_from(talk, by_them=False), to_choose_from(talk, by_them=True))
