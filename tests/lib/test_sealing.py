"""Secrets that have to be used again."""

import pytest
from pytest_django import Settings

from askwell.lib.sealing import Unsealable, seal, unseal


def test_what_was_sealed_comes_back_and_looks_different_each_time() -> None:
    first, second = seal("hunter2 ⚿"), seal("hunter2 ⚿")

    assert unseal(first) == unseal(second) == "hunter2 ⚿"
    assert first != second
    assert "hunter2" not in first


def test_another_key_opens_nothing_unless_it_has_the_old_one_to_fall_back_on(settings: Settings) -> None:
    sealed, old = seal("hunter2"), settings.SECRET_KEY
    settings.SECRET_KEY = f"not {old}"

    with pytest.raises(Unsealable):
        unseal(sealed)
    settings.SECRET_KEY_FALLBACKS = [old]

    assert unseal(sealed) == "hunter2"


def test_what_was_tampered_with_is_refused() -> None:
    sealed = seal("hunter2")

    with pytest.raises(Unsealable):
        unseal(sealed[:-4] + "AAA=")
