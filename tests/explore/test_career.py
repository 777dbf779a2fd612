"""What a career's page says of its figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.explore import pack
from askwell.explore.career import (
    certain,
    course,
    interests,
    outlook,
    pay,
    preparation,
    spread,
    strip,
    work,
)
from askwell.explore.career.wording import (
    EXPERIENCE,
    TRAINING,
    WAYS_IN,
    about_tenths,
    listed,
    sentence_case,
    told,
)
from askwell.explore.shape import Figures, Pay, PayHistory, Projections

TOTALS: Figures = {
    "pay": {"source": "pay", "p10": 30_000, "p25": 38_000, "median": 51_000, "p75": 80_000, "p90": 128_000},
    "projections": {"source": "projections", "from_year": 2024, "to_year": 2034, "change_percent": 3.0},
    "attainment": {"source": "projections", "high_school": 22.0, "bachelor": 25.0},
    "work_context": {"source": "onet", "items": {"Spend Time Standing": 55, "Physical Proximity": 60}},
}
WELDER: Figures = {
    "pay": {"source": "pay", "p10": 38_000, "p25": 45_000, "median": 52_000, "p75": 61_000, "p90": 76_000},
    "projections": {
        "source": "projections", "from_year": 2024, "to_year": 2034, "employment": 450_000, "employment_projected": 459_000,
        "change": 9_000, "change_percent": 2.0, "openings": 45_600, "self_employed_percent": 6.0,
    },
    "entry": {
        "source": "projections", "education": "High school diploma or equivalent",
        "experience": "None", "training": "Moderate-term on-the-job training",
    },
    "attainment": {"source": "projections", "high_school": 48.0, "bachelor": 4.0},
}  # fmt: skip
SURGEON: Figures = {"pay": {"source": "pay", "p10": 90_000, "at_least": {"median": 239_200, "p90": 239_200}}}
ACTOR: Figures = {
    "pay": {"source": "pay", "hourly": {"p10": 16.5, "p25": 20.3, "median": 29.05, "p75": 98, "p90": 143.7}}
}


def history(*medians: int | None, first: int = 2016) -> PayHistory:
    """A history with these medians in today's dollars; None is too high to be published."""
    years = [
        {"year": first + at, "top_coded": True}
        if median is None
        else {"year": first + at, "real": median, "median": median}
        for at, median in enumerate(medians)
    ]
    return {"source": "pay-history", "dollars_of": 2025, "years": years}  # type: ignore[typeddict-item]


def test_openings_that_are_rounded_to_none_are_not_shown_as_none() -> None:
    few: Figures = {"projections": {"source": "projections", "to_year": 2034, "openings": 0}}

    shown = {figure.name: figure.value for figure in strip.strip(few, TOTALS, pay_release="May 2025")}

    assert shown["Openings a year"] == "Under 50"


def test_pay_is_drawn_on_one_scale_with_all_occupations() -> None:
    facts = pay.pay_facts("Welders", WELDER, TOTALS, {})

    assert facts
    assert facts.here
    assert facts.everyone
    assert facts.headline == "$52,000"
    assert facts.here.title.text == "Welders, median $52,000"
    assert facts.here.mark
    assert facts.everyone.mark
    assert facts.here.mark > facts.everyone.mark
    assert ("Half earn under (the median)", "$52,000", "$51,000") in facts.rows


def test_pay_too_high_to_be_published_is_said_in_words_and_runs_to_the_edge() -> None:
    facts = pay.pay_facts("Surgeons", SURGEON, TOTALS, {})

    assert facts
    assert facts.here
    assert facts.headline == "$239,200 or more"
    assert facts.here.mark is None
    assert facts.here.x is not None
    assert facts.here.x + facts.here.width == 100
    assert "half earn $239,200 or more" in facts.description


def test_a_bar_in_words_is_under_over_or_at_least() -> None:
    known: Pay = {"p10": 84_000, "median": 180_000, "at_least": {"p90": 239_200}}

    assert pay.describe("Dentists", known) == (
        "Dentists: the lowest-paid tenth earn under $84,000, half earn under $180,000, "
        "the highest-paid tenth earn $239,200 or more."
    )
    assert "the highest-paid tenth earn over $230,000." in pay.describe("Dentists", {"p90": 230_000})


def test_where_many_work_for_themselves_the_pay_says_whom_it_leaves_out() -> None:
    driver: Figures = {**WELDER, "projections": {"source": "projections", "self_employed_percent": 92.0}}

    many, few = pay.pay_facts("Drivers", driver, TOTALS, {}), pay.pay_facts("Welders", WELDER, TOTALS, {})

    assert many
    assert few
    assert "the 92% who work for themselves" in many.leaves_out
    assert few.leaves_out == ""


def test_pay_by_the_hour_is_not_held_against_yearly_pay() -> None:
    facts = pay.pay_facts("Actors", ACTOR, TOTALS, {})

    assert facts
    assert facts.hourly
    assert facts.headline == "$29.05"
    assert facts.everyone is None
    assert facts.highest is None


def test_no_pay_at_all_is_nothing_to_draw() -> None:
    assert pay.pay_facts("Infantry", {}, TOTALS, {}) is None


def test_the_highest_state_comes_with_its_prices_and_the_states_too_high_to_know() -> None:
    figures: Figures = {
        "pay_by_state": {
            "source": "pay",
            "states": {
                "OH": {"median": 60_000},
                "CA": {"median": 80_000},
                "SD": {"at_least": {"median": 239_200}},
                "WY": {"employment": 40},
            },
        }
    }
    states = {
        "CA": {"name": "California", "price_parity": 111.4},
        "SD": {"name": "South Dakota", "price_parity": 88.0},
    }

    found = pay.highest_state(figures, states)

    assert found == pay.StatePay(
        2,
        "California",
        "$80,000",
        "where prices are 11% above the country’s average",
        "$71,810",
        "In South Dakota the median is too high to be published.",
    )


@pytest.mark.parametrize(
    ("medians", "said"),
    [
        ((50_000, 51_000, 52_000, 55_000), "up 10% since 2016"),
        ((50_000, 51_000, 52_000, 45_000), "down 10% since 2016"),
        ((50_000, 51_000, 52_000, 50_400), "about where it was in 2016"),
    ],
)
def test_the_median_after_inflation_is_told_in_one_sentence(medians: tuple[int, ...], said: str) -> None:
    assert said in pay.trend(history(*medians))


def test_too_short_a_history_says_nothing() -> None:
    assert pay.trend(history(50_000, 55_000)) == ""
    assert pay.trend(None) == ""


def test_a_history_with_gaps_at_the_top_is_not_told_as_a_trend() -> None:
    assert "not known" in pay.trend(history(200_000, None, None, 300_000))


def test_openings_are_parted_into_growth_and_replacement() -> None:
    told_of = outlook.outlook("Welders", WELDER, TOTALS)

    assert told_of
    assert [each.value for each in told_of.bars] == ["+2.0%", "+3.0%"]
    assert told_of.sentences == (
        "From 450,000 jobs in 2024 to 459,000 in 2034, as projected.",
        "Nearly all of the openings replace people who change work or stop working.",
        "6% work for themselves.",
    )


def test_a_shrinking_career_still_has_openings() -> None:
    figures: Figures = {
        "projections": {
            "source": "projections",
            "from_year": 2024,
            "to_year": 2034,
            "change": -9_000,
            "change_percent": -8.0,
            "openings": 3_100,
        }
    }

    told_of = outlook.outlook("Typists", figures, TOTALS)

    assert told_of
    assert told_of.sentences == (
        "Still, 3,100 openings a year are expected, all to replace people who change work or stop working.",
    )


def test_the_way_in_names_schooling_experience_training_and_what_is_not_known() -> None:
    said = dict(preparation.way_in({**WELDER, "job_zone": {"source": "onet", "zone": 2}}))

    assert said["Schooling"] == "A high school diploma."
    assert said["Experience"] == "Usually not asked for."
    assert said["Training"] == "One to twelve months of training on the job."
    assert said["Preparation"].endswith("(job zone 2; 5 takes the most).")
    assert "does not mean that none is needed" in said["Licenses"]


def test_the_second_zone_is_told_so_that_it_holds_for_the_first_which_newer_releases_count_in_it() -> None:
    said = dict(preparation.way_in({"job_zone": {"source": "onet", "zone": 2}}))

    assert "a high school diploma or less" in said["Preparation"]
    assert "up to about a year" in said["Preparation"]


def test_where_nothing_is_published_of_the_way_in_each_line_says_so() -> None:
    *rows, (last, _) = preparation.way_in({})

    assert [words for _, words in rows] == ["Not published."] * 4
    assert last == "Licenses"


def test_every_word_of_the_bureau_on_ways_in_is_known() -> None:
    entries = [each.figures["entry"] for each in pack.load().occupations() if "entry" in each.figures]

    assert {entry["education"] for entry in entries if "education" in entry} <= WAYS_IN.keys()
    assert {entry["experience"] for entry in entries if "experience" in entry} <= {*EXPERIENCE, "None"}
    assert {entry["training"] for entry in entries if "training" in entry} <= {*TRAINING, "None"}


def test_schooling_is_marked_against_all_workers() -> None:
    shown = preparation.schooling(WELDER, TOTALS)

    assert shown
    assert [(each.name, each.value, each.kind) for each in shown.bars] == [
        ("High school", "48.0%", "lead"),
        ("Bachelor’s degree", "4.0%", ""),
    ]
    assert all(each.tick for each in shown.bars)


def test_the_week_has_a_bar_for_every_condition_the_most_first() -> None:
    items = {"Physical Proximity": 40.0, "Spend Time Standing": 95.0}

    shown = work.week({"work_context": {"source": "onet", "items": items}}, TOTALS)

    assert shown
    assert [each.name for each in shown.bars] == ["Standing", "Close to other people"]
    assert shown.bars[0].tick == 55
    assert shown.sentences[0] == "At least three in four stand nearly all the time."


ANSWERS = st.lists(st.sampled_from([0, 25, 50, 75, 100]), min_size=1, max_size=40)
OFTEN = "E-Mail"


@given(ANSWERS)
def test_a_sentence_on_the_week_is_true_of_whoever_gave_that_average(answers: list[int]) -> None:
    mean = round(sum(answers) / len(answers))

    for claim in (each for each in certain.CLAIMS if each.item == OFTEN):
        holds = [(each > claim.untrue_at) == claim.above and each != claim.untrue_at for each in answers]
        assert sum(holds) / len(answers) >= claim.share(mean) - 1e-9


def test_that_there_is_little_of_something_is_said_only_where_others_have_clearly_more() -> None:
    assert (
        certain.sentences({"Exposed to Disease or Infections": 15}, {"Exposed to Disease or Infections": 20})
        == ()
    )
    assert certain.sentences(
        {"Exposed to Disease or Infections": 2}, {"Exposed to Disease or Infections": 20}
    )


@pytest.mark.parametrize(
    ("mean", "said"),
    [
        (99, ("At least nine in ten stand nearly all the time.",)),
        (88, ("At least three in four stand more than half of the time.",)),
        (75, ()),
        (50, ()),
        (24, ("Most stand less than half of the time, or never.",)),
        (2, ("At least nine in ten never stand.",)),
    ],
)
def test_the_week_says_only_what_an_average_makes_certain(mean: float, said: tuple[str, ...]) -> None:
    assert certain.sentences({"Spend Time Standing": mean}, {}) == said


def test_what_there_is_much_of_comes_before_what_there_is_none_of() -> None:
    said = certain.sentences({"Exposed to Disease or Infections": 1, OFTEN: 99}, {OFTEN: 95})

    assert said[0].startswith("At least nine in ten write e-mail")


def test_interests_are_told_in_words() -> None:
    figures: Figures = {"interests": {"source": "onet", "code": "SI", "social": 5.6, "investigative": 4.8}}

    shown = interests.likes(figures, TOTALS)

    assert shown
    assert shown.sentence == "It calls most on helping or teaching people and finding out how things work."
    assert [each.name for each in shown.bars] == ["Helping people (social)", "Finding out (investigative)"]
    assert interests.likes({}, TOTALS) is None


def test_the_line_of_pay_breaks_where_a_year_is_not_known() -> None:
    drawn = course.course(history(50_000, 51_000, None, 52_000))

    assert drawn
    assert (len(drawn.dots), len(drawn.strokes), drawn.gaps) == (3, 1, True)
    assert drawn.rows[2] == (2018, course.UNKNOWN, course.UNKNOWN)
    assert drawn.labels[0][0].text == "$50,000"


def test_a_year_that_is_missing_altogether_is_a_gap_too() -> None:
    years = history(50_000, 51_000, 52_000, 53_000)
    del years["years"][1]

    drawn = course.course(years)

    assert drawn
    assert (len(drawn.strokes), drawn.gaps) == (1, True)
    assert drawn.rows[1] == (2017, "Not published", "Not published")


def test_a_year_whose_prices_are_not_known_yet_ends_the_line_before_it_and_is_told() -> None:
    years = history(*[50_000 + 1_000 * at for at in range(8)])
    del years["years"][-1]["real"]

    drawn = course.course(years)

    assert drawn
    assert (len(drawn.dots), drawn.gaps, drawn.awaited, drawn.dollars_of) == (7, False, 2023, 2025)
    assert drawn.rows[-1] == (2023, course.AWAITED, "$57,000")
    assert pay.trend(years) == "After inflation, the median of 2022 is up 12% since 2016."


def test_the_words_at_an_end_of_the_line_do_not_lie_on_it() -> None:
    rising, falling = (
        course.course(history(30_000, 50_000, 60_000)),
        course.course(history(60_000, 50_000, 30_000)),
    )

    assert rising
    assert falling
    assert [
        y > dot.y for (_, y), dot in zip(rising.labels, (rising.dots[0], rising.dots[-1]), strict=True)
    ] == [True, False]
    assert [
        y > dot.y for (_, y), dot in zip(falling.labels, (falling.dots[0], falling.dots[-1]), strict=True)
    ] == [False, True]


def test_too_few_years_make_no_line() -> None:
    assert course.course(history(50_000, None, 52_000)) is None


def test_the_states_stand_on_one_line_with_the_country() -> None:
    states = {code: {"median": 40_000 + 5_000 * at} for at, code in enumerate(("MS", "OH", "TX", "NY", "CA"))}
    figures = {**WELDER, "pay_by_state": {"source": "pay", "states": states}}

    drawn = spread.spread(figures, {"CA": {"name": "California"}})  # type: ignore[arg-type]  # few points suffice

    assert drawn
    assert (drawn.marks[0], drawn.marks[-1], drawn.mark) == (0, 100, 60)
    assert (drawn.low, drawn.high) == (("MS", "$40,000"), ("California", "$60,000"))
    assert drawn.rows[:2] == (("California", "$60,000"), ("NY", "$55,000"))
    assert spread.spread(WELDER, {}) is None


def test_skills_that_stand_little_out_are_not_called_far() -> None:
    def rated(*scores: float) -> Figures:
        above = [
            {"name": f"Skill {at}", "kind": "skill", "importance": 3.5, "average": 3.0, "score": score}
            for at, score in enumerate(scores)
        ]
        return {"skills": {"source": "onet", "skill": {}, "knowledge": {}, "stands_out": above}}  # type: ignore[typeddict-item]  # as the pack holds them

    far, little = (work.skills(rated(*scores), {}) for scores in ((2.0, 1.5, 1.1, 0.9), (0.9, 0.6)))

    assert far
    assert little
    assert (far.says, len(far.bars)) == (work.FAR_ABOVE, 3)
    assert (little.says, len(little.bars)) == (work.SOMEWHAT, 2)


def test_where_nothing_stands_out_what_matters_most_is_shown_against_the_average_job() -> None:
    matters = {"Speaking": 3.6, "Listening": 3.2, "Writing": 2.1, "Monitoring": 3.4}
    rated: Figures = {"skills": {"source": "onet", "skill": matters, "knowledge": {}, "stands_out": []}}
    totals: Figures = {"skills": {"source": "onet", "skill": {"Speaking": 3.5}, "knowledge": {}}}

    shown = work.skills(rated, totals)

    assert shown
    assert shown.says == work.NOTHING
    assert [(bar.name, bar.tick is None) for bar in shown.bars] == [
        ("Speaking", False),
        ("Monitoring", True),
        ("Listening", True),
    ]


@pytest.mark.parametrize(
    ("schooling", "training", "zone", "differ"),
    [
        ("High school diploma or equivalent", "None", 4, True),
        ("No formal educational credential", "Long-term on-the-job training", 1, True),
        ("Bachelor's degree", "None", 2, True),
        ("High school diploma or equivalent", "Apprenticeship", 2, False),
        ("Bachelor's degree", "None", 4, False),
    ],
)
def test_two_counts_of_what_it_takes_that_do_not_agree_are_said_to_differ(
    schooling: str, training: str, zone: int, differ: bool
) -> None:
    figures: Figures = {
        "entry": {"source": "projections", "education": schooling, "training": training},
        "job_zone": {"source": "onet", "zone": zone},
    }

    said = dict(preparation.way_in(figures))["Preparation"]

    assert ("That is not what the lines above say" in said) is differ


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({}, "These figures name none, which does not mean that none is needed."),
        (
            {"credential": {"certification": 3.74}},
            "and people who do the work. A certification is very important for doing this work "
            "(3.7 of 5 by O*NET’s count; the average job 2.8).",
        ),
        (
            {"credential": {"certification": 4.6, "from_specialties": True}},
            "A certification is extremely important for doing this work (4.6 of 5 by O*NET’s count over its specialties "
            "alone; the average job 2.8).",
        ),
        (
            {"credential": {"certification": 1.2}},
            "A certification hardly matters for doing this work (1.2 of 5",
        ),
        ({"handbook": {"licenses": True}}, "Many rules differ from state to state. BLS’s handbook tells"),
        ({"handbook": {}}, "These figures name none"),
    ],
)
def test_licenses_are_spoken_of_as_far_as_anybody_counts_them(figures: Figures, said: str) -> None:
    rows = dict(preparation.way_in(figures, {"credential": {"source": "onet", "certification": 2.81}}))

    assert said in rows["Licenses"]


def test_what_is_a_skill_and_a_field_of_knowledge_stands_there_once() -> None:
    above = [
        {"name": name, "kind": kind, "importance": 4.5, "average": 3.0, "score": 2.0}
        for name, kind in (("Mathematics", "skill"), ("Programming", "skill"), ("Mathematics", "knowledge"))
    ]

    shown = work.skills({"skills": {"source": "onet", "skill": {}, "knowledge": {}, "stands_out": above}}, {})  # type: ignore[typeddict-item]  # as the pack holds them

    assert shown
    assert [bar.name for bar in shown.bars] == ["Mathematics", "Programming"]


def test_what_postings_ask_for_comes_before_what_else_is_used() -> None:
    shown = work.tools(
        {
            "source": "onet",
            "items": [
                {"name": "AutoCAD", "hot": True, "in_demand": True},
                {"name": "Excel", "hot": True, "in_demand": False},
            ],
        }
    )

    assert shown == work.Tools(("AutoCAD",), ("Excel",))


def test_the_strip_says_in_words_what_is_not_published() -> None:
    values = [figure.value for figure in strip.strip({}, TOTALS, pay_release="May 2025")]

    assert values == ["Not published"] * 4


def test_the_strip_answers_with_units_and_what_figures_are_held_against() -> None:
    shown = strip.strip(WELDER, TOTALS, pay_release="May 2025")

    assert [(figure.value, figure.note) for figure in shown] == [
        ("$52,000", "a year, May 2025"),
        ("+2.0%", "all occupations +3.0%"),
        ("45,600", "on average, to 2034"),
        ("High school", "diploma or equivalent"),
    ]


def test_a_bound_in_the_strip_is_called_a_bound() -> None:
    first = strip.strip(SURGEON, TOTALS, pay_release="May 2025")[0]

    assert (first.name, first.value) == ("Half earn at least", "$239,200")


def test_small_words_of_figures() -> None:
    assert about_tenths(0.92) == "about nine in ten"
    assert about_tenths(0.99) == "nearly all"
    assert about_tenths(0.01) == "few"
    assert sentence_case("English Language") == "English language"
    assert sentence_case("Repairing") == "Repairing"
    assert sentence_case("Mechanical") == "Mechanical knowledge"
    assert listed(["a", "b", "c"]) == "a, b, and c"
    assert told({}, "median") == "Not published"


def test_a_change_too_small_for_round_numbers_is_not_told_as_none() -> None:
    projected: Projections = {
        "employment": 1_600, "employment_projected": 1_600, "change_percent": 3.9, "from_year": 2024, "to_year": 2034
    }  # fmt: skip

    assert "fewer than 100 jobs" in outlook.jobs(projected)
    assert "as many projected" in outlook.jobs({**projected, "change_percent": 0.0})
