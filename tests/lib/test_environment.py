import socket
from pathlib import Path

import psycopg
import pytest

from askwell.lib.environment import (
    BadEnvironment,
    database,
    home_folder,
    networks,
    openid_apps,
    openid_origins,
    port,
    secret,
    secret_key,
    switch,
    video_link,
)
from askwell.lib.faults import explain


def test_a_chosen_home_wins() -> None:
    assert home_folder({"ASKWELL_HOME": "/srv/askwell"}) == Path("/srv/askwell")


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("hidden\n")

    assert secret({"SMTP_PASSWORD_FILE": str(tmp_path / "key")}, "SMTP_PASSWORD") == "hidden"


def test_a_secret_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadEnvironment, match="SMTP_PASSWORD_FILE"):
        secret({"SMTP_PASSWORD_FILE": str(tmp_path / "none")}, "SMTP_PASSWORD")


def test_a_secret_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"\xff\xfe")

    with pytest.raises(BadEnvironment, match="SMTP_PASSWORD_FILE is not UTF-8"):
        secret({"SMTP_PASSWORD_FILE": str(tmp_path / "key")}, "SMTP_PASSWORD")


@pytest.mark.parametrize("said", ["true", "yes", "on", "2", " 1"])
def test_a_safeguard_is_never_turned_off_by_a_typing_error(said: str) -> None:
    with pytest.raises(BadEnvironment, match="SMTP_TLS must be 0 or 1"):
        switch({"SMTP_TLS": said}, "SMTP_TLS", "1")


def test_a_switch_that_is_not_set_stands_as_it_should() -> None:
    assert switch({"SMTP_TLS": ""}, "SMTP_TLS", "1")
    assert not switch({"SMTP_TLS": "0"}, "SMTP_TLS", "1")


@pytest.mark.parametrize("said", ["0", "65536", "abc", "-1", "٣", "9" * 5000])
def test_a_port_that_nobody_can_listen_on_is_refused(said: str) -> None:
    with pytest.raises(BadEnvironment, match="PORT must be a whole number from 1 to 65535"):
        port({"PORT": said}, "PORT", 8000)


def test_a_home_of_somebody_unknown_is_refused() -> None:
    with pytest.raises(BadEnvironment, match="ASKWELL_HOME"):
        home_folder({"ASKWELL_HOME": "~nobody-of-this-name/askwell"})


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
    assert found["OPTIONS"] == {"connect_timeout": "5", "sslmode": "require"}


def test_a_database_that_hangs_is_given_up_after_seconds() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql://ada@127.0.0.1:{silent.getsockname()[1]}/askwell?connect_timeout=2"
        found = database({"DATABASE_URL": url}, home=Path())

        with pytest.raises(psycopg.OperationalError) as caught:
            psycopg.connect(url.partition("?")[0], **found["OPTIONS"])

    assert "The database does not answer" in (explain(caught.value) or "")


@pytest.mark.parametrize(
    "url",
    [
        "mysql://x/y",
        "postgresql://host/",
        "nonsense",
        "postgresql://host:five/name",
        "postgresql://[::1/name",
    ],
)
def test_a_database_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(BadEnvironment, match="DATABASE_URL"):
        database({"DATABASE_URL": url}, home=Path())


def test_without_an_address_it_is_one_file_in_the_home() -> None:
    assert database({}, home=Path("/data"))["NAME"] == Path("/data/askwell.sqlite3")


def test_a_school_s_sign_in_is_set_whole_or_not_at_all() -> None:
    said = {"OIDC_URL": "https://id.example.edu", "OIDC_CLIENT_ID": "askwell", "OIDC_CLIENT_SECRET": "x"}

    assert openid_apps({}) == []
    assert openid_apps(said)[0]["settings"]["server_url"] == said["OIDC_URL"]
    assert openid_origins(openid_apps(said | {"OIDC_URL": "https://id.example.edu/realm"})) == [
        "https://id.example.edu"
    ]
    with pytest.raises(BadEnvironment, match="OIDC_CLIENT_SECRET"):
        openid_apps(said | {"OIDC_CLIENT_SECRET": ""})


def test_networks_are_parted_by_commas_and_a_wrong_one_is_named() -> None:
    assert [str(one) for one in networks({"ALLOW": "10.2.0.0/16, ::1"}, "ALLOW")] == [
        "10.2.0.0/16",
        "::1/128",
    ]
    assert networks({}, "ALLOW") == []
    with pytest.raises(BadEnvironment, match="ALLOW must be networks"):
        networks({"ALLOW": "10.2.0.1/16"}, "ALLOW")


@pytest.mark.parametrize("address", ["", "https://meet.jit.si/{room}"])
def test_video_rooms_have_an_address_or_there_are_none(address: str) -> None:
    assert video_link({"VIDEO_LINK": address}, "VIDEO_LINK") == address


@pytest.mark.parametrize("address", ["http://meet.jit.si/{room}", "https://meet.jit.si/", "{room}{room}"])
def test_an_address_of_video_rooms_that_cannot_work_is_refused(address: str) -> None:
    with pytest.raises(BadEnvironment, match="VIDEO_LINK must look like"):
        video_link({"VIDEO_LINK": address}, "VIDEO_LINK")
