"""What pages of this room send: times and places, and answers from those without an account."""

from askwell.meet.forms.agreeing import CLOCKS, DAYS, Agreed, CalledOff, InZone, Offered, Sure
from askwell.meet.forms.answering import Colleague, FromThem, Quietly, Words

__all__ = [
    "CLOCKS",
    "DAYS",
    "Agreed",
    "CalledOff",
    "Colleague",
    "FromThem",
    "InZone",
    "Offered",
    "Quietly",
    "Sure",
    "Words",
]
