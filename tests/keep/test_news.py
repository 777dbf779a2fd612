"""Telling somebody what came of their suggestion."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.ask.models import Letter
from askwell.connect import services as connect
from askwell.connect.models import Contact
from askwell.decide.models import Decision
from askwell.explore.models import Path
from askwell.journal.models import Entry
from askwell.keep import selectors, services
from askwell.learn import services as learn
from askwell.lib.verdicts import Refused
from askwell.meet import services as meet
from askwell.meet.models import Conversation

SignIn = Callable[[User], Client]


def met_through(source: Contact, name: str = "Sam Whitfield", *, note: str = "") -> Conversation:
    """A talk held with somebody whom the source suggested."""
    seeker = source.seeker
    named = connect.add_contact(seeker, name=name, referred_by=source, by=seeker)
    talk = meet.plan(named, by=seeker)
    if note:
        learn.save_note(
            talk, question=None, written=learn.Written(note, tag="good", base_version=0), by=seeker
        )
    return meet.hold(talk, by=seeker)


@pytest.fixture
def elena(seeker: User) -> Contact:
    """She knew whom to ask; nobody has talked with her."""
    return connect.add_contact(seeker, name="Elena Ruiz", email="elena@example.org", by=seeker)


@pytest.fixture
def visitor(client_of: SignIn, seeker: User) -> Client:
    return client_of(seeker)


def write(elena: Contact, body: str = "Dear Elena, we talked.", *, base: int = 0) -> Letter:
    return services.write_news(elena, subject="News", body=body, base=base, by=elena.seeker)


def page(visitor: Client, elena: Contact) -> str:
    return visitor.get(f"/keep/news/{elena.pk}").content.decode()


def test_the_draft_says_whom_one_met_and_reading_it_writes_nothing(visitor: Client, elena: Contact) -> None:
    met_through(elena, note="The rain decides when the survey starts")

    html = page(visitor, elena)

    assert "You told me whom to ask, so you should hear what came of it." in html
    assert "I have talked to Sam Whitfield, as you suggested." in html
    assert "“The rain decides when the survey starts.”" in html
    assert not Letter.objects.exists()


def test_the_draft_to_a_host_recalls_the_talk_and_tells_of_a_decision(
    visitor: Client, held: Conversation, seeker: User
) -> None:
    met_through(held.contact)
    Decision.objects.create(seeker=seeker, path=Path.objects.first(), title="I apply in spring")

    html = page(visitor, held.contact)

    assert "You took the time to talk with me today about your work" in html
    assert "I have made a decision: I apply in spring." in html


def test_writing_leads_on_to_the_ways_to_send_and_twice_is_one_letter(
    visitor: Client, elena: Contact
) -> None:
    met_through(elena)
    words = {"subject": "News", "body": "Dear Elena,\r\n\r\nWe talked.", "base": "0"}

    kept = visitor.post(f"/keep/news/{elena.pk}", words)
    on = visitor.post(f"/keep/news/{elena.pk}", words | {"send": "1"})

    letter = Letter.objects.get()
    assert (letter.kind, letter.body, letter.version) == ("update", "Dear Elena,\n\nWe talked.", 0)
    assert kept.url == f"/keep/news/{elena.pk}"  # type: ignore[attr-defined]
    assert on.url == f"/ask/letter/{letter.pk}"  # type: ignore[attr-defined]
    assert Entry.objects.filter(verb="NewsWritten").count() == 1
    assert f'href="/keep/news/{elena.pk}"' in visitor.get(on.url).content.decode()  # type: ignore[attr-defined]


def test_words_kept_are_the_words_shown(visitor: Client, elena: Contact) -> None:
    met_through(elena)
    write(elena, "Dear Elena, all went well.")

    assert "Dear Elena, all went well." in page(visitor, elena)


def test_an_empty_letter_comes_back_with_what_was_typed(visitor: Client, elena: Contact) -> None:
    met_through(elena)

    answer = visitor.post(f"/keep/news/{elena.pk}", {"subject": "A subject", "body": " "})

    assert answer.status_code == 422
    assert "A subject" in answer.content.decode()
    assert not Letter.objects.exists()


def test_news_are_due_until_a_letter_with_them_left_and_again_after_another_talk(
    elena: Contact, seeker: User
) -> None:
    met_through(elena)
    ask.send_letter(
        ask.write_letter(elena, "thank_you", subject="Thanks", body="Thank you.", by=seeker),
        channel="copy",
        by=seeker,
    )
    letter = write(elena)
    still_due = [news.to for news in selectors.news_due(seeker)]

    ask.send_letter(letter, channel="copy", by=seeker)
    told = selectors.news_due(seeker)
    later = met_through(elena, "Ada Flores")

    assert still_due == [elena]
    assert told == []
    assert [news.talks for news in selectors.news_due(seeker)] == [[later]]


def test_without_news_there_is_nothing_to_write(visitor: Client, elena: Contact, seeker: User) -> None:
    connect.add_contact(seeker, name="Sam Whitfield", referred_by=elena, by=seeker)

    html = page(visitor, elena)

    assert "No news for Elena yet" in html
    assert "On to sending" not in html
    with pytest.raises(Refused, match="nothing new to tell Elena"):
        write(elena)


def test_a_second_click_after_it_left_begins_no_second_letter(elena: Contact, seeker: User) -> None:
    met_through(elena)
    ask.send_letter(write(elena), channel="copy", by=seeker)

    with pytest.raises(Refused):
        write(elena)

    assert Letter.objects.count() == 1


def test_strangers_find_and_write_nothing(client_of: SignIn, stranger: User, elena: Contact) -> None:
    met_through(elena)
    other = client_of(stranger)

    assert other.get(f"/keep/news/{elena.pk}").status_code == 404
    assert other.post(f"/keep/news/{elena.pk}", {"subject": "x", "body": "x"}).status_code == 404
    with pytest.raises(Refused):
        services.write_news(elena, subject="x", body="x", base=0, by=stranger)


def test_the_page_asks_the_database_as_often_for_thirty_talks_as_for_one(
    visitor: Client, elena: Contact
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(visitor, elena)
        return len(asked)

    met_through(elena, note="One")
    queries()
    few = queries()
    for number in range(30):
        met_through(elena, f"Person {number}", note="More")

    assert queries() == few
