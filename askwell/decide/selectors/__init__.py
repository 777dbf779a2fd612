"""Page-shaped reads: the board of beliefs, what matters, decisions."""

from askwell.decide.selectors.boards import Board, Cell, criterion_key
from askwell.decide.selectors.composing import board, criteria_of, default_criteria
from askwell.decide.selectors.decided import decisions_of, snapshot, then

__all__ = [
    "Board",
    "Cell",
    "board",
    "criteria_of",
    "criterion_key",
    "decisions_of",
    "default_criteria",
    "snapshot",
    "then",
]
