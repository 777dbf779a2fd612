"""A host or counselor with an account: what is coming, what waits, and what they can do about it."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.ask.links import address_of
from askwell.ask.models import AnswerLink, InterviewRequest
from askwell.connect.models import Contact
from askwell.lib.verdicts import Refused
from askwell.meet import services
from askwell.meet.availability.models import Availability
from askwell.meet.models import Booking, Conversation, ConversationStatus
from tests.meet.conftest import NOW, book
from tests.meet.pages import TUESDAY

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
NINE = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
"""Tuesday at nine in New York."""


@pytest.fixture
def talk(program: Settings, seeker: User, host: User) -> Conversation:
    """Hannah said she would talk with Nadia."""
    contact = Contact.objects.create(
        seeker=seeker, name="Hannah", account=host, about="My aunt calls her shy.", known_how="Aunt’s friend"
    )
    return services.plan(contact, by=seeker)


@pytest.fixture
def at_host(client_of: SignIn, host: User) -> Client:
    """The host's browser."""
    return client_of(host)


def fresh(talk: Conversation) -> Conversation:
    return Conversation.objects.get(pk=talk.pk)


def page(client: Client, talk: Conversation) -> str:
    return client.get(f"/meet/hosting/{talk.pk}").content.decode()


def times(*at: tuple[str, str]) -> dict[str, str]:
    typed = {"zone": "America/New_York"}
    for number, (day, clock) in enumerate(at, 1):
        typed |= {f"day_{number}": day, f"clock_{number}": clock}
    return typed


TWO = times(("2026-11-25", "10:00"), ("2026-11-26", "11:30"))


def test_a_host_sees_what_is_coming_and_what_waits(at_host: Client, talk: Conversation, seeker: User) -> None:
    waiting = at_host.get("/meet/hosting").content.decode()
    book(talk, seeker, TUESDAY)
    coming = at_host.get("/meet/hosting").content.decode()

    assert "Find a time with Nadia" in waiting
    assert "Coming up" in coming
    assert "5:30\u00a0PM Eastern" in coming


def test_nothing_that_the_seeker_keeps_for_themselves_is_shown_to_the_host(
    at_host: Client, talk: Conversation, seeker: User
) -> None:
    book(talk, seeker, TUESDAY)
    Conversation.objects.update(reflection="I want to run away", sure_before=1)

    shown = page(at_host, talk) + at_host.get("/meet/hosting").content.decode()

    for private in ("shy", "Aunt", "run away", "How sure", f"/meet/{talk.pk}", "/prepare/", "/learn/"):
        assert private not in shown
    assert at_host.get(f"/meet/{talk.pk}").status_code == 403


@pytest.mark.parametrize("path", ["", "/place", "/times", "/choose", "/call-off", "/missed"])
def test_strangers_find_no_such_page(
    client_of: SignIn, talk: Conversation, stranger: User, seeker: User, path: str
) -> None:
    for person in (stranger, seeker):
        client = client_of(person)
        address = f"/meet/hosting/{talk.pk}{path}"
        assert (client.post(address) if path else client.get(address)).status_code == 404
    assert fresh(talk).status == ConversationStatus.AGREED


def test_the_solo_edition_has_no_hosts(at_host: Client, talk: Conversation, settings: Settings) -> None:
    settings.SOLO = True

    assert at_host.get("/meet/hosting").status_code == 404
    assert at_host.get(f"/meet/hosting/{talk.pk}").status_code == 404


def test_a_host_says_where_and_calendars_hear_of_it(
    at_host: Client, talk: Conversation, seeker: User
) -> None:
    before = book(talk, seeker, TUESDAY).sequence

    at_host.post(f"/meet/hosting/{talk.pk}/place", {"place": "phone", "place_details": " 555\n0142 "})

    talk = fresh(talk)
    assert (talk.place, talk.place_details, talk.sequence) == ("phone", "555 0142", before + 1)
    at_host.post(f"/meet/hosting/{talk.pk}/place", {"place": "phone", "place_details": "555 0142"})
    assert fresh(talk).sequence == before + 1


def test_a_host_calls_it_off_with_a_word_that_the_seeker_reads(
    at_host: Client, client: Client, talk: Conversation, seeker: User
) -> None:
    book(talk, seeker, TUESDAY)

    at_host.post(f"/meet/hosting/{talk.pk}/call-off", {"why": "Our ward is short of people."})

    talk = fresh(talk)
    assert (talk.status, talk.called_off_by) == (ConversationStatus.CANCELED, "them")
    assert "Our ward is short of people." in client.get(f"/meet/{talk.pk}").content.decode()
    assert not Booking.objects.exists()


def test_a_host_moves_it_by_naming_times_and_it_stays_until_one_is_picked(
    at_host: Client, client: Client, talk: Conversation, seeker: User
) -> None:
    book(talk, seeker, TUESDAY)

    at_host.post(f"/meet/hosting/{talk.pk}/times", TWO)

    assert fresh(talk).starts_at == TUESDAY
    assert "Hannah asks to move it" in client.get(f"/meet/{talk.pk}").content.decode()
    offered = talk.offered_times.all()[0]
    client.post(f"/meet/{talk.pk}/pick", {"offered": str(offered.pk)})
    assert fresh(talk).starts_at == offered.starts_at
    assert "asks to move it" not in client.get(f"/meet/{talk.pk}").content.decode()


def test_times_that_are_wrong_come_back_with_the_reason(at_host: Client, talk: Conversation) -> None:
    answer = at_host.post(
        f"/meet/hosting/{talk.pk}/times", times(("2026-11-20", "10:00"), ("2026-11-26", ""))
    )

    assert answer.status_code == 422
    assert "That is in the past." in answer.content.decode()


def test_a_host_chooses_one_of_the_seekers_times(at_host: Client, talk: Conversation, seeker: User) -> None:
    services.offer_times(talk, starts=[TUESDAY, TUESDAY + timedelta(days=1)], by=seeker)
    offered = talk.offered_times.all()[1]

    assert "Nadia named these times" in page(at_host, talk)
    at_host.post(f"/meet/hosting/{talk.pk}/choose", {"offered": str(offered.pk)})

    assert (fresh(talk).status, fresh(talk).starts_at) == ("booked", offered.starts_at)
    # A second click.
    assert at_host.post(f"/meet/hosting/{talk.pk}/choose", {"offered": str(offered.pk)}).status_code == 302
    assert "named these times" not in page(at_host, talk)


@pytest.mark.parametrize("offered", ["x", "", "0", "99999999999999", "٣"])
def test_a_time_that_is_no_longer_on_offer_says_so_beside_those_that_are(
    at_host: Client, talk: Conversation, seeker: User, offered: str
) -> None:
    services.offer_times(talk, starts=[TUESDAY, TUESDAY + timedelta(days=1)], by=seeker)

    answer = at_host.post(f"/meet/hosting/{talk.pk}/choose", {"offered": offered})

    assert answer.status_code == 422
    assert "no longer on offer" in answer.content.decode()
    assert answer.content.decode().count("Take this one") == 2
    assert fresh(talk).status == ConversationStatus.AGREED


def test_a_host_takes_it_up_again_by_naming_times(at_host: Client, talk: Conversation, seeker: User) -> None:
    services.call_off(book(talk, seeker, TUESDAY), by=seeker)

    at_host.post(f"/meet/hosting/{talk.pk}/times", TWO)

    assert fresh(talk).status == ConversationStatus.AGREED
    assert talk.offered_times.filter(by_them=True).count() == 2


@pytest.mark.parametrize(("said", "kept"), [("you", "you"), ("them", "them")])
def test_a_host_says_that_it_did_not_take_place(
    at_host: Client, talk: Conversation, seeker: User, said: str, kept: str
) -> None:
    book(talk, seeker, TUESDAY)
    address = f"/meet/hosting/{talk.pk}/missed"

    assert at_host.post(address, {"who": said}).status_code == 403
    with time_machine.travel(TUESDAY + timedelta(hours=1), tick=False):
        at_host.post(address, {"who": said})

    assert (fresh(talk).status, fresh(talk).called_off_by) == (ConversationStatus.MISSED, kept)


def test_the_time_page_shows_and_takes_the_hosts_free_times(
    client: Client, talk: Conversation, host: User, open_mornings: Availability
) -> None:
    shown = client.get(f"/meet/{talk.pk}/time").content.decode()

    assert f'value="{NINE.isoformat()}"' in shown
    assert "Keep this time" not in shown
    client.post(f"/meet/{talk.pk}/slot", {"at": NINE.isoformat()})
    assert (fresh(talk).status, fresh(talk).starts_at) == ("booked", NINE)


def test_a_time_outside_the_hosts_hours_is_refused_whichever_form_sends_it(
    client: Client, talk: Conversation, seeker: User, open_mornings: Availability
) -> None:
    late = NINE + timedelta(hours=3)

    answer = client.post(f"/meet/{talk.pk}/slot", {"at": late.isoformat()})

    assert answer.status_code == 422
    assert "That time is not free any more." in answer.content.decode()
    typed = {"day": "2026-11-24", "clock": "12:00", "minutes": "20", "place": "video", "zone": "UTC"}
    assert client.post(f"/meet/{talk.pk}/time", typed).status_code == 422
    with pytest.raises(Refused):
        book(talk, seeker, late)
    services.offer_times(talk, starts=[late, late + timedelta(hours=1)], by=seeker)
    offered = talk.offered_times.all()[0]
    assert client.post(f"/meet/{talk.pk}/pick", {"offered": str(offered.pk)}).status_code == 403
    assert fresh(talk).status == ConversationStatus.AGREED


def test_the_seeker_may_say_where_without_moving_it(
    client: Client, talk: Conversation, seeker: User, open_mornings: Availability
) -> None:
    services.take_slot(talk, at=NINE, time_zone="America/New_York", by=seeker)
    open_mornings.weekly_hours.all().delete()
    typed = {"day": "2026-11-24", "clock": "09:00", "minutes": "20", "place": "phone", "place_details": "555"}

    client.post(f"/meet/{talk.pk}/time", typed | {"zone": "America/New_York"})

    assert (fresh(talk).starts_at, fresh(talk).place_details) == (NINE, "555")


def test_more_conversations_cost_no_more_queries(
    at_host: Client, talk: Conversation, seeker: User, host: User
) -> None:
    with CaptureQueriesContext(connection) as few:
        at_host.get("/meet/hosting")
    for number in range(30):
        contact = Contact.objects.create(seeker=seeker, name="Hannah", account=host)
        book(services.plan(contact, by=seeker), seeker, NOW + timedelta(days=2, hours=number))
    with CaptureQueriesContext(connection) as many:
        at_host.get("/meet/hosting")

    assert len(many) <= len(few)


def test_trap_9_a_host_who_chooses_one_time_for_two_seekers_is_booked_once(
    at_host: Client, talk: Conversation, seeker: User, stranger: User, host: User
) -> None:
    contact = Contact.objects.create(seeker=stranger, name="Hannah", account=host)
    other = services.plan(contact, by=stranger)
    for one in (talk, other):
        services.offer_times(one, starts=[TUESDAY, TUESDAY + timedelta(days=1)], by=one.seeker)

    answers = [
        at_host.post(f"/meet/hosting/{one.pk}/choose", {"offered": str(one.offered_times.all()[0].pk)})
        for one in (talk, other)
    ]

    assert [answer.status_code for answer in answers] == [302, 422]
    assert "That time is taken. Pick another one." in answers[1].content.decode()
    assert answers[1].content.decode().count("Take this one") == 2
    assert "Nadia" not in answers[1].content.decode()
    assert (fresh(talk).status, fresh(other).status) == ("booked", "agreed")


def test_who_has_left_is_offered_to_nobody(
    client: Client, talk: Conversation, host: User, open_mornings: Availability
) -> None:
    host.is_active = False
    host.save()

    assert 'name="at"' not in client.get(f"/meet/{talk.pk}/time").content.decode()
    assert client.post(f"/meet/{talk.pk}/slot", {"at": NINE.isoformat()}).status_code == 422


@pytest.mark.parametrize("role", ["host", "counselor"])
def test_whoever_hosts_begins_at_what_waits_for_them_and_no_link_there_is_shut(
    role: str, program: Settings, request: pytest.FixtureRequest, client_of: SignIn
) -> None:
    theirs = client_of(request.getfixturevalue(role))
    begun = theirs.get("/", follow=True)
    pages = [begun.content.decode()]
    for where in ("/meet/hours", "/meet/hosting", "/gather/"):
        assert f'href="{where}"' in pages[0]
        pages.append(theirs.get(where).content.decode())

    links = {link for page in pages for link in re.findall(r'href="(/[^"#]*)"', page)}
    shut = [link for link in links if not link.startswith("/static/") and theirs.get(link).status_code >= 400]

    assert begun.redirect_chain == []
    assert 'href="/" aria-current="page"' in pages[0]
    assert 'href="/meet/calendar"' in pages[2]
    assert shut == []


def test_a_time_they_named_is_booked_for_as_long_as_they_named_it_for(
    talk: Conversation, seeker: User, host: User, open_mornings: Availability
) -> None:
    late = NINE + timedelta(hours=3)
    services.offer_times(talk, starts=[late], by_them=True, by=host)

    with pytest.raises(Refused, match="not free"):
        book(talk, seeker, late, minutes=60)

    assert book(talk, seeker, late).status == "booked"


def test_a_letters_link_answers_for_somebody_with_an_account_only_when_they_are_signed_in(
    talk: Conversation, seeker: User, host: User, client_of: SignIn
) -> None:
    ask.draft_request(talk.contact, subject="Twenty minutes?", body="Hello", minutes=20, by=seeker)
    InterviewRequest.objects.update(status="sent", sent_at=NOW)
    address = address_of(AnswerLink.objects.get()).removeprefix("https://ask.example.edu")

    by_seeker, by_nobody, by_host = (
        who.get(address) for who in (client_of(seeker), Client(), client_of(host))
    )
    pressed = client_of(seeker).post(address, {"do": "no"})

    assert by_seeker.status_code == pressed.status_code == 404
    assert by_nobody.status_code == 302
    assert by_nobody.url.startswith("/accounts/")  # type: ignore[attr-defined]
    assert by_host.status_code == 200
    assert InterviewRequest.objects.get().status == "sent"
