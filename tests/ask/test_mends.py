"""What the page offers for each trouble spot."""

import pytest

from askwell.ask.check import check
from askwell.ask.drafts import RequestFacts
from askwell.ask.mends import Mend, chosen, known_for, mends, signed

FACTS = RequestFacts(
    seeker_name="Nadia Petrova",
    seeker_line="a senior at Harlow High School",
    host_first_name="Priya",
    host_last_name="Raman",
    role="a ward nurse",
    organization="St. Brigid's",
    connection="referred",
    referrer="Elena Ruiz",
    paths=("nurses",),
)


def offered(text: str, rule: str) -> Mend:
    return next(mend for mend in mends(check(text), text, FACTS) if mend.problem.rule == rule)


@pytest.mark.parametrize(
    ("text", "rule", "becomes"),
    [
        ("Hello [first name],\n\nHow are you?", "placeholder", "Hello Priya,\n\nHow are you?"),
        (
            "Hello,\n\nI read your paper. Do you have any job openings? I would like to learn.",
            "asks-for-job",
            "Hello,\n\nI read your paper. I would like to learn.",
        ),
        ("Hello,\n\nI read your paper.\n\nThank you,\nNadia", "no-ask",
         "Hello,\n\nI read your paper.\n\nWould you be open to a 20-minute conversation, by phone or video, at a time that "
         "suits you?\n\nThank you,\nNadia"),
    ],
)  # fmt: skip
def test_an_offer_mends_the_spot(text: str, rule: str, becomes: str) -> None:
    mend = offered(text, rule)

    assert mend.becomes == becomes
    assert rule not in {problem.rule for problem in check(mend.becomes).problems}


def test_what_is_not_known_is_left_to_the_writer() -> None:
    text = "Hello Priya,\n\nI loved [the title of their article]."

    mend = offered(text, "placeholder")

    assert (mend.label, mend.becomes) == ("", "")
    assert "real words" in mend.reason


def test_a_spot_in_the_subject_is_not_looked_for_in_the_text() -> None:
    text = "Hello Priya, would you talk to me for 20 minutes?"

    found = mends(check(text, subject="[topic]"), text, FACTS)

    in_subject = [mend for mend in found if mend.in_subject]
    assert len(in_subject) == 1
    assert not in_subject[0].label


def test_a_button_pressed_after_the_text_moved_means_the_nearest_spot_of_its_kind() -> None:
    text = "Are you hiring?\n\nI read your paper.\n\nDo you have any job openings?"
    found = mends(check(text), text, FACTS)
    last = [mend for mend in found if mend.problem.rule == "asks-for-job"][-1]

    assert chosen(found, f"asks-for-job:{last.problem.start + 4}") == last
    assert chosen(found, "asks-for-job:x") is not None
    assert chosen(found, "no-such-rule:0") is None
    assert chosen(found, "") is None


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("[your name]", "Nadia Petrova"),
        ("{{first_name}}", "Priya"),
        ("[their name]", "Priya Raman"),
        ("[Company Name]", "St. Brigid's"),
        ("[company]", "St. Brigid's"),
        ("[one line about you]", "a senior at Harlow High School"),
        ("[who suggested it]", "Elena Ruiz"),
        ("____", ""),
    ],
)
def test_a_slot_is_filled_with_what_is_known(slot: str, words: str) -> None:
    assert known_for(slot, FACTS) == words


def test_a_signature_fills_every_place_that_waited_for_it() -> None:
    text = "I am [your name], [one line about you].\n\nThank you,\n[your name]"

    assert signed(text, "Nadia", "a senior.") == "I am Nadia, a senior.\n\nThank you,\nNadia"
