"""Decisions, and how everything stood when they were made."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from askwell.decide import words
from askwell.decide.models import Decision
from askwell.decide.selectors.boards import Board
from askwell.decide.weights import WEIGHTS

if TYPE_CHECKING:
    from askwell.accounts.models import User


def snapshot(board: Board) -> dict[str, object]:
    """The board as a decision keeps it: chances, beliefs, weights and the sources of the figures."""
    return {
        "sources": board.sources,
        "chances": [{"path": str(lean.path), "chance": round(lean.chance, 4)} for lean in board.leans],
        "criteria": [{"name": c.name, "weight": c.weight} for c in board.criteria],
        "beliefs": [
            {
                "path": str(cell.path),
                "criterion": row.criterion.name,
                "mean": round(cell.held.mean, 2),
                "sd": round(cell.held.sd, 2),
                "findings": len(cell.findings),
            }
            for row in board.rows
            for cell in row.cells
        ],
    }


def is_readable(kept: Mapping[str, Any]) -> bool:
    """Whether a decision's page can tell how things stood from this; a journey's file may bring anything."""
    return (
        _each(kept.get("chances", []), path=str, chance=float)
        and all(0 <= one["chance"] <= 1 for one in kept.get("chances", []))
        and _each(kept.get("criteria", []), name=str, weight=int)
        and _each(kept.get("beliefs", []), findings=int)
        and isinstance(kept.get("sources", []), list)
        and all(isinstance(source, str) for source in kept.get("sources", []))
    )


def _each(rows: object, **kinds: type) -> bool:
    """Whether these are rows, each with a value of its kind under each name; a whole number is a number, too."""
    return isinstance(rows, list) and all(
        isinstance(row, dict)
        and all(
            isinstance(row.get(name), (kind, int) if kind is float else kind) for name, kind in kinds.items()
        )
        for row in rows
    )


def decisions_of(seeker: "User") -> QuerySet[Decision]:
    """This seeker's decisions, newest first."""
    mine = Decision.objects.visible_to(seeker).defer("weighed", "path__occupation__figures")
    return mine.select_related("path__occupation")


def then(decision: Decision) -> dict[str, object]:
    """How things stood when a decision was made, with its numbers in words."""
    kept = decision.weighed
    return {
        "chances": [
            {"path": one["path"], "percent": round(one["chance"] * 100), "words": words.chance(one["chance"])}
            for one in kept.get("chances", [])
        ],
        "criteria": [
            {"name": one["name"], "weight": WEIGHTS.get(one["weight"], "")}
            for one in kept.get("criteria", [])
        ],
        "sources": kept.get("sources", []),
        "findings": sum(one.get("findings", 0) for one in kept.get("beliefs", [])),
    }
