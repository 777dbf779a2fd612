"""The mail server misbehaves, the worker dies or is told to stop: every letter once, or once more under its own name."""

import signal
import threading
import time
from collections.abc import Iterator
from email import message_from_bytes

import pytest

from tests.ask.sink import Sink, Talk
from tests.faults.whole import Cast, Program, kill, wait_for

MOODS = {
    "dies in the middle": ["cut", "take"],
    "takes it and is lost": ["lose", "take"],
    "is lost again and again": ["lose", "lose", "take"],
    "asks to come back": ["451 later", "451 later", "451 later", "take"],
    "hangs": ["hang", "take"],
    "says no": ["554 no"],
}
COPIES = {
    "dies in the middle": (1, "SUCCESSFUL"),
    "takes it and is lost": (2, "SUCCESSFUL"),
    "is lost again and again": (2, "FAILED"),
    "asks to come back": (1, "SUCCESSFUL"),
    "hangs": (1, "SUCCESSFUL"),
    "says no": (0, "FAILED"),
}


class Moody(Talk):
    """Does to each letter what its addressee's mood says, try after try."""

    moods: dict[str, Iterator[str]] = {}
    hanging = threading.Event()

    def take(self) -> None:
        """Read a letter, and answer as it pleases."""
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line)
            if line.startswith(b"To:"):
                mood = next(self.moods[line.decode().split("@")[0].removeprefix("To: ")])
                if mood == "cut":
                    return self.say("drop")
        letter = message_from_bytes(b"".join(lines))
        if mood == "hang":
            self.hanging.set()
            time.sleep(4)
            return None
        if mood in {"take", "lose"}:
            self.server.taken.append(letter)
        return self.say({"take": "250 taken", "lose": "drop"}.get(mood, mood))


def letters_to(program: Program, cast: Cast, names: list[str]) -> dict[str, str]:
    """Somebody new for each mood gets a letter: the Message-ID of each."""
    keys = {}
    for name in names:
        person, before = next(cast.people), set(program.tasks())
        Moody.moods[person["name"]] = iter(MOODS[name])
        program.press(f"/gather/{cast.other_gathering}/take", person, answer="")
        [keys[name]] = set(program.tasks()) - before
    return keys


@pytest.mark.usefixtures("server")
def test_whatever_the_mail_server_does_a_letter_leaves_once_or_once_more_where_the_answer_was_lost(
    program: Program, cast: Cast, sink: Sink
) -> None:
    sink.RequestHandlerClass = Moody
    keys = letters_to(program, cast, list(MOODS))

    worker = program.work(patience=1)
    assert Moody.hanging.wait(180)
    worker.send_signal(signal.SIGTERM)
    ended_with = worker.wait(timeout=60)
    another = program.work(patience=1)
    wait_for(program.is_quiet)
    kill(another)

    assert ended_with == 0
    assert {name: (sink.copies()[key], program.tasks()[key].status) for name, key in keys.items()} == COPIES
