"""Careers side by side."""

import pytest

from askwell.explore.comparing import Entry, differences, in_one_line, measures, unknown
from askwell.explore.comparing.lines import NOTHING_APART
from askwell.explore.shape import Figures


def figures(median: int, change: float, openings: int, standing: float = 50) -> Figures:
    """A career in few figures."""
    return {
        "pay": {"source": "pay", "p10": median - 9_000, "median": median, "p90": median + 9_000},
        "projections": {
            "source": "projections",
            "from_year": 2024,
            "to_year": 2034,
            "change_percent": change,
            "openings": openings,
        },
        "attainment": {"source": "projections", "high_school": 20.0, "bachelor": 70.0, "master": 10.0},
        "work_context": {"source": "onet", "items": {"Spend Time Standing": standing}},
    }


BAKER = Entry("51-3011", "Bakers", figures(36_000, 5.0, 38_000, standing=92))
ACTUARY = Entry("15-2011", "Actuaries", figures(125_000, 21.0, 2_400, standing=12))
TYPIST = Entry("43-9022", "Word processors and typists", figures(47_000, -36.0, 1_900))
INFANTRY = Entry("55-3016", "Infantry", {})
TOTALS: Figures = {
    "pay": {"source": "pay", "median": 51_000},
    "projections": {"source": "projections", "from_year": 2024, "to_year": 2034, "change_percent": 3.0},
}


def test_all_careers_share_a_scale_that_starts_at_nothing() -> None:
    pay = measures([BAKER, ACTUARY], TOTALS)[0]

    low, high = (lane.band for lane in pay.lanes)

    assert low
    assert high
    assert low.mark
    assert high.mark
    assert pay.axis[0].text == "$0"
    assert round(high.mark / low.mark, 1) == round(125 / 36, 1)


def test_the_ends_of_pay_stand_in_words_behind_its_bars() -> None:
    pay = measures([BAKER, INFANTRY], TOTALS)[0]

    assert [lane.points for lane in pay.lanes] == [("$27,000", "$36,000", "$45,000"), ()]


def test_shares_of_schooling_stand_in_figures_behind_their_bars() -> None:
    schooling = {measure.key: measure for measure in measures([BAKER, INFANTRY], TOTALS)}["schooling"]

    assert [lane.points for lane in schooling.lanes] == [("20.0%", "0.0%", "70.0%", "10.0%"), ()]
    assert len(schooling.columns) == 1 + len(schooling.lanes[0].points)


def test_what_is_not_published_is_said_in_its_lane() -> None:
    found = measures([BAKER, INFANTRY], TOTALS)

    assert {lane.value for measure in found for lane in measure.lanes if lane.name == "Infantry"} == {
        "Not published"
    }


def test_a_measure_without_any_figure_is_left_out() -> None:
    assert measures([INFANTRY, INFANTRY], TOTALS) == []


def test_differences_are_told_in_words() -> None:
    says = {measure.key: measure.says for measure in measures([BAKER, ACTUARY, TYPIST], TOTALS)}

    assert says["pay"] == "Actuaries: the highest median, about $89,000 a year above bakers."
    assert says["change"] == (
        "Actuaries: the fastest growth (+21.0%), faster than all occupations. "
        "Projected to shrink: word processors and typists."
    )
    assert says["openings"] == "Bakers: about 20 times as many openings as word processors and typists."
    assert says["schooling"] == "Most common in all of them: a bachelor’s degree."
    assert says["feet"] == "Bakers: far more standing than actuaries."


def test_small_differences_are_called_small() -> None:
    assert differences.pay([("Bakers", 50_000), ("Cooks", 50_900)]) == "Middle pay is about the same."
    assert differences.change([("Bakers", 4.0), ("Cooks", 4.5)], 3.0) == "The projections are about the same."
    assert (
        differences.openings([("Bakers", 900), ("Cooks", 1_000)]) == "None has twice the openings of another."
    )
    assert differences.condition([("Bakers", 50), ("Cooks", 60)], more="far more") == "No large difference."


def test_a_difference_is_told_from_its_border_on() -> None:
    assert differences.pay([("Bakers", 57_000), ("Cooks", 60_000)]).startswith("Cooks: the highest median")
    assert differences.buys([("Bakers", 57_000), ("Cooks", 60_000)]) == (
        "Cooks: buys the most, about $3,000 a year more than bakers."
    )
    assert differences.change([("Bakers", 4.0), ("Cooks", 5.0)], None).startswith("Cooks: the fastest growth")
    assert differences.openings([("Bakers", 900), ("Cooks", 1_800)]).startswith("Cooks: about twice as many")
    assert differences.condition([("Bakers", 50), ("Cooks", 70)], more="more") == "Cooks: more than bakers."


def test_careers_with_the_same_usual_schooling_are_named_together() -> None:
    usual = {"Bakers": "high school", "Actuaries": "a bachelor’s degree", "Cooks": "high school"}

    assert differences.schooling(usual) == "Bakers and cooks: high school. Actuaries: a bachelor’s degree."
    assert differences.schooling({"Bakers": "high school"}) == ""


def test_nothing_is_told_of_growth_or_openings_where_there_is_none() -> None:
    assert "shrink" not in differences.change([("Bakers", 5.0), ("Cooks", 0.0)], 3.0)
    assert differences.change([("Bakers", 0.0), ("Cooks", -3.0)], 3.0) == (
        "None of them is projected to grow."
    )
    assert differences.openings([("Bakers", 900), ("Cooks", 0)]) == ""


def test_those_that_share_the_first_place_share_the_sentence() -> None:
    known = [("Bakers", 50_000), ("Cooks", 50_000), ("Maids", 30_000)]

    assert differences.pay(known) == "Bakers and cooks: the highest median, about $20,000 a year above maids."
    assert differences.change([("Bakers", 5.0), ("Cooks", 5.0), ("Maids", 1.0)], 5.0) == (
        "Bakers and cooks: the fastest growth (+5.0%), as fast as all occupations."
    )


def test_growth_is_held_against_nothing_that_is_not_known() -> None:
    assert (
        differences.change([("Bakers", 5.0), ("Cooks", 1.0)], None) == "Bakers: the fastest growth (+5.0%)."
    )


@pytest.mark.parametrize(
    ("known", "bounds", "said"),
    [
        (
            [("Bakers", 49_990), ("Surgeons", 239_200)],
            ["Surgeons"],
            "Surgeons: the highest median, at least $189,210",
        ),
        (
            [("Dentists", 231_450), ("Surgeons", 239_200)],
            ["Surgeons"],
            "Surgeons: the highest median, at least $7,750",
        ),
        (
            [("Pilots", 300_000), ("Surgeons", 239_200)],
            ["Surgeons"],
            "The median of surgeons is too high to be published",
        ),
        (
            [("Surgeons", 239_200), ("Dentists", 239_200)],
            ["Surgeons", "Dentists"],
            "so the order is not known",
        ),
    ],
)
def test_a_bound_is_never_compared_as_if_it_were_the_figure(
    known: list[tuple[str, float]], bounds: list[str], said: str
) -> None:
    assert said in differences.pay(known, bounds=bounds)


def test_a_difference_says_whom_it_leaves_out() -> None:
    left_out = {measure.key: measure.left_out for measure in measures([BAKER, ACTUARY, INFANTRY], TOTALS)}

    assert left_out["pay"] == "Not compared: infantry."
    assert left_out["openings"] == "Not compared: infantry."
    assert not any(measure.left_out for measure in measures([BAKER, ACTUARY], TOTALS))


def test_a_bar_that_stands_alone_is_said_to_be_compared_with_nothing() -> None:
    left_out = {measure.key: measure.left_out for measure in measures([BAKER, INFANTRY], TOTALS)}

    assert set(left_out.values()) == {"Only one is drawn here, so nothing is compared."}
    assert not any(measure.left_out for measure in measures([BAKER], TOTALS))


def test_what_is_published_for_none_of_several_is_said() -> None:
    still: Figures = {"pay": BAKER.figures["pay"], "work_context": {"source": "onet", "items": {}}}
    cook = Entry("35-2019", "Cooks, all other", still)

    assert unknown(measures([INFANTRY, INFANTRY], TOTALS)) == (
        "Published for none of them: pay, the outlook, openings, schooling, and conditions of work."
    )
    assert unknown(measures([cook, INFANTRY], TOTALS)) == (
        "Published for none of them: the outlook, openings, schooling, and conditions of work."
    )
    assert unknown(measures([BAKER, ACTUARY], TOTALS)) == (
        "Published for none of them: “Close to other people”, “Outdoors in any weather”, and “Changing hours”."
    )


def test_openings_of_a_broader_group_are_not_held_against_those_of_one_career() -> None:
    aide = Entry("31-1121", "Home health aides", figures(35_000, 17.0, 765_800), together=True)

    openings = {measure.key: measure for measure in measures([BAKER, TYPIST, aide], TOTALS)}["openings"]
    lines = in_one_line([BAKER, TYPIST, aide])

    assert [lane.value for lane in openings.lanes] == ["38,000", "1,900", "765,800 in its group"]
    assert openings.says == "Bakers: about 20 times as many openings as word processors and typists."
    assert openings.left_out == "Not compared: home health aides."
    assert not any("openings" in line for line in lines)


def test_pay_by_the_hour_alone_is_compared_by_the_hour_and_with_nothing_else() -> None:
    actor = Entry("27-2011", "Actors", {"pay": {"source": "pay", "hourly": {"p10": 16, "median": 29.05}}})
    dancer = Entry("27-2031", "Dancers", {"pay": {"source": "pay", "hourly": {"p10": 14, "median": 25}}})

    among, beside = measures([actor, dancer], TOTALS)[0], measures([actor, BAKER], TOTALS)[0]

    assert [lane.value for lane in among.lanes] == ["$29.05", "$25.00"]
    assert among.says == "Actors: the highest median, about $4 an hour above dancers."
    assert among.note.startswith("An hour, ")
    assert "All occupations" not in among.note
    assert (beside.lanes[0].value, beside.lanes[0].band) == ("$29.05 an hour", None)


def test_nobody_is_called_first_where_somebody_is_not_known() -> None:
    lines = in_one_line([BAKER, ACTUARY, INFANTRY])

    assert not any("highest" in line or "most openings" in line for line in lines)


def test_a_line_makes_no_more_of_a_difference_than_its_measure_does() -> None:
    one = Entry("35-2011", "Cooks", figures(36_500, 5.2, 40_000))
    other = Entry("35-3023", "Counter workers", figures(36_000, 5.0, 38_000))

    says = {measure.key: measure.says for measure in measures([one, other], TOTALS)}

    assert says["pay"] == "Middle pay is about the same."
    assert says["change"] == "The projections are about the same."
    assert says["openings"] == "None has twice the openings of another."
    assert set(in_one_line([one, other])) == {NOTHING_APART}


def test_a_lone_career_and_one_that_stands_still_are_first_in_nothing() -> None:
    [alone] = in_one_line([ACTUARY])
    still = Entry("51-3093", "Food cooking machine operators", figures(39_000, 0.0, 4_000))

    lines = in_one_line([still, TYPIST])

    assert not any(word in alone for word in ("highest", "lowest", "fastest", "most", "fewest"))
    assert not any("growth" in line for line in lines)


def test_what_pay_buys_is_shown_only_where_a_place_has_prices() -> None:
    dear = Entry("51-3011", "Bakers (Hawaii)", figures(40_000, 5.0, 38_000), prices=110)

    buys = {measure.key: measure for measure in measures([BAKER, dear], TOTALS)}["buys"]

    assert [lane.value for lane in buys.lanes] == ["$36,000", "$36,360"]
    assert buys.says == "What it buys is about the same."
    assert buys.note.startswith("An adjustment")
    assert "buys" not in {measure.key for measure in measures([BAKER, ACTUARY], TOTALS)}


def test_pay_too_high_to_be_published_leaves_open_whose_buys_most() -> None:
    beyond = Entry(
        "29-1022",
        "Surgeons (Alaska)",
        {"pay": {"source": "pay", "at_least": {"median": 239_200}}},
        prices=104,
    )

    buys = {measure.key: measure for measure in measures([BAKER, ACTUARY, beyond], TOTALS)}["buys"]

    assert buys.lanes[-1].value == "Too high to be published"
    assert buys.says == ""


def test_a_lone_figure_is_compared_with_nothing() -> None:
    lone = [("Bakers", 50_000.0)]

    assert not any([differences.pay(lone), differences.change(lone, 3.0), differences.openings(lone)])


def test_each_career_gets_one_line_against_the_others() -> None:
    lines = in_one_line([BAKER, ACTUARY, TYPIST])

    assert lines == [
        "The lowest middle pay, the most openings, on your feet most of the day.",
        "The highest middle pay, the fastest growth.",
        "The fewest openings, fewer jobs in ten years.",
    ]
    assert in_one_line([INFANTRY]) == [
        "No figures are published. People who do the work are the only source."
    ]


def test_shares_of_schooling_fill_the_bar() -> None:
    schooling = next(each for each in measures([BAKER, ACTUARY], TOTALS) if each.key == "schooling")
    parts = schooling.lanes[0].parts

    assert schooling.lanes[0].value == "70% bachelor’s"
    assert [part.word for part in parts] == ["", "", "bachelor’s", ""]
    assert 99 <= parts[-1].x + parts[-1].width <= 100
