"""What pages, letters, feeds and the clock read."""

from askwell.gather.selectors.due import BEFORE, ended, never_arrived, run_out, to_forget, to_remind
from askwell.gather.selectors.entries import (
    address,
    atom,
    calendar_entry,
    entries_since,
    entry_of,
    ics,
    is_link,
)
from askwell.gather.selectors.pages import (
    Door,
    Row,
    also_in,
    door_of,
    guests,
    is_seated,
    listing,
    mine,
    one_of,
    questions,
    reader_zone,
)

__all__ = [
    "BEFORE", "Door", "Row", "address", "also_in", "atom", "calendar_entry", "door_of", "ended", "entries_since",
    "entry_of", "guests", "ics", "is_link", "is_seated", "listing", "mine", "never_arrived", "one_of", "questions",
    "reader_zone", "run_out", "to_forget", "to_remind",
]  # fmt: skip
