"""Starting beliefs: what the figures say, how little that is, and what they leave open."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.decide.beliefs import UNKNOWN
from askwell.decide.from_figures import DEFAULT_CRITERIA, Kind, start
from askwell.explore.footing import Footing
from askwell.prepare import bank
from askwell.prepare.figures import NEARNESS, OUTDOORS, STANDING

FIGURES = Footing(
    release="of a test",
    pay_percentile=58,
    change_percent=9.5,
    change_percent_all=3.1,
    openings=81_000,
    entry_education="Associate's degree",
    context={OUTDOORS: 60, STANDING: 89, NEARNESS: 50},
)
any_figures = st.builds(
    Footing,
    release=st.just("of a test"),
    pay_percentile=st.none() | st.floats(0, 100),
    change_percent=st.none() | st.floats(-100, 300),
    change_percent_all=st.none() | st.floats(-10, 10),
    openings=st.none() | st.integers(0, 3_000_000),
    entry_education=st.sampled_from(["", "Bachelor's degree", "Some new kind of degree"]),
    context=st.dictionaries(st.sampled_from([OUTDOORS, STANDING, NEARNESS]), st.floats(0, 100)),
)


@given(st.sampled_from(list(Kind)), any_figures, st.booleans())
def test_figures_never_give_certainty_and_every_belief_says_why(
    kind: Kind, figures: Footing, more: bool
) -> None:
    begun = start(kind, figures, wants_more=more)

    assert 10 <= begun.belief.mean <= 90
    assert 12 <= begun.belief.sd <= 25
    assert begun.known or begun.belief == UNKNOWN
    assert begun.why.endswith(".")


@pytest.mark.parametrize("kind", list(Kind))
def test_a_missing_figure_leaves_it_unknown(kind: Kind) -> None:
    begun = start(kind, Footing(release="of a test"))

    assert begun.belief == UNKNOWN
    assert not begun.known


@pytest.mark.parametrize("kind", [Kind.OWN, Kind.STEADY_HOURS, "something new"])
def test_what_only_people_can_tell_stays_unknown(kind: str) -> None:
    assert start(kind, FIGURES).belief == UNKNOWN


@pytest.mark.parametrize(
    ("kind", "worse", "better"),
    [
        (Kind.PAY, {"pay_percentile": 20}, {"pay_percentile": 80}),
        (Kind.OUTLOOK, {"change_percent": -4.0}, {"change_percent": 4.0}),
        (Kind.OPENINGS, {"openings": 900}, {"openings": 9_000}),
        (
            Kind.SCHOOLING,
            {"entry_education": "Master's degree"},
            {"entry_education": "High school diploma or equivalent"},
        ),
    ],
)
def test_a_better_figure_gives_a_better_guess(
    kind: Kind, worse: dict[str, object], better: dict[str, object]
) -> None:
    low = start(kind, replace(FIGURES, **worse)).belief.mean  # type: ignore[arg-type]  # fields by name
    high = start(kind, replace(FIGURES, **better)).belief.mean  # type: ignore[arg-type]  # fields by name

    assert low < high


@pytest.mark.parametrize("kind", [Kind.OUTDOORS, Kind.ON_FEET, Kind.WITH_PEOPLE])
def test_the_seeker_chooses_the_direction_where_people_differ(kind: Kind) -> None:
    more = start(kind, FIGURES).belief.mean
    less = start(kind, FIGURES, wants_more=False).belief.mean

    assert more + less == pytest.approx(100)


def test_growth_as_everywhere_and_pay_in_the_middle_stand_in_the_middle() -> None:
    figures = replace(FIGURES, change_percent=3.1, pay_percentile=50)

    assert start(Kind.OUTLOOK, figures).belief.mean == pytest.approx(50)
    assert start(Kind.PAY, figures).belief.mean == pytest.approx(50)


@pytest.mark.parametrize(
    ("usual", "mean", "why"),
    [
        ("High school diploma or equivalent", 85, "no school after high school."),
        ("Some college, no degree", 78, "about 1 year of school after high school."),
        ("Associate's degree", 71, "about 2 years of school after high school."),
        ("Doctoral or professional degree", 29, "about 8 years of school after high school."),
    ],
)
def test_the_usual_schooling_is_told_without_guessing_what_the_seeker_has_done(
    usual: str, mean: float, why: str
) -> None:
    begun = start(Kind.SCHOOLING, replace(FIGURES, entry_education=usual))

    assert begun.belief.mean == mean
    assert begun.why == f"Usual way in: {usual[0].lower()}{usual[1:]}, {why}"


def test_the_reason_names_the_figure() -> None:
    assert start(Kind.PAY, FIGURES).why == "Its middle pay is higher than in 58 of 100 occupations."
    assert "+9.5%" in start(Kind.OUTLOOK, FIGURES).why
    assert "81,000 openings" in start(Kind.OPENINGS, FIGURES).why
    assert start(Kind.OPENINGS, replace(FIGURES, openings=0)).why.startswith("Fewer than 50 openings")


def test_the_starting_criteria_are_few_and_each_has_its_own_name_and_kind() -> None:
    assert len(DEFAULT_CRITERIA) == 6
    assert len({preset.name for preset in DEFAULT_CRITERIA}) == 6
    assert len({preset.kind for preset in DEFAULT_CRITERIA}) == 6
    assert all(0 < preset.weight <= 5 for preset in DEFAULT_CRITERIA)


def test_questions_speak_to_every_kind_of_criterion_and_to_no_other() -> None:
    assert set(Kind) == {kind for one in bank.questions() for kind in one.informs}
