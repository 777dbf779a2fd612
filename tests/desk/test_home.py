"""Everybody's home in a program: what is coming, what waits, by what a person is there."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import Role, RoleName, User
from askwell.ask import services as ask
from askwell.connect.models import Contact
from askwell.gather import services as gather
from askwell.gather.models import Gathering
from askwell.meet import services as meet
from askwell.meet.availability import services as hours
from askwell.meet.hosting import services as hosts
from askwell.meet.models import Conversation
from tests.gather.conftest import details, people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("program")]
Browser = Callable[[User], Client]
BODY = "Hello Hannah,\n\nElena Ruiz suggested that I write to you.\n\nWould you have 20 minutes to talk?\n\nNadia"


def home(client: Client) -> str:
    """The first page after signing in."""
    answer = client.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def step(html: str) -> str:
    """The one next step."""
    assert html.count('class="next"') == 1
    return html.partition('<h2 id="nx">')[2].partition("</h2>")[0]


def waiting(html: str) -> str:
    return html.partition('<h2 id="du">')[2].partition("</section>")[0]


def coming(html: str) -> str:
    return html.partition('<h2 id="up">')[2].partition("</section>")[0]


def talk_of(seeker: User, host: User | None = None, name: str = "Hannah") -> Conversation:
    return meet.plan(Contact.objects.create(seeker=seeker, name=name, account=host), by=seeker)


def book(talk: Conversation, at: datetime) -> Conversation:
    return meet.book(
        talk, starts_at=at, minutes=20, time_zone="UTC", place="phone", place_details="555", by=talk.seeker
    )


def gathering(by: User, **more: Any) -> Gathering:
    return gather.open(gather.plan(by=by, **details(**more)), by=by)


def at_noon() -> datetime:
    return timezone.now().replace(hour=12, minute=0)


@pytest.fixture
def two() -> list[datetime]:
    return [at_noon() + timedelta(days=n) for n in (2, 3)]


def test_a_new_seeker_is_welcomed(seeker: User, client_of: Browser) -> None:
    assert "Pick a career you wonder about" in home(client_of(seeker))


def test_times_that_they_named_come_before_picking_a_career(
    seeker: User, host: User, client_of: Browser, two: list[datetime]
) -> None:
    talk = talk_of(seeker, host)
    hosts.propose(talk, starts=two, by=host)

    html = home(client_of(seeker))

    assert step(html) == "Choose a time with Hannah"
    assert f'href="/meet/{talk.pk}/time"' in html


def test_a_chosen_time_waits_for_nobody_any_more(
    seeker: User, host: User, client_of: Browser, two: list[datetime]
) -> None:
    talk = talk_of(seeker, host)
    hosts.propose(talk, starts=two, by=host)
    meet.take_offered(talk.offered_times.all()[0], time_zone="UTC", by=seeker)

    theirs, mine = home(client_of(host)), home(client_of(seeker))

    assert "Choose a time" not in theirs + mine
    assert "You named these times" not in client_of(host).get(f"/meet/hosting/{talk.pk}").content.decode()
    assert "Hannah" in coming(mine)
    assert "Nadia" in coming(theirs)


def test_a_time_that_nobody_named_settles_it_too(
    seeker: User, host: User, client_of: Browser, two: list[datetime]
) -> None:
    talk = talk_of(seeker, host)
    meet.offer_times(talk, starts=two, by=seeker)
    book(talk, at_noon() + timedelta(days=9))

    assert "Choose a time" not in home(client_of(host))
    assert not talk.offered_times.exists()


def test_a_talk_that_is_settled_or_a_seat_comes_before_picking_a_career(
    seeker: User, stranger: User, host: User, counselor: User, client_of: Browser
) -> None:
    book(talk_of(seeker, host), at_noon() + timedelta(days=9))
    gather.take_seat(gathering(counselor), by=stranger)

    assert step(home(client_of(seeker))) == "See what to ask Hannah"
    assert step(home(client_of(stranger))) == "You have a seat at “A night shift, hour by hour”"


def test_a_talk_that_has_just_ended_comes_before_picking_a_career(seeker: User, client_of: Browser) -> None:
    begins = at_noon() + timedelta(days=1)
    book(talk_of(seeker), begins)

    with time_machine.travel(begins + timedelta(hours=1), tick=False):
        assert step(home(client_of(seeker))) == "How did it go with Hannah?"


def test_times_one_named_to_somebody_with_an_account_wait_for_them_not_for_oneself(
    seeker: User, host: User, client_of: Browser, two: list[datetime]
) -> None:
    talk = talk_of(seeker, host)
    assert step(home(client_of(seeker))) == "Agree on a time with Hannah"

    meet.offer_times(talk, starts=two, by=seeker)

    assert "Agree on a time" not in home(client_of(seeker))
    assert step(home(client_of(host))) == "Choose a time with Nadia"


def test_a_seat_that_is_held_says_until_when(
    seeker: User, counselor: User, client_of: Browser, host: User
) -> None:
    evening = gathering(counselor, seats=1)
    first = gather.take_seat(evening, by=host)
    gather.take_seat(evening, by=seeker)
    line = home(client_of(seeker))
    gather.give_up(first, by=host)

    html = home(client_of(seeker))

    assert "On the waiting list" in coming(line)
    assert step(html) == "A seat at “A night shift, hour by hour” is held for you"
    assert "Take it until" in html
    assert "A seat is offered" in coming(html)


@pytest.mark.parametrize("prepared", [True, False])
def test_a_gathering_of_today_is_got_ready_for_and_noted_afterwards(
    seeker: User, counselor: User, client_of: Browser, prepared: bool
) -> None:
    starts_at = at_noon() + timedelta(days=2)
    evening = gathering(counselor, starts_at=starts_at, speakers=[gather.Voice("Delphine Arnaud", "Nurse")])
    seat = gather.take_seat(evening, by=seeker)
    if prepared:
        gather.listen_to(seat, evening.speakers.get(), by=seeker)
    client = client_of(seeker)
    said = []
    for moment in (starts_at - timedelta(hours=5), starts_at - timedelta(minutes=20), evening.ends_at):
        with time_machine.travel(moment + timedelta(minutes=1), tick=False):
            html = home(client)
            said.append(step(html))
            assert coming(html).count("A night shift, hour by hour") == (moment < evening.ends_at)
            assert "Agree on a time" not in html

    name = "“A night shift, hour by hour”"
    assert said == [
        f"Get ready for {name}" if prepared else f"{name} is today",
        f"It is time for {name}",
        f"What did you hear at {name}?",
    ]


def test_what_one_kept_after_a_gathering_is_no_time_to_agree_on(
    seeker: User, counselor: User, client_of: Browser
) -> None:
    evening = gathering(counselor, speakers=[gather.Voice("Delphine Arnaud")])
    seat = gather.take_seat(evening, by=seeker)

    with time_machine.travel(evening.ends_at + timedelta(hours=1), tick=False):
        talk = gather.listen_to(seat, evening.speakers.get(), by=seeker)
        html = home(client_of(seeker))

    assert step(html) == "What did you hear at “A night shift, hour by hour”?"
    assert f'href="/learn/{talk.pk}"' in html


def test_who_did_not_come_is_asked_nothing(seeker: User, counselor: User, client_of: Browser) -> None:
    evening = gathering(counselor, speakers=[gather.Voice("Delphine Arnaud")])
    seat = gather.take_seat(evening, by=seeker)

    with time_machine.travel(evening.ends_at + timedelta(hours=1), tick=False):
        gather.mark_attendance(seat, came=False, by=counselor)

        assert "What did you hear" not in home(client_of(seeker))


def test_a_host_sees_requests_times_to_name_and_talks_of_today(
    seeker: User, stranger: User, host: User, client_of: Browser
) -> None:
    host.email = "hannah@work.example"
    host.save()
    asked = Contact.objects.create(seeker=seeker, name="Hannah", email="Hannah@work.example")
    letter = ask.draft_request(asked, subject="Twenty minutes?", body=BODY, minutes=20, by=seeker)
    ask.send_letter(letter, channel="copy", by=seeker)
    talk_of(stranger, host)
    today = book(talk_of(people(1)[0], host), at_noon() + timedelta(days=1))

    with time_machine.travel(at_noon() + timedelta(days=1, hours=-5), tick=False):
        html = home(client_of(host))

        assert step(html) == "Answer Nadia"
        assert "20 minutes of your time" in html
        assert "Name times for Stefan" in waiting(html)
        assert f'href="/meet/hosting/{today.pk}"' in coming(html)
        way = html.partition('btn btn--next" href="')[2].partition('"')[0]
        assert "Nadia asks for 20 minutes" in client_of(host).get(way).content.decode()
        assert "Elena" not in html


def test_another_hosts_requests_are_shown_to_nobody_else(
    seeker: User, host: User, counselor: User, client_of: Browser
) -> None:
    asked = Contact.objects.create(
        seeker=seeker, name="Curtis", email="curtis@work.example", account=counselor
    )
    letter = ask.draft_request(
        asked, subject="Twenty minutes?", body=BODY.replace("Hannah", "Curtis"), minutes=20, by=seeker
    )
    ask.send_letter(letter, channel="copy", by=seeker)

    assert "Answer Nadia" in home(client_of(counselor))
    for other in (host, seeker):
        assert "Answer Nadia" not in home(client_of(other))


def test_a_host_without_hours_says_when_they_talk_and_then_rests(host: User, client_of: Browser) -> None:
    client = client_of(host)
    assert step(home(client)) == "Say when you talk"

    host.time_zone = "America/New_York"
    host.save()
    hours.add_hours(host, weekdays=range(5), span=(time(9), time(10)), by=host)

    assert step(home(client)) == "Nothing waits for you"
    assert "within the hours you keep" in home(client)
    hours.pause(host, back_on=date.today() + timedelta(days=9), by=host)  # noqa: DTZ011 - a day ahead in any zone
    assert "You take a break" in home(client)


def test_somebody_with_hours_names_no_times_because_seekers_pick_them(
    seeker: User, host: User, client_of: Browser
) -> None:
    host.time_zone = "America/New_York"
    host.save()
    hours.add_hours(host, weekdays=range(5), span=(time(9), time(10)), by=host)
    talk_of(seeker, host)

    assert step(home(client_of(host))) == "Nothing waits for you"


def test_an_organizer_sees_who_comes_today_and_notes_it_afterwards(
    seeker: User, coordinator: User, client_of: Browser
) -> None:
    evening = gathering(coordinator, starts_at=at_noon() + timedelta(days=2))
    gather.take_seat(evening, by=seeker)
    client = client_of(coordinator)

    with time_machine.travel(evening.starts_at - timedelta(hours=5), tick=False):
        before = home(client)
    with time_machine.travel(evening.ends_at + timedelta(hours=1), tick=False):
        after = home(client)

    assert step(before) == "Your gathering “A night shift, hour by hour” is today"
    assert "1 of 2 seats taken" in coming(before)
    assert step(after) == "Who came to “A night shift, hour by hour”?"


@pytest.mark.parametrize(
    ("roles", "shown", "hidden"),
    [
        ([], ["See what is coming"], ["Where you are", "Your hours", "Your program"]),
        (["host"], ["Your hours"], ["Where you are", "Your program", "Paths you are weighing"]),
        (["counselor"], ["Your hours"], ["Where you are", "Your program"]),
        (["coordinator"], ["Your program"], ["Where you are", "Your hours"]),
        (["host", "coordinator"], ["Your hours", "Your program"], ["Where you are"]),
        (["seeker", "host"], ["Where you are", "Your hours"], ["Your program"]),
        (["seeker", "coordinator"], ["Your program"], ["Your hours"]),
        (["seeker", "host", "counselor", "coordinator"], ["Where you are", "Your hours", "Your program"], []),
    ],
)
def test_one_home_for_everybody_shows_each_what_is_theirs_and_no_shut_door(
    client_of: Browser, roles: list[str], shown: list[str], hidden: list[str]
) -> None:
    person = User.objects.create(username="pat", name="Pat")
    Role.objects.bulk_create(Role(user=person, name=RoleName(name)) for name in roles)
    if "seeker" in roles:
        talk_of(person)
    client = client_of(person)

    html = home(client)

    assert [words for words in shown if words not in html] == []
    assert [words for words in hidden if words in html] == []
    links = {link.split('"')[0] for link in html.split('href="')[1:]}
    inside = [link for link in links if link.startswith("/") and not link.startswith("/static/")]
    assert [link for link in inside if client.get(link, follow=True).status_code >= 400] == []


def test_who_seeks_no_longer_sees_nothing_of_a_journey(seeker: User, client_of: Browser) -> None:
    book(talk_of(seeker), at_noon() + timedelta(days=1))
    Role.objects.filter(user=seeker).update(name=RoleName.HOST)

    html = home(client_of(seeker))

    assert step(html) == "Say when you talk"
    assert "Hannah" not in html


def test_home_reads_as_often_with_thirty_of_everything_as_with_one(
    counselor: User, seeker: User, client_of: Browser
) -> None:
    Role.objects.create(user=counselor, name=RoleName.SEEKER)
    client = client_of(counselor)

    def add(count: int, mark: str) -> None:
        for number, other in enumerate(people(count, mark)):
            at = at_noon() + timedelta(days=4 + number, hours=len(mark))
            book(talk_of(other, counselor), at)
            meet.offer_times(talk_of(other, counselor, "Again"), starts=[at + timedelta(hours=2)], by=other)
            meet.offer_times(
                talk_of(counselor, name=f"P{number}"),
                starts=[at + timedelta(hours=1)],
                by_them=True,
                by=counselor,
            )
            evening = gathering(counselor, starts_at=at + timedelta(hours=4))
            gather.take_seat(evening, by=counselor)

    add(1, "a")
    home(client)
    with CaptureQueriesContext(connection) as few:
        home(client)
    add(29, "bb")
    with CaptureQueriesContext(connection) as many:
        home(client)

    assert len(many) <= len(few)


def test_nobody_who_is_not_signed_in_has_a_home(program: Settings) -> None:
    assert Client().get("/").headers["Location"].startswith("/accounts/login/")
