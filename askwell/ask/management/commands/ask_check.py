"""`askwell ask check`: what to mend in a request before it is sent."""

from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import CommandParser

from askwell.ask.check import Report, check
from askwell.lib.commands import Command as Base
from askwell.lib.commands import add_json, read_records, read_text, refuse

MORE = """\
FILE holds the text of one request; "-" reads it from standard input.
--batch takes JSON Lines, each with an "id" and a "text", and answers in JSON Lines in the same order.

Exit codes: 0 the text was checked, and without --json or --batch nothing stops it;
1 something in it stops it, or the file can't be read; 2 wrong use.
"""


class Command(Base):
    """Check one request, or many in one go."""

    help = "check a request for a conversation and say what to mend"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.epilog = MORE
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("file", nargs="?", metavar="FILE", help='the text to check, "-" for standard input')
        what.add_argument("--batch", metavar="FILE", help="check every record of a JSON Lines file")
        add_json(parser)

    def handle(self, *args: Any, file: str | None, batch: str | None, json: bool, **options: Any) -> None:
        if batch is not None:
            for record in read_records(batch):
                self.answer({"id": record["id"], **check(record["text"]).as_dict()})
            return
        text = read_text(file or "-")
        report = check(text)
        if json:
            self.answer(report.as_dict())
            return
        self.stdout.write(readable(text, report))
        if not report.ok:
            raise refuse("This request can't be sent as it stands.")


def readable(text: str, report: Report) -> str:
    """The answer for a person at a terminal."""
    lines = [f"{report.words} words. {'Nothing stops it.' if report.ok else 'Something stops it.'}"]
    for number, problem in enumerate(report.problems, start=1):
        spot = " ".join(text[problem.start : problem.end].split())
        where = f" “{spot if len(spot) <= 60 else spot[:57] + '…'}”" if spot else ""
        lines += [
            "",
            f"{number}. [{problem.severity}] {problem.rule}{where}",
            f"   {problem.message}",
            f"   {problem.mend}",
        ]
    if report.good:
        lines += ["", f"Good already: {' '.join(report.good)}"]
    return "\n".join(lines)
