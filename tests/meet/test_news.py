"""The seeker hears by letter when somebody answered; the host when the seeker did."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.ask.links import address_of
from askwell.ask.models import InterviewRequest
from askwell.connect.models import Contact
from askwell.meet import services
from askwell.meet.hosting import services as hosts
from askwell.meet.models import Conversation
from tests.ask.sink import Sink
from tests.meet.conftest import book
from tests.meet.pages import TUESDAY
from tests.meet.test_letters import text_of
from tests.working import work

pytestmark = pytest.mark.django_db
LATER = [TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=2)]


@pytest.fixture
def post(program: Settings) -> Iterator[Sink]:
    """A program whose mail goes to a sink."""
    with Sink() as sink:
        program.EMAIL_HOST, program.EMAIL_PORT, program.EMAIL_USE_TLS = "127.0.0.1", sink.port, False
        program.EMAIL_HOST_USER = program.EMAIL_HOST_PASSWORD = ""
        program.DEFAULT_FROM_EMAIL, program.CAN_SEND = "Askwell <askwell@ask.example.edu>", True
        yield sink


@pytest.fixture
def seeker(seeker: User) -> User:
    seeker.email = "nadia@home.example"
    seeker.save()
    return seeker


@pytest.fixture
def asked(post: Sink, seeker: User) -> InterviewRequest:
    contact = Contact.objects.create(seeker=seeker, name="Priya Raman", email="priya@work.example")
    body = "Hello Priya Raman,\n\nElena Ruiz suggested that I write to you.\n\nWould you have 20 minutes to talk?\n\nNadia"
    letter = ask.draft_request(contact, subject="Twenty minutes?", body=body, minutes=20, by=seeker)
    ask.send_letter(letter, channel="copy", by=seeker)
    return InterviewRequest.objects.get(letters=letter)


@pytest.fixture
def talk(post: Sink, seeker: User, host: User) -> Conversation:
    """Hannah, who has an account, said yes."""
    host.email = "hannah@work.example"
    host.save()
    contact = Contact.objects.create(seeker=seeker, name="Hannah", account=host)
    return services.plan(contact, by=seeker)


def answer(asked: InterviewRequest, act: str, **fields: str) -> None:
    address = address_of(asked.answer_link).removeprefix("https://ask.example.edu")
    said = {"do": act, "zone": "America/New_York", "place": "video"} | fields
    assert Client().post(address, said).status_code == 302


def only(sink: Sink, to: str = "nadia@home.example") -> tuple[str, str]:
    work()
    [letter] = [one for one in sink.taken if one["To"] == to]
    return letter["Subject"], text_of(letter)


def test_a_yes_is_told_with_the_way_to_the_conversation(post: Sink, asked: InterviewRequest) -> None:
    answer(asked, "yes")

    subject, text = only(post)
    assert subject == "Priya Raman would like to talk with you"
    assert f"https://ask.example.edu/meet/{Conversation.objects.get().pk}" in text


def test_a_yes_with_times_is_one_letter(post: Sink, asked: InterviewRequest) -> None:
    answer(asked, "yes", day_1="2026-11-26", clock_1="10:00")

    subject, text = only(post)
    assert subject == "Priya Raman named times to talk"
    assert "Pick the one that suits you" in text
    assert "  Thursday, November 26, 10:00 AM Eastern" in text


def test_the_times_that_were_named_stand_in_the_letter_in_its_readers_zone(
    post: Sink, talk: Conversation, host: User
) -> None:
    host.time_zone = "America/Los_Angeles"
    host.save()
    services.offer_times(talk, starts=LATER, by=talk.seeker)

    text = only(post, "hannah@work.example")[1]

    assert "conversation of 20 minutes:" in text
    lines = [line.strip() for line in text.splitlines() if line.startswith("  ")]
    assert lines == [
        "Wednesday, November 25, 2:30 PM Pacific",
        "Thursday, November 26, 2:30 PM Pacific",
    ]


def test_times_are_not_told_once_one_of_them_is_booked(post: Sink, talk: Conversation, host: User) -> None:
    hosts.propose(talk, starts=LATER, by=host)
    services.take_offered(talk.offered_times.all()[0], time_zone="UTC", by=talk.seeker)

    assert only(post)[0].startswith("You are talking with Hannah")


def test_a_kind_no_is_told_kindly_once(post: Sink, asked: InterviewRequest) -> None:
    answer(asked, "no", note="This month is too full.")
    answer(asked, "no", note="This month is too full.")

    subject, text = only(post)
    assert subject == "An answer from Priya Raman"
    assert "no verdict on you" in text
    assert "This month is too full." in text


def test_a_colleague_is_named(post: Sink, asked: InterviewRequest) -> None:
    answer(asked, "pass_on", name="Ana Silva")

    assert "suggests somebody who could answer better: Ana Silva" in only(post)[1]


def test_one_of_your_times_taken_is_told_by_the_calendars_letter_alone(
    post: Sink, asked: InterviewRequest, seeker: User
) -> None:
    services.plan(asked.contact, request=ask.accept(asked, by=seeker), by=seeker)
    talk = Conversation.objects.get()
    services.offer_times(talk, starts=LATER, by=seeker)
    answer(asked, "choose", offered=str(talk.offered_times.all()[0].pk))

    assert only(post)[0].startswith("You are talking with Priya Raman")


def test_called_off_before_there_was_a_time_is_told(post: Sink, asked: InterviewRequest) -> None:
    answer(asked, "yes")
    work()
    post.taken.clear()
    answer(asked, "off")

    assert only(post)[0] == "Priya Raman has to call it off"


def test_what_is_no_longer_so_when_the_letter_leaves_is_not_told(
    post: Sink, asked: InterviewRequest, seeker: User
) -> None:
    answer(asked, "yes")
    services.call_off(Conversation.objects.get(), whose="you", by=seeker)
    work()

    assert post.taken == []


def test_times_that_have_gone_by_are_not_told(post: Sink, talk: Conversation, host: User) -> None:
    hosts.propose(talk, starts=LATER, by=host)
    with time_machine.travel(LATER[1] + timedelta(hours=1), tick=False):
        work()

    assert post.taken == []


def test_each_of_the_two_hears_what_the_other_did(
    post: Sink, talk: Conversation, seeker: User, host: User
) -> None:
    services.offer_times(talk, starts=LATER, by=seeker)
    subject, text = only(post, "hannah@work.example")

    assert subject == "Nadia named times to talk"
    assert "Wednesday, November 25, 5:30 PM Eastern" in text
    assert f"https://ask.example.edu/meet/hosting/{talk.pk}" in text
    hosts.propose(talk, starts=[LATER[0], TUESDAY], by=host)
    assert only(post)[0] == "Hannah named times to talk"


def test_who_was_missed_hears_kindly_of_it(post: Sink, talk: Conversation, seeker: User, host: User) -> None:
    book(talk, seeker, TUESDAY)
    work()
    post.taken.clear()
    with time_machine.travel(TUESDAY + timedelta(hours=1), tick=False):
        hosts.miss(talk, who="you", by=host)

        subject, text = only(post)
    assert subject == "You and Hannah missed each other"
    assert "on Tuesday, November 24, 5:30 PM Eastern" in text
    assert "It happens to everybody" in text


def test_the_word_with_calling_off_is_in_the_letter(
    post: Sink, talk: Conversation, seeker: User, host: User
) -> None:
    book(talk, seeker, TUESDAY)
    work()
    post.taken.clear()
    hosts.cannot_come(talk, why="Our ward is short of people.", by=host)

    subject, text = only(post)
    assert subject.startswith("Called off: Hannah")
    assert "Our ward is short of people." in text
    own = next(one for one in post.taken if one["To"] == host.email)
    assert "Our ward is short of people." not in text_of(own)


def test_without_a_mail_account_or_alone_nothing_is_written(
    program: Settings, seeker: User, agreed: Conversation
) -> None:
    program.SOLO = True
    services.offer_times(agreed, starts=LATER, by_them=True, by=seeker)

    assert not DBTaskResult.objects.exists()


def test_a_wish_for_quiet_counts_as_a_no_and_is_told_as_one(post: Sink, asked: InterviewRequest) -> None:
    answer(asked, "quiet", days="30")

    assert only(post)[0] == "An answer from Priya Raman"
