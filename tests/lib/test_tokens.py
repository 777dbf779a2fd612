"""Addresses that need no sign-in."""

import uuid

import pytest

from askwell.lib import tokens

UID = uuid.UUID("6f1c7a52-3a0e-4f6f-9f0b-0d1f6f0f3c11")


def test_a_token_leads_back_to_its_row() -> None:
    assert tokens.read("feed", tokens.make("feed", UID)) == UID


def test_a_token_made_for_one_purpose_opens_nothing_else() -> None:
    assert tokens.read("answer", tokens.make("feed", UID)) is None


@pytest.mark.parametrize("wrong", ["", ".", UID.hex, f"{UID.hex}.", f"{UID.hex}.abc", "ü", "a" * 5000])
def test_what_was_made_up_opens_nothing(wrong: str) -> None:
    assert tokens.read("feed", wrong) is None


def test_an_altered_token_opens_nothing() -> None:
    token = tokens.make("feed", UID)

    assert tokens.read("feed", "0" + token[1:]) is None
    assert tokens.read("feed", token[:-1] + ("A" if token[-1] != "A" else "B")) is None
