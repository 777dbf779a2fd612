"""Planning, changing, reminding, calling off."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askwell.accounts.models import User
from askwell.connect import services as connect
from askwell.gather import jobs, services
from askwell.gather.models import Gathering, Reminder
from askwell.lib.verdicts import Refused
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from tests.gather.conftest import Plan, details, people

pytestmark = pytest.mark.django_db


def letters(name: str) -> int:
    return DBTaskResult.objects.filter(task_path__endswith=f".{name}").count()


def at(gathering: Gathering, **before: Any) -> time_machine.travel:
    return time_machine.travel(gathering.starts_at - timedelta(**before), tick=False)


def test_only_staff_plan(seeker: User, host: User) -> None:
    for user in (seeker, host):
        with pytest.raises(Refused, match="Counselors and coordinators"):
            services.plan(by=user, **details())


def test_a_draft_whose_time_has_passed_does_not_open(program: object, counselor: User) -> None:
    draft = services.plan(by=counselor, **details(starts_at=timezone.now() - timedelta(hours=1)))

    with pytest.raises(Refused, match="has passed"):
        services.open(draft, by=counselor)


def test_what_is_over_or_called_off_does_not_change(opened: Plan, counselor: User) -> None:
    gathering = services.cancel(opened(), by=counselor)

    with pytest.raises(Refused, match="called off"):
        services.change(gathering, by=counselor, **details())


def test_a_new_time_is_told_to_everyone_and_new_words_alone_are_not(opened: Plan, counselor: User) -> None:
    gathering = opened(seats=1)
    for user in people(3):
        services.take_seat(gathering, by=user)
    same = {"starts_at": gathering.starts_at, "seats": 1}

    services.change(gathering, by=counselor, **details(description="More words", **same))
    assert (letters("moved"), services.change(gathering, by=counselor, **details(**same)).sequence) == (0, 0)
    later = services.change(
        gathering, by=counselor, **details(seats=1, starts_at=gathering.starts_at + timedelta(days=1))
    )

    assert (letters("moved"), later.sequence) == (3, 1)


def test_calling_off_is_told_to_everyone_once(opened: Plan, counselor: User) -> None:
    gathering = opened(seats=1)
    for user in people(3):
        services.take_seat(gathering, by=user)

    for _ in range(2):
        services.cancel(gathering, by=counselor)

    assert letters("canceled") == 3


def test_people_are_reminded_a_day_and_an_hour_before_once_each(opened: Plan, seeker: User) -> None:
    gathering = opened(reminders=True, starts_at=timezone.now() + timedelta(days=3))
    services.take_seat(gathering, by=seeker)

    for before, so_far in ((25, 0), (23, 1), (2, 1), (0.5, 2)):
        with at(gathering, hours=before):
            jobs.run_due()
            jobs.run_due()
        assert letters("reminder") == so_far, before


def test_who_takes_a_seat_after_a_reminder_was_due_is_not_reminded_of_it(opened: Plan, seeker: User) -> None:
    gathering = opened(reminders=True, starts_at=timezone.now() + timedelta(hours=5))
    services.take_seat(gathering, by=seeker)

    jobs.run_due()
    assert letters("reminder") == 0
    with at(gathering, minutes=30):
        jobs.run_due()

    assert letters("reminder") == 1


def test_trap_14_switching_reminders_on_mails_nobody_in_retrospect(
    opened: Plan, seeker: User, counselor: User
) -> None:
    gathering = opened(reminders=False, starts_at=timezone.now() + timedelta(days=3))
    services.take_seat(gathering, by=seeker)

    with at(gathering, hours=20):
        services.change(gathering, by=counselor, **details(starts_at=gathering.starts_at, reminders=True))
        jobs.run_due()
    assert letters("reminder") == 0
    with at(gathering, minutes=30):
        jobs.run_due()

    assert letters("reminder") == 1


def test_a_new_time_is_reminded_of_anew(opened: Plan, seeker: User, counselor: User) -> None:
    gathering = opened(reminders=True, starts_at=timezone.now() + timedelta(days=3))
    services.take_seat(gathering, by=seeker)
    with at(gathering, hours=20):
        jobs.run_due()
        gathering = services.change(
            gathering,
            by=counselor,
            **details(starts_at=gathering.starts_at + timedelta(days=3), reminders=True),
        )

    with at(gathering, hours=20):
        jobs.run_due()

    assert Reminder.objects.count() == letters("reminder") == 2


def test_a_recording_goes_to_all_who_came_or_wanted_to(opened: Plan, counselor: User) -> None:
    gathering = opened(seats=1)
    seats = [services.take_seat(gathering, by=user) for user in people(4)]
    services.give_up(seats[3], by=seats[3].user)

    with time_machine.travel(gathering.ends_at + timedelta(minutes=1), tick=False):
        jobs.run_due()
        for _ in range(2):
            services.share_recording(gathering, link="https://video.example.org/1", by=counselor)

    assert letters("recording") == 3


def test_there_is_no_recording_before_it_began(opened: Plan, counselor: User) -> None:
    with pytest.raises(Refused, match="before it took place"):
        services.share_recording(opened(), link="https://video.example.org/1", by=counselor)


def listening(opened: Plan, seeker: User) -> tuple[Gathering, Conversation]:
    gathering = opened(speakers=[services.Voice("Delphine Arnaud", "Emergency nurse")])
    seat = services.take_seat(gathering, by=seeker)
    return gathering, services.listen_to(seat, gathering.speakers.get(), by=seeker)


def test_what_one_prepared_moves_with_the_gathering(opened: Plan, seeker: User, counselor: User) -> None:
    gathering, conversation = listening(opened, seeker)
    later = gathering.starts_at + timedelta(days=1)

    services.change(gathering, by=counselor, **details(starts_at=later))

    conversation.refresh_from_db()
    assert (conversation.status, conversation.starts_at) == ("booked", later)


def test_what_one_prepared_is_kept_when_the_new_time_is_taken(
    opened: Plan, seeker: User, counselor: User
) -> None:
    gathering, conversation = listening(opened, seeker)
    later = gathering.starts_at + timedelta(days=1)
    other = meet.plan(connect.add_contact(seeker, name="Kwame Osei", by=seeker), by=seeker)
    meet.book(other, starts_at=later, minutes=30, time_zone="UTC", place="video", place_details="", by=seeker)

    services.change(gathering, by=counselor, **details(starts_at=later))

    conversation.refresh_from_db()
    assert conversation.status == "canceled"


@pytest.mark.parametrize("how", ["cancel", "give_up"])
def test_what_one_prepared_is_called_off_with_the_gathering_or_the_seat(
    opened: Plan, seeker: User, counselor: User, how: str
) -> None:
    gathering, conversation = listening(opened, seeker)

    if how == "cancel":
        services.cancel(gathering, by=counselor)
    else:
        services.give_up(conversation.seat, by=seeker)

    conversation.refresh_from_db()
    assert conversation.status == "canceled"


def test_after_it_one_can_still_keep_what_one_heard(opened: Plan, seeker: User) -> None:
    gathering = opened(speakers=[services.Voice("Delphine Arnaud")])
    seat = services.take_seat(gathering, by=seeker)

    with time_machine.travel(gathering.ends_at + timedelta(hours=1), tick=False):
        conversation = services.listen_to(seat, gathering.speakers.get(), by=seeker)
        held = meet.hold(conversation, by=seeker)

    assert held.status == "held"


def test_without_a_seat_there_is_nothing_to_prepare(opened: Plan, seeker: User) -> None:
    gathering = opened(seats=1, speakers=[services.Voice("Delphine Arnaud")])
    services.take_seat(gathering, by=people(1)[0])
    waiting = services.take_seat(gathering, by=seeker)

    with pytest.raises(Refused, match="Take a seat"):
        services.listen_to(waiting, gathering.speakers.get(), by=seeker)
