"""Saying the opening aloud."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from askwell.accounts.models import User
from askwell.connect.models import Contact
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused
from askwell.meet import services as meet
from askwell.meet.models import Conversation
from askwell.rehearse import services
from askwell.rehearse.models import Rehearsal


@pytest.fixture
def client(client_of: Callable[[User], Client], seeker: User) -> Client:
    """The seeker’s browser."""
    return client_of(seeker)


@pytest.fixture
def planned(seeker: User) -> Conversation:
    """Marcus agreed to talk."""
    return meet.plan(Contact.objects.create(seeker=seeker, name="Marcus Bell"), by=seeker)


def test_the_card_speaks_to_this_person(client: Client, planned: Conversation) -> None:
    page = client.get(reverse("rehearse:conversation", args=[planned.pk])).content.decode()

    assert "Hello, Marcus. Thank you for making time." in page
    assert "If your mind goes blank" in page
    assert planned.questions.order_by("position")[0].text.split("?")[0] in page.replace("&#x27;", "'")


def test_the_first_card_holds_the_words_of_the_brief(client: Client, planned: Conversation) -> None:
    brief = client.get(reverse("prepare:brief", args=[planned.pk]))
    page = client.get(reverse("rehearse:conversation", args=[planned.pk]))

    lines = brief.context["brief"].opening.lines
    assert len(lines) == 5
    for line in map(escape, lines):
        assert line in brief.content.decode()
        assert line in page.content.decode()


def test_a_try_is_kept_and_told_plainly(client: Client, planned: Conversation) -> None:
    for sure, seconds in (("2", "31"), ("", ""), ("4", "24")):
        client.post(reverse("rehearse:keep"), {"conversation": planned.pk, "sure": sure, "seconds": seconds})

    page = client.get(reverse("rehearse:conversation", args=[planned.pk])).content.decode()
    assert "3 tries; you went from 2 to 4." in page


def test_pressing_twice_is_one_try(client: Client, planned: Conversation) -> None:
    for _ in range(2):
        client.post(reverse("rehearse:keep"), {"conversation": planned.pk, "sure": "2", "seconds": "31"})

    assert Rehearsal.objects.count() == 1


@pytest.mark.parametrize("typed", [{"sure": "9"}, {"seconds": "-4"}, {"seconds": "99999"}, {"sure": "x"}])
def test_a_try_is_kept_even_when_its_numbers_make_no_sense(
    client: Client, planned: Conversation, typed: dict[str, str]
) -> None:
    client.post(reverse("rehearse:keep"), {"conversation": planned.pk} | typed)

    [kept] = Rehearsal.objects.all()
    assert (kept.sure, kept.seconds) == (None, None)


def test_practice_needs_no_conversation(client: Client, seeker: User) -> None:
    response = client.post(reverse("rehearse:keep"), {"sure": "3"}, follow=True)

    assert "An opening for anybody" in response.content.decode()
    assert "1 try." in response.content.decode()


def test_practice_is_private(
    client_of: Callable[[User], Client], stranger: User, seeker: User, planned: Conversation
) -> None:
    services.keep(seeker, conversation=planned, seconds=20, sure=2, by=seeker)

    client = client_of(stranger)
    assert client.get(reverse("rehearse:conversation", args=[planned.pk])).status_code == 404
    client.post(reverse("rehearse:keep"), {"conversation": planned.pk, "sure": "3"})
    assert planned.rehearsals.count() == 1
    with pytest.raises(Refused):
        services.keep(stranger, conversation=planned, seconds=20, sure=2, by=stranger)


def test_the_journal_knows_that_but_not_how(seeker: User, planned: Conversation) -> None:
    services.keep(seeker, conversation=planned, seconds=20, sure=2, by=seeker)

    entry = Entry.objects.get(verb="OpeningSaid")
    assert (entry.facts, entry.contact_id) == ({}, None)


def test_the_list_asks_as_often_for_thirty_as_for_one(
    client: Client, seeker: User, planned: Conversation
) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("rehearse:index"))
        return len(asked)

    count()
    few = count()
    for number in range(30):
        meet.plan(Contact.objects.create(seeker=seeker, name=f"Person {number}"), by=seeker)

    assert count() == few
