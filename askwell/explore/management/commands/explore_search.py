"""`askwell explore search`: which careers fit some text."""

from collections.abc import Sequence
from typing import Any

from django.core.management.base import CommandError, CommandParser

from askwell.explore import finder
from askwell.explore.pack import PackError
from askwell.explore.search import Hit
from askwell.lib.commands import WRONG_USE, add_json, read_records, refuse
from askwell.lib.commands import Command as Base

MOST = 100


class Command(Base):
    """Find careers by title, skill, or what one likes; needs no database and no network."""

    help = "find careers by title, by what people do there, or by what you like"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "query", nargs="?", help="a job title, a skill, or a sentence, in quotation marks"
        )
        parser.add_argument(
            "--limit", type=int, default=10, metavar="N", help="at most this many; default: 10"
        )
        parser.add_argument(
            "--batch", metavar="FILE", help="JSON Lines with id and text; answers in JSON Lines"
        )
        add_json(parser)

    def handle(self, *args: Any, query: str | None, limit: int, batch: str | None, **options: Any) -> None:
        _check_use(query, limit, batch)
        try:
            if batch is not None:
                self._answer_all(batch, limit)
            elif query is not None:
                self._answer_one(query, limit, as_json=options["json"])
        except PackError as fault:
            raise refuse(str(fault)) from fault

    def _answer_all(self, batch: str, limit: int) -> None:
        for record in read_records(batch):
            self.answer({"id": record["id"], **_found(record["text"], limit)})

    def _answer_one(self, query: str, limit: int, *, as_json: bool) -> None:
        if as_json:
            self.answer(_found(query, limit))
            return
        answer = finder.answer(query, limit=limit)
        for each in answer.understood:
            self.stdout.write(each)
        found = _table(answer.hits) if answer.hits else f"No career was found for “{query}”. Try a job title."
        self.stdout.write(found)


def _check_use(query: str | None, limit: int, batch: str | None) -> None:
    if (query is None) == (batch is None):
        raise CommandError("Give either a query or --batch FILE.", returncode=WRONG_USE)
    if not 1 <= limit <= MOST:
        raise CommandError(f"--limit must be between 1 and {MOST}.", returncode=WRONG_USE)


def _found(query: str, limit: int) -> dict[str, Any]:
    hits = finder.find(query, limit=limit)
    results = [
        {"soc": hit.soc, "title": hit.title, "matched": hit.matched, "score": round(hit.score, 4)}
        for hit in hits
    ]
    return {"query": query, "results": results}


def _table(hits: Sequence[Hit]) -> str:
    width = max(len(hit.title) for hit in hits)
    return "\n".join(f"{hit.soc}  {hit.title:<{width}}  {hit.matched}" for hit in hits)
