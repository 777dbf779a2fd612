"""Careers side by side on the same scales, and how they differ, in words. No Django.

measures(entries, totals)   # list[Measure]: rows to draw, each with a sentence
unknown(measures)           # str: what is published for none of them
in_one_line(entries)        # list[str]: each career against the others of the list
"""

from askwell.explore.comparing.lanes import Entry, Lane, Measure, Part
from askwell.explore.comparing.lines import in_one_line
from askwell.explore.comparing.measures import measures, unknown

__all__ = ["Entry", "Lane", "Measure", "Part", "in_one_line", "measures", "unknown"]
