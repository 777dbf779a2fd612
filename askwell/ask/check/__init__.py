"""Read a request before it leaves, and say what to mend.

`check(text)` answers a `Report`: what the message has, what troubles it, where, and how to mend it.
Plain Python on plain values; it reads English and takes time in proportion to the length of the text.
"""

from askwell.ask.check.report import Problem, Report
from askwell.ask.check.rules import check

__all__ = ["Problem", "Report", "check"]
