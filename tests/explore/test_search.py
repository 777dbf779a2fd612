"""Finding careers from what people type."""

import gc
import math
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.explore import finder, pack
from askwell.explore.search import Search, lexicon
from askwell.explore.search.finding import common_names
from askwell.explore.search.fitted import LEAST, Fitted, digest
from askwell.explore.search.interest import heard
from askwell.explore.search.spelling import distance
from askwell.explore.search.titles import gather


@pytest.mark.parametrize(
    ("typed", "soc"),
    [
        ("Registered nurses", "29-1141"),
        ("RN, night shift", "29-1141"),
        ("SDE III", "15-1252"),
        ("Sr. Civil Engr", "17-2051"),
        ("Tax Accountant (part-time)", "13-2011"),
        ("apprentice welder", "51-4121"),
        ("LPN - Pediatrics", "29-2061"),
        ("Paramedic @ county EMS", "29-2043"),
        ("Bus Driver / Transit", "53-3052"),
        ("PRINCIPAL STATISTICIAN", "15-2041"),
        ("Help Desk Analyst", "15-1232"),
        ("Building Inspector", "47-4011"),
        ("Phlebotomist I", "31-9097"),
        ("Director of Nursing", "11-9111"),
        ("Executive Assistant to the CEO", "43-6011"),
        ("Staff Nurse, req #20398", "29-1141"),
        ("Statistician GS-1530-12", "15-2041"),
    ],
)
def test_titles_are_found_as_people_type_them(search: Search, typed: str, soc: str) -> None:
    assert soc in [hit.soc for hit in search.find(typed, limit=2)]


@pytest.mark.parametrize(
    ("typed", "soc"),
    [
        ("electricain", "47-2111"),
        ("physical therapyst", "29-1123"),
        ("librarien", "25-4022"),
        ("arkitect", "17-1011"),
        ("wearhouse worker", "53-7062"),
        ("copyeditor", "27-3041"),
        ("vineyard worker", "45-2092"),
    ],
)
def test_misspelled_titles_are_found(search: Search, typed: str, soc: str) -> None:
    assert soc in [hit.soc for hit in search.find(typed, limit=3)]


@pytest.mark.parametrize(
    ("typed", "soc"),
    [("writer", "27-3043"), ("Owner", "11-1011"), ("help desk", "15-1232"), ("Help Desk, Tier 1", "15-1232")],
)
def test_a_name_is_never_taken_for_a_sentence_or_for_nothing(search: Search, typed: str, soc: str) -> None:
    assert search.find(typed)[0].soc == soc


def test_what_people_usually_mean_by_a_name_comes_first(search: Search) -> None:
    official = {
        title.title: title.soc for title in pack.load().titles() if title.kind in {"official", "specialty"}
    }
    names = list(lexicon.common_titles().items())[::7]

    first = [search.find(name, limit=1)[0].soc == official[career] for name, career in names]

    assert sum(first) / len(names) > 0.98


def test_an_assistant_is_not_the_one_assisted(search: Search) -> None:
    assert search.find("dental assistant")[0].soc == "31-9091"
    assert search.find("dentist")[0].soc == "29-1021"


@pytest.mark.parametrize(
    ("said", "soc"),
    [
        ("work with maps", "17-1021"),
        ("welding", "51-4121"),
        ("python", "15-1252"),
        ("I could spend whole days with horses.", "39-2011"),
        ("something with trains", "53-4011"),
        ("I'd love to make movies.", "27-2012"),
        ("quickbooks", "43-3031"),
        ("kubernetes engineer", "15-1252"),
    ],
)
def test_skills_and_interests_lead_to_careers(search: Search, said: str, soc: str) -> None:
    assert soc in [hit.soc for hit in search.find(said, limit=10)]


@pytest.mark.parametrize(
    ("said", "soc"),
    [
        ("degree in kinesiology", "29-1128"),
        ("econ major", "19-3011"),
        ("bachelor of science in nursing", "29-1141"),
        ("I'm a linguistics student and don't know what comes next.", "27-3091"),
    ],
)
def test_a_field_of_study_leads_to_careers(search: Search, said: str, soc: str) -> None:
    assert soc in [hit.soc for hit in search.find(said, limit=10)]


def test_a_career_found_by_its_program_says_so(search: Search) -> None:
    matched = [hit.matched for hit in search.find("degree in kinesiology")]

    assert any("Kinesiology" in each for each in matched)


def test_a_sentence_that_says_nothing_of_work_finds_nothing(search: Search) -> None:
    assert search.find("I want to be who I am.") == []


def test_a_word_counts_for_the_family_of_the_careers_that_use_it(search: Search) -> None:
    scores = search.affinity.scores({"cardiologist": 1.0})

    assert scores["29-1212"] > scores["29-1229"] > 0 > scores["47-2031"]


def test_what_one_dislikes_is_pushed_down(search: Search) -> None:
    for_labs = [hit.soc for hit in search.find("I love biology and I love labs.")]
    against = [hit.soc for hit in search.find("I love biology but I hate labs.")]

    assert "29-2011" in for_labs
    assert "29-2011" not in against


def test_a_dislike_ends_with_its_sentence() -> None:
    liking = {
        word: each.liking for each in heard("I don't like offices. I like forests.") for word in each.words
    }

    assert liking["offices"] < 0 < liking["forests"]


@pytest.mark.parametrize(
    "text", ["I'm not afraid of heights.", "I don't mind heights.", "I never hate heights."]
)
def test_two_denials_are_none(text: str) -> None:
    assert [each.liking for each in heard(text) if "heights" in each.words] == [1.0]


def test_a_new_wish_ends_a_dislike() -> None:
    liking = {
        word: each.liking
        for each in heard("I want a job outside, not in an office, and to protect nature.")
        for word in each.words
    }

    assert liking["office"] < 0 < liking["nature"]


def test_what_others_wish_counts_less() -> None:
    liking = {
        word: each.liking
        for each in heard("My parents want medicine, but I want music.")
        for word in each.words
    }

    assert 0 < liking["medicine"] < liking["music"]


def test_a_hit_says_what_matched(search: Search) -> None:
    hit = search.find("charge nurse")[0]

    assert hit.title == "Registered nurses"
    assert "nurse" in hit.matched.lower()


def test_scores_fall_and_stay_between_zero_and_one(search: Search) -> None:
    scores = [hit.score for hit in search.find("project engineer", limit=20)]

    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_no_more_hits_than_asked_for(search: Search) -> None:
    assert len(search.find("manager", limit=3)) == 3
    assert search.find("manager", limit=0) == []


def test_an_employer_says_less_than_the_title(search: Search) -> None:
    assert search.find("data scientist at a biotech")[0].soc == "15-2051"


@pytest.mark.parametrize(
    "title",
    [
        "program manager",
        "project manager",
        "data analyst",
        "sales rep",
        "baker",
        "rabbi",
        "development associate",
    ],
)
@pytest.mark.parametrize(
    "employer",
    ["AWS", "Salesforce", "SAP", "Google Cloud", "Bank of America", "Delta Air Lines", "Shell Oil"],
)
def test_an_employer_or_product_after_a_title_does_not_change_what_it_means(
    search: Search, title: str, employer: str
) -> None:
    assert search.find(f"{title}, {employer}")[0].soc == search.find(title)[0].soc


def test_a_degree_is_no_title_that_a_field_follows(search: Search) -> None:
    assert search.find("BA in english")[0].soc == "25-1123"


@pytest.mark.parametrize(
    ("typed", "soc"),
    [
        ("Project Manager, Construction", "11-9021"),
        ("Physician, Emergency Medicine", "29-1214"),
        ("Engineer, Electrical", "17-2071"),
        ("Director, Marketing", "11-2021"),
    ],
)
def test_a_trade_after_a_title_says_which_one(search: Search, typed: str, soc: str) -> None:
    assert search.find(typed)[0].soc == soc


@pytest.mark.parametrize(
    ("typed", "soc"),
    [
        ("Building inspector, City of Austin", "47-4011"),
        ("IT guy for a law firm", "15-1232"),
        ("Env. consultant", "19-2041"),
        ("Green Beret", "55-3018"),
        ("VR/AR developer", "15-1252"),
    ],
)
def test_clipped_and_everyday_titles_are_found(search: Search, typed: str, soc: str) -> None:
    assert search.find(typed)[0].soc == soc


def test_every_career_the_word_lists_name_exists() -> None:
    official = {each.title for each in pack.load().titles() if each.kind in {"official", "specialty"}}
    named = {career for interest in lexicon.interests() for career in interest.careers} - {"nothing"}

    assert named | set(lexicon.common_titles().values()) <= official


@given(one=st.text("abcd", max_size=8), other=st.text("abcd", max_size=8))
def test_distance_is_the_same_both_ways_and_zero_only_for_the_same_word(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)


def test_two_swapped_letters_are_one_slip() -> None:
    assert distance("nusre", "nurse") == 1


def test_the_index_is_left_out_when_the_process_clears_its_memory() -> None:
    finder.search()

    assert gc.get_freeze_count() > 100_000


@pytest.mark.parametrize(
    ("typed", "soc"), [("dermatopathologist", "29-1222"), ("custodian supervisor", "37-1011")]
)
def test_parts_of_words_lead_where_no_name_does(search: Search, typed: str, soc: str) -> None:
    assert soc in [hit.soc for hit in search.find(typed, limit=3)]


def test_the_model_says_how_likely_each_career_is_meant() -> None:
    said = Fitted().scores(("staff", "nurse"), "nurse")

    assert max(said, key=said.__getitem__) == "29-1141"
    assert all(LEAST <= each <= 0 for each in said.values())
    assert sum(math.exp(each) for each in said.values()) == pytest.approx(1, abs=0.2)


def test_a_server_has_the_search_before_its_first_request(tmp_path: Path) -> None:
    script = "import askwell.wsgi; from askwell.explore import finder; print(len(finder._made))"
    own = {**os.environ, "ASKWELL_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "askwell.settings"}

    ran = subprocess.run([sys.executable, "-c", script], env=own, capture_output=True, text=True, check=True)  # noqa: S603 (our own Python)

    assert ran.stdout.split()[-1] == "1"


@pytest.mark.parametrize(
    ("typed", "soc"),
    [
        ("plum", "47-2152"),
        ("softw", "15-1252"),
        ("registered nur", "29-1141"),
        ("kinderg", "25-2012"),
        ("civil engin", "17-2051"),
    ],
)
def test_a_word_still_being_typed_is_finished(search: Search, typed: str, soc: str) -> None:
    assert soc in [hit.soc for hit in search.find(typed, limit=3)]


def test_the_shipped_model_fits_the_names_and_the_word_rules() -> None:
    titles = pack.load().titles()

    names = gather([*titles, *common_names(titles)]).values()

    assert Fitted().fitted_to == digest(names), "run `python -m bench.title_model PYTHON`"


def test_a_career_that_shares_a_word_is_said_to_and_another_to_be_a_guess(search: Search) -> None:
    matched = {hit.title: hit.matched for hit in search.find("Head lifeguard", limit=10)}

    assert "lifeguard" in matched[next(iter(matched))].lower()
    assert matched["School bus monitors"] == ""


@pytest.mark.parametrize(
    "typed", ["line cook $18/hr", "line cook $18-22/hr", "line cook, $18 to $22 per hour"]
)
def test_pay_in_an_ad_says_nothing_of_the_work(search: Search, typed: str) -> None:
    assert search.find(typed)[0].soc == search.find("line cook")[0].soc


def test_a_word_of_tools_alone_is_not_guessed_at_by_its_letters(search: Search) -> None:
    found = [hit.title for hit in search.find("oscilloscope", limit=5)]

    assert "Electrical engineers" in found
    assert "Microbiologists" not in found


def test_who_wants_to_stop_something_cares_for_it(search: Search) -> None:
    assert "19-2041" in [hit.soc for hit in search.find("I want to stop pollution")]


@pytest.mark.parametrize(
    ("typed", "soc"),
    [("planner", "19-3051"), ("Writer", "27-3043"), ("teller", "43-3071"), ("sorter", "51-9061")],
)
def test_a_title_made_of_an_everyday_word_is_found(search: Search, typed: str, soc: str) -> None:
    assert search.find(typed)[0].soc == soc


@pytest.mark.parametrize(
    ("typed", "soc"),
    [
        ("Help Desk Tech", "15-1232"),
        ("Bore Mill Operator", "51-4032"),
        (
            "Registered Nurse RN - ICU - Nights 36 hours - St. Elsewhere Hospital - Trauma Tower, Springfield Campus",
            "29-1141",
        ),
    ],
)
def test_such_titles_are_no_sentences(search: Search, typed: str, soc: str) -> None:
    assert search.find(typed)[0].soc == soc
