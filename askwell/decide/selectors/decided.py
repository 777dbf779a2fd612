"""Decisions, and how everything stood when they were made."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from askwell.decide import words
from askwell.decide.models import Decision
from askwell.decide.selectors.boards import Board
from askwell.decide.weights import WEIGHTS
from askwell.explore.models import Release

if TYPE_CHECKING:
    from askwell.accounts.models import User


def snapshot(board: Board) -> dict[str, object]:
    """The board as a decision keeps it: chances, beliefs, weights and the release of the figures."""
    return {
        "release": board.release.digest if board.release else "",
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
        "release": Release.objects.filter(digest=kept.get("release", "")).first(),
        "findings": sum(one.get("findings", 0) for one in kept.get("beliefs", [])),
    }
