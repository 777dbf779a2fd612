"""Newer figures: what one decided stays, and the new ones are offered."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User
from askwell.decide import selectors, services
from askwell.explore import services as explore
from askwell.explore.models import Occupation, Release
from tests.decide.journeys import ELECTRICIANS, NURSES
from tests.explore.test_footing import newer_figures

Browser = Callable[[User], Client]
OFFER = "Newer public figures are out."


@pytest.fixture
def weighing(seeker: User) -> User:
    """A seeker with two paths on the table."""
    for soc in (NURSES, ELECTRICIANS):
        explore.consider(Occupation.objects.get(soc=soc), by=seeker)
    return seeker


def what_is_held(seeker: User) -> list[tuple[str, float, str, str]]:
    board = selectors.board(seeker)
    return [(str(c.path), c.held.mean, c.start.why, c.source) for row in board.rows for c in row.cells]


@pytest.mark.django_db
def test_an_update_changes_nothing_of_what_is_held_and_offers_itself(
    weighing: User, client_of: Browser
) -> None:
    before, chances = (
        what_is_held(weighing),
        [(str(a.path), a.chance) for a in selectors.board(weighing).leans],
    )

    newer_figures()

    assert what_is_held(weighing) == before
    assert [(str(a.path), a.chance) for a in selectors.board(weighing).leans] == chances
    assert OFFER in client_of(weighing).get(reverse("decide:index")).text


@pytest.mark.django_db
def test_what_the_newer_figures_would_change_is_shown_beside_what_is_held(
    weighing: User, client_of: Browser
) -> None:
    newer_figures()

    renewal = selectors.renewal(weighing)
    page = client_of(weighing).get(reverse("decide:new_figures"))

    assert renewal
    assert [(str(c.now.path), c.criterion.kind) for c in renewal.changes] == [
        ("Registered nurses", "pay"),
        ("Registered nurses", "outlook"),
    ]
    for change in renewal.changes:
        assert change.now.start.why in page.text
        assert change.then.start.why in page.text
    assert "May 2026" in page.text
    assert all(
        then.chance < now.chance for now, then in renewal.leans if str(now.path) == "Registered nurses"
    )


@pytest.mark.django_db
def test_once_they_are_taken_everything_rests_on_them_and_nothing_is_offered(
    weighing: User, client_of: Browser
) -> None:
    newer_figures()
    would = selectors.renewal(weighing)
    browser = client_of(weighing)

    taken = browser.post(reverse("decide:new_figures"), follow=True)

    assert would
    assert OFFER not in taken.text
    assert [(str(a.path), a.chance) for a in selectors.board(weighing).leans] == [
        (str(a.path), a.chance) for a in would.then.leans
    ]
    assert "You have the newest figures" in browser.get(reverse("decide:new_figures")).text


@pytest.mark.django_db
def test_figures_that_say_the_same_are_not_offered(weighing: User, client_of: Browser) -> None:
    loaded = Release.objects.latest()
    Release.objects.create(
        digest="c" * 64, manifest=loaded.manifest, totals=loaded.totals, states=loaded.states
    )

    assert OFFER not in client_of(weighing).get(reverse("decide:index")).text
    assert selectors.renewal(weighing) is None


@pytest.mark.django_db
def test_a_decision_keeps_the_sources_it_rested_on_whatever_comes_later(
    weighing: User, client_of: Browser
) -> None:
    made = services.write_down(
        weighing, title="Nursing", path=None, reasons="People.", first_step="", by=weighing
    )
    newer_figures()
    explore.take_new_figures(weighing, by=weighing)

    page = client_of(weighing).get(reverse("decide:decision", args=[made.pk]))

    assert "May 2025" in page.text
    assert "May 2026" not in page.text
