"""The whole journey in a real browser, at phone size: with scripts, without, and by keyboard alone."""

import os

import pytest

from tests.journeys.conftest import Open
from tests.journeys.hands import Keyboard, Pointer
from tests.journeys.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("walk")]

ON_SQLITE = "DATABASE_URL" not in os.environ


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["with scripts", "without scripts", "by keyboard"])
def test_from_i_wonder_to_a_decision(opened: Open, way: str) -> None:
    scripts = way != "without scripts"
    page = opened(java_script_enabled=scripts)
    troubles: list[str] = []
    page.on("pageerror", lambda fault: troubles.append(str(fault)))
    hands = Keyboard(page) if way == "by keyboard" else Pointer(page)
    walk = Walk(page, hands, scripts=scripts, pictures=way == "with scripts" and ON_SQLITE)

    walk.greet()
    walk.explore()
    walk.plan_a_question()
    walk.introduce()
    walk.connect()
    walk.ask()
    walk.answer()
    walk.meet()
    walk.prepare()
    walk.rehearse()
    walk.talk()
    walk.learn()
    walk.keep()
    walk.name_others()
    walk.decide()
    walk.take_it_out()

    assert troubles == []
