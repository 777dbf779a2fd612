"""Drafts of requests and follow-ups."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.ask import check
from askwell.ask.drafts import RequestFacts, draft_follow_up, draft_request
from askwell.ask.openings import OPENINGS, ConnectionKind

NOTES: dict[ConnectionKind, str] = {
    "close": "my aunt Carol",
    "school": "Harlow College",
    "work": "Mercy Hospital",
    "met": "the spring career fair",
    "referred": "Elena Ruiz",
    "found": "your article on infection control",
    "stranger": "",
}
FULL = RequestFacts(
    seeker_name="Maya Lindqvist",
    seeker_line="a sophomore at Harlow College",
    host_first_name="Priya",
    host_last_name="Raman",
    role="Infection Preventionist",
    organization="Mercy Hospital",
    paths=("Registered Nurses", "Statisticians"),
)
SENT = date(2026, 3, 2)


def facts(kind: ConnectionKind, note: str | None = None, paths: int = 2) -> RequestFacts:
    """Full facts with one kind of connection."""
    return dataclasses.replace(
        FULL,
        connection=kind,
        connection_note=NOTES[kind] if note is None else note,
        paths=("Nurses", "Actuaries", "Chefs")[:paths],
    )


def test_every_kind_of_connection_has_an_opening() -> None:
    assert set(OPENINGS) == set(NOTES)


@pytest.mark.parametrize("paths", [1, 2, 3])
@pytest.mark.parametrize("kind", NOTES)
def test_a_draft_from_full_facts_is_short_and_passes_the_checker(kind: ConnectionKind, paths: int) -> None:
    draft = draft_request(facts(kind, paths=paths))

    report = check.check(draft.body, subject=draft.subject)

    assert report.problems == []
    assert all(report.has.values())
    assert 60 <= report.words <= 95


@pytest.mark.parametrize("kind", NOTES)
def test_a_follow_up_from_full_facts_is_short_and_passes_the_checker(kind: ConnectionKind) -> None:
    draft = draft_follow_up(facts(kind), SENT)

    report = check.check(draft.body, subject=draft.subject)

    assert report.problems == []
    assert report.words <= 95
    assert "March 2" in draft.body
    assert "I will not write again" in draft.body


def test_a_second_follow_up_is_refused() -> None:
    with pytest.raises(ValueError, match="rest"):
        draft_follow_up(FULL, SENT, nth=2)


def test_what_is_not_known_is_left_open_and_stops_the_message() -> None:
    draft = draft_request(RequestFacts(connection="referred"))

    stopped = [draft.body[problem.start : problem.end] for problem in check.check(draft.body).stops]

    assert stopped == [
        "[their name]",
        "[who suggested it]",
        "[your name]",
        "[one line about you]",
        "[the path you are weighing]",
        "[what they do]",
        "[your name]",
    ]


KNOWN = dataclasses.replace(facts("met"), host_last_name="")


@pytest.mark.parametrize(
    "known",
    [
        dataclasses.replace(KNOWN, seeker_name=""),
        dataclasses.replace(KNOWN, seeker_line=""),
        dataclasses.replace(KNOWN, host_first_name=""),
        dataclasses.replace(KNOWN, role="", organization=""),
        dataclasses.replace(KNOWN, paths=()),
        dataclasses.replace(KNOWN, connection_note=""),
    ],
)
def test_one_missing_fact_stops_the_message_at_a_placeholder(known: RequestFacts) -> None:
    report = check.check(draft_request(known).body)

    assert {problem.rule for problem in report.stops} == {"placeholder"}


@pytest.mark.parametrize(
    ("kind", "note", "expected"),
    [
        ("met", "we met at the fair.", "We met at the fair."),
        ("met", "We sat together at dinner", "We sat together at dinner."),
        ("referred", "suggested by Elena Ruiz", "Elena Ruiz suggested that I write to you."),
        ("close", "through my aunt Carol", "We know each other through my aunt Carol."),
        ("found", "your talk on bees!", "I came across your talk on bees."),
        ("found", "their article on bees", "I came across your article on bees."),
        ("found", "LinkedIn profile", "I came across your LinkedIn profile."),
        ("found", "on LinkedIn", "I found you on LinkedIn."),
        ("met", "career day", "We met at the career day."),
        ("close", "a friend of my aunt Carol", "I know of you as a friend of my aunt Carol."),
        ("close", "My uncle's neighbor", "I know of you as my uncle's neighbor."),
        ("close", "Lives three doors down", "We know each other through [who you both know]."),
        ("school", "He went there too", "You and I share a school, [the school you share]."),
        ("school", "alumna, class of 2019", "You and I share a school, [the school you share]."),
        ("school", "Harlow High, class of 2015", "You and I share a school, Harlow High."),
        ("close", "mom's coworker", "I know of you as my mom's coworker."),
        ("close", "family friend of my parents", "I know of you as a family friend of my parents."),
        ("close", "from church", "We know each other through church."),
        ("close", "grew up with my dad", "We know each other through [who you both know]."),
        ("found", "LinkedIn", "I found you on LinkedIn."),
        ("found", "the hospital website", "I found you on the hospital website."),
        ("found", "linkedin.com/in/raman", "I came across your page at linkedin.com."),
        ("school", "Alum", "You and I share a school, [the school you share]."),
        ("school", "harlow college", "You and I share a school, harlow college."),
        ("work", "I worked there last summer", "I worked at Mercy Hospital last summer."),
        ("found", "https://www.linkedin.com/in/raman", "I came across your page at linkedin.com."),
    ],
)
def test_a_note_in_other_words_still_makes_one_sentence(
    kind: ConnectionKind, note: str, expected: str
) -> None:
    assert expected in draft_request(facts(kind, note)).body


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("roofers",), "I keep coming back to the work of roofers."),
        (("roofers", "masons"), "I am weighing the work of roofers against that of masons."),
        (("roofers", "masons", "chefs"), "I am weighing the work of roofers, masons, and chefs."),
    ],
)
def test_the_paths_are_said_as_work_and_not_as_people(paths: tuple[str, ...], expected: str) -> None:
    assert expected in draft_request(dataclasses.replace(FULL, paths=paths)).body


@pytest.mark.parametrize(
    ("organization", "expected"),
    [
        ("state health office", "at the state health office:"),
        ("City of Harlow", "at the City of Harlow:"),
        ("U.S. Geological Survey", "at the U.S. Geological Survey:"),
        ("self-employed", "as Infection Preventionist:"),
        ("the mint", "at the mint:"),
        ("eBay", "at eBay:"),
    ],
)
def test_a_place_without_a_name_takes_its_article(organization: str, expected: str) -> None:
    assert expected in draft_request(dataclasses.replace(FULL, organization=organization)).body


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("close", "my uncle"),
        ("close", "Family friend"),
        ("close", "neighbor"),
        ("close", ""),
        ("school", "my chemistry teacher"),
        ("work", "My boss"),
        ("work", "my manager at Target"),
        ("close", "neighbor down the street"),
    ],
)
def test_someone_who_knows_the_seeker_is_not_told_a_name_or_a_middleman(
    kind: ConnectionKind, note: str
) -> None:
    draft = draft_request(facts(kind, note))

    assert check.check(draft.body, subject=draft.subject).problems == []
    assert "through" not in draft.body
    assert "so I thought of you. I am a sophomore at Harlow College, and" in draft.body
    assert "in person, by phone or video" in draft.body


def test_a_line_about_oneself_takes_its_article() -> None:
    typed = dataclasses.replace(facts("stranger"), seeker_line="High school senior in Harlow")

    assert "I am Maya Lindqvist, a High school senior" not in draft_request(typed).body
    assert "I am Maya Lindqvist, a high school senior in Harlow, and" in draft_request(typed).body


@pytest.mark.parametrize("note", ["my mom's best friend", "a friend of my uncle"])
def test_a_friend_of_a_friend_is_told_who_writes(note: str) -> None:
    draft = draft_request(facts("close", note))

    assert check.check(draft.body, subject=draft.subject).problems == []
    assert f"I know of you as {note}. I am Maya Lindqvist, a sophomore" in draft.body


@pytest.mark.parametrize(
    ("role", "organization", "about", "subject"),
    [
        ("a nurse", "", "your experience as a nurse:", "your work as a nurse?"),
        ("", "Mercy Hospital", "your work at Mercy Hospital:", "your work at Mercy Hospital?"),
        ("with maps", "Esri", "your work with maps at Esri:", "your work with maps?"),
        (
            "a nurse at Mercy",
            "Mercy",
            "your experience as a nurse at Mercy:",
            "your work as a nurse at Mercy?",
        ),
    ],
)
def test_what_is_known_of_their_work_is_said_and_no_more(
    role: str, organization: str, about: str, subject: str
) -> None:
    draft = draft_request(dataclasses.replace(FULL, role=role, organization=organization))

    assert about in draft.body
    assert draft.subject.endswith(subject)
    assert check.check(draft.body, subject=draft.subject).problems == []


@pytest.mark.parametrize(
    ("request_body", "greeted"),
    [
        ("Dear Ms. Raman,\n\nElena said", "Dear Ms. Raman,"),
        ("Hello [first name],\n\nElena", "Hello Priya Raman,"),
        ("Elena Ruiz suggested that I write.", "Hello Priya Raman,"),
        ("", "Hello Priya Raman,"),
    ],
)
def test_a_follow_up_greets_as_the_request_did(request_body: str, greeted: str) -> None:
    assert draft_follow_up(FULL, SENT, after=request_body).body.startswith(f"{greeted}\n\n")


def test_a_referrer_known_by_name_opens_the_request() -> None:
    named = dataclasses.replace(facts("referred", ""), referrer="Elena Ruiz")

    assert "Elena Ruiz suggested that I write to you." in draft_request(named).body


@given(
    st.text(max_size=60),
    st.text(max_size=60),
    st.sampled_from(sorted(NOTES)),
    st.lists(st.text(max_size=30), max_size=7),
)
def test_any_facts_make_a_draft(name: str, note: str, kind: ConnectionKind, paths: list[str]) -> None:
    known = RequestFacts(seeker_name=name, connection=kind, connection_note=note, paths=tuple(paths))

    draft = draft_request(known)

    assert draft.subject
    assert draft.body.startswith("Hello ")
