"""The file for `askwell decide weigh`: what it may hold, and what is said when it breaks the form."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.decide.beliefs import UNKNOWN
from askwell.decide.weigh_file import HELP, FormError, answer, read

GOOD: dict[str, Any] = {
    "criteria": [{"name": "Pay", "weight": 3}, {"name": "Hours", "weight": 1}],
    "beliefs": [
        {"path": "Chef", "criterion": "Pay", "mean": 30, "sd": 12},
        {"path": "Chef", "criterion": "Hours", "mean": 20, "sd": 10},
        {"path": "Surveyor", "criterion": "Pay", "mean": 55, "sd": 15},
    ],
    "findings": [{"path": "Chef", "criterion": "Pay", "host": "Ana", "value": 45}],
    "between_sd": 14,
    "within_sd": 9,
}


def broken(*place: str | int, to: object) -> dict[str, Any]:
    """The good file with one place changed, or taken out when `to` is ...."""
    form: Any = copy.deepcopy(GOOD)
    target = form
    for key in place[:-1]:
        target = target[key]
    if to is ...:
        del target[place[-1]]
    else:
        target[place[-1]] = to
    return dict(form)


def test_a_good_file_is_weighed() -> None:
    told = answer(read(GOOD))

    assert [path["path"] for path in told["paths"]] == ["Surveyor", "Chef"]
    assert set(told["paths"][0]) == {"path", "mean", "sd", "chance_best"}
    assert len(told["next"]) == 4
    assert set(told["next"][0]) == {"path", "criterion", "value"}
    assert json.loads(json.dumps(told)) == told


def test_the_example_in_the_help_is_itself_a_good_file() -> None:
    example = HELP[HELP.index("{") : HELP.index("\n\nMeans")]

    assert answer(read(json.loads(example)))["paths"][0]["chance_best"] == 1


def test_findings_and_both_sds_may_be_left_out() -> None:
    form = {name: GOOD[name] for name in ("criteria", "beliefs")}

    weighing = read(form)

    assert weighing.findings == ()
    assert (weighing.between_sd, weighing.within_sd) == (12, 10)


def test_a_pair_without_a_belief_is_unknown_and_most_worth_asking() -> None:
    told = answer(read(broken("findings", to=[])))

    assert ("Surveyor", "Hours") not in read(GOOD).beliefs
    assert told["paths"][0]["mean"] == pytest.approx(0.75 * 55 + 0.25 * UNKNOWN.mean)


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ([], "file: must be one JSON object"),
        (None, "file: must be one JSON object"),
        ({}, "criteria: is missing"),
        (broken("weights", to=1), "weights: unknown field"),
        (broken("criteria", to={}), "criteria: must be a list"),
        (broken("criteria", to=[]), "criteria: must hold at least one record"),
        (broken("beliefs", to=[]), "beliefs: must hold at least one record"),
        (broken("findings", to=None), "findings: must be a list"),
        (broken("criteria", 1, to="Hours"), r"criteria\[1\]: must be an object"),
        (
            broken("criteria", 1, "name", to="Pay"),
            r'criteria\[1\].name: "Pay" is listed',
        ),
        (broken("criteria", 0, "name", to=" "), r"criteria\[0\].name: must be a text"),
        (
            broken("criteria", 0, "weight", to=-1),
            r"criteria\[0\].weight: must be a number above or equal 0",
        ),
        (broken("criteria", 0, "weight", to=True), r"criteria\[0\].weight: must be"),
        (broken("criteria", 0, "weight", to=...), r"criteria\[0\].weight: is missing"),
        (
            broken("criteria", to=[{"name": "Pay", "weight": 0}]),
            "criteria: at least one weight",
        ),
        (
            broken("beliefs", 2, "sd", to=-0.1),
            r"beliefs\[2\].sd: must be a number above or equal 0",
        ),
        (broken("beliefs", 2, "sd", to="12"), r"beliefs\[2\].sd: must be a number"),
        (broken("beliefs", 2, "sd", to=float("nan")), r"beliefs\[2\].sd: must be"),
        (broken("beliefs", 2, "sd", to=10**400), r"beliefs\[2\].sd: must be"),
        (
            broken("beliefs", 0, "mean", to=float("inf")),
            r"beliefs\[0\].mean: must be a number from 0 to 100",
        ),
        (broken("beliefs", 0, "mean", to=101), r"beliefs\[0\].mean: must be"),
        (
            broken("beliefs", 0, "criterion", to="pay"),
            r'beliefs\[0\].criterion: "pay" is not one',
        ),
        (
            broken("beliefs", 1, "criterion", to="Pay"),
            r'beliefs\[1\]: a belief about "Chef" on "Pay"',
        ),
        (
            broken("findings", 0, "path", to="Chief"),
            r'findings\[0\].path: no belief names "Chief"',
        ),
        (broken("findings", 0, "host", to=7), r"findings\[0\].host: must be a text"),
        (
            broken("findings", 0, "value", to=-1),
            r"findings\[0\].value: must be a number from 0",
        ),
        (broken("findings", 0, "value", to=...), r"findings\[0\].value: is missing"),
        (
            broken("between_sd", to=None),
            "between_sd: must be a number above or equal 0",
        ),
        (broken("within_sd", to=False), "within_sd: must be a number above or equal 0"),
    ],
)
def test_a_file_that_breaks_the_form_gets_a_message_that_names_the_field(form: object, message: str) -> None:
    with pytest.raises(FormError, match="^" + message):
        read(form)


def told_or_refused(form: object) -> str:
    try:
        return str(answer(read(form)))
    except FormError as error:
        return str(error)


FIELDS = ["criteria", "beliefs", "findings", "name", "weight", "path", "criterion"]
plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
anything = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=8,
)


@given(anything)
def test_whatever_the_file_holds_it_is_read_or_refused_in_words(form: object) -> None:
    assert ": " in told_or_refused(form)
