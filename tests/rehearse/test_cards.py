"""The card for a blank mind."""

from askwell.rehearse.cards import FREEZE


def test_the_card_for_a_blank_mind_has_a_few_small_steps() -> None:
    assert 3 <= len(FREEZE.steps) <= 6
    assert all(len(step.split()) <= 16 for step in FREEZE.steps)
