"""Letters leave once, or not at all, and the seeker always knows which."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.conf import settings as live_settings
from django.utils import timezone
from pytest_django import Settings

from askwell.accounts.models import User
from askwell.ask import jobs, letters, services
from askwell.ask.models import InterviewRequest, Letter
from askwell.connect import services as connect
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused
from tests.ask.sink import Sink

BODY = (
    "Hello Priya Raman,\n\nElena Ruiz suggested that I write to you. I read about your work on the new ward.\n\n"
    "Would you have 20 minutes to talk, whenever suits you?\n\nThank you,\nNadia"
)
Open = Callable[[Sink], None]


@pytest.fixture
def through(settings: Settings) -> Open:
    """Point the mail settings at a sink."""

    def use(sink: Sink) -> None:
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", sink.port, False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.DEFAULT_FROM_EMAIL, settings.CAN_SEND = "Nadia <nadia@home.example>", True

    return use


@pytest.fixture
def sink(through: Open) -> Iterator[Sink]:
    """A mail server that takes everything."""
    with Sink() as sink:
        through(sink)
        yield sink


def drafted(seeker: User, subject: str = "Twenty minutes?") -> Letter:
    contact = connect.add_contact(seeker, name="Priya Raman", email="priya@work.example", by=seeker)
    return services.draft_request(contact, subject=subject, body=BODY, minutes=20, by=seeker)


def queued(seeker: User, subject: str = "Twenty minutes?") -> Letter:
    return services.send_letter(drafted(seeker, subject), channel="smtp", by=seeker)


def request_of(letter: Letter) -> InterviewRequest:
    return InterviewRequest.objects.get(letters=letter)


def deliver(letter: Letter) -> Letter:
    """What the worker does."""
    letters.deliver.func(letter.pk)
    return Letter.objects.get(pk=letter.pk)


@pytest.mark.django_db
def test_a_letter_reaches_the_mail_server_with_its_own_message_id(seeker: User, sink: Sink) -> None:
    seeker.email = "nadia@own.example"
    seeker.save()

    letter = deliver(queued(seeker))

    taken = sink.taken[0]
    assert taken["Message-ID"] == f"<{letter.message_id}@home.example>"
    assert (taken["To"], taken["Reply-To"]) == ("priya@work.example", "nadia@own.example")
    assert taken["Subject"] == "Twenty minutes?"
    assert (letter.status, letter.channel, request_of(letter).status) == ("sent", "smtp", "sent")
    assert request_of(letter).sent_at == letter.sent_at
    assert Entry.objects.filter(verb="RequestSent").count() == 1


@pytest.mark.django_db
def test_a_letter_handed_over_twice_leaves_once(seeker: User, sink: Sink) -> None:
    letter = queued(seeker)

    services.send_letter(letter, channel="smtp", by=seeker)
    deliver(letter)
    deliver(letter)

    assert len(sink.taken) == 1


@pytest.mark.django_db
def test_a_letter_found_being_sent_is_not_sent_again(seeker: User, sink: Sink) -> None:
    letter = queued(seeker)
    Letter.objects.filter(pk=letter.pk).update(status="sending")

    letter = deliver(letter)

    assert letter.status == "sending"
    assert not sink.taken


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("replies", "words"),
    [
        ({"RCPT": "450 try later"}, "come back later"),
        ({"RCPT": "550 nobody here"}, "no such address"),
        ({"MAIL": "451 busy"}, "come back later"),
        ({"DATA": "554 no"}, "refused the letter"),
        ({"END": "552 too much"}, "refused the letter"),
        ({"EHLO": "421 closing", "HELO": "421 closing"}, "would not take"),
    ],
)
def test_a_refusal_before_it_was_taken_can_be_tried_again(
    replies: dict[str, str], words: str, seeker: User, through: Open
) -> None:
    with Sink(replies) as sink:
        through(sink)
        letter = deliver(queued(seeker))

    assert letter.status == "failed"
    assert words in letter.trouble
    assert letter.body == BODY
    with Sink() as sink:
        through(sink)
        services.send_letter(letter, channel="smtp", by=seeker)
        assert deliver(letter).status == "sent"
        assert len(sink.taken) == 1


@pytest.mark.django_db
def test_a_mail_server_that_is_away_leaves_the_letter_safe(seeker: User, through: Open) -> None:
    with Sink() as gone:
        through(gone)
    letter = deliver(queued(seeker))

    assert letter.status == "failed"
    assert "could not be reached" in letter.trouble


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value"), [("EMAIL_HOST", "mail..example"), ("EMAIL_HOST_PASSWORD", "pässword")]
)
def test_mail_settings_that_cannot_be_used_leave_the_letter_here(
    name: str, value: str, seeker: User, through: Open, settings: Settings
) -> None:
    with Sink({"EHLO": "250-sink\r\n250 AUTH PLAIN", "AUTH": "235 ok"}) as sink:
        through(sink)
        settings.EMAIL_HOST_USER = "nadia"
        setattr(settings, name, value)
        letter = deliver(queued(seeker))

    assert letter.status == "failed"
    assert "mail settings" in letter.trouble
    assert not sink.taken


@pytest.mark.django_db
@pytest.mark.parametrize("last", ["drop", "what?", "251 taken elsewhere"])
def test_a_letter_without_a_clear_answer_at_its_end_is_left_for_the_seeker_to_look(
    last: str, seeker: User, through: Open
) -> None:
    with Sink({"END": last}) as sink:
        through(sink)
        letter = deliver(queued(seeker))

        assert letter.status == "unsure"
        assert deliver(letter).status == "unsure"
        assert len(sink.taken) == 1
    settled = services.settle(letter, by=seeker)
    assert settled.status == "sent"
    assert request_of(settled).status == "sent"


@pytest.mark.django_db
def test_a_letter_being_sent_for_more_than_two_minutes_is_set_aside_for_the_seeker(
    seeker: User, sink: Sink
) -> None:
    letter = queued(seeker)
    long_ago = timezone.now() - timedelta(minutes=3)
    Letter.objects.filter(pk=letter.pk).update(status="sending", sending_at=long_ago)

    jobs.run_due()

    assert deliver(letter).status == "unsure"
    assert not sink.taken


@pytest.mark.django_db
def test_a_letter_whose_task_got_lost_is_queued_anew(seeker: User, sink: Sink) -> None:
    letter = queued(seeker)
    Letter.objects.filter(pk=letter.pk).update(sending_at=timezone.now() - timedelta(minutes=3))

    jobs.run_due()
    jobs.run_due()

    assert deliver(letter).status == "sent"
    assert len(sink.taken) == 1


@pytest.mark.django_db
def test_the_clock_asks_once_when_nothing_is_due(
    seeker: User, django_assert_num_queries: Callable[[int], object]
) -> None:
    drafted(seeker)

    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        jobs.run_due()


@pytest.mark.django_db
def test_words_changed_for_the_worse_after_queueing_do_not_leave(seeker: User, sink: Sink) -> None:
    letter = queued(seeker)
    Letter.objects.filter(pk=letter.pk).update(body="Dear [first name], are you hiring?")

    letter = deliver(letter)

    assert letter.status == "failed"
    assert not sink.taken


@pytest.mark.django_db
@pytest.mark.parametrize("subject", ["Hello\nBcc: all@evil.example", "Hello\r\nBcc: all@evil.example"])
def test_no_header_can_be_smuggled_in(subject: str, seeker: User, sink: Sink) -> None:
    deliver(queued(seeker, subject))

    assert sink.taken[0]["Bcc"] is None
    assert sink.taken[0]["Subject"] == "Hello Bcc: all@evil.example"


@pytest.mark.django_db
def test_an_address_that_hides_a_header_is_refused(seeker: User, sink: Sink) -> None:
    letter = queued(seeker)
    letter.contact.email = "a@b.example\nBcc: all@evil.example"
    letter.contact.save()

    letter = deliver(letter)

    assert letter.status == "failed"
    assert not sink.taken


@pytest.mark.django_db
def test_nothing_is_ever_sent_from_the_worked_example(seeker: User, sink: Sink) -> None:
    maya = User.objects.create(username="maya", name="Maya", example_of=seeker)
    letter = drafted(maya)

    with pytest.raises(Refused, match="invented"):
        services.send_letter(letter, channel="smtp", by=maya)
    Letter.objects.filter(pk=letter.pk).update(status="queued", sending_at=timezone.now())
    assert deliver(letter).status == "failed"
    assert not sink.taken


@pytest.mark.django_db
def test_without_a_mail_account_the_seeker_sends_it_alone(seeker: User) -> None:
    letter = drafted(seeker)

    assert not live_settings.CAN_SEND
    with pytest.raises(Refused, match="no mail account"):
        services.send_letter(letter, channel="smtp", by=seeker)
    assert services.send_letter(letter, channel="copy", by=seeker).status == "sent"
