"""The figures a path rests on: kept as they were, read again only when they are whole."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.accounts.models import User
from askwell.explore import services
from askwell.explore.footing import Footing
from askwell.explore.models import Occupation, Path, Release
from askwell.explore.selectors import held, newest
from askwell.journal.models import Entry
from askwell.lib.verdicts import Refused

NURSES = "29-1141"
WHOLE = Footing(
    release="a" * 64,
    sources={"pay": "BLS, Wages, May 2025"},
    pay_percentile=81.5,
    where="in Ohio",
    in_local_prices=True,
    change_percent=4.9,
    change_percent_all=3.1,
    openings=189_100,
    entry_education="Bachelor's degree",
    context={"Spend Time Standing": 89},
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


def newer_figures() -> None:
    """As after an update: pay of nurses fell, their jobs shrink, and the release is another one."""
    nurses = Occupation.objects.get(soc=NURSES)
    nurses.median_pay = 30_000
    nurses.figures["pay"] |= {"median": 30_000}
    nurses.figures["projections"] |= {"change_percent": -9.0}
    nurses.save()
    loaded = Release.objects.latest()
    loaded.manifest["sources"]["pay"]["release"] = "May 2026"
    Release.objects.create(
        digest="b" * 64, manifest=loaded.manifest, totals=loaded.totals, states=loaded.states
    )


def test_what_is_kept_is_read_as_it_was() -> None:
    assert Footing.read(WHOLE.as_json()) == WHOLE


@given(name=st.sampled_from(sorted(WHOLE.as_json())), value=anything)
def test_whatever_a_file_brings_is_read_whole_or_not_at_all(name: str, value: Any) -> None:
    read = Footing.read(WHOLE.as_json() | {name: value})

    assert read is None or type(getattr(read, name)) in {type(value), type(getattr(WHOLE, name))}


@pytest.mark.parametrize(
    "wrong",
    [
        {"pay_percentile": 101},
        {"pay_percentile": float("inf")},
        {"pay_percentile": True},
        {"openings": -1},
        {"context": {"Spend Time Standing": "much"}},
        {"sources": ["pay"]},
        {"more": 1},
    ],
)
def test_what_no_figures_could_be_is_not_read(wrong: dict[str, Any]) -> None:
    assert Footing.read(WHOLE.as_json() | wrong) is None


@pytest.mark.parametrize("name", sorted(WHOLE.as_json()))
def test_a_part_that_is_missing_is_not_guessed(name: str) -> None:
    held = WHOLE.as_json()
    del held[name]

    assert Footing.read(held) is None


@pytest.mark.django_db
def test_a_path_keeps_the_figures_it_was_put_on_the_table_with(seeker: User) -> None:
    path = services.consider(Occupation.objects.get(soc=NURSES), by=seeker)
    [before] = held([Path.objects.get(pk=path.pk)])

    newer_figures()

    [after] = held([Path.objects.get(pk=path.pk)])
    [now] = newest([Path.objects.get(pk=path.pk)])
    assert after == before
    assert (now.change_percent, now.release) == (-9.0, "b" * 64)
    assert "May 2026" in now.sources["pay"]
    assert "May 2026" not in after.sources["pay"]


@pytest.mark.django_db
def test_a_path_that_is_narrowed_has_the_newest_figures_of_its_place(seeker: User) -> None:
    path = services.consider(Occupation.objects.get(soc=NURSES), by=seeker)

    services.narrow(path, narrowed="Ohio", by=seeker)

    [footing] = held([Path.objects.get(pk=path.pk)])
    assert footing.where == "in Ohio"
    assert footing.in_local_prices
    assert "Regional Price Parities" in footing.sources["prices"]


@pytest.mark.django_db
def test_a_path_that_keeps_no_figures_rests_on_the_newest(seeker: User) -> None:
    path = Path.objects.create(seeker=seeker, occupation=Occupation.objects.get(soc=NURSES))

    assert held([path]) == newest([path])


@pytest.mark.django_db
def test_the_newest_figures_are_taken_for_all_paths_on_the_table_at_once(
    seeker: User, stranger: User
) -> None:
    nurses, electricians = Occupation.objects.get(soc=NURSES), Occupation.objects.get(soc="47-2111")
    mine = [services.consider(each, by=seeker) for each in (nurses, electricians)]
    aside = services.set_aside(services.consider(nurses, by=seeker, narrowed="Ohio"), by=seeker)
    theirs = services.consider(nurses, by=stranger)
    newer_figures()

    services.take_new_figures(seeker, by=seeker)

    kept = {path.pk: footing.release for path in Path.objects.all() for footing in held([path])}
    assert {kept[path.pk] for path in mine} == {"b" * 64}
    assert "b" * 64 not in {kept[aside.pk], kept[theirs.pk]}
    assert Entry.objects.filter(verb="FiguresTaken", actor_id=seeker.pk).count() == 1


@pytest.mark.django_db
def test_nobody_else_takes_new_figures_for_a_seeker(seeker: User, stranger: User) -> None:
    services.consider(Occupation.objects.get(soc=NURSES), by=seeker)

    with pytest.raises(Refused):
        services.take_new_figures(seeker, by=stranger)


@pytest.mark.django_db
def test_footings_are_read_as_often_for_six_paths_as_for_one(
    seeker: User, django_assert_num_queries: Callable[[int], Any]
) -> None:
    rows = list(Occupation.objects.all()[:6])
    paths = [services.consider(each, by=seeker) for each in rows]

    for some in (paths[:1], paths):
        without = list(Path.objects.filter(pk__in=[path.pk for path in some]))
        with django_assert_num_queries(3):
            newest(without)
