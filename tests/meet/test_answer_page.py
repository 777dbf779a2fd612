"""Whoever was asked answers on the page their letter leads to, without an account."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.ask.links import address_of, words_of
from askwell.ask.models import AnswerLink, InterviewRequest, Letter, Quiet
from askwell.connect.models import Contact
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused
from askwell.meet import services
from askwell.meet.models import Conversation
from tests.meet.conftest import NOW, book
from tests.meet.pages import TUESDAY

pytestmark = pytest.mark.django_db
BODY = (
    "Hello Priya Raman,\n\nElena Ruiz suggested that I write to you. I read about your work on the new ward.\n\n"
    "Would you have 20 minutes to talk, whenever suits you?\n\nThank you,\nNadia"
)
LA = {"zone": "America/Los_Angeles", "place": "phone", "place_details": "555 0137"}


@pytest.fixture
def asked(program: Settings, seeker: User) -> InterviewRequest:
    """A request that was sent."""
    contact = Contact.objects.create(seeker=seeker, name="Priya Raman", email="priya@work.example")
    letter = ask.draft_request(contact, subject="Twenty minutes?", body=BODY, minutes=20, by=seeker)
    ask.send_letter(letter, channel="copy", by=seeker)
    return InterviewRequest.objects.get(letters=letter)


class Page:
    """The page in the browser of somebody who is not signed in."""

    def __init__(self, asked: InterviewRequest) -> None:
        self.address = address_of(asked.answer_link).removeprefix("https://ask.example.edu")
        self.client = Client()

    def read(self) -> str:
        answer = self.client.get(self.address)
        assert answer.status_code == 200
        return answer.content.decode()

    def say(self, act: str, **fields: str) -> HttpResponse:
        return self.client.post(self.address, {"do": act} | fields)  # type: ignore[return-value]


@pytest.fixture
def page(asked: InterviewRequest) -> Page:
    return Page(asked)


def fresh(asked: InterviewRequest) -> InterviewRequest:
    return InterviewRequest.objects.get(pk=asked.pk)


def test_the_letter_ends_with_the_link_and_the_words_stay_the_writers(
    asked: InterviewRequest, page: Page
) -> None:
    letter = Letter.objects.get(request=asked)

    assert words_of(letter).startswith(BODY)
    assert page.address in words_of(letter)
    assert letter.body == BODY


def test_a_letter_of_the_solo_edition_has_no_link(seeker: User) -> None:
    contact = Contact.objects.create(seeker=seeker, name="Priya Raman", email="priya@work.example")
    letter = ask.draft_request(contact, subject="Twenty minutes?", body=BODY, minutes=20, by=seeker)

    assert words_of(letter) == BODY


def test_trap_15_a_scanner_that_opens_every_link_changes_nothing(asked: InterviewRequest, page: Page) -> None:
    entries = Entry.objects.count()

    for _ in range(3):
        page.read()
        page.client.head(page.address)

    assert fresh(asked).status == "sent"
    assert Entry.objects.count() == entries
    assert not Conversation.objects.exists()


def test_no_other_site_and_no_cache_keeps_the_address(page: Page) -> None:
    answer = page.client.get(page.address)

    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_plain_yes_begins_a_conversation(asked: InterviewRequest, page: Page) -> None:
    page.say("yes", **LA)

    assert fresh(asked).status == "accepted"
    assert fresh(asked).conversation.place_details == "555 0137"
    assert "knows that you said yes" in page.read()


def test_times_they_name_are_read_in_their_zone_and_the_seeker_picks_one(
    asked: InterviewRequest, page: Page, client: Client
) -> None:
    page.say("yes", day_1="2026-11-24", clock_1="14:30", **LA)
    talk = fresh(asked).conversation
    [named] = talk.offered_times.all()

    shown = client.get(f"/meet/{talk.pk}/time").content.decode()
    client.post(f"/meet/{talk.pk}/pick", {"offered": named.pk})

    talk.refresh_from_db()
    assert "Which one suits you?" in shown
    assert (talk.status, talk.starts_at) == ("booked", TUESDAY)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"day_1": "2026-11-24"}, "What time?"),
        ({"day_1": "2026-11-01", "clock_1": "10:00"}, "That is in the past."),
        ({"day_1": "2027-03-14", "clock_1": "02:30"}, "Clocks go forward then"),
        ({"zone": "Mars/Olympus"}, "no time zone we know"),
    ],
)
def test_a_slip_is_said_at_its_field_and_nothing_typed_is_lost(
    asked: InterviewRequest, page: Page, fields: dict[str, str], words: str
) -> None:
    answer = page.say("yes", **(LA | fields))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "555 0137" in answer.content.decode()
    assert fresh(asked).status == "sent"


def test_a_time_the_seeker_offered_is_booked_by_choosing_it(
    asked: InterviewRequest, page: Page, seeker: User
) -> None:
    talk = fresh(ask.accept(asked, by=seeker)).conversation
    services.offer_times(talk, starts=[TUESDAY, TUESDAY + timedelta(days=1)], by=seeker)
    first = talk.offered_times.all()[0]

    page.say("choose", offered=str(first.pk), place_details="555 0137")

    talk.refresh_from_db()
    assert (talk.status, talk.starts_at, talk.place_details) == ("booked", TUESDAY, "555 0137")
    assert "You are talking with Nadia" in page.read()


def test_a_time_that_is_gone_meanwhile_says_so_and_not_why(
    asked: InterviewRequest, page: Page, seeker: User, add: Callable[[str], Contact]
) -> None:
    talk = fresh(ask.accept(asked, by=seeker)).conversation
    services.offer_times(talk, starts=[TUESDAY], by=seeker)
    book(services.plan(add("Marcus Bell"), by=seeker), seeker, TUESDAY)

    answer = page.say("choose", offered=str(talk.offered_times.get().pk)).content.decode()

    assert "That time is gone meanwhile" in answer
    assert "Marcus" not in answer


@pytest.mark.parametrize("offered", ["", "x", "999999", "9" * 40, "-1"])
def test_a_time_that_was_never_offered_books_nothing(
    asked: InterviewRequest, page: Page, seeker: User, offered: str
) -> None:
    ask.accept(asked, by=seeker)

    assert page.say("choose", offered=offered).status_code == 404


def test_one_press_says_no_and_a_word_with_it_reaches_the_seeker(
    asked: InterviewRequest, page: Page, client: Client
) -> None:
    page.say("no", note="A busy spring; good luck!")

    assert fresh(asked).status == "declined"
    assert "A busy spring; good luck!" in client.get(f"/ask/request/{asked.pk}").content.decode()


def test_a_no_may_turn_into_a_yes(asked: InterviewRequest, page: Page) -> None:
    page.say("no")
    page.say("yes", **LA)

    assert fresh(asked).status == "accepted"


def test_passing_on_to_a_colleague_adds_them_once_as_a_referral(asked: InterviewRequest, page: Page) -> None:
    for _ in range(2):
        page.say("pass_on", name="Sam Whitfield", email="sam@work.example")

    named = Contact.objects.get(name="Sam Whitfield")
    assert named.suggested_by == asked.contact
    assert named.bond == "referred"
    assert fresh(asked).status == "declined"


def test_who_wants_no_requests_gets_none_from_anybody_until_then(
    asked: InterviewRequest, page: Page, stranger: User
) -> None:
    page.say("quiet", days="90")
    other = Contact.objects.create(seeker=stranger, name="Priya Raman", email=" Priya@Work.example")
    letter = ask.draft_request(other, subject="Twenty minutes?", body=BODY, minutes=20, by=stranger)

    with pytest.raises(Refused, match="takes no requests until February 20, 2027"):
        ask.send_letter(letter, channel="copy", by=stranger)

    assert Quiet.objects.get().digest != "priya@work.example"
    with time_machine.travel(NOW + timedelta(days=91)):
        assert ask.send_letter(letter, channel="copy", by=stranger).is_sent


def test_they_can_take_requests_again(page: Page) -> None:
    page.say("quiet", days="90")
    page.say("welcome")

    assert not Quiet.objects.exists()


def test_they_can_call_it_off_and_say_yes_again(asked: InterviewRequest, page: Page, seeker: User) -> None:
    page.say("yes", day_1="2026-11-24", clock_1="14:30", **LA)
    talk = fresh(asked).conversation
    services.take_offered(talk.offered_times.get(), time_zone="UTC", by=seeker)

    page.say("off")
    talk.refresh_from_db()
    assert (talk.status, talk.called_off_by) == ("canceled", "them")

    page.say("yes", **LA)
    talk.refresh_from_db()
    assert talk.status == "agreed"


def test_an_ended_or_old_or_altered_link_opens_nothing(
    asked: InterviewRequest, page: Page, client: Client
) -> None:
    with time_machine.travel(NOW + timedelta(days=91)):
        assert page.client.get(page.address).status_code == 404
    assert page.client.get(page.address[:-1] + "_").status_code == 404
    client.post(f"/ask/request/{asked.pk}/end-link")
    assert page.client.get(page.address).status_code == 404
    assert not AnswerLink.objects.exists()


def test_before_the_letter_has_left_its_link_opens_nothing(program: Settings, seeker: User) -> None:
    contact = Contact.objects.create(seeker=seeker, name="Priya Raman", email="priya@work.example")
    letter = ask.draft_request(contact, subject="Twenty minutes?", body=BODY, minutes=20, by=seeker)
    assert letter.request

    assert Client().get(address_of(letter.request.answer_link)).status_code == 404


def test_the_page_shows_nothing_of_the_seekers_journey_but_who_asks(
    asked: InterviewRequest, page: Page, add: Callable[[str], Contact]
) -> None:
    Contact.objects.filter(pk=asked.contact_id).update(about="She scares me a little.", known_how="my aunt")
    add("Marcus Bell")

    text = page.read()

    assert "scares" not in text
    assert "Marcus" not in text
    assert not re.search(r"[\w.]+@[\w.]+", text)


def test_a_form_from_another_site_is_refused(asked: InterviewRequest, page: Page) -> None:
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(page.address, {"do": "no"}).status_code == 403
    assert fresh(asked).status == "sent"


@pytest.mark.parametrize("state", ["yes", "booked", "off"])
def test_once_they_said_yes_the_page_offers_no_button_that_would_be_refused(
    asked: InterviewRequest, page: Page, seeker: User, state: str
) -> None:
    page.say("yes", **LA)
    if state != "yes":
        book(Conversation.objects.get(request=asked), seeker, TUESDAY)
    if state == "off":
        page.say("off")

    shown = page.read()

    assert 'value="no"' not in shown
    assert 'value="pass_on"' not in shown


def test_the_link_to_the_room_can_be_pressed(asked: InterviewRequest, page: Page, seeker: User) -> None:
    page.say("yes", **LA)
    book(Conversation.objects.get(request=asked), seeker, TUESDAY)

    assert '<a href="https://meet.example/marcus"' in page.read()


def test_naming_other_times_begins_with_the_place_they_gave_before(
    asked: InterviewRequest, page: Page
) -> None:
    page.say("yes", **LA, day_1="2026-11-24", clock_1="14:30")

    shown = page.read()
    assert '<option value="phone" selected>' in shown
    assert 'value="555 0137"' in shown
    assert "You named these times" in shown


def test_a_slip_is_said_at_the_top_too_where_the_focus_goes(page: Page) -> None:
    answer = page.say("yes", **LA, day_1="2026-11-24").content.decode()

    assert answer.index('role="alert"') < answer.index("What time?")
