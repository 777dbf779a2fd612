import pytest

from askwell.lib.verdicts import ALLOWED, Refused, allow_if, refused


def test_a_yes_is_true_and_enforces_silently() -> None:
    ALLOWED.enforce()

    assert ALLOWED


def test_a_no_is_false_and_raises_with_its_reason() -> None:
    verdict = refused("The seat is taken.")

    assert not verdict
    with pytest.raises(Refused, match="The seat is taken"):
        verdict.enforce()


@pytest.mark.parametrize("condition", [True, 1, [0]])
def test_a_condition_that_holds_allows(condition: object) -> None:
    assert allow_if(condition, otherwise="No.")


@pytest.mark.parametrize("condition", [False, 0, [], None])
def test_a_condition_that_fails_refuses(condition: object) -> None:
    assert allow_if(condition, otherwise="No.").reason == "No."
