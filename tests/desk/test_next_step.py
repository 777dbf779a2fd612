from dataclasses import fields, replace
from typing import Any

from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.desk.next_step import RULES, Facts, Matter, next_step

SOMEBODY = Matter(7, "Dr. Okafor", "yesterday at 4:00 PM")
BEGUN = Facts(paths=2)
ORDER = [
    "talk_now",
    "thanks_due",
    "talk_today",
    "past_talk",
    "notes_to_keep",
    "time_to_agree",
    "stuck",
    "follow_up",
    "brief",
    "draft",
    "person_to_ask",
]
matters = st.none() | st.builds(Matter, st.integers(1, 99), st.text(min_size=1, max_size=20))
any_facts = st.builds(
    Facts,
    paths=st.integers(0, 6),
    lonely_path=st.sampled_from(["", "nurses"]),
    waiting=st.integers(0, 3),
    findings=st.integers(0, 9),
    decisions=st.integers(0, 2),
    **dict.fromkeys([*ORDER, "talk_ahead"], matters),
)


@settings(deadline=None)
@given(any_facts)
def test_there_is_always_one_step_and_its_button_leads_somewhere(facts: Facts) -> None:
    step = next_step(facts)

    assert step.title
    assert step.why.endswith((".", ":", "?"))
    assert step.button
    assert reverse(step.url_name, args=[step.pk] if step.pk else [])


def test_the_order_of_the_rules_is_kept() -> None:
    everything: dict[str, Any] = dict.fromkeys(ORDER, SOMEBODY)
    facts = replace(BEGUN, **everything)
    titles = []

    for name in ORDER:
        titles.append(next_step(facts).title)
        nothing: dict[str, Any] = {name: None}
        facts = replace(facts, **nothing)

    assert titles == [
        "Talk with Dr. Okafor",
        "Thank Dr. Okafor",
        "Get ready for Dr. Okafor",
        "How did it go with Dr. Okafor?",
        "Keep what Dr. Okafor told you",
        "Agree on a time with Dr. Okafor",
        "See about your letter to Dr. Okafor",
        "Follow up once with Dr. Okafor",
        "Look over your questions for Dr. Okafor",
        "Finish your request to Dr. Okafor",
        "Ask Dr. Okafor for twenty minutes",
    ]


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
    assert len(RULES) >= len(fields(Facts)) - 2
