"""Setting up a program: every answer is tried, and what is written down works."""

import json
import os
import pty
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from askwell.desk import trying
from askwell.lib.environment import BadEnvironment, load_file, read_file, written_file
from tests import postgresql
from tests.ask.sink import Sink
from tests.serving import ASKWELL, askwell, environment, free_port

ANSWERS = ("--name", 'Ask "at" Harlow', "--url", "https://Ask.Harlow.example/", "--json")
MAIL = ("--smtp-from", "hello@harlow.example", "--smtp-no-tls", "--smtp-host", "127.0.0.1", "--smtp-port")


@pytest.fixture(scope="module")
def url() -> str:
    """A PostgreSQL that lets us in."""
    return os.environ.get("DATABASE_URL") or postgresql.start()


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A mail server."""
    with Sink() as sink:
        yield sink


def test_what_is_written_starts_a_program_that_lets_its_first_coordinator_in(
    tmp_path: Path, url: str, sink: Sink
) -> None:
    done = askwell("init", *ANSWERS, "--database", url, *MAIL, str(sink.port), home=tmp_path)
    file = tmp_path / "askwell.env"
    checked = json.loads(askwell("check", "--json", home=tmp_path).stdout)
    invited = askwell(
        "invite", "ada@harlow.example", "--role", "coordinator", "--json", home=tmp_path, SMTP_HOST=""
    )

    assert done.returncode == 0, done.stderr
    assert file.stat().st_mode & 0o777 == 0o600
    assert read_file(file.read_text())["SITE_NAME"] == 'Ask "at" Harlow'
    assert [one for one in checked["checks"] if one["state"] == "bad"] == []
    assert json.loads(invited.stdout)["link"].startswith("https://ask.harlow.example/program/invited/")
    assert json.loads(invited.stdout)["mailed"] is False


def test_a_file_that_is_there_is_left_and_forced_keeps_its_key_and_additions(
    tmp_path: Path, url: str
) -> None:
    file = tmp_path / "askwell.env"
    file.write_text("SECRET_KEY=keep-me\nOIDC_NAME='Harlow ID'\nSMTP_HOST=old\n")

    refused = askwell("init", *ANSWERS, "--database", url, "--no-mail", home=tmp_path)
    before = file.read_text()
    forced = askwell("init", *ANSWERS, "--database", url, "--no-mail", "--force", home=tmp_path)

    assert refused.returncode == 1
    assert before.startswith("SECRET_KEY=keep-me")
    assert forced.returncode == 0, forced.stderr
    now = read_file(file.read_text())
    assert (now["SECRET_KEY"], now["OIDC_NAME"], "SMTP_HOST" in now) == ("keep-me", "Harlow ID", False)


def at_a_terminal(
    *answers: str, home: Path, more: tuple[str, ...] = ()
) -> "subprocess.CompletedProcess[str]":
    """Run `askwell init` and type the answers; what is left unanswered ends with ctrl-D."""
    keyboard, terminal = pty.openpty()
    os.write(keyboard, "".join(f"{answer}\n" for answer in answers).encode() + b"\x04")
    try:
        return subprocess.run(  # noqa: S603 - our own command
            [*ASKWELL, "init", *more],
            env=environment(home),
            stdin=terminal,
            capture_output=True,
            text=True,
            timeout=120,
        )
    finally:
        os.close(keyboard)
        os.close(terminal)


def test_at_a_terminal_the_mail_servers_port_and_tls_are_asked_and_tried_until_they_work(
    tmp_path: Path, url: str, sink: Sink
) -> None:
    nobody = str(free_port())
    site = ("  ", "Ask at Harlow", "https://[ask", "https://ask.harlow.example", "mysql://x/y", url)
    wrong = ("nobody", "Ask <ask@harlow.example>", "two words", "127.0.0.1", "70000", nobody, "maybe", "", "")
    right = ("127.0.0.1", str(sink.port), "no", "")

    done = at_a_terminal(*site, *wrong, *right, home=tmp_path)

    assert done.returncode == 0, done.stderr
    for said in (
        "needs a name",
        "must look like https://",
        "must look like postgresql://",
        "must be an e-mail address",
        "must be a host’s name",
        "Its port [25]?",
        "from 1 to 65535",
        "Does it speak TLS [no]?",
        "Type yes or no",
        f"127.0.0.1:{nobody} does not answer",
        "takes our letters, without TLS",
    ):
        assert said in done.stdout
    kept = read_file((tmp_path / "askwell.env").read_text())
    assert (kept["SMTP_HOST"], kept["SMTP_PORT"], kept["SMTP_TLS"]) == ("127.0.0.1", str(sink.port), "0")
    assert kept["SMTP_FROM"] == "Ask <ask@harlow.example>"


def test_answers_that_end_too_early_leave_nothing_behind(tmp_path: Path) -> None:
    done = at_a_terminal("Ask at Harlow", home=tmp_path)

    assert (done.returncode, done.stderr) == (
        1,
        "askwell: The answers ended too early. Nothing was written.\n",
    )
    assert not (tmp_path / "askwell.env").exists()


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_asked(tmp_path: Path) -> None:
    # Whoever is root may write anywhere, but not into a file.
    (tmp_path / "file").write_text("")
    home = tmp_path / "file" / "askwell"

    done = at_a_terminal("Ask at Harlow", home=home)

    assert done.returncode == 1
    assert f"{home} can't be written" in done.stderr
    assert "What is the site called" not in done.stdout


def test_the_file_is_made_where_the_environment_names_it(tmp_path: Path, url: str) -> None:
    file = tmp_path / "etc" / "askwell.env"

    done = askwell(
        "init", *ANSWERS, "--database", url, "--no-mail", home=tmp_path / "home", ASKWELL_ENV=str(file)
    )

    assert done.returncode == 0, done.stderr
    assert read_file(file.read_text())["SITE_NAME"] == 'Ask "at" Harlow'


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("a@b.example", "--days", "0"), "--days must be from 1 to 365"),
        (("a@b.example", "--days", "9999999999"), "--days must be from 1 to 365"),
        (("nobody",), "is no e-mail address"),
        (("a" * 250 + "@b.example",), "is no e-mail address"),
    ],
)
def test_an_invitation_that_makes_no_sense_is_refused(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = askwell(
        "invite", *words, "--role", "host", home=tmp_path, ASKWELL_EDITION="program", SECRET_KEY="x" * 50
    )

    assert done.returncode == 1
    assert said in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--name", " ", "--json"), "needs a name"),
        (("--name", "X", "--url", "https://[bad"), "must look like https://"),
        (("--name", "X", "--url", "https://a.example:99999"), "must look like https://"),
        ((*ANSWERS, "--database", "postgresql://[x"), "must look like postgresql://"),
        (("--name", "X", "--json"), "--url is missing"),
        (("--name", "X", "--url", "http://ask.harlow.example"), "must begin with https://"),
        (("--name", "X", "--url", "https://harlow.example/ask"), "a host's alone"),
        ((*ANSWERS, "--database", "mysql://x/y"), "must look like postgresql://"),
    ],
)
def test_an_answer_that_cannot_be_used_is_named_and_nothing_is_written(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = askwell("init", *words, home=tmp_path)

    assert done.returncode == 1
    assert said in done.stderr
    assert not (tmp_path / "askwell.env").exists()


def test_a_database_that_does_not_answer_is_found_out_and_its_password_is_not_repeated(
    tmp_path: Path,
) -> None:
    away = f"postgresql://ada:geheim@127.0.0.1:{free_port()}/askwell"

    done = askwell("init", *ANSWERS, "--database", away, home=tmp_path)

    assert done.returncode == 1
    assert "does not let us in" in done.stderr
    assert "geheim" not in done.stderr + done.stdout


def test_a_mail_server_that_knows_us_not_is_found_out(sink: Sink) -> None:
    sink.replies["EHLO"] = "250-sink\r\n250 AUTH PLAIN"
    sink.replies["AUTH"] = "535 no"

    with pytest.raises(trying.Unusable, match="name and password"):
        trying.mail(trying.Mail("127.0.0.1", sink.port, "ada", "wrong", tls=False))


def test_a_mail_server_without_tls_is_not_trusted_with_a_password(sink: Sink) -> None:
    with pytest.raises(trying.Unusable, match="STARTTLS"):
        trying.mail(trying.Mail("127.0.0.1", sink.port, "ada", "secret"))


def test_a_mail_server_that_is_away_is_found_out() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))

        with pytest.raises(trying.Unusable, match="does not answer"):
            trying.mail(trying.Mail("127.0.0.1", silent.getsockname()[1], tls=False))


@pytest.mark.parametrize("value", ["", "plain", 'a "b" \\c', "$HOME `x` #", "naïve ünï", "'single'", "a=b"])
def test_every_value_comes_back_from_the_file_as_it_was(value: str) -> None:
    assert read_file(written_file({"NAME": value})) == {"NAME": value}


def test_what_is_set_already_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "askwell.env").write_text('# a note\nPORT="8011"\nSITE_NAME=Harlow\n')
    environ = {"ASKWELL_HOME": str(tmp_path), "PORT": "9000"}

    load_file(environ)

    assert (environ["PORT"], environ["SITE_NAME"]) == ("9000", "Harlow")


def test_a_named_file_that_is_missing_or_muddled_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "muddled").write_text("PORT 8000\n")

    with pytest.raises(BadEnvironment, match="cannot be read"):
        load_file({"ASKWELL_ENV": str(tmp_path / "none")})
    with pytest.raises(BadEnvironment, match="Line 1"):
        load_file({"ASKWELL_ENV": str(tmp_path / "muddled")})


def test_check_minds_who_may_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "askwell.env"
    file.write_text("SITE_NAME=Harlow\n")
    file.chmod(0o644)

    assert f"chmod 600 {file}" in askwell("check", home=tmp_path).stdout


def test_init_runs_where_a_program_is_asked_for_and_nothing_is_set_yet(tmp_path: Path) -> None:
    done = askwell("init", "--name", "X", "--json", home=tmp_path, ASKWELL_EDITION="program")

    assert "--url is missing" in done.stderr


@pytest.mark.parametrize("words", [("address",), ("example",), ("export",), ("import", "-")])
def test_commands_about_one_person_refuse_in_a_program(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = askwell(*words, home=tmp_path, ASKWELL_EDITION="program", SECRET_KEY="x" * 50)

    assert done.returncode == 1
    assert "for the solo edition" in done.stderr
    assert not (tmp_path / "askwell.sqlite3").exists()
