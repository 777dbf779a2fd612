"""Putting careers under consideration, setting them aside, taking them up again, narrowing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from askwell.accounts.models import User
from askwell.explore import services
from askwell.explore.models import Occupation, Path, Release
from askwell.explore.policies import MOST
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused


def occupation(soc: str = "29-1141") -> Occupation:
    """A career of the shipped figures."""
    return Occupation.objects.get(soc=soc)


def fill_the_table(seeker: User) -> list[Path]:
    """As many paths as fit."""
    careers = Occupation.objects.filter(soc__startswith="47-")[:MOST]
    return [services.consider(each, by=seeker) for each in careers]


def verbs() -> list[str]:
    """What the journal holds, oldest first."""
    return list(Entry.objects.filter(subject="Path").order_by("pk").values_list("verb", flat=True))


def test_considering_twice_makes_one_path_and_one_entry(seeker: User) -> None:
    first = services.consider(occupation(), by=seeker)

    again = services.consider(occupation(), by=seeker)

    assert again == first
    assert verbs() == ["PathConsidered"]


def test_one_career_may_be_weighed_in_two_places(seeker: User) -> None:
    services.consider(occupation(), by=seeker)

    services.consider(occupation(), narrowed="school nursing", by=seeker)

    assert [str(path) for path in Path.objects.visible_to(seeker)] == [
        "Registered nurses",
        "Registered nurses, school nursing",
    ]


def test_a_seventh_path_is_refused_with_the_reason(seeker: User) -> None:
    fill_the_table(seeker)

    with pytest.raises(Refused, match="Six paths are on the table"):
        services.consider(occupation(), by=seeker)

    assert Path.objects.visible_to(seeker).count() == MOST


def test_setting_one_aside_makes_room(seeker: User) -> None:
    paths = fill_the_table(seeker)

    services.set_aside(paths[0], by=seeker)

    assert services.consider(occupation(), by=seeker).set_aside_at is None


def test_a_path_set_aside_may_not_come_back_to_a_full_table(seeker: User) -> None:
    aside = services.set_aside(services.consider(occupation(), by=seeker), by=seeker)
    fill_the_table(seeker)

    with pytest.raises(Refused, match="Six paths"):
        services.take_up(aside, by=seeker)


def test_considering_what_was_set_aside_takes_it_up_again(seeker: User) -> None:
    path = services.set_aside(services.consider(occupation(), by=seeker), by=seeker)

    again = services.consider(occupation(), by=seeker)

    assert again == path
    assert again.set_aside_at is None
    assert verbs() == ["PathConsidered", "PathSetAside", "PathTakenUp"]


def test_second_clicks_change_and_record_nothing(seeker: User) -> None:
    path = services.consider(occupation(), by=seeker)

    services.set_aside(path, by=seeker)
    when = services.set_aside(path, by=seeker).set_aside_at
    services.take_up(path, by=seeker)
    services.take_up(path, by=seeker)

    assert when is not None
    assert verbs() == ["PathConsidered", "PathSetAside", "PathTakenUp"]


def test_narrowing_keeps_the_words_out_of_the_journal(seeker: User) -> None:
    path = services.consider(occupation(), by=seeker)

    narrowed = services.narrow(path, narrowed="my aunt’s hospital", by=seeker)

    assert narrowed.narrowed == "my aunt’s hospital"
    assert verbs() == ["PathConsidered", "PathNarrowed"]
    assert Entry.objects.filter(subject="Path").first().facts == {"soc": "29-1141"}  # type: ignore[union-attr]


def test_two_paths_may_not_become_the_same(seeker: User) -> None:
    services.consider(occupation(), by=seeker)
    other = services.consider(occupation(), narrowed="schools", by=seeker)

    with pytest.raises(Refused, match="already have a path"):
        services.narrow(other, narrowed="", by=seeker)


def test_one_place_in_small_or_large_letters_is_one_path(seeker: User) -> None:
    first = services.consider(occupation(), narrowed="Ohio", by=seeker)
    other = services.consider(occupation(), by=seeker)

    assert services.consider(occupation(), narrowed="ohio", by=seeker) == first
    with pytest.raises(Refused, match="already have a path"):
        services.narrow(other, narrowed="OHIO", by=seeker)


def test_a_stranger_can_change_nothing(seeker: User, stranger: User) -> None:
    path = services.consider(occupation(), by=seeker)

    with pytest.raises(Refused):
        services.set_aside(path, by=stranger)
    with pytest.raises(Refused):
        services.take_up(path, by=stranger)
    with pytest.raises(Refused):
        services.narrow(path, narrowed="elsewhere", by=stranger)


@pytest.mark.django_db
def test_figures_that_are_loaded_are_not_loaded_again() -> None:
    before = Release.objects.latest()

    again = services.load_pack()

    assert (again.pk, again.loaded_at) == (before.pk, before.loaded_at)


@pytest.mark.django_db
def test_an_occupation_that_is_withdrawn_keeps_its_name_and_none_of_its_old_figures(
    seeker: User, client_of: Callable[[User], Client]
) -> None:
    nurses = Occupation.objects.get(soc="29-1141")
    old = Occupation.objects.create(
        soc="99-9999", title="Lamplighters", group="Gone", median_pay=50_000, figures=nurses.figures
    )
    services.consider(old, by=seeker)
    Release.objects.update(digest="of older figures")

    services.load_pack()

    old.refresh_from_db()
    assert (old.title, old.median_pay, old.figures) == ("Lamplighters", None, {})
    assert client_of(seeker).get("/explore/careers/99-9999").status_code == 200
    assert Occupation.objects.get(soc="29-1141").figures == nurses.figures


@pytest.mark.django_db(transaction=True)
def test_two_servers_that_start_at_once_load_the_figures_once() -> None:
    Occupation.objects.all().delete()
    Release.objects.all().delete()

    def start() -> Release:
        try:
            return services.load_pack()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        releases = [each.result() for each in [pool.submit(start), pool.submit(start)]]

    assert releases[0] == releases[1]
    assert Release.objects.count() == 1
    assert Occupation.objects.count() > 800


@pytest.mark.django_db(transaction=True)
def test_figures_are_loaded_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    Occupation.objects.all().delete()
    Release.objects.all().delete()

    class Interrupted(Exception):
        pass

    def stop(*args: object, **kwargs: object) -> None:
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(Release.objects.__class__, "update_or_create", stop)
        with pytest.raises(Interrupted):
            services.load_pack()

    assert Occupation.objects.count() == 0
