"""Page-shaped reads across every room."""

from askwell.desk.selectors.in_program import in_program
from askwell.desk.selectors.own import database_answers, example_of, would_bring
from askwell.desk.selectors.searching import search
from askwell.desk.selectors.story import story
from askwell.desk.selectors.today import today

__all__ = ["database_answers", "example_of", "in_program", "search", "story", "today", "would_bring"]
