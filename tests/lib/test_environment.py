from pathlib import Path

import pytest

from askwell.lib.environment import BadEnvironment, database, home_folder, secret, secret_key


def test_a_chosen_home_wins() -> None:
    assert home_folder({"ASKWELL_HOME": "/srv/askwell"}) == Path("/srv/askwell")


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("hidden\n")

    assert secret({"SMTP_PASSWORD_FILE": str(tmp_path / "key")}, "SMTP_PASSWORD") == "hidden"


def test_a_secret_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadEnvironment, match="SMTP_PASSWORD_FILE"):
        secret({"SMTP_PASSWORD_FILE": str(tmp_path / "none")}, "SMTP_PASSWORD")


def test_the_solo_key_is_made_once_and_is_private(tmp_path: Path) -> None:
    first = secret_key({}, home=tmp_path / "home", solo=True)
    second = secret_key({}, home=tmp_path / "home", solo=True)

    assert first == second
    assert len(first) >= 50
    assert (tmp_path / "home" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_program_without_a_key_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(BadEnvironment, match="SECRET_KEY"):
        secret_key({}, home=tmp_path, solo=False)


def test_a_database_address_is_taken_apart() -> None:
    found = database({"DATABASE_URL": "postgresql://ada:p%40ss@db:5433/askwell?sslmode=require"}, home=Path())

    assert (found["USER"], found["PASSWORD"], found["HOST"]) == ("ada", "p@ss", "db")
    assert found["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://host/", "nonsense"])
def test_a_database_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(BadEnvironment, match="DATABASE_URL"):
        database({"DATABASE_URL": url}, home=Path())


def test_without_an_address_it_is_one_file_in_the_home() -> None:
    assert database({}, home=Path("/data"))["NAME"] == Path("/data/askwell.sqlite3")
