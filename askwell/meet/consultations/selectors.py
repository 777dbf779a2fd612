"""Which times the counselors have, together; and who of them gets one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Max
from django.utils import timezone

from askwell.accounts.models import RoleName, User
from askwell.lib import zones
from askwell.meet.availability import together
from askwell.meet.availability.models import FURTHEST
from askwell.meet.consultations import policies
from askwell.meet.consultations.fairness import Load, whose_turn
from askwell.meet.listing import Day, by_day
from askwell.meet.models import Conversation, ConversationStatus
from askwell.meet.selectors import untaken
from askwell.meet.slots import slots

if TYPE_CHECKING:
    from django.db.models import QuerySet

MINUTES = 30
LATELY = timedelta(days=30)
MOMENT = timedelta(microseconds=1)
AHEAD = timedelta(days=FURTHEST + 2)


def counselors(seeker: User) -> "QuerySet[User]":
    """Those who may be asked: counselors with hours, but never oneself."""
    every = User.objects.filter(roles__name=RoleName.COUNSELOR, availability__isnull=False, is_active=True)
    return every.exclude(pk=seeker.pk).order_by("pk")


def is_offered_to(seeker: User) -> bool:
    """Whether there is anything to offer: a seeker in a program, and a counselor with hours."""
    return bool(policies.may_consult(seeker)) and counselors(seeker).exists()


def pool(
    people: Iterable[User], seeker: User, *, first: datetime, last: datetime
) -> dict[datetime, list[int]]:
    """Each start from `first` to before `last` at which somebody is free, with the ids of those who are.

    It shows the times and checks them: a start is bookable when it is in here.
    """
    free: dict[datetime, list[int]] = defaultdict(list)
    now = timezone.now()
    for person, rules, busy in together.offers([one.pk for one in people], first=first, last=last):
        for at in slots(rules, busy, now=now, first=first, last=last, minutes=MINUTES):
            free[at].append(person)
    return {at: free[at] for at in untaken(free, seeker, minutes=MINUTES)}


def free_at(people: Iterable[User], seeker: User, *, at: datetime) -> list[int]:
    """Who is free at that start, by id."""
    return pool(people, seeker, first=at, last=at + MOMENT).get(at, [])


def soonest(seeker: User) -> datetime | None:
    """When they could talk with a counselor first; nothing when they have one open, or are taken then themselves."""
    found = None if still_open(seeker) else together.next_free(counselors(seeker), minutes=MINUTES)
    left = untaken([found[1]], seeker, minutes=MINUTES) if found else []
    return left[0] if left else None


def next_in_turn(people: Sequence[int]) -> int:
    """Who of these takes it: whoever has talked least lately, what is to come counted too."""
    counted = Conversation.objects.filter(
        contact__account__in=people,
        status__in=[ConversationStatus.BOOKED, ConversationStatus.HELD],
        starts_at__gte=timezone.now() - LATELY,
    )
    rows = counted.order_by().values_list("contact__account").annotate(Count("pk"), Max("starts_at"))
    loads = {person: Load(person, recent, last) for person, recent, last in rows}
    return whose_turn(loads.get(person, Load(person)) for person in people)


def still_open(seeker: User) -> Conversation | None:
    """The seeker's talk with a counselor that is still to come, or of which nobody said whether it took place."""
    mine = Conversation.objects.visible_to(seeker).open()
    with_counselor = mine.filter(contact__account__roles__name=RoleName.COUNSELOR)
    return with_counselor.select_related("contact").order_by("pk").first()


@dataclass(frozen=True)
class Offer:
    """What the page shows: the days with their times, and where the later ones begin."""

    days: list[Day]
    later: datetime | None
    spoken: str
    zone: str
    open: Conversation | None


def offer(seeker: User, *, first: datetime) -> Offer:
    """The times from `first` on, in the reader's zone; one list, whoever they are of."""
    now, zone = timezone.now(), timezone.get_current_timezone_name()
    open_one = still_open(seeker)
    found = {} if open_one else pool(counselors(seeker), seeker, first=max(first, now), last=now + AHEAD)
    days, later = by_day(found, zone)
    return Offer(days, later, zones.spoken(now, zone), zone, open_one)
