"""What comes around a message, and how it was typed, changes neither what the checker sees nor where it points."""

import time
import unicodedata

import pytest

from askwell.ask import check

ASK = "Could you refer me for the job?"
GOOD = (
    "Hi Bo, we met at the kiln. You fire glazes with ash, and I would like to learn how. "
    "Could we talk for 20 minutes, whenever suits you?"
)


def marked(text: str, rule: str) -> list[str]:
    """The words a rule points at."""
    return [text[one.start : one.end] for one in check.check(text).problems if one.rule == rule]


@pytest.mark.parametrize(
    "text",
    [
        f"Hi Bo,\r\n\r\n{ASK}\r\n",
        f"Hi Bo 👋🏽👩‍🚒 {ASK}",
        unicodedata.normalize("NFD", f"Hi Zoë, José, naïve: {ASK}"),
        f"<p>Hi Bo,</p><p>{ASK}</p>",
        f"Hi Bo, I&nbsp;ask: {ASK}",
        f"Hi Bo,\u2028{ASK}",
        f"\ufeffHi Bo, {ASK}",
    ],
)
def test_a_problem_points_at_the_words_however_the_text_is_typed(text: str) -> None:
    words = marked(text, "asks-for-job")

    assert words
    assert all(one in ASK for one in words)


@pytest.mark.parametrize(
    "wrapped",
    [
        f"{GOOD}\n\nSent from my iPhone",
        f"{GOOD}\n\nOn Tue, May 5, 2026 at 9:14 AM Bo Ek <bo@example.com> wrote:\n> Are you hiring? [Name]",
        f"{GOOD}\n\n-----Original Message-----\nFrom: [Name]\nPlease refer me.",
        f"<div>{GOOD.replace('20 minutes', '<b>20</b>&nbsp;minutes')}</div>",
        GOOD.replace(" ", "  ").replace(". ", ".\r\n"),
        unicodedata.normalize("NFD", GOOD),
        GOOD.replace("minutes", "min\u00adutes"),
    ],
)
def test_a_good_message_stays_good_in_its_wrapping(wrapped: str) -> None:
    report = check.check(wrapped)

    assert report.problems == []
    assert all(report.has.values())


def test_a_message_that_is_one_quotation_is_read_all_the_same() -> None:
    assert not check.check(f"> Hi Bo,\n> {ASK}").ok


@pytest.mark.parametrize("piece", [f"{GOOD}\n\n", "[", "you ", "e\u0301", "<p>", ">", "On "])
def test_two_million_characters_are_read_within_seconds(piece: str) -> None:
    text = (piece * 2_000_000)[:2_000_000]

    began = time.process_time()
    check.check(text)

    assert time.process_time() - began < 5
