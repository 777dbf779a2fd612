"""Adding people, changing what is known of them, and taking them off the list."""

from uuid import uuid4

import pytest

from askwell.accounts.models import User
from askwell.connect import services
from askwell.connect.models import Bond, Contact, Referral
from askwell.explore.models import Occupation, Path
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused

pytestmark = pytest.mark.django_db


def test_a_person_is_added_with_paths_and_a_referral(seeker: User) -> None:
    path = Path.objects.create(seeker=seeker, occupation=Occupation.objects.earliest("soc"))
    elena = services.add_contact(seeker, name="Elena Ruiz", bond=Bond.CLOSE, by=seeker)

    priya = services.add_contact(seeker, name="Priya Raman", paths=[path], referred_by=elena, by=seeker)

    assert list(priya.paths.all()) == [path]
    assert priya.suggested_by == elena
    assert priya.bond == Bond.REFERRED
    said = [entry.says for entry in Entry.objects.about_contact(priya.pk)]
    assert said == ["You added them", "Somebody suggested them"]


def test_adding_the_same_form_twice_adds_one_person(seeker: User) -> None:
    uid = uuid4()

    first = services.add_contact(seeker, name="Jo Tran", uid=uid, by=seeker)
    second = services.add_contact(seeker, name="Jo Tran", uid=uid, by=seeker)

    assert first == second
    assert Contact.objects.count() == 1


def test_nobody_adds_to_another_persons_list(seeker: User, stranger: User) -> None:
    with pytest.raises(Refused):
        services.add_contact(seeker, name="Jo Tran", by=stranger)


def test_a_path_of_somebody_else_is_left_out(seeker: User, stranger: User) -> None:
    theirs = Path.objects.create(seeker=stranger, occupation=Occupation.objects.earliest("soc"))

    contact = services.add_contact(seeker, name="Jo Tran", paths=[theirs], by=seeker)

    assert not contact.paths.exists()


def test_who_suggested_them_can_be_corrected(seeker: User) -> None:
    elena = services.add_contact(seeker, name="Elena Ruiz", by=seeker)
    marcus = services.add_contact(seeker, name="Marcus Bell", by=seeker)
    priya = services.add_contact(seeker, name="Priya Raman", referred_by=elena, by=seeker)

    services.edit_contact(priya, name="Priya Raman", role="Nurse", referred_by=marcus, by=seeker)

    priya.refresh_from_db()
    assert priya.role == "Nurse"
    assert [r.source for r in priya.referrals_received.all()] == [marcus]


def test_a_referral_is_noted_once_and_nobody_suggests_themselves(seeker: User) -> None:
    elena = services.add_contact(seeker, name="Elena Ruiz", by=seeker)
    priya = services.add_contact(seeker, name="Priya Raman", by=seeker)

    services.note_referral(elena, priya, by=seeker)
    services.note_referral(elena, priya, by=seeker)

    assert Referral.objects.count() == 1
    with pytest.raises(Refused, match="themselves"):
        services.note_referral(priya, priya, by=seeker)


def test_a_referral_between_two_lists_is_refused(seeker: User, stranger: User) -> None:
    mine = services.add_contact(seeker, name="Elena Ruiz", by=seeker)
    theirs = services.add_contact(stranger, name="Priya Raman", by=stranger)

    with pytest.raises(Refused):
        services.note_referral(mine, theirs, by=seeker)


def test_removing_a_person_twice_is_harmless_and_the_people_they_named_stay(seeker: User) -> None:
    elena = services.add_contact(seeker, name="Elena Ruiz", by=seeker)
    priya = services.add_contact(seeker, name="Priya Raman", referred_by=elena, by=seeker)

    services.remove_contact(elena, by=seeker)
    services.remove_contact(elena, by=seeker)

    assert list(Contact.objects.all()) == [priya]
    assert Entry.objects.filter(verb="ContactRemoved").count() == 1
