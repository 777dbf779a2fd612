"""Choosing the questions for one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.decide.from_figures import Kind
from askwell.lib.themes import THEMES
from askwell.lib.titles import spoken, with_article
from askwell.prepare import bank
from askwell.prepare.choose import Chosen, Facts, Open, choose, host_traits
from askwell.prepare.figures import PublicFigures

SHRINKING = PublicFigures(
    median_pay=34_000, low_pay=20_000, high_pay=90_000, pay_percentile=12,
    change_percent=-6.2, change_percent_all=3.1, openings=2_400, self_employed_share=31,
)  # fmt: skip

words = st.text("abc -{}%é", max_size=20)
opens = st.builds(
    Open,
    words,
    words,
    words,
    st.sampled_from(sorted(Kind)),
    st.floats(0, 20),
)
any_facts = st.builds(
    Facts,
    role=words | st.sampled_from(["Head chef", "Junior editor", "Retired pilot"]),
    organization=words,
    bond=st.sampled_from(["", "school", "work", "stranger"]),
    industry=words,
    paths=st.lists(words, max_size=3),
    figures=st.sampled_from([PublicFigures(), SHRINKING]),
    open=st.lists(opens, max_size=5),
    asked_here=st.frozensets(st.sampled_from([one.id for one in bank.questions()]), max_size=40),
)


def about(kind: str, worth: float = 1.0) -> Open:
    return Open("1", kind, kind.replace("_", " "), kind, worth)


def ids(chosen: list[Chosen]) -> list[str]:
    return [one.id for one in chosen]


@given(any_facts, st.integers(1, 10))
def test_whatever_is_known_the_last_question_is_who_else_and_none_comes_twice(facts: Facts, n: int) -> None:
    chosen = choose(facts, n)

    assert len(chosen) == n
    assert chosen[-1].id == bank.WHO_ELSE
    assert len({one.text for one in chosen}) == n
    assert not set(ids(chosen[:-1])) & facts.asked_here
    assert all(one.why.endswith(".") for one in chosen)


@given(any_facts, st.integers(6, 8))
def test_questions_spread_over_all_four_themes(facts: Facts, n: int) -> None:
    assert {one.theme for one in choose(facts, n)} == set(THEMES)


def test_with_nothing_known_there_are_good_questions_without_a_gap() -> None:
    chosen = choose(Facts())

    assert len(chosen) == 7
    assert not any("{" in one.text or "  " in one.text for one in chosen)


def test_what_is_most_worth_knowing_is_asked_first() -> None:
    facts = Facts(open=(about("steady_hours", 2.0), about("outlook", 0.1)))

    first = choose(facts)[0]

    assert first.settles == about("steady_hours", 2.0)
    assert first.theme == "terms"
    assert first.why == "It speaks to “steady hours”, where an answer would tell you most."


@pytest.mark.parametrize("kind", sorted(Kind))
def test_every_kind_of_criterion_gets_its_question(kind: str) -> None:
    chosen = choose(Facts(open=(about(kind),)))

    assert chosen[0].settles == about(kind)


def test_what_is_settled_is_not_given_as_a_reason() -> None:
    chosen = choose(Facts(open=(about("pay", 0.0),)))

    assert all(one.settles is None for one in chosen)


def test_questions_name_the_place_and_the_path_when_they_are_known() -> None:
    facts = Facts(role="Line cook", organization="The Blue Door", paths=("Cooks, restaurant",))

    texts = " ".join(one.text for one in choose(facts, 8))

    assert "The Blue Door" in texts
    assert "restaurant cooks" in texts


def test_a_question_already_asked_of_this_host_is_not_asked_again() -> None:
    first = choose(Facts())[0]

    assert first.id not in ids(choose(Facts(asked_here=frozenset({first.id}))))
    assert first.id not in ids(choose(Facts(planned=frozenset({first.text.upper()}))))


def test_a_question_others_answered_gives_way_to_a_new_one() -> None:
    first = choose(Facts())[0]

    assert first.id not in ids(choose(Facts(asked_elsewhere={first.id: 3})))


def test_a_host_beside_the_path_is_asked_how_it_looks_from_there() -> None:
    beside = Facts(role="Hospital pharmacist", paths=("Registered nurses",))
    inside = Facts(role="Charge nurse", paths=("Registered nurses",))

    assert "host-path-beside" in ids(choose(beside, 8))
    assert "host-path-beside" not in ids(choose(inside, 12))


@pytest.mark.parametrize(
    ("role", "bond", "trait"),
    [
        ("Head of research", "", "leads"),
        ("Managing partner", "", "leads"),
        ("Junior designer", "", "early"),
        ("Retired teacher", "", "retired"),
        ("", "school", "school"),
    ],
)
def test_a_host_is_read_from_their_role_and_bond(role: str, bond: str, trait: str) -> None:
    assert host_traits(Facts(role=role, bond=bond)) == {trait}


def test_a_role_that_only_says_how_high_someone_stands_is_not_beside_the_path() -> None:
    assert "role_differs" not in host_traits(Facts(role="Shift lead", paths=("Electricians",)))


def test_nothing_is_assumed_of_a_host_who_is_not_described() -> None:
    assert host_traits(Facts(paths=("Surveyors",))) == frozenset()
    assert not any(one.id.startswith("host-path-first-year") for one in choose(Facts(), 12))


def test_at_most_two_questions_start_from_a_figure() -> None:
    facts = Facts(paths=("Florists",), figures=SHRINKING)

    started = [one for one in choose(facts, 10) if one.id.startswith("figure-")]

    assert len(started) == 2


def test_a_graduate_degree_is_no_topic_where_hardly_anyone_needs_a_degree() -> None:
    figures = PublicFigures(entry_education="High school diploma or equivalent")

    assert "degree-advance" not in ids(choose(Facts(figures=figures), 8))
    assert "degree-advance" in ids(choose(Facts(), 8))


def test_a_graduate_degree_is_no_topic_where_nobody_starts_without_one() -> None:
    figures = PublicFigures(entry_education="Doctoral or professional degree")

    chosen = ids(choose(Facts(figures=figures, open=(about("schooling"),)), 8))

    assert not {"degree-advance", "degree-wait", "degree-another-way"} & set(chosen)


def test_only_questions_on_days_speak_to_a_day_i_would_like() -> None:
    day = Open("1", "1", "A day I would like", "own", 5)

    chosen = choose(Facts(organization="The Blue Door", open=(day,)))

    assert {one.kind for one in chosen if one.settles} == {"day"}


def test_something_of_ones_own_is_asked_about_by_name_once() -> None:
    animals = [Open(path, "7", "helping animals", "own", 5) for path in ("1", "2")]

    chosen = choose(Facts(paths=("Veterinarians",), open=animals))

    assert chosen[0].text == "When it comes to “helping animals”, what is it really like for veterinarians?"
    assert sum(one.settles is not None for one in chosen) == 1


def test_a_retired_host_is_not_asked_about_last_week() -> None:
    day = Open("1", "1", "A day I would like", "own", 5)

    first = choose(Facts(role="Retired nurse", open=(day,)))[0]

    assert first.text == "What did an ordinary day look like in your last years at work?"
    assert "day-last-tuesday" not in ids(choose(Facts(role="Retired nurse"), 12))


@pytest.mark.parametrize(
    ("role", "path"), [("Line cook", "Cooks, restaurant"), ("Head of nursing", "Registered nurses")]
)
def test_one_word_in_two_forms_is_the_same_work(role: str, path: str) -> None:
    assert "role_differs" not in host_traits(Facts(role=role, paths=(path,)))


def test_the_same_facts_always_give_the_same_questions() -> None:
    facts = Facts(paths=("Florists",), figures=SHRINKING, open=(about("own"), about("pay")))

    assert choose(facts) == choose(facts)


def test_no_questions_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        choose(Facts(), 0)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Registered nurses", "registered nurses"),
        ("Architects, except landscape and naval", "architects"),
        ("Engineers, all other", "engineers"),
        ("Computer occupations, all other", "people in computer occupations"),
        ("Cooks, short order", "short order cooks"),
        ("Cooks, institution and cafeteria", "institution and cafeteria cooks"),
        ("Painters, sculptors, and illustrators", "painters, sculptors, and illustrators"),
        ("English language teachers, postsecondary", "postsecondary English language teachers"),
        ("Environmental scientists, including health", "environmental scientists"),
        ("EMTs and paramedics", "EMTs and paramedics"),
        ("", ""),
    ],
)
def test_a_title_is_said_as_in_a_sentence(title: str, said: str) -> None:
    assert spoken(title) == said


def test_a_district_has_its_article_in_a_sentence() -> None:
    assert with_article("District of Columbia") == "the District of Columbia"
    assert with_article("Ohio") == "Ohio"


def test_a_title_too_long_for_one_breath_is_not_read_out_in_every_question() -> None:
    title = "Helpers of brickmasons, blockmasons, stonemasons, and tile and marble setters"
    figures = PublicFigures(change_percent=-10.5, change_percent_all=3.1)

    asked = [one.text for one in choose(Facts(paths=[title], figures=figures), 7, from_a_figure=4)]

    assert not any("brickmasons" in text for text in asked)
    assert any(
        text.startswith("Jobs for people in this field are projected to fall by 10.5%") for text in asked
    )
