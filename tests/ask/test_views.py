"""The pages of asking."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask import services
from askwell.ask.models import InterviewRequest, Letter
from askwell.connect import services as connect
from askwell.connect.models import Contact

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
GOOD = (
    "Hello Priya Raman,\n\nElena Ruiz suggested that I write to you. I read about your work on the new ward.\n\n"
    "Would you have 20 minutes to talk, whenever suits you?\n\nThank you,\nNadia"
)
JOB = GOOD.replace("Thank you", "Do you have any job openings?\n\nThank you")


@pytest.fixture
def priya(seeker: User) -> Contact:
    """Somebody with an address."""
    return connect.add_contact(
        seeker,
        name="Priya Raman",
        role="Ward nurse",
        organization="St. Brigid's",
        email="priya@work.example",
        by=seeker,
    )


@pytest.fixture
def client(seeker: User, client_of: SignIn) -> Client:
    """The seeker's browser."""
    return client_of(seeker)


def said(body: str = GOOD, subject: str = "Twenty minutes?", **more: str) -> dict[str, str]:
    return {"subject": subject, "body": body.replace("\n", "\r\n"), "kind": "request"} | more


def kept(contact: Contact, body: str = GOOD) -> Letter:
    return services.draft_request(
        contact, subject="Twenty minutes?", body=body, minutes=20, by=contact.seeker
    )


def sent(contact: Contact, *, days_ago: int = 0) -> InterviewRequest:
    letter = services.send_letter(kept(contact), channel="copy", by=contact.seeker)
    InterviewRequest.objects.filter(letters=letter).update(sent_at=timezone.now() - timedelta(days=days_ago))
    return InterviewRequest.objects.get(letters=letter)


def words_on(page: str) -> str:
    """What the field holds."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    assert found
    return unescape(found[1])


def test_looking_at_the_editor_keeps_nothing(client: Client, priya: Contact) -> None:
    page = client.get(f"/ask/write/{priya.pk}").content.decode()

    assert "Ask Priya for twenty minutes" in page
    assert "Nadia" in words_on(page)
    assert "as a ward nurse at St. Brigid's" in words_on(page)
    assert not InterviewRequest.objects.exists()


def test_a_job_request_keeps_the_send_button_closed_and_says_why(client: Client, priya: Contact) -> None:
    client.post(f"/ask/write/{priya.pk}", said(JOB, do="check"))

    page = client.get(f"/ask/write/{priya.pk}").content.decode()

    button = re.search(r'<button[^>]*value="send"[^>]*>', page)
    assert button
    assert "disabled" in button[0]
    assert "Not ready to send." in page
    assert "spot--stop" in page
    assert words_on(page) == JOB
    response = client.post(f"/ask/write/{priya.pk}", said(JOB, do="send"))
    assert response["Location"] == f"/ask/write/{priya.pk}"


def test_the_sentence_that_asks_for_a_job_goes_with_one_press_and_can_be_brought_back(
    client: Client, priya: Contact
) -> None:
    client.post(f"/ask/write/{priya.pk}", said(JOB, do=f"mend:asks-for-job:{JOB.index('job')}"))
    assert words_on(client.get(f"/ask/write/{priya.pk}").content.decode()) == GOOD

    client.post(f"/ask/write/{priya.pk}", said(GOOD, do="bring-back:0"))

    assert words_on(client.get(f"/ask/write/{priya.pk}").content.decode()) == JOB


def test_while_one_types_the_words_are_kept_and_only_the_parts_come_back(
    client: Client, priya: Contact
) -> None:
    response = client.post(
        f"/ask/check/{priya.pk}",
        said("Dear [first name],\n", base="0"),
        headers={"HX-Request": "true", "HX-Target": "mends"},
    )

    part = response.content.decode()
    assert "<html" not in part
    assert "<textarea" not in part
    assert part.count("hx-swap-oob") == 3
    assert 'name="base" value="1"' in part
    assert Letter.objects.get().body == "Dear [first name],\n"


def test_what_was_typed_stays_words_whatever_it_holds(client: Client, priya: Contact) -> None:
    evil = "</textarea><script>alert(1)</script>\n[name] & <b>\"'"

    client.post(f"/ask/write/{priya.pk}", said(evil, subject='"><script>', do="keep"))

    page = client.get(f"/ask/write/{priya.pk}").content.decode()
    assert "<script>alert" not in page
    assert words_on(page) == evil


def test_a_first_line_left_empty_stays_empty(client: Client, priya: Contact) -> None:
    client.post(f"/ask/write/{priya.pk}", said("\n\nHello", do="keep"))

    assert words_on(client.get(f"/ask/write/{priya.pk}").content.decode()) == "\n\nHello"


def test_a_letter_far_too_long_is_refused_at_the_field_and_comes_back_whole(
    client: Client, priya: Contact
) -> None:
    long = "word " * 2001

    response = client.post(f"/ask/write/{priya.pk}", said(long))

    assert response.status_code == 422
    assert words_on(response.content.decode()) == long


def test_a_seeker_without_a_name_says_it_here_and_the_letter_has_it(
    client: Client, priya: Contact, seeker: User
) -> None:
    User.objects.filter(pk=seeker.pk).update(name="", about="")
    page = client.get(f"/ask/write/{priya.pk}").content.decode()
    assert "How do you sign?" in page
    typed = said(words_on(page), do="sign") | {
        "sign-name": "Nadia Petrova",
        "sign-about": "a junior at Harlow",
    }

    client.post(f"/ask/write/{priya.pk}", typed)

    page = client.get(f"/ask/write/{priya.pk}").content.decode()
    assert "How do you sign?" not in page
    assert "[your name]" not in words_on(page)
    assert "Nadia Petrova, a junior at Harlow, and" in words_on(page)
    assert words_on(page).endswith("Nadia Petrova")


def test_half_a_signature_is_pointed_out_and_the_letter_stays(
    client: Client, priya: Contact, seeker: User
) -> None:
    User.objects.filter(pk=seeker.pk).update(name="", about="")

    response = client.post(f"/ask/write/{priya.pk}", said("My own words", do="sign") | {"sign-name": "Nadia"})

    assert response.status_code == 422
    assert words_on(response.content.decode()) == "My own words"


def test_the_mail_link_holds_the_whole_letter_and_nothing_else(client: Client, priya: Contact) -> None:
    body = "Hello & welcome = 100% #1?\n\nÅsa “quoted” + plus"
    letter = services.rewrite(kept(priya), subject="A & B?", body=body, by=priya.seeker)

    page = client.get(f"/ask/letter/{letter.pk}").content.decode()

    found = re.search(r'href="(mailto:[^"]+)"', page)
    assert found
    link = urlsplit(unescape(found[1]))
    assert link.path == "priya@work.example"
    assert parse_qs(link.query) == {"subject": ["A & B?"], "body": [body.replace("\n", "\r\n")]}
    assert "+" not in link.query


def test_sending_by_hand_leads_to_the_request(client: Client, priya: Contact) -> None:
    response = client.post(f"/ask/write/{priya.pk}", said(do="send"))
    letter = Letter.objects.get()
    assert response["Location"] == f"/ask/letter/{letter.pk}"

    response = client.post(f"/ask/letter/{letter.pk}/send", {"channel": "copy"}, follow=True)

    assert "You asked Priya" in response.content.decode()
    assert client.get(f"/ask/write/{priya.pk}")["Location"] == f"/ask/request/{letter.request_id}"


def test_the_letter_page_says_when_sending_is_uncertain(client: Client, priya: Contact) -> None:
    letter = kept(priya)
    Letter.objects.filter(pk=letter.pk).update(status="unsure", channel="smtp")

    page = client.get(f"/ask/letter/{letter.pk}").content.decode()

    assert "It is there: it left" in page
    assert "send it again" in page
    response = client.post(f"/ask/letter/{letter.pk}/settle", follow=True)
    assert "You asked Priya" in response.content.decode()


def test_a_yes_leads_to_the_conversation(client: Client, priya: Contact) -> None:
    asked = sent(priya)

    response = client.post(f"/ask/request/{asked.pk}/outcome", {"outcome": "accepted"})

    talk = priya.conversations.get()
    assert response["Location"] == f"/meet/{talk.pk}"
    assert talk.request == asked


def test_a_no_gets_kind_words_and_somebody_else_to_ask(client: Client, priya: Contact, seeker: User) -> None:
    connect.add_contact(seeker, name="Sam Whitfield", by=seeker)
    asked = sent(priya)

    page = client.post(
        f"/ask/request/{asked.pk}/outcome", {"outcome": "declined"}, follow=True
    ).content.decode()

    assert "the hard part" in page
    assert "Ask Sam Whitfield" in page


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "Wait until"), (14, "Open the follow-up")],
)
def test_silence_is_answered_by_the_calendar(days: int, words: str, client: Client, priya: Contact) -> None:
    asked = sent(priya, days_ago=days)

    page = client.get(f"/ask/request/{asked.pk}").content.decode()

    assert words in page
    assert page.count('class="next"') == 1


def test_the_follow_up_has_its_own_letter_and_the_same_checks(client: Client, priya: Contact) -> None:
    asked = sent(priya, days_ago=14)
    address = f"/ask/request/{asked.pk}/follow-up"
    assert "once more" in client.get(address).content.decode()

    client.post(address, said("Are you hiring?", kind="follow_up", do="keep"))
    checked = client.post(f"/ask/check/{priya.pk}", said("Hello again", kind="follow_up"))

    assert checked.status_code == 200
    assert Letter.objects.get(kind="follow_up").body == "Hello again"
    assert Letter.objects.get(kind="request").body == GOOD


def test_a_follow_up_too_early_leads_back_and_says_why(client: Client, priya: Contact) -> None:
    asked = sent(priya)

    page = client.get(f"/ask/request/{asked.pk}/follow-up", follow=True).content.decode()

    assert "It is early for that." in page


def test_strangers_find_nothing(priya: Contact, stranger: User, client_of: SignIn) -> None:
    asked = sent(priya)
    letter = Letter.objects.get()
    client = client_of(stranger)

    for address in (
        f"write/{priya.pk}",
        f"request/{asked.pk}",
        f"request/{asked.pk}/follow-up",
        f"letter/{letter.pk}",
    ):
        assert client.get(f"/ask/{address}").status_code == 404
    for address in (
        f"check/{priya.pk}",
        f"request/{asked.pk}/outcome",
        f"letter/{letter.pk}/send",
        f"letter/{letter.pk}/settle",
    ):
        assert client.post(f"/ask/{address}").status_code == 404


def test_sending_needs_a_post(client: Client, priya: Contact) -> None:
    letter = kept(priya)

    assert client.get(f"/ask/letter/{letter.pk}/send").status_code == 405
    assert Letter.objects.get().status == "draft"
