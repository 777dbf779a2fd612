from dataclasses import fields, replace
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from askwell.desk.next_step import RULES, Facts, Matter, next_step

SOMEBODY = Matter(7, "Dr. Okafor", "yesterday at 4:00 PM")
BEGUN = Facts(paths=2)
WAITS_ON_OTHERS = [
    "talk_now",
    "hosted_now",
    "gathering_now",
    "seat_offered",
    "request_to_answer",
    "times_to_choose",
    "hosted_to_choose",
    "thanks_due",
    "talk_today",
    "hosted_today",
    "gathering_today",
    "guests_today",
    "past_talk",
    "notes_to_keep",
    "hosted_to_name",
    "time_to_agree",
    "missed_talk",
    "stuck",
    "follow_up",
    "gathering_over",
    "guests_to_note",
    "brief",
    "draft",
]
ORDER = [*WAITS_ON_OTHERS, "person_to_ask"]
FOR_EVERYBODY = [
    "hosted_now", "gathering_now", "seat_offered", "request_to_answer", "hosted_to_choose", "hosted_today",
    "gathering_today", "guests_today", "hosted_to_name", "guests_to_note", "gathering_ahead",
]  # fmt: skip
matters = st.none() | st.builds(
    Matter, st.integers(1, 99), st.text(min_size=1, max_size=20), prepared=st.integers(0, 9)
)
any_facts = st.builds(
    Facts,
    seeks=st.booleans(),
    hosts=st.booleans(),
    coordinates=st.booleans(),
    no_hours=st.booleans(),
    paths=st.integers(0, 6),
    lonely_path=st.sampled_from(["", "nurses"]),
    waiting=st.integers(0, 3),
    findings=st.integers(0, 9),
    decisions=st.integers(0, 2),
    **dict.fromkeys([*ORDER, "talk_ahead", "gathering_ahead"], matters),
)


@given(any_facts)
def test_there_is_always_exactly_one_step_and_its_button_leads_somewhere(facts: Facts) -> None:
    step = next_step(facts)

    assert step.title
    assert step.why.endswith((".", ":", "?"))
    assert step.button
    assert reverse(step.url_name, args=[step.pk] if step.pk else [])


@given(any_facts)
def test_the_step_is_that_of_the_first_thing_that_waits_whatever_else_does(facts: Facts) -> None:
    first = next((name for name in WAITS_ON_OTHERS if getattr(facts, name)), None)

    step = next_step(facts)

    if first:
        alone: dict[str, Any] = {first: getattr(facts, first)}
        assert step == next_step(Facts(**alone))
    else:
        assert step.title not in {next_step(Facts(**{name: SOMEBODY})).title for name in WAITS_ON_OTHERS}  # type: ignore[arg-type]


@given(any_facts)
def test_nobody_picks_a_career_while_others_wait_and_only_seekers_do(facts: Facts) -> None:
    step = next_step(facts)

    if step.title.startswith("Pick a career"):
        assert facts.seeks
        assert not facts.paths
        assert not any(getattr(facts, name) for name in [*WAITS_ON_OTHERS, "talk_ahead", "gathering_ahead"])


@given(any_facts)
def test_who_seeks_nothing_is_sent_to_no_page_of_a_seekers(facts: Facts) -> None:
    nothing: dict[str, Any] = {name: None for name in ORDER if name not in FOR_EVERYBODY}
    others = replace(
        facts, seeks=False, paths=0, lonely_path="", waiting=0, findings=0, talk_ahead=None, **nothing
    )
    unprepared: dict[str, Any] = {
        name: replace(matter, prepared=0) for name in FOR_EVERYBODY if (matter := getattr(others, name))
    }

    step = next_step(replace(others, **unprepared))

    assert step.url_name in {
        "meet:hosted", "meet:hours", "meet:answer", "gather:gathering", "gather:guests", "gather:index",
        "program:index",
    }  # fmt: skip


def test_the_order_of_the_rules_is_kept() -> None:
    everything: dict[str, Any] = dict.fromkeys(ORDER, SOMEBODY)
    facts = replace(BEGUN, **everything)
    titles = []

    for name in ORDER:
        titles.append(next_step(facts).title.replace("Dr. Okafor", "X"))
        nothing: dict[str, Any] = {name: None}
        facts = replace(facts, **nothing)

    assert titles == [
        "Talk with X",
        "Talk with X",
        "It is time for “X”",
        "A seat at “X” is held for you",
        "Answer X",
        "Choose a time with X",
        "Choose a time with X",
        "Thank X",
        "Get ready for X",
        "You talk with X today",
        "“X” is today",
        "Your gathering “X” is today",
        "How did it go with X?",
        "Keep what X told you",
        "Name times for X",
        "Agree on a time with X",
        "Find another time with X",
        "See about your letter to X",
        "Follow up once with X",
        "What did you hear at “X”?",
        "Who came to “X”?",
        "Look over your questions for X",
        "Finish your request to X",
        "Ask X for twenty minutes",
    ]


@pytest.mark.parametrize("name", ["gathering_now", "gathering_today", "gathering_over", "gathering_ahead"])
def test_what_one_prepared_for_a_gathering_is_one_press_away(name: str) -> None:
    prepared: dict[str, Any] = {name: Matter("code", "Night shift", prepared=7)}
    plain: dict[str, Any] = {name: Matter("code", "Night shift")}

    assert next_step(Facts(**prepared)).pk == 7
    assert next_step(Facts(**plain)).pk == "code"


def test_a_host_without_hours_says_when_they_talk_and_one_with_hours_rests() -> None:
    assert next_step(Facts(seeks=False, hosts=True, no_hours=True)).url_name == "meet:hours"
    assert next_step(Facts(seeks=False, hosts=True)).title == "Nothing waits for you"


def test_a_newcomer_picks_a_career_first() -> None:
    assert next_step(Facts()).url_name == "explore:index"


def test_a_path_without_people_asks_for_one() -> None:
    step = next_step(replace(BEGUN, lonely_path="electricians"))

    assert step.url_name == "connect:add"
    assert "electricians" in step.why


def test_a_single_path_gets_a_second_beside_it() -> None:
    assert next_step(Facts(paths=1, one_path="Nurses")).title == "Put a second path beside it"


def test_with_findings_and_nothing_due_it_is_time_to_weigh() -> None:
    assert next_step(replace(BEGUN, findings=4)).url_name == "decide:index"


def test_waiting_is_no_task_and_blames_nobody() -> None:
    step = next_step(replace(BEGUN, waiting=1))

    assert step.title == "Nothing is due"


def test_after_a_decision_the_helpers_hear_of_it() -> None:
    assert next_step(replace(BEGUN, decisions=1, findings=9)).title == "Tell the people who helped you"


def test_only_a_thank_you_offers_to_be_marked_as_said() -> None:
    facts: list[dict[str, Any]] = [{name: SOMEBODY} for name in ORDER]
    steps = [next_step(replace(BEGUN, **one)) for one in facts]

    assert [step.said for step in steps] == [name == "thanks_due" for name in ORDER]


def test_every_fact_can_matter() -> None:
    assert len(RULES) >= len(fields(Facts)) - 5
