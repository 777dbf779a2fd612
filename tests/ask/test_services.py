"""Drafting, sending by hand, and what came of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask import policies, services
from askwell.ask.models import InterviewRequest, Letter
from askwell.ask.signals import letter_left, request_accepted
from askwell.connect import services as connect
from askwell.connect.models import Contact
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused

pytestmark = pytest.mark.django_db
GOOD = (
    "Hello Priya Raman,\n\nElena Ruiz suggested that I write to you. I read about your work on the new ward.\n\n"
    "Would you have 20 minutes to talk, whenever suits you?\n\nThank you,\nNadia"
)


@pytest.fixture
def priya(seeker: User) -> Contact:
    """Somebody on the list who was not asked yet."""
    return connect.add_contact(seeker, name="Priya Raman", by=seeker)


def draft(contact: Contact, body: str = GOOD, base: int | None = None) -> Letter:
    return services.draft_request(
        contact, subject="Twenty minutes?", body=body, minutes=20, base=base, by=contact.seeker
    )


def sent(contact: Contact, *, days_ago: int = 0) -> InterviewRequest:
    letter = services.send_letter(draft(contact), channel="copy", by=contact.seeker)
    at = timezone.now() - timedelta(days=days_ago)
    InterviewRequest.objects.filter(letters=letter).update(sent_at=at)
    Letter.objects.filter(pk=letter.pk).update(sent_at=at)
    return InterviewRequest.objects.get(letters=letter)


def test_drafting_twice_keeps_one_request_and_one_letter(priya: Contact) -> None:
    draft(priya, "First words")
    letter = draft(priya, "Second words")

    assert InterviewRequest.objects.count() == Letter.objects.count() == 1
    assert letter.body == "Second words"
    assert Entry.objects.filter(verb="LetterBegun").count() == 1


def test_a_writer_who_saw_the_last_words_leaves_no_trace_behind(priya: Contact) -> None:
    first = draft(priya, "First words")
    second = draft(priya, "Second words", base=first.version)

    assert second.version == first.version + 1
    assert second.earlier == []


def test_two_tabs_that_write_over_each_other_lose_no_words(priya: Contact) -> None:
    both_saw = draft(priya, "As both tabs opened it").version
    draft(priya, "Words of the first tab", base=both_saw)

    letter = draft(priya, "Words of the second tab", base=both_saw)

    assert letter.body == "Words of the second tab"
    assert [wording["body"] for wording in letter.earlier] == ["Words of the first tab"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "  \n ",
        "Dear [first name], could we talk?",
        GOOD.replace("whenever", "and do you have any job openings, whenever"),
    ],
)
def test_a_request_that_must_not_leave_is_refused_by_the_service_too(body: str, priya: Contact) -> None:
    letter = draft(priya, body)

    with pytest.raises(Refused, match="Not ready to send"):
        services.send_letter(letter, channel="copy", by=priya.seeker)
    letter.refresh_from_db()
    assert letter.status == "draft"


def test_a_placeholder_in_the_subject_stops_a_letter(priya: Contact) -> None:
    letter = services.rewrite(draft(priya), subject="About [topic]", body=GOOD, by=priya.seeker)

    assert not policies.may_leave(letter)


def test_a_thank_you_may_speak_of_a_job_but_holds_no_placeholder(priya: Contact) -> None:
    said = "Thank you for telling me how you applied for your first job there."
    thanks = services.write_letter(priya, "thank_you", subject="Thank you", body=said, by=priya.seeker)

    assert policies.may_leave(thanks)
    gap = services.rewrite(thanks, subject="Thank you", body="Thank you, [your name]", by=priya.seeker)
    assert not policies.may_leave(gap)


def test_saying_it_was_sent_twice_is_harmless(priya: Contact) -> None:
    letter = draft(priya)

    services.send_letter(letter, channel="copy", by=priya.seeker)
    again = services.send_letter(letter, channel="mailto", by=priya.seeker)

    assert (again.status, again.channel) == ("sent", "copy")
    assert Entry.objects.filter(verb="RequestSent").count() == 1


def test_a_letter_that_left_is_not_rewritten(priya: Contact) -> None:
    letter = services.send_letter(draft(priya), channel="copy", by=priya.seeker)

    with pytest.raises(Refused, match="stay as they are"):
        services.rewrite(letter, subject="x", body="y", by=priya.seeker)


def test_an_unknown_way_to_send_is_refused(priya: Contact) -> None:
    with pytest.raises(Refused, match="how the letter leaves"):
        services.send_letter(draft(priya), channel="pigeon", by=priya.seeker)


def test_later_rooms_hear_that_a_letter_left(priya: Contact) -> None:
    heard: list[Any] = []
    letter_left.connect(heard_by := lambda **said: heard.append(said["letter"].pk))
    letter = services.send_letter(draft(priya), channel="copy", by=priya.seeker)
    letter_left.disconnect(heard_by)

    assert heard == [letter.pk]


def test_one_open_request_to_a_person_is_enough(priya: Contact) -> None:
    sent(priya)

    with pytest.raises(Refused, match="asked Priya already"):
        draft(priya)


def test_a_no_rests_for_three_months(priya: Contact) -> None:
    asked = sent(priya)
    services.decline(asked, by=priya.seeker)

    assert not policies.may_ask(priya.seeker, priya)
    InterviewRequest.objects.update(sent_at=timezone.now() - timedelta(days=91))
    assert policies.may_ask(priya.seeker, priya)


def test_a_yes_is_told_once_and_makes_one_conversation(priya: Contact) -> None:
    asked = sent(priya)
    heard: list[int] = []
    request_accepted.connect(heard_by := lambda **said: heard.append(said["asked"].pk))

    services.accept(asked, by=priya.seeker)
    services.accept(asked, by=priya.seeker)

    request_accepted.disconnect(heard_by)
    assert heard == [asked.pk]
    assert asked.contact.conversations.count() == 1


@pytest.mark.parametrize("first", ["rested", "declined"])
def test_a_request_at_rest_can_still_become_a_yes(first: str, priya: Contact) -> None:
    asked = services.mark(sent(priya), first, by=priya.seeker)

    assert services.accept(asked, by=priya.seeker).status == "accepted"


def test_a_yes_does_not_become_a_no(priya: Contact) -> None:
    asked = services.accept(sent(priya), by=priya.seeker)

    with pytest.raises(Refused):
        services.decline(asked, by=priya.seeker)


@pytest.mark.parametrize("outcome", ["", "draft", "sent", "nonsense"])
def test_what_is_no_outcome_is_refused(outcome: str, priya: Contact) -> None:
    asked = sent(priya)
    if outcome == "sent":
        assert services.mark(asked, outcome, by=priya.seeker).status == "sent"
        return

    with pytest.raises(Refused):
        services.mark(asked, outcome, by=priya.seeker)


def test_a_follow_up_waits_seven_working_days_and_comes_once(priya: Contact) -> None:
    asked = sent(priya, days_ago=2)
    with pytest.raises(Refused, match="early"):
        services.draft_follow_up(asked, subject="Re", body=GOOD, by=priya.seeker)
    InterviewRequest.objects.update(sent_at=timezone.now() - timedelta(days=14))

    letter = services.draft_follow_up(asked, subject="Re", body=GOOD, by=priya.seeker)
    services.send_letter(letter, channel="copy", by=priya.seeker)

    with pytest.raises(Refused):
        services.draft_follow_up(asked, subject="Re", body=GOOD, by=priya.seeker)
    assert Letter.objects.filter(kind="follow_up").count() == 1


def test_a_follow_up_does_not_leave_after_an_answer_came(priya: Contact) -> None:
    asked = sent(priya, days_ago=14)
    letter = services.draft_follow_up(asked, subject="Re", body=GOOD, by=priya.seeker)
    services.decline(asked, by=priya.seeker)

    with pytest.raises(Refused, match="not waiting"):
        services.send_letter(letter, channel="copy", by=priya.seeker)


def test_nobody_writes_or_answers_for_another(priya: Contact, stranger: User) -> None:
    letter = draft(priya)

    for act in (
        lambda: services.draft_request(priya, subject="", body="", minutes=20, by=stranger),
        lambda: services.rewrite(letter, subject="", body="", by=stranger),
        lambda: services.send_letter(letter, channel="copy", by=stranger),
        lambda: services.settle(letter, by=stranger),
        lambda: services.accept(sent(priya), by=stranger),
    ):
        with pytest.raises(Refused):
            act()
