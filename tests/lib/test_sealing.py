"""Secrets that have to be used again."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django import Settings

from askwell.lib.sealing import Unsealable, seal, unseal
from tests.serving import environment


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


def test_the_operator_can_change_the_key_and_name_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("the old key\n")
    there = environment(tmp_path, SECRET_KEY="the new key", SECRET_KEY_BEFORE_FILE=str(tmp_path / "key"))
    words = "from askwell import settings; print(settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS)"

    said = subprocess.check_output([sys.executable, "-c", words], env=there, text=True)  # noqa: S603 - our own words

    assert said == "the new key ['the old key']\n"
