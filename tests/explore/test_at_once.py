"""Several tabs, the same moment."""

import pytest

from askwell.accounts.models import User
from askwell.explore import services
from askwell.explore.models import Occupation, Path
from askwell.explore.policies import MOST
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_no_seventh_path_comes_onto_the_table(seeker: User) -> None:
    careers = list(Occupation.objects.filter(soc__startswith="47-")[: MOST + 2])
    aside = services.set_aside(services.consider(careers.pop(), by=seeker), by=seeker)

    reasons = at_once(
        lambda: services.take_up(aside, by=seeker),
        *[lambda career=career: services.consider(career, by=seeker) for career in careers],
    )

    assert Path.objects.visible_to(seeker).considered().count() == MOST
    assert sum("Six paths are on the table" in reason for reason in reasons) == len(reasons) - MOST


def test_a_career_considered_in_several_tabs_is_one_path(seeker: User) -> None:
    nurses = Occupation.objects.get(soc="29-1141")

    reasons = at_once(
        *[
            lambda place=place: services.consider(nurses, narrowed=place, by=seeker)
            for place in ("Ohio", "ohio")
        ]
    )

    assert reasons == ["", ""]
    assert Path.objects.visible_to(seeker).count() == 1


def test_two_paths_never_become_the_same(seeker: User) -> None:
    nurses = Occupation.objects.get(soc="29-1141")
    paths = [services.consider(nurses, narrowed=place, by=seeker) for place in ("", "Texas")]

    reasons = at_once(
        *[lambda path=path: services.narrow(path, narrowed="Ohio", by=seeker) for path in paths]
    )

    assert sorted(bool(reason) for reason in reasons) == [False, True]
    assert Path.objects.visible_to(seeker).filter(narrowed="Ohio").count() == 1
