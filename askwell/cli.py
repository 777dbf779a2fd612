"""`askwell`, the one command: `askwell serve`, or a room and what to do there."""

import logging
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from askwell.journey import ROOMS
from askwell.lib.environment import BadEnvironment
from askwell.lib.faults import explain

if TYPE_CHECKING:
    from django.core.management.base import BaseCommand

Found = tuple[str, str, list[str]]


def commands() -> dict[str, str]:
    """Every command by its words ("explore search"), with the app that holds it."""
    found = {}
    for room in ROOMS:
        folder = Path(__file__).parent / room.name / "management" / "commands"
        for file in sorted(folder.glob("[a-z]*.py")):
            found[file.stem.replace("_", " ")] = room.app
    return found


def find(arguments: list[str]) -> Found | None:
    """The app, the command's module and the remaining arguments; None when no command has that name."""
    known = commands()
    for length in (2, 1):
        words = " ".join(arguments[:length])
        if len(arguments) >= length and words in known:
            return known[words], words.replace(" ", "_"), arguments[length:]
    return None


def overview() -> str:
    """What `askwell --help` says."""
    from django.core.management import load_command_class  # noqa: PLC0415 - needs settings first

    lines = ["usage: askwell COMMAND [options]", "", "Ask people. Decide well.", ""]
    for words, app in sorted(commands().items()):
        help_text = load_command_class(app, words.replace(" ", "_")).help
        lines.append(f"  {words:<16} {help_text}")
    return "\n".join([*lines, "", "askwell COMMAND --help says more about one of them."])


def main() -> None:
    """Run one command; exit codes are 0 done, 1 refused with a reason, 2 wrong use."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.settings")
    # Whatever is made here, data or a copy of it, is its owner's alone, also in a folder that others may look into.
    os.umask(0o077)
    _open_closed_streams()
    _speak_utf8()
    try:
        _run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output left, as `head` does: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except BadEnvironment as fault:
        _end(str(fault))
    except Exception as fault:
        words = explain(fault) or _of_a_file(fault)
        if not words:
            raise
        logging.getLogger("askwell").debug("%r", fault)
        _end(words)


def _open_closed_streams() -> None:
    """A standard stream that the caller closed reads as empty and writes to nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - stays open


def _speak_utf8() -> None:
    """Answers are UTF-8 wherever they go; half a character, which UTF-8 can't hold, leaves as JSON escapes it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _of_a_file(fault: Exception) -> str:
    """Which file or folder can't be used, and why; nothing when the fault is another one."""
    if isinstance(fault, OSError) and fault.filename and fault.strerror:
        return f"{fault.filename} can't be used: {fault.strerror}."
    return ""


def _run(arguments: list[str]) -> None:
    import django  # noqa: PLC0415 - a wrong environment must end in a sentence, not at import
    from django.core.management import load_command_class  # noqa: PLC0415 - as above

    looks_around = not arguments or arguments[0] in {"-h", "--help", "help"}
    if arguments[:1] == ["init"]:
        # It makes the settings of a program, so it must run before they are there.
        os.environ.pop("ASKWELL_EDITION", None)
    if looks_around or arguments[:1] == ["init"]:
        os.environ["ASKWELL_SETTING_UP"] = "1"
    django.setup()
    if looks_around:
        sys.stdout.write(overview() + "\n")
        sys.stdout.flush()
        sys.exit(0 if arguments else 2)
    found = find(arguments)
    if found is None:
        sys.stderr.write(f"askwell: there is no command “{' '.join(arguments[:2])}”. See askwell --help.\n")
        sys.exit(2)
    app, name, rest = found
    _call(load_command_class(app, name), name, rest)


def _call(command: "BaseCommand", name: str, arguments: list[str]) -> None:
    from django.core.management.base import CommandError  # noqa: PLC0415 - as above
    from django.db import connections  # noqa: PLC0415 - as above

    command._called_from_command_line = True  # type: ignore[attr-defined]  # wrong use then exits with 2
    options = vars(command.create_parser("askwell", name).parse_args(arguments))
    try:
        command.execute(*options.pop("args", ()), **options)
    except CommandError as fault:
        _end(str(fault), fault.returncode)
    finally:
        connections.close_all()


def _end(words: str, code: int = 1) -> None:
    sys.stderr.write(f"askwell: {words}\n")
    sys.exit(code)
