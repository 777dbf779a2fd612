"""What pages of this room send: times and places, and answers from those without an account."""

from askwell.meet.forms.agreeing import (
    Agreed,
    CalledOff,
    InZone,
    Missed,
    Offered,
    Sure,
    clock_field,
    day_field,
)
from askwell.meet.forms.answering import Colleague, FromThem, Quietly, Words

__all__ = [
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
    "clock_field",
    "day_field",
]
