import pytest
from django.utils import timezone

from askwell.accounts.models import User
from askwell.ask.check import check
from askwell.ask.models import Letter, RequestStatus
from askwell.decide.selectors import board
from askwell.desk import journey_file, services
from askwell.explore.models import Path
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused
from tests.desk.journeys import read, whole_journey

pytestmark = pytest.mark.django_db


def test_the_example_is_made_once_and_belongs_to_its_reader(seeker: User) -> None:
    first = services.open_example(seeker, by=seeker)

    assert services.open_example(seeker, by=seeker) == first
    assert first.is_example
    assert not first.has_usable_password()
    assert not Path.objects.visible_to(seeker).exists()


def test_opening_and_removing_the_example_leaves_real_data_as_it_was(seeker: User) -> None:
    journey_file.put(read(whole_journey(seeker)), seeker)
    before = journey_file.as_text(journey_file.write(seeker))

    services.open_example(seeker, by=seeker)
    services.remove_example(seeker, by=seeker)

    assert journey_file.as_text(journey_file.write(seeker)) == before


def test_removing_the_example_leaves_nothing_of_it(seeker: User) -> None:
    example = services.open_example(seeker, by=seeker)

    assert services.remove_example(seeker, by=seeker) == 1

    assert not User.objects.filter(example_of=seeker).exists()
    assert not Letter.objects.exists()
    assert not Entry.objects.filter(actor_id=example.pk).exists()
    assert services.remove_example(seeker, by=seeker) == 0


def test_the_examples_requests_are_good_ones_but_for_the_troubled_draft(seeker: User) -> None:
    example = services.open_example(seeker, by=seeker)

    letters = Letter.objects.visible_to(example).filter(kind="request").select_related("request")

    for letter in letters:
        found = check(letter.body, subject=letter.subject)
        assert found.ok is (letter.request is not None and letter.request.status != RequestStatus.DRAFT)
        assert found.ok is not bool(found.problems)
    assert len(letters) == 5


def test_the_example_is_always_told_from_today(seeker: User) -> None:
    example = services.open_example(seeker, by=seeker)

    talk = example.conversations.get(contact__name="Dr. Ngozi Okafor")
    coming = example.conversations.get(status="booked")
    assert talk.starts_at
    assert (timezone.localdate() - timezone.localdate(talk.starts_at)).days == 1
    assert coming.starts_at
    assert timezone.localtime(coming.starts_at).weekday() == 1
    assert coming.starts_at > timezone.now()


def test_the_example_leans_but_does_not_decide(seeker: User) -> None:
    example = services.open_example(seeker, by=seeker)

    read = board(example)

    assert read.headline == "A lean, not a verdict"
    assert read.finding_count == 9


def test_the_example_can_not_have_an_example(seeker: User) -> None:
    example = services.open_example(seeker, by=seeker)

    with pytest.raises(Refused):
        services.open_example(example, by=example)


def test_nothing_is_brought_into_the_example(seeker: User) -> None:
    journey = read(whole_journey(seeker))
    example = services.open_example(seeker, by=seeker)

    with pytest.raises(Refused, match="worked example"):
        services.bring_in(journey, example, by=seeker)


def test_deleting_everything_leaves_a_person_who_can_begin_anew(seeker: User, stranger: User) -> None:
    journey_file.put(read(whole_journey(stranger)), stranger)
    theirs = journey_file.write(stranger)
    journey_file.put(read(whole_journey(seeker)), seeker)
    services.open_example(seeker, by=seeker)

    services.delete_everything(seeker, by=seeker)

    empty = journey_file.write(User.objects.get(pk=seeker.pk))
    assert empty.pop("seeker") == {"name": "", "about": "", "time_zone": ""}
    assert all(not rows for name, rows in empty.items() if name not in {"format", "version"})
    assert journey_file.write(stranger) == theirs
    assert not User.objects.filter(example_of=seeker).exists()
    assert Entry.objects.filter(actor_id=seeker.pk).count() == 1


def test_nobody_deletes_anothers_journey(seeker: User, stranger: User) -> None:
    with pytest.raises(Refused):
        services.delete_everything(seeker, by=stranger)
