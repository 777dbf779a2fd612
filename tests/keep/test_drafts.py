"""Drafts of thank-yous and later news: short, particular, and never invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.keep.drafts import (
    LEARNED_GAP,
    MOST_WORDS,
    NAME_GAP,
    NEWS_GAP,
    Noted,
    ThanksFacts,
    UpdateFacts,
    draft_thank_you,
    draft_update,
    one_thing_learned,
)

FULL = ThanksFacts(
    host="Tomasz Wieczorek",
    seeker="Ngozi Adeyemi",
    when="on Thursday",
    topic="land surveying",
    notes=(
        Noted("boundary disputes take up most winters"),
        Noted(
            "- Tomasz said that the old maps are wrong more often than the new ones are right", "surprising"
        ),
    ),
    suggested=("Ines Duarte", "Bo Lindgren"),
    next_step="I'll spend a Saturday with a field crew",
)


def test_a_thank_you_names_the_talk_one_thing_learned_the_people_and_the_next_step() -> None:
    draft = draft_thank_you(FULL)

    assert draft.subject == "Thank you for talking with me on Thursday"
    assert draft.body == (
        "Dear Tomasz Wieczorek,\n\n"
        "Thank you for talking with me on Thursday about land surveying.\n\n"
        "One thing has stayed with me: “The old maps are wrong more often than the new ones are right.”\n\n"
        "Thank you also for suggesting that I talk to Ines Duarte and Bo Lindgren.\n\n"
        "My next step: spend a Saturday with a field crew. I will tell you what comes of it.\n\n"
        "With thanks,\nNgozi Adeyemi"
    )


def test_what_is_not_known_is_left_out_and_only_what_cannot_be_left_out_is_a_gap() -> None:
    body = draft_thank_you(ThanksFacts(host="Tomasz Wieczorek")).body

    assert re.findall(r"\[.*?\]", body) == [LEARNED_GAP, NAME_GAP]
    assert "suggest" not in body
    assert "next step" not in body


def test_a_friend_of_the_family_is_called_by_first_name_and_a_doctor_by_title() -> None:
    friend = draft_thank_you(ThanksFacts(host="Rosa Neri", bond="close"))
    doctor = draft_thank_you(ThanksFacts(host="Dr. Okoye", bond="close"))

    assert friend.body.startswith("Dear Rosa,")
    assert doctor.body.startswith("Dear Dr. Okoye,")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Mornings are for rounds.", "“Mornings are for rounds.”"),
        ("* two years on contract, then tenure or out", "“Two years on contract, then tenure or out.”"),
        ("3) nobody reads the manual anyway", "“Nobody reads the manual anyway.”"),
        ("Rosa: keep a notebook of every mistake", "“Keep a notebook of every mistake.”"),
        ("she told me you learn it in the van", "“You learn it in the van.”"),
        (
            "strong opinion! “You never finish a kitchen, you hand it over.”",
            "“You never finish a kitchen, you hand it over.”",
        ),
    ],
)
def test_a_note_is_quoted_in_the_words_that_were_written(text: str, quoted: str) -> None:
    assert one_thing_learned([Noted(text)], "Rosa Neri") == quoted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "pay ok",
        "is the night shift paid better?",
        "she seems tired of the place",
        "kind of boring to listen to honestly",
        "write to rosa.neri@example.org about the visit",
        "call 555-0199 before the end of May",
        "[ask again about the exam]",
        "seemed unhappy, maybe burned out",
        "don’t tell anyone: the unit is about to close",
        "could I do this? the math is much",
        "not sure this is a good fit after all",
        "starts at about 85k plus overtime",
        "nights pay better but he sleeps badly",
        "Rosa fell into it by accident after chemistry",
    ],
)
def test_a_note_that_is_not_for_their_eyes_is_never_quoted(text: str) -> None:
    assert one_thing_learned([Noted(text)], "Rosa Neri") == ""


def test_a_note_tagged_bad_is_never_quoted_and_a_tagged_one_comes_before_a_plain_one() -> None:
    plain, bad = Noted("half the job is waiting for trucks"), Noted("the boss shouts at newcomers", "bad")
    good = Noted("every roof teaches you the next one", "good")

    assert one_thing_learned([bad], "") == ""
    assert one_thing_learned([Noted("ask about the union next time", "follow_up")], "") == ""
    assert one_thing_learned([bad, plain, good], "") == "“Every roof teaches you the next one.”"


def test_a_long_note_is_cut_at_the_end_of_a_sentence_or_clause() -> None:
    sentences = "You learn on small jobs first. " + "Then come the large ones " * 8
    clauses = "people think it is all drawing, " + "but in truth " * 20

    assert one_thing_learned([Noted(sentences)], "") == "“You learn on small jobs first.”"
    assert one_thing_learned([Noted(clauses)], "") == "“People think it is all drawing…”"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("To visit the night school", "My next step: visit the night school."),
        ("I am going to read the exam guide.", "My next step: read the exam guide."),
        ("I want to see a site in winter", "I want to see a site in winter."),
        ("EMT class in spring", "My next step: EMT class in spring."),
    ],
)
def test_the_next_step_is_said_in_the_seekers_words(step: str, said: str) -> None:
    body = draft_thank_you(ThanksFacts(host="Rosa Neri", next_step=step)).body

    assert said in body


plain_words = st.text("abcdefg hij,.!\n-“”\"'é", max_size=120)


@given(
    st.lists(st.builds(Noted, plain_words, st.sampled_from(["", "good", "bad", "surprising"])), max_size=4),
    plain_words,
)
def test_whatever_was_noted_the_quotation_is_short_and_made_of_the_notes_words(
    notes: list[Noted], host: str
) -> None:
    quoted = one_thing_learned(notes, host).strip("“”.…").lower()

    assert len(quoted.split()) <= MOST_WORDS
    noted = [" ".join(re.sub(r"[“”\"]", "", note.text).lower().split()) for note in notes]
    assert not quoted or any(quoted in text for text in noted)


def test_news_tells_whom_one_met_what_one_took_from_it_and_what_was_decided() -> None:
    draft = draft_update(
        UpdateFacts(
            to="Rosa Neri",
            seeker="Ngozi Adeyemi",
            when="in October",
            topic="carpentry",
            met=("Bo Lindgren",),
            notes=(Noted("the first winter decides who stays", "good"),),
            decision="I start the evening course in January",
        )
    )

    assert "talk with me in October about carpentry" in draft.body
    assert "I have talked to Bo Lindgren, as you suggested." in draft.body
    assert "“The first winter decides who stays.”" in draft.body
    assert "I have made a decision: I start the evening course in January." in draft.body
    assert "[" not in draft.body


def test_news_to_somebody_who_only_knew_whom_to_ask_claims_no_talk() -> None:
    draft = draft_update(UpdateFacts(to="Rosa Neri", seeker="N", talked=False, met=["Bo Lindgren"]))

    assert "You told me whom to ask, so you should hear what came of it." in draft.body
    assert "talk with me" not in draft.body
    assert draft.subject == "What came of your suggestion"


def test_news_without_any_news_asks_for_it() -> None:
    assert NEWS_GAP in draft_update(UpdateFacts(to="Rosa Neri", seeker="Ngozi Adeyemi")).body


def test_three_names_are_listed_as_in_a_sentence() -> None:
    draft = draft_update(UpdateFacts(to="Rosa Neri", seeker="N", wrote_to=("A One", "B Two", "C Three")))

    assert "I have written to A One, B Two, and C Three, as you suggested." in draft.body


def test_news_does_not_pass_on_what_was_noted_about_the_person_met() -> None:
    noted = (Noted("Priya left her first ward after a year", "good"),)

    draft = draft_update(UpdateFacts(to="Elena Ruiz", seeker="Ada", met=("Priya Raman",), notes=noted))

    assert "first ward" not in draft.body
    assert "I have talked to Priya Raman, as you suggested." in draft.body
