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
    "said", ["part time", "bookkeeper, part-time", "I want to work from home", "remote data entry"]
)
def test_a_wish_no_figure_speaks_of_is_said_to_be_one(search: Search, said: str) -> None:
    assert search.answer(said).understood[0].startswith("No public figure says")


@pytest.mark.parametrize(
    "title",
    ["high school teacher", "part time flexible clerk", "paid search analyst", "not sure about college"],
)
def test_such_words_in_a_title_are_no_wish(search: Search, title: str) -> None:
    assert not any(each.startswith(("Only", "No public")) for each in search.answer(title).understood)


def test_what_was_heard_as_a_dislike_is_told(search: Search) -> None:
    assert search.answer("I like biology and computers but hate labs").understood == (
        "Heard as a dislike: labs.",
    )


def test_a_dislike_alone_brings_up_nothing(search: Search) -> None:
    assert search.find("no math please") == []


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
    ],
)
def test_what_was_heard_as_a_wish_is_said(search: Search, said: str, heard: str) -> None:
    assert heard in search.answer(said).understood[0]


@pytest.mark.parametrize("said", ["outdoors", "want outside", "want outdoors"])
def test_a_bare_interest_is_read_as_one(search: Search, said: str) -> None:
    assert search.find(said)[0].soc == "19-1032"


@pytest.mark.parametrize(
    ("said", "soc"), [("trade jobs", "47-2111"), ("travel the world", "53-2031"), ("a trade", "47-2152")]
)
def test_a_few_words_of_interest_lead_to_careers(search: Search, said: str, soc: str) -> None:
    assert soc in [hit.soc for hit in search.find(said, limit=3)]


@pytest.mark.parametrize(
    "title", ["Home health aide", "demand planner", "loan officer", "Job Coach", "$20k sign-on nurse"]
)
def test_a_title_with_words_of_wishes_is_a_title(search: Search, title: str) -> None:
    answer = search.answer(title)

    assert answer.understood == ()
    assert answer.hits
