"""The pages after a talk."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User
from askwell.connect import services as connect
from askwell.connect.models import Contact
from askwell.keep.models import ThankYou
from askwell.learn import services as learn
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.prepare.models import Question


@pytest.fixture
def visitor(client_of: Callable[[User], Client], seeker: User) -> Client:
    return client_of(seeker)


def rows(*people: tuple[str, str, str]) -> dict[str, str]:
    sent = {"form-TOTAL_FORMS": str(len(people)), "form-INITIAL_FORMS": str(len(people))}
    for number, (keep, name, role) in enumerate(people):
        sent |= {f"form-{number}-keep": keep, f"form-{number}-name": name, f"form-{number}-role": role}
    return sent


def test_the_draft_quotes_a_note_and_is_signed_and_reading_it_writes_nothing(
    visitor: Client, held: Conversation
) -> None:
    page = visitor.get(f"/keep/{held.pk}/thanks").content.decode()

    assert "Dear Ilse Marten," in page
    assert "Half the week is outdoors" in page
    assert "Nadia" in page
    assert "Due by" in page
    assert ThankYou.objects.get().letter is None


def test_a_gap_in_the_draft_is_pointed_out_before_sending(visitor: Client, held: Conversation) -> None:
    hint = "where the [brackets] are"
    complete = visitor.get(f"/keep/{held.pk}/thanks").content.decode()
    held.notes.all().delete()

    with_gap = visitor.get(f"/keep/{held.pk}/thanks").content.decode()

    assert "[one thing you learned]" in with_gap
    assert hint in with_gap
    assert hint not in complete


def test_writing_leads_on_to_the_ways_to_send(visitor: Client, held: Conversation) -> None:
    words = {"subject": "Thanks", "body": "Dear Ilse,\r\n\r\nThank you.", "base": "0"}

    kept = visitor.post(f"/keep/{held.pk}/thanks", words)
    on = visitor.post(f"/keep/{held.pk}/thanks", words | {"send": "1"})

    letter = ThankYou.objects.get().letter
    assert letter
    assert letter.body == "Dear Ilse,\n\nThank you."
    assert kept.url == f"/keep/{held.pk}/thanks"  # type: ignore[attr-defined]
    assert on.url == f"/ask/letter/{letter.pk}" or str(letter.pk) in on.url  # type: ignore[attr-defined]


def test_thanks_without_words_come_back_with_the_error_at_the_field(
    visitor: Client, held: Conversation
) -> None:
    answer = visitor.post(f"/keep/{held.pk}/thanks", {"subject": "A subject", "body": " "})

    assert answer.status_code == 422
    assert "A subject" in answer.content.decode()


def test_i_already_sent_one(visitor: Client, held: Conversation) -> None:
    visitor.post(f"/keep/{held.pk}/said")
    visitor.post(f"/keep/{held.pk}/said")

    page = visitor.get(f"/keep/{held.pk}/thanks").content.decode()
    assert "Ilse has been thanked" in page
    assert "On to sending" not in page


def test_before_the_talk_the_page_says_what_comes_first(visitor: Client, seeker: User) -> None:
    talk = meet.plan(connect.add_contact(seeker, name="Bo Lind", by=seeker), by=seeker)

    assert "Thanks come after the talk" in visitor.get(f"/keep/{talk.pk}/thanks").content.decode()


def test_named_people_are_suggested_then_kept_as_confirmed(visitor: Client, held: Conversation) -> None:
    page = visitor.get(f"/keep/{held.pk}/named").content.decode()
    assert 'value="Sam Whitfield"' in page
    assert 'value="state health office"' in page
    assert 'value="Dr. Lee"' in page

    visitor.post(
        f"/keep/{held.pk}/named",
        rows(("on", "Samira Whitfield", "epidemiologist"), ("", "Dr. Lee", ""), ("on", "", "")),
    )

    added = Contact.objects.exclude(pk=held.contact_id)
    assert [(c.name, c.role) for c in added] == [("Samira Whitfield", "epidemiologist")]


def test_those_on_the_list_are_not_suggested_again(visitor: Client, held: Conversation) -> None:
    visitor.post(f"/keep/{held.pk}/named", rows(("on", "Sam Whitfield", "")))

    page = visitor.get(f"/keep/{held.pk}/named").content.decode()
    assert 'value="Sam Whitfield"' not in page
    assert 'value="Dr. Lee"' in page
    assert (
        "suggesting that I talk to Sam Whitfield" in visitor.get(f"/keep/{held.pk}/thanks").content.decode()
    )


def test_a_row_without_a_name_says_so_and_keeps_what_was_typed(visitor: Client, held: Conversation) -> None:
    answer = visitor.post(f"/keep/{held.pk}/named", rows(("on", "", "lab manager")))

    assert answer.status_code == 422
    assert "What is their name?" in answer.content.decode()
    assert "lab manager" in answer.content.decode()


def test_strangers_find_nothing(
    client_of: Callable[[User], Client], stranger: User, held: Conversation
) -> None:
    other = client_of(stranger)

    assert other.get(f"/keep/{held.pk}/thanks").status_code == 404
    assert other.get(f"/keep/{held.pk}/named").status_code == 404
    assert other.post(f"/keep/{held.pk}/said").status_code == 404


@pytest.mark.parametrize("page", ["thanks", "named"])
def test_pages_ask_the_database_as_often_for_thirty_notes_as_for_one(
    visitor: Client, held: Conversation, page: str
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            visitor.get(f"/keep/{held.pk}/{page}")
        return len(asked)

    queries()
    few = queries()
    for number in range(30):
        text = f"Question {number}?"
        question = Question.objects.create(seeker=held.seeker, conversation=held, text=text, theme="people")
        learn.save_note(held, question=question, written=learn.Written(text, base_version=0), by=held.seeker)

    assert queries() == few
