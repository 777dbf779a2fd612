"""Questions raised by figures: each states its figure rightly and asks what it cannot tell."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.explore import pack
from askwell.explore.career import pay
from askwell.explore.models import Occupation, Path
from askwell.explore.shape import Figures
from askwell.lib.titles import spoken
from askwell.prepare import figures as public
from askwell.prepare.figures import PublicFigures
from askwell.prepare.from_figures import RULES, THE_REST, THEY_AND_OTHERS, Raised, from_figures
from askwell.prepare.hints import hints
from askwell.prepare.selectors import public_figures

PLAIN = PublicFigures()


def raised(figures: PublicFigures) -> dict[str, Raised]:
    return {one.id: one for one in from_figures(figures, "florists")}


CASES: dict[str, tuple[PublicFigures, str]] = {
    "figure-falling-fast": (replace(PLAIN, change_percent=-13.7), "fall by 13.7%"),
    "figure-falling": (replace(PLAIN, change_percent=-3.2), "fall by 3.2%"),
    "figure-growing-fast": (replace(PLAIN, change_percent=22.0, change_percent_all=3.1), "grow by 22%"),
    "figure-growing": (replace(PLAIN, change_percent=9.8, change_percent_all=3.1), "grow by 9.8%"),
    "figure-standing-still": (replace(PLAIN, change_percent=0.1, jobs=50_000), "stay where it is"),
    "figure-leaving": (replace(PLAIN, change_percent=-1.0, openings=5_400), "5,400 openings"),
    "figure-few-openings": (replace(PLAIN, openings=300), "Only about 300 openings"),
    "figure-tiny-field": (replace(PLAIN, jobs=1_700), "only about 1,700 florists"),
    "figure-huge-field": (replace(PLAIN, jobs=3_391_000), "3.4 million"),
    "figure-changing-work": (replace(PLAIN, transfer_rate=9.3), "9 in 100"),
    "figure-staying": (replace(PLAIN, transfer_rate=1.4), "1 in 100"),
    "figure-retiring": (replace(PLAIN, exit_rate=7.7), "8 in 100"),
    "figure-mostly-on-their-own": (replace(PLAIN, self_employed_share=62.0), "62% of florists"),
    "figure-self-employed": (replace(PLAIN, self_employed_share=31.4), "31% of florists"),
    "figure-pay-spread": (replace(PLAIN, low_pay=30_000, high_pay=125_000), "4.2 times"),
    "figure-pay-narrow": (replace(PLAIN, low_pay=30_000, high_pay=48_000), "only 1.6 times"),
    "figure-low-pay": (replace(PLAIN, median_pay=33_900, pay_percentile=11, where="in Ohio"), "florists in Ohio earn less than $33,900"),
    "figure-high-pay": (replace(PLAIN, median_pay=150_000, pay_percentile=96), "Florists are paid more"),
    "figure-pay-starts-low": (replace(PLAIN, median_pay=80_000, low_pay=31_000, pay_percentile=70), "under $31,000"),
    "figure-pay-beyond-the-tables": (replace(PLAIN, pay_is_bound=True), "past what the public tables print"),
    "figure-pay-by-the-hour": (replace(PLAIN, hourly_only=True), "only by the hour"),
    "figure-pay-risen": (replace(PLAIN, real_change=12.4, since=2015), "12% higher than in 2015"),
    "figure-pay-fallen": (replace(PLAIN, real_change=-9.6, since=2015), "10% lower than in 2015"),
    "figure-pay-by-state": (
        replace(PLAIN, states=51, state_ratio=3.2, best_state="Ohio", worst_state="Maine"), "3.2 times as much in Ohio as in Maine",
    ),
    "figure-few-states": (replace(PLAIN, states=9), "only 9 states"),
    "figure-graduate-degree": (replace(PLAIN, entry_education="Bachelor's degree", graduate_share=46.6), "47% of florists"),
    "figure-long-school": (replace(PLAIN, entry_education="Master's degree"), "6 years"),
    "figure-without-the-degree": (replace(PLAIN, entry_education="Bachelor's degree", below_bachelor_share=48.2), "48% of florists have none"),
    "figure-more-than-asked": (replace(PLAIN, entry_education="No formal educational credential", bachelor_share=41.0), "41% of florists"),
    "figure-every-schooling": (replace(PLAIN, largest_share=28.0), "every kind of schooling"),
    "figure-certificate": (replace(PLAIN, entry_education="Postsecondary nondegree award"), "certificate"),
    "figure-associate-degree": (replace(PLAIN, entry_education="Associate's degree"), "associate degree"),
    "figure-preparation-without-school": (replace(PLAIN, entry_education="High school diploma or equivalent", job_zone=4), "long preparation"),
    "figure-years-before": (replace(PLAIN, experience="5 years or more"), "five years or more"),
    "figure-some-years-before": (replace(PLAIN, experience="Less than 5 years"), "a related job"),
    "figure-apprenticeship": (replace(PLAIN, training="Apprenticeship"), "as apprentices"),
    "figure-residency": (replace(PLAIN, training="Internship/residency"), "residency"),
    "figure-training": (replace(PLAIN, training="Long-term on-the-job training"), "more than a year"),
    "figure-learned-in-weeks": (
        replace(PLAIN, entry_education="No formal educational credential", training="Short-term on-the-job training"), "within a month",
    ),
    "figure-many-majors": (replace(PLAIN, entry_education="Bachelor's degree", programs=51), "51 programs of study"),
    "figure-long-weeks": (replace(PLAIN, context={public.LONG_WEEKS: 91}), "more than 40 hours"),
    "figure-short-weeks": (replace(PLAIN, context={public.LONG_WEEKS: 20}), "under 40 hours"),
    "figure-schedules": (replace(PLAIN, context={public.SCHEDULES: 55}), "schedules"),
    "figure-outdoors": (replace(PLAIN, context={public.OUTDOORS: 80}), "outdoors"),
    "figure-standing": (replace(PLAIN, context={public.STANDING: 90}), "standing"),
    "figure-sitting": (replace(PLAIN, context={public.STANDING: 12}), "seldom on their feet"),
    "figure-walking": (replace(PLAIN, context={public.WALKING: 80}), "on the move"),
    "figure-bending": (replace(PLAIN, context={public.BENDING: 75}), "bending"),
    "figure-nearness": (replace(PLAIN, context={public.NEARNESS: 90}), "very near to others"),
    "figure-apart": (replace(PLAIN, context={public.NEARNESS: 20}), "farther from other people"),
    "figure-hazards": (replace(PLAIN, context={public.HAZARDS: 70}), "hazards"),
    "figure-dangerous-equipment": (replace(PLAIN, context={public.EQUIPMENT: 90}), "dangerous equipment"),
    "figure-infection": (replace(PLAIN, context={public.INFECTION: 90}), "disease or infection"),
    "figure-email": (replace(PLAIN, context={public.EMAIL: 100, public.STANDING: 30}), "E-mail"),
    "figure-technology": (replace(PLAIN, in_demand=("Excel", "Python", "R", "SQL", "SAS", "Git")), "Excel, Python and 4 more"),
    "figure-specialties": (replace(PLAIN, specialties=4), "4 finer careers"),
} | {
    f"figure-{key}": (replace(PLAIN, stands_out=frozenset({name})), words)
    for key, name, words in (
        ("negotiation", "Negotiation", "Negotiating"),
        ("persuasion", "Persuasion", "Persuading"),
        ("reading-people", "Social Perceptiveness", "Reading other people"),
        ("counseling", "Therapy and Counseling", "hard times"),
        ("serving", "Service Orientation", "ways to help"),
        ("teaching", "Instructing", "Teaching others"),
        ("leading", "Management of Personnel Resources", "Leading people"),
        ("money", "Management of Financial Resources", "decide over money"),
        ("mathematics", "Mathematics", "Mathematics"),
        ("science", "Science", "Science"),
        ("programming", "Programming", "Programming"),
        ("troubleshooting", "Troubleshooting", "go wrong"),
        ("repairing", "Repairing", "Repairing"),
        ("writing", "Writing", "Writing"),
        ("languages", "Foreign Language", "Other languages"),
        ("law", "Law and Government", "Law"),
        ("safety", "Public Safety and Security", "people safe"),
    )
}  # fmt: skip


def test_every_rule_is_tried() -> None:
    assert set(CASES) == {rule.id for rule in RULES}
    assert len(RULES) >= 40


@pytest.mark.parametrize("bank_id", CASES)
def test_a_striking_figure_raises_its_question(bank_id: str) -> None:
    figures, words = CASES[bank_id]

    found = raised(figures)

    assert list(found) == [bank_id]
    assert words in found[bank_id].text


@pytest.fixture(scope="module")
def of_every_occupation() -> list[Raised]:
    """Every question that the shipped figures raise."""
    figures = pack.load()
    names = {state.code: state.name for state in figures.states()}
    return [
        one
        for career in figures.one_by_one()
        for one in from_figures(
            public.of(career.figures, change_percent_all=3.1, state_names=names), spoken(career.title)
        )
    ]


@pytest.mark.parametrize(
    "figures",
    [
        PublicFigures(low_pay=30_000, high_pay=125_000, where="in Ohio"),
        PublicFigures(low_pay=30_000, high_pay=48_000, where="in Ohio"),
        PublicFigures(pay_percentile=96, where="in Ohio"),
        PublicFigures(pay_is_bound=True, where="in Ohio"),
    ],
)
def test_a_question_on_the_pay_of_a_place_names_the_place(figures: PublicFigures) -> None:
    [one] = raised(figures).values()

    assert "lorists in Ohio " in one.text


@pytest.mark.parametrize("change", [-0.5, -0.3, 0.0, 0.4])
def test_what_stands_still_is_not_said_to_shrink_as_well(change: float) -> None:
    still = PublicFigures(change_percent=change, jobs=50_000, openings=5_400)

    assert list(raised(still)) == ["figure-standing-still"]


def test_work_of_long_preparation_is_not_said_to_be_learned_in_weeks() -> None:
    both = PublicFigures(
        entry_education="High school diploma or equivalent",
        training="Short-term on-the-job training",
        job_zone=4,
    )

    assert list(raised(both)) == ["figure-preparation-without-school"]


def test_work_that_one_comes_to_from_a_related_job_is_not_said_to_be_learned_in_weeks() -> None:
    after_years = PublicFigures(
        entry_education="No formal educational credential",
        training="Short-term on-the-job training",
        experience="Less than 5 years",
    )

    assert list(raised(after_years)) == ["figure-some-years-before"]


def test_no_question_asks_what_the_page_answers_and_all_are_open(of_every_occupation: list[Raised]) -> None:
    faults = {(hint.rule, one.text) for one in of_every_occupation for hint in hints(one.text)}

    assert len(of_every_occupation) > 4_000
    assert faults == set()


def test_no_question_holds_a_blank_or_a_raw_name(of_every_occupation: list[Raised]) -> None:
    for one in of_every_occupation:
        assert not re.search(r"[{}_]|\bNone\b|\bnan\b|  | ,", one.text), one.text
        assert one.text[0].isupper()


def test_figures_that_are_missing_or_ordinary_raise_nothing() -> None:
    ordinary = PublicFigures(
        median_pay=52_000, low_pay=33_000, high_pay=84_000, pay_percentile=50, real_change=1, since=2015,
        states=50, state_ratio=1.8, change_percent=3.0, change_percent_all=3.1, openings=9_000, jobs=90_000,
        exit_rate=4.1, transfer_rate=5.4, self_employed_share=4,
        entry_education="Bachelor's degree", graduate_share=12, below_bachelor_share=12, largest_share=60, programs=3,
        in_demand=("Excel",), context={public.STANDING: 40, public.NEARNESS: 60, public.LONG_WEEKS: 60},
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
                "source": "projections", "employment": 818_700, "change_percent": 9.5,
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


def test_a_broader_groups_jobs_are_never_said_to_be_the_narrow_careers_own() -> None:
    groups = replace(PLAIN, jobs=3_400_000, counted_as="health workers")

    [asked] = [one.text for one in from_figures(groups, "night nurses") if "million" in one.text]

    assert "health workers" in asked
    assert "night nurses" not in asked


def test_one_state_is_not_called_states() -> None:
    [asked] = [
        one.text
        for one in from_figures(replace(PLAIN, states=1), "watchmakers")
        if "published in" in one.text
    ]

    assert "in only one state." in asked


def test_a_whole_number_is_said_as_one() -> None:
    [asked] = [one.text for one in from_figures(replace(PLAIN, low_pay=10_000, high_pay=280_000), "athletes")]

    assert "28 times as much" in asked


@pytest.mark.django_db
def test_postings_are_asked_about_by_what_is_not_on_every_desk() -> None:
    accountants = Path(occupation=Occupation.objects.get(soc="13-2011"))

    assert not public_figures(accountants).two_tools.startswith("Microsoft")


def test_hardly_anybody_is_never_counted_as_nought_in_a_hundred() -> None:
    [asked] = [
        one.text for one in from_figures(replace(PLAIN, transfer_rate=0.2), "judges") if "Hardly" in one.text
    ]

    assert "fewer than one in 100 a year" in asked


def test_schooling_in_which_other_careers_are_counted_is_not_said_to_be_this_careers() -> None:
    shares = {
        "less_than_high_school": 1,
        "high_school": 9,
        "some_college": 20,
        "associate": 10,
        "bachelor": 40,
    }
    held = {"source": "projections", **shares, "master": 15, "doctoral": 5}

    own = public.of({"attainment": held})  # type: ignore[typeddict-item]  # as the pack holds them
    mixed = public.of({"attainment": {**held, "approximate": True}})  # type: ignore[typeddict-item]  # the same

    assert (own.bachelor_share, mixed.bachelor_share, mixed.graduate_share) == (60, None, None)


@pytest.mark.django_db
def test_the_group_is_named_where_the_figures_are_the_groups() -> None:
    attendants = Path(occupation=Occupation.objects.get(soc="53-1044"))
    nurses = Path(occupation=Occupation.objects.get(soc="29-1141"))

    aides = Path(occupation=Occupation.objects.get(soc="31-1121"))

    assert public_figures(aides).counted_as == "home health and personal care aides"
    assert public_figures(attendants).counted_as == THEY_AND_OTHERS
    assert public_figures(nurses).counted_as == ""


@pytest.mark.django_db
def test_a_state_is_named_as_people_say_it() -> None:
    detectives = Path(occupation=Occupation.objects.get(soc="33-3021"))

    assert public_figures(detectives).best_state == "the District of Columbia"


@pytest.mark.django_db
def test_what_is_left_of_a_group_is_not_said_to_be_the_whole() -> None:
    other_managers = Path(occupation=Occupation.objects.get(soc="11-9199"))

    raised_here = from_figures(public_figures(other_managers), "managers")

    assert any("million managers of other kinds." in one.text for one in raised_here)
    people = public_figures(Path(occupation=Occupation.objects.get(soc="15-1299"))).counted_as
    assert people == "people in computer occupations of other kinds"
    assert public_figures(Path(occupation=Occupation.objects.get(soc="25-9099"))).counted_as == THE_REST
    dentists = public_figures(Path(occupation=Occupation.objects.get(soc="29-1029")))
    assert dentists.counted_as == "dentists of other kinds"


def test_questions_tell_of_pay_after_inflation_what_the_page_tells() -> None:
    lines = [line for each in pack.load().occupations() if (line := _told_twice(each.figures))]

    assert len(lines) > 600
    assert not [line for line in lines if line[0] != line[1]]


def _told_twice(figures: Figures) -> tuple[str, str] | None:
    """How far the median moved and since when, by the page and by what questions are drawn from."""
    page, asked = pay.trend(figures.get("pay_history")), public.of(figures)
    if "about where it was" in page or "not known" in page or not page:
        return None
    assert asked.real_change is not None
    way = "up" if asked.real_change > 0 else "down"
    return page, f"After inflation, the median is {way} {abs(asked.real_change):.0f}% since {asked.since}."
