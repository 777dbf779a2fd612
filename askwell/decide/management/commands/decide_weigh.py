"""`askwell decide weigh FILE`: weigh paths that a file describes."""

import json
from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import CommandParser

from askwell.decide import weigh_file
from askwell.lib.commands import Command as Base
from askwell.lib.commands import add_json, read_text, refuse

Answer = dict[str, list[dict[str, str | float]]]


class Command(Base):
    """Read a file of criteria, beliefs and findings; say how the paths stand and what to ask next."""

    help = "weigh the paths a file describes: chances, and what to ask next"

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        kwargs |= {"formatter_class": RawDescriptionHelpFormatter, "epilog": weigh_file.HELP}
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="a JSON file, or - for standard input")
        add_json(parser)

    def handle(self, *args: Any, file: str, json: bool, **options: Any) -> None:
        answer = weigh(read_text(file), name=file)
        if json:
            self.answer(answer)
            return
        for line in table(answer):
            self.stdout.write(line)


def weigh(text: str, *, name: str) -> Answer:
    """The answer to a file's text; anything that breaks the form is refused, naming line or field."""
    try:
        return weigh_file.answer(weigh_file.read(json.loads(text, parse_int=float)))
    except json.JSONDecodeError as fault:
        raise refuse(
            f"{name}, line {fault.lineno}, column {fault.colno}: this is not JSON: {fault.msg}."
        ) from fault
    except RecursionError as fault:
        raise refuse(f"{name}: this is nested too deeply.") from fault
    except ValueError as fault:
        raise refuse(f"{name}: {fault}.") from fault


def table(answer: Answer) -> list[str]:
    """The answer for a person to read."""
    width = max(len(str(row["path"])) for row in answer["paths"])
    lines = [f"{'path':<{width}}  best  mean    sd"]
    lines += [
        f"{row['path']:<{width}}  {row['chance_best']:>4.0%}  {row['mean']:4.1f}  {row['sd']:4.1f}"
        for row in answer["paths"]
    ]
    lines += ["", "ask next (points that one answer is expected to add):"]
    return lines + [
        f"  {row['value']:6.3f}  {row['path']}: {row['criterion']}" for row in answer["next"][:10]
    ]
