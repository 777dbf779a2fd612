"""What a person on the list waits for."""

from datetime import UTC, datetime, timedelta

import pytest

from askwell.connect.standing import Act, Group, SoFar, standing

NOW = datetime(2026, 10, 14, 15, tzinfo=UTC)
LATER, BEFORE = NOW + timedelta(days=2), NOW - timedelta(days=2)


@pytest.mark.parametrize(
    ("so_far", "group", "act"),
    [
        (SoFar(NOW), Group.WAITING, Act.ASK),
        (SoFar(NOW, request="draft", letter="draft"), Group.WAITING, Act.FINISH),
        (SoFar(NOW, request="draft", letter="failed"), Group.WAITING, Act.LOOK),
        (SoFar(NOW, request="draft", letter="unsure"), Group.WAITING, Act.LOOK),
        (SoFar(NOW, request="draft", letter="sending"), Group.ASKED, Act.LOOK),
        (SoFar(NOW, request="sent", letter="sent", asked_at=BEFORE, silence="wait"), Group.ASKED, Act.WAIT),
        (SoFar(NOW, request="sent", letter="sent", silence="follow_up"), Group.WAITING, Act.FOLLOW_UP),
        (SoFar(NOW, request="sent", letter="sent", silence="rest"), Group.WAITING, Act.WAIT),
        (SoFar(NOW, request="rested", letter="sent"), Group.KEEPING, Act.REST),
        (SoFar(NOW, request="declined", letter="sent"), Group.KEEPING, Act.REST),
        (SoFar(NOW, request="accepted", conversation="agreed"), Group.WAITING, Act.AGREE),
        (SoFar(NOW, conversation="booked", starts_at=LATER), Group.BOOKED, Act.PREPARE),
        (SoFar(NOW, conversation="booked", starts_at=BEFORE), Group.WAITING, Act.NOTE),
        (SoFar(NOW, conversation="held", talked_at=BEFORE, thanks_due=True), Group.WAITING, Act.THANK),
        (SoFar(NOW, conversation="held", talked_at=BEFORE), Group.KEEPING, Act.TELL),
        (SoFar(NOW, conversation="canceled"), Group.WAITING, Act.ASK),
    ],
)
def test_the_one_thing_to_do_next(so_far: SoFar, group: Group, act: Act) -> None:
    stands = standing(so_far)

    assert (stands.group, stands.act) == (group, act)


def test_somebody_already_talked_to_stays_filled_on_the_map_when_asked_again() -> None:
    stands = standing(SoFar(NOW, request="sent", letter="sent", silence="wait", talked_at=BEFORE))

    assert stands.look == "talked"
