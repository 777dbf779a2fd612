"""Thanks, and the people who were named."""

from datetime import timedelta

import pytest

from askwell.accounts.models import User
from askwell.ask import services as ask
from askwell.connect import services as connect
from askwell.connect.models import Contact, Referral
from askwell.journal.models import Entry
from askwell.keep import services
from askwell.keep.models import ThankYou
from askwell.keep.names import Named
from askwell.lib.verdicts import Refused
from askwell.meet import services as meet
from askwell.meet.models import Conversation

SAM = Named("Sam Whitfield", "", "state health office")


def write(held: Conversation, body: str = "Thank you, Ilse.", *, base: int | None = 0) -> ThankYou:
    services.write_thanks(held, subject="Thank you", body=body, base=base, by=held.seeker)
    return ThankYou.objects.get()


def test_thanks_become_due_a_day_after_the_talk_and_once(held: Conversation, seeker: User) -> None:
    services.owe_thanks(held, by=seeker)
    meet.hold(held, by=seeker)

    thanks = ThankYou.objects.get()
    assert held.ended_at
    assert thanks.due_at - held.ended_at == timedelta(hours=24)
    assert list(ThankYou.objects.due()) == [thanks]


def test_no_thanks_before_the_talk(seeker: User) -> None:
    talk = meet.plan(connect.add_contact(seeker, name="Bo Lind", by=seeker), by=seeker)

    with pytest.raises(Refused, match="after the talk"):
        services.owe_thanks(talk, by=seeker)


def test_the_words_are_kept_in_one_letter(held: Conversation) -> None:
    first = write(held).letter
    second = write(held, "Thank you so much, Ilse.", base=0).letter

    assert first
    assert second
    assert (first.pk, second.body, second.kind) == (second.pk, "Thank you so much, Ilse.", "thank_you")


def test_a_letter_that_left_is_thanks_said(held: Conversation, seeker: User) -> None:
    letter = write(held).letter
    assert letter

    ask.send_letter(letter, channel="copy", by=seeker)
    ask.send_letter(letter, channel="copy", by=seeker)

    assert ThankYou.objects.get().done_at
    assert not ThankYou.objects.due()
    assert Entry.objects.filter(verb="ThanksSettled").count() == 1


def test_another_letter_that_left_settles_nothing(held: Conversation, seeker: User) -> None:
    other = ask.write_letter(held.contact, "update", subject="News", body="I chose.", by=seeker)

    ask.send_letter(other, channel="copy", by=seeker)

    assert ThankYou.objects.get().done_at is None


def test_thanks_said_in_another_way_are_said_once(held: Conversation, seeker: User) -> None:
    first = services.say(held, by=seeker).done_at

    assert services.say(held, by=seeker).done_at == first
    assert Entry.objects.filter(verb="ThanksSaid").count() == 1


def test_after_that_the_words_stay(held: Conversation, seeker: User) -> None:
    services.say(held, by=seeker)

    with pytest.raises(Refused, match="already"):
        write(held)


def test_nobody_else_thanks_for_me(held: Conversation, stranger: User) -> None:
    with pytest.raises(Refused):
        services.say(held, by=stranger)
    with pytest.raises(Refused):
        services.keep_people(held, [SAM], by=stranger)


def test_named_people_become_contacts_with_a_referral_and_twice_is_once(
    held: Conversation, seeker: User
) -> None:
    for _ in range(2):
        services.keep_people(held, [SAM, Named("Dr. Lee"), Named("sam  whitfield")], by=seeker)

    sam = Contact.objects.get(name="Sam Whitfield")
    assert Contact.objects.filter(seeker=seeker).count() == 3
    assert (sam.organization, sam.bond, sam.suggested_by) == ("state health office", "referred", held.contact)
    assert list(sam.paths.all()) == list(held.contact.paths.all())


def test_somebody_on_the_list_already_only_gets_the_referral(held: Conversation, seeker: User) -> None:
    sam = connect.add_contact(seeker, name="Sam Whitfield", role="chemist", by=seeker)

    services.keep_people(held, [SAM], by=seeker)

    sam.refresh_from_db()
    assert sam.role == "chemist"
    assert Referral.objects.get().named == sam


def test_the_host_does_not_refer_to_themselves(held: Conversation, seeker: User) -> None:
    assert services.keep_people(held, [Named("Ilse Marten")], by=seeker) == []


def test_another_seekers_contact_of_that_name_is_left_alone(
    held: Conversation, seeker: User, stranger: User
) -> None:
    connect.add_contact(stranger, name="Sam Whitfield", by=stranger)

    services.keep_people(held, [SAM], by=seeker)

    assert Contact.objects.filter(name="Sam Whitfield").count() == 2
