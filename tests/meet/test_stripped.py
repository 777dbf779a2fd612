"""An address or a form with something taken out of it, or something else put in, does nothing and shows nothing."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core import serializers
from django.test import Client
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.ask.links import address_of
from askwell.ask.models import InterviewRequest, Quiet
from askwell.connect.models import Contact
from askwell.meet import selectors, services
from askwell.meet.models import Booking, CalendarFeed, Conversation, OfferedTime
from askwell.meet.own_calendar.models import OwnCalendar
from tests.meet.conftest import book
from tests.meet.pages import TUESDAY
from tests.meet.test_answer_page import BODY

pytestmark = pytest.mark.django_db
ROWS = (Conversation, Booking, OfferedTime, InterviewRequest, Quiet, CalendarFeed, OwnCalendar, Contact)
ACTS = ("off", "no", "yes", "choose", "quiet", "pass_on", "welcome", "")


def everything() -> str:
    """Every row that a cancellation could touch."""
    return "".join(serializers.serialize("json", model.objects.order_by("pk")) for model in ROWS)


def spoiled(token: str, other: str) -> list[str]:
    """The token with a part stripped or changed, and one that opens something else."""
    uid, _, sign = token.partition(".")
    return [
        "", uid, f"{uid}.", f".{sign}", sign, token[:-1], f"{token}x", token.upper(), f"{uid}.{other.partition('.')[2]}",
        f"{'0' * len(uid)}.{sign}", other, "*", "%00", "None", "null", "undefined", "0", "1", "%2e%2e%2f", "true",
    ]  # fmt: skip


@pytest.fixture
def talks(program: Settings, seeker: User, stranger: User, host: User) -> list[Conversation]:
    """Two that came of requests, one of each seeker, booked; and one with the host, who has an account."""
    found = []
    for number, person in enumerate((seeker, stranger)):
        contact = Contact.objects.create(seeker=person, name="Priya Raman", email=f"p{number}@work.example")
        letter = ask.draft_request(contact, subject="Twenty minutes?", body=BODY, minutes=20, by=person)
        ask.send_letter(letter, channel="copy", by=person)
        asked = InterviewRequest.objects.get(letters=letter)
        found.append(services.say_yes(asked, starts=[], place="phone", place_details="", by=person))
    with_host = Contact.objects.create(seeker=seeker, name="Hannah", account=host)
    found.append(services.plan(with_host, by=seeker))
    for hours, talk in enumerate(found):
        book(talk, talk.seeker, TUESDAY + timedelta(hours=hours))
    services.make_feed(seeker, by=seeker)
    return found


@pytest.fixture
def unchanged(talks: list[Conversation]) -> Iterator[None]:
    """Nothing has changed in the end."""
    before = everything()
    yield
    assert everything() == before


def tokens(talks: list[Conversation], seeker: User) -> tuple[str, str]:
    """Those of the answer page and of the feed."""
    assert talks[0].request
    answer = address_of(talks[0].request.answer_link).rpartition("/")[2]
    return answer, selectors.feed_address(seeker).rpartition("/")[2].removesuffix(".ics")


@pytest.mark.parametrize("number", range(20))
def test_trap_16_a_letters_address_with_a_stripped_token_cancels_nothing_and_shows_nothing(
    talks: list[Conversation], unchanged: None, seeker: User, number: int
) -> None:
    answer, feed = tokens(talks, seeker)
    wrong = spoiled(answer, feed)[number]
    browser = Client()

    shown = [
        browser.get(f"/meet/answer/{wrong}", follow=True),
        browser.get(f"/meet/answer/{wrong}?token={answer}", follow=True),
    ]
    shown += [browser.post(f"/meet/answer/{wrong}", {"do": act, "days": "30"}) for act in ACTS]

    assert {one.status_code for one in shown} <= {400, 404}
    assert not any("Nadia" in one.content.decode() for one in shown)


@pytest.mark.parametrize("number", range(20))
def test_trap_16_a_feeds_address_with_a_stripped_token_shows_nothing(
    talks: list[Conversation], unchanged: None, seeker: User, number: int
) -> None:
    answer, feed = tokens(talks, seeker)

    shown = Client().get(f"/meet/feed/{spoiled(feed, answer)[number]}.ics")

    assert shown.status_code in {400, 404}
    assert b"VEVENT" not in shown.content


@pytest.mark.parametrize("said", [{}, {"do": ""}, {"do": "OFF"}, {"do": "off "}, {"off": "1"}, {"do": "choose"},
    {"do": "choose", "offered": ""}, {"do": "choose", "offered": "0"}, {"do": "quiet"}, {"do": "pass_on"}])  # fmt: skip
def test_trap_16_a_form_behind_a_letters_address_with_parameters_stripped_changes_nothing(
    talks: list[Conversation], unchanged: None, seeker: User, said: dict[str, str]
) -> None:
    answer, _ = tokens(talks, seeker)

    answers = [Client().post(f"/meet/answer/{answer}{query}", said) for query in ("", "?do=off")]

    assert {one.status_code for one in answers} <= {200, 302, 404, 422}
    assert [Conversation.objects.get(pk=one.pk).status for one in talks] == ["booked", "booked", "booked"]


def test_trap_16_one_letters_address_cancels_its_own_talk_and_no_other(
    talks: list[Conversation], seeker: User
) -> None:
    answer, _ = tokens(talks, seeker)

    Client().post(f"/meet/answer/{answer}", {"do": "off", "pk": str(talks[1].pk), "token": ""})

    assert [Conversation.objects.get(pk=one.pk).status for one in talks] == ["canceled", "booked", "booked"]


FORMS = ("call-off", "missed", "slot", "pick", "offer", "time")
HOSTS = ("call-off", "missed", "choose", "times", "place")


@pytest.mark.parametrize("pk", ["", "0", "00", "-1", "None", "*", "%20", "9" * 30])
def test_trap_16_an_address_with_the_number_stripped_cancels_nobodys_talk(
    talks: list[Conversation],
    unchanged: None,
    seeker: User,
    host: User,
    client_of: Callable[[User], Client],
    pk: str,
) -> None:
    seekers, hosts = client_of(seeker), client_of(host)
    mine = {"pk": str(talks[0].pk), "whose": "them", "who": "them", "why": "No time"}

    shown = [seekers.post(f"/meet/{pk}/{form}?pk={talks[0].pk}", mine) for form in FORMS]
    shown += [hosts.post(f"/meet/hosting/{pk}/{form}?pk={talks[2].pk}", mine) for form in HOSTS]
    shown += [seekers.post(f"/meet/{form}", mine) for form in FORMS]

    assert {one.status_code for one in shown} <= {403, 404}


def test_trap_16_somebody_elses_number_cancels_nobodys_talk(
    talks: list[Conversation],
    unchanged: None,
    stranger: User,
    host: User,
    client_of: Callable[[User], Client],
) -> None:
    said = {"whose": "them", "who": "them", "why": "No time"}

    shown = [client_of(stranger).post(f"/meet/{talks[0].pk}/{form}", said) for form in FORMS]
    shown += [client_of(host).post(f"/meet/hosting/{talks[0].pk}/{form}", said) for form in HOSTS]
    shown += [Client().post(f"/meet/{talks[0].pk}/{form}", said) for form in FORMS]

    assert {one.status_code for one in shown} <= {302, 404}
    assert all(
        one.headers["Location"].startswith("/accounts/login/") for one in shown if one.status_code == 302
    )


def test_trap_16_calling_one_off_with_everything_stripped_leaves_the_others(
    talks: list[Conversation], seeker: User, client_of: Callable[[User], Client]
) -> None:
    client_of(seeker).post(f"/meet/{talks[0].pk}/call-off")

    assert [Conversation.objects.get(pk=one.pk).status for one in talks] == ["canceled", "booked", "booked"]
