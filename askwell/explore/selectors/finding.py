"""Finding a career by words or by family."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min

from askwell.explore import finder
from askwell.explore.models import Occupation
from askwell.explore.pack import PackError
from askwell.explore.selectors.figures import headline

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Found:
    """A career that fits what was typed, and the title or word that brought it up."""

    occupation: Occupation
    matched: str
    guessed: bool


@dataclass(frozen=True, slots=True)
class Results:
    """What a search brought up, or what kept it from looking."""

    found: list[Found]
    trouble: str = ""
    understood: tuple[str, ...] = ()


def search(query: str, *, limit: int = SHOWN) -> Results:
    """Careers that fit, best first, with the figures that a row shows."""
    try:
        answer = finder.answer(query, limit=limit)
    except PackError as fault:
        return Results([], str(fault))
    rows = {each.soc: each for each in headline().filter(soc__in=[hit.soc for hit in answer.hits])}
    hits = [(rows[hit.soc], hit.matched) for hit in answer.hits if hit.soc in rows]
    found = [
        Found(row, "" if matched.casefold() == row.title.casefold() else matched, guessed=not matched)
        for row, matched in hits
    ]
    return Results(found, understood=answer.understood)


def groups() -> list[dict[str, Any]]:
    """The families of careers by name: `group`, `code` (two digits) and `count`."""
    rows = Occupation.objects.order_by("group").values("group").annotate(count=Count("pk"), soc=Min("soc"))
    return [{**row, "code": row["soc"][:2]} for row in rows]


def group(code: str) -> list[Occupation]:
    """The careers of one family, by title; none when the code is unknown."""
    return list(headline().filter(soc__startswith=f"{code}-")) if len(code) == 2 else []
