"""Questions raised by figures: each states its figure rightly and asks what it cannot tell."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.prepare import figures as public
from askwell.prepare.figures import PublicFigures
from askwell.prepare.from_figures import Raised, from_figures

PLAIN = PublicFigures()


def raised(figures: PublicFigures) -> dict[str, Raised]:
    return {one.id: one for one in from_figures(figures, "florists")}


@pytest.mark.parametrize(
    ("bank_id", "figures", "words"),
    [
        ("figure-falling", replace(PLAIN, change_percent=-3.2), "fall by 3.2%"),
        (
            "figure-growing",
            replace(PLAIN, change_percent=15.8, change_percent_all=3.1),
            "grow by 15.8%",
        ),
        (
            "figure-leaving",
            replace(PLAIN, change_percent=-1.0, openings=5_400),
            "5,400 openings",
        ),
        (
            "figure-few-openings",
            replace(PLAIN, openings=300),
            "Only about 300 openings",
        ),
        (
            "figure-pay-spread",
            replace(PLAIN, low_pay=30_000, high_pay=125_000),
            "4.2 times",
        ),
        (
            "figure-low-pay",
            replace(PLAIN, median_pay=33_900, pay_percentile=11),
            "$33,900",
        ),
        (
            "figure-graduate-degree",
            replace(PLAIN, entry_education="Bachelor's degree", graduate_share=46.6),
            "47% of florists",
        ),
        (
            "figure-long-school",
            replace(PLAIN, entry_education="Master's degree"),
            "6 years",
        ),
        (
            "figure-training",
            replace(PLAIN, training="Apprenticeship"),
            "as apprentices",
        ),
        (
            "figure-self-employed",
            replace(PLAIN, self_employed_share=31.4),
            "31% of florists",
        ),
        (
            "figure-schedules",
            replace(PLAIN, context={public.SCHEDULES: 55}),
            "schedules",
        ),
        ("figure-outdoors", replace(PLAIN, context={public.OUTDOORS: 80}), "outdoors"),
        ("figure-standing", replace(PLAIN, context={public.STANDING: 90}), "standing"),
        (
            "figure-nearness",
            replace(PLAIN, context={public.NEARNESS: 90}),
            "near other people",
        ),
    ],
)
def test_a_striking_figure_raises_its_question(bank_id: str, figures: PublicFigures, words: str) -> None:
    found = raised(figures)

    assert list(found) == [bank_id]
    assert words in found[bank_id].text


def test_figures_that_are_missing_or_ordinary_raise_nothing() -> None:
    ordinary = PublicFigures(
        median_pay=52_000, low_pay=33_000, high_pay=84_000, pay_percentile=50,
        change_percent=3.0, change_percent_all=3.1, openings=9_000,
        entry_education="Bachelor's degree", graduate_share=12, self_employed_share=4,
        context={public.STANDING: 40},
    )  # fmt: skip

    assert raised(PLAIN) == {}
    assert raised(ordinary) == {}


@given(
    st.builds(
        PublicFigures,
        median_pay=st.none() | st.floats(0, 240_000),
        low_pay=st.none() | st.floats(15_000, 60_000),
        high_pay=st.none() | st.floats(0, 240_000),
        pay_percentile=st.none() | st.floats(0, 100),
        change_percent=st.none() | st.floats(-100, 100),
        change_percent_all=st.none() | st.floats(-5, 5),
        openings=st.none() | st.integers(0, 900_000),
        entry_education=st.sampled_from(["", *public.YEARS_OF_SCHOOL]),
        graduate_share=st.none() | st.floats(0, 100),
        self_employed_share=st.none() | st.floats(0, 100),
    )
)
def test_every_question_raised_is_a_single_open_one_with_a_reason(
    figures: PublicFigures,
) -> None:
    for one in from_figures(figures, "florists"):
        assert one.text.count("?") == 1
        assert one.text.endswith("?")
        assert one.why.endswith(".")
        assert one.theme


def test_figures_are_read_as_the_pack_holds_them() -> None:
    figures = public.of(
        {
            "pay": {"source": "pay", "p10": 40_950.0, "median": 63_190.0, "p90": 106_030.0},
            "projections": {
                "source": "projections", "employment_2024": 818_700, "change_percent": 9.5,
                "openings": 81_000, "self_employed_percent": 7.2,
            },
            "entry": {"source": "projections", "education": "Master's degree"},
            "attainment": {"source": "projections", "master": 11.8, "doctoral": 3.2},
            "work_context": {"source": "onet", "items": {public.STANDING: 89}},
        },
        pay_percentile=58,
        change_percent_all=3.1,
    )  # fmt: skip

    assert (figures.low_pay, figures.median_pay, figures.high_pay) == (
        40_950,
        63_190,
        106_030,
    )
    assert (figures.change_percent, figures.openings, figures.jobs) == (
        9.5,
        81_000,
        818_700,
    )
    assert figures.school_years == 6
    assert figures.graduate_share == pytest.approx(15)
    assert figures.context == {public.STANDING: 89}


def test_an_occupation_without_figures_is_read_as_unknown() -> None:
    assert public.of({}) == PublicFigures()
    assert public.of({}).school_years is None
