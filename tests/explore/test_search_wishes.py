"""What the search takes for a wish, and says about it."""

import pytest

from askwell.explore.search import Search


@pytest.mark.parametrize(
    ("said", "kept", "left_out"),
    [
        ("work with animals without college", "39-2021", "29-1131"),
        ("I like electricity but I don't want to go to college", "47-2111", "17-2071"),
        ("animals, no degree", "39-2021", "29-1131"),
        ("nurse making at least 120k", "29-1171", "29-1141"),
        ("nurse paid over $50 an hour", "29-1171", "29-1141"),
    ],
)
def test_a_limit_leaves_careers_out(search: Search, said: str, kept: str, left_out: str) -> None:
    answer = search.answer(said, 20)

    assert kept in [hit.soc for hit in answer.hits]
    assert left_out not in [hit.soc for hit in answer.hits]
    assert answer.understood[0].startswith("Only careers")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("jobs without college", "High school diploma or equivalent"),
        ("I don't want to sit all day", "on one’s feet"),
        ("apprenticeships", "apprenticeship"),
        ("no experience needed", "no experience needed"),
    ],
)
def test_a_limit_alone_shows_what_of_the_figures_fits(search: Search, said: str, why: str) -> None:
    assert why in [hit.matched for hit in search.find(said)]


def test_a_limit_that_leaves_nothing_says_so_and_shows_the_nearest(search: Search) -> None:
    answer = search.answer("actuary without a degree")

    assert answer.hits[0].soc == "15-2011"
    assert "these come nearest" in answer.understood[-1]


@pytest.mark.parametrize(
    "said",
    [
        "part time",
        "bookkeeper, part-time",
        "I want to work from home",
        "remote data entry",
        "summers off",
        "union job",
        "weekends off",
        "no nights, weekends or holidays",
        "4 day work week",
        "a job with a pension",
        "no layoffs",
        "I can't lift heavy things",
        "outdoors but not in the cold",
        "no drug test",
        "4 days a week",
        "a chill job",
        "jobs for felons",
    ],
)
def test_a_wish_no_figure_speaks_of_is_said_to_be_one(search: Search, said: str) -> None:
    assert search.answer(said).understood[0].startswith("The figures here don’t say")


@pytest.mark.parametrize(
    "title",
    ["high school teacher", "part time flexible clerk", "paid search analyst", "not sure about college"],
)
def test_such_words_in_a_title_are_no_wish(search: Search, title: str) -> None:
    assert not any(each.startswith(("Only", "The figures")) for each in search.answer(title).understood)


@pytest.mark.parametrize("said", ["good pay", "nothing with blood", "no night shifts"])
def test_what_names_no_work_brings_up_none(search: Search, said: str) -> None:
    assert search.find(said) == []


def test_what_was_heard_as_a_dislike_is_told(search: Search) -> None:
    assert search.answer("I like biology and computers but hate labs").understood == (
        "Heard as a dislike: labs.",
    )


def test_what_hardly_speaks_for_a_career_does_not_bring_it_up(search: Search) -> None:
    assert "35-2014" not in [hit.soc for hit in search.find("I like animals", limit=20)]


def test_a_dislike_alone_brings_up_nothing(search: Search) -> None:
    assert search.find("no blood please") == []


def test_a_limit_and_a_dislike_alone_show_what_neither_rules_out(search: Search) -> None:
    answer = search.answer("I hate math, blood, and offices", 200)

    assert answer.understood[0].startswith("Only careers in which math")
    assert "blood" in answer.understood[-1]
    found = [hit.soc for hit in answer.hits]
    assert "41-2031" in found
    assert not {"15-2011", "31-9097"} & set(found)


def test_of_careers_never_rated_a_limit_alone_shows_none(search: Search) -> None:
    asked = search.answer("not at a desk", 1_000)

    assert {hit.matched for hit in asked.hits} == {"on one’s feet"}


def test_a_dislike_before_another_wish_does_not_spoil_it(search: Search) -> None:
    answer = search.answer("I don't want 7 years of school, something with law")

    assert answer.hits[0].soc == "23-2011"
    assert answer.understood[0].startswith("Only careers that people usually enter without a master")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("$80k", "at least $80,000"),
        ("80,000 a year", "at least $80,000"),
        ("six figure salary", "at least $100,000"),
        ("work with my hands, no school debt", "without a college degree"),
        ("no more school", "without a college degree"),
        ("two year degree", "an associate’s degree"),
        ("good money no degree", "without a bachelor’s degree"),
        ("growing jobs", "at least 5 % more jobs"),
        ("from home", "work from home"),
        ("low stress", "work without stress"),
        ("no office", "stand or walk for at least half"),
        ("not at a desk", "stand or walk for at least half"),
        ("I can't picture myself behind a desk all day", "stand or walk for at least half"),
        ("nothing physical", "stand or walk for less than half"),
        ("I can't stand on my feet all day", "stand or walk for less than half"),
        ("something where I can sit down", "stand or walk for less than half"),
        ("not stuck inside", "outdoors once a month or more"),
        ("I hate being outside", "outdoors less than once a month"),
        ("not dangerous", "hazards less than once"),
        ("no germs", "disease less than once"),
        ("9 to 5", "have a regular schedule"),
        ("not a 9-5", "no regular schedule"),
        ("no overtime", "no more than 40 hours"),
        ("bad at math", "math is rated 3 of 5"),
        ("I hate staring at a screen all day", "knowing computers is rated below 3"),
        ("I want to be on my feet", "stand or walk for at least half"),
        ("not physically hard", "stand or walk for less than half"),
        ("nothing to do with math", "math is rated 3 of 5"),
        ("seasonal work", "no regular schedule"),
        ("I don't want to talk to anyone", "neither helping people nor serving customers"),
        ("no customers", "neither helping people nor serving customers"),
        ("without grad school", "without a master’s degree"),
        ("I don't want to be in school forever", "without a master’s degree"),
        ("no more than two years of school", "without a bachelor’s degree"),
    ],
)
def test_what_was_heard_as_a_wish_is_said(search: Search, said: str, heard: str) -> None:
    assert heard in search.answer(said).understood[0]


@pytest.mark.parametrize("said", ["outdoors", "want outside", "want outdoors"])
def test_a_bare_interest_is_read_as_one(search: Search, said: str) -> None:
    assert search.find(said)[0].soc == "19-1032"


@pytest.mark.parametrize(
    ("said", "soc"),
    [
        ("trade jobs", "47-2111"),
        ("travel the world", "53-2031"),
        ("a trade", "47-2152"),
        ("physical work", "47-2061"),
        ("work with hands", "47-2111"),
    ],
)
def test_a_few_words_of_interest_lead_to_careers(search: Search, said: str, soc: str) -> None:
    assert soc in [hit.soc for hit in search.find(said, limit=3)]


@pytest.mark.parametrize(
    "title",
    [
        "Office manager",
        "Indoor cycling instructor",
        "Outside sales rep",
        "Home organizer for stay at home moms",
        "Credit union teller",
        "Home health aide",
        "demand planner",
        "loan officer",
        "Job Coach",
        "$20k sign-on nurse",
    ],
)
def test_a_title_with_words_of_wishes_is_a_title(search: Search, title: str) -> None:
    answer = search.answer(title)

    assert answer.understood == ()
    assert answer.hits
