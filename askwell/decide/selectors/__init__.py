"""Page-shaped reads: the board of beliefs, what matters, decisions."""

from askwell.decide.selectors.boards import Board, Cell, criterion_key
from askwell.decide.selectors.composing import board, criteria_of, default_criteria
from askwell.decide.selectors.decided import decisions_of, is_readable, snapshot, then
from askwell.decide.selectors.renewing import Renewal, has_newer, renewal

__all__ = [
    "Board",
    "Cell",
    "Renewal",
    "board",
    "criteria_of",
    "criterion_key",
    "decisions_of",
    "default_criteria",
    "has_newer",
    "is_readable",
    "renewal",
    "snapshot",
    "then",
]
