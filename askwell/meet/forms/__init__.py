"""What pages of this room send: times and places, and answers from those without an account."""

from askwell.meet.forms.agreeing import CLOCKS, DAYS, Agreed, CalledOff, InZone, Missed, Offered, Sure
from askwell.meet.forms.answering import Colleague, FromThem, Quietly, Words

__all__ = [
    "CLOCKS",
    "DAYS",
    "Agreed",
    "CalledOff",
    "Colleague",
    "FromThem",
    "InZone",
    "Missed",
    "Offered",
    "Quietly",
    "Sure",
    "Words",
]
