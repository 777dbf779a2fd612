"""Until when thanks are due, in words. No Django."""

from datetime import datetime, timedelta

from askwell.lib import zones

WITHIN = timedelta(hours=24)
LATE = "A day has gone by, and that is fine: thanks are welcome at any time."


def due_words(due: datetime, now: datetime) -> str:
    """ "Due by tomorrow, 4 PM Eastern": both moments in the reader's own zone; once it is late, a kind word instead."""
    if now >= due:
        return LATE
    days = (due.date() - now.date()).days
    day = {0: "today", 1: "tomorrow"}.get(days, f"{due:%A}")
    return f"Due by {day}, {clock(due)} {zones.spoken(due, str(due.tzinfo))}"


def clock(at: datetime) -> str:
    """4 PM, or 4:05 PM."""
    minutes = f":{at:%M}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}\u00a0{'AM' if at.hour < 12 else 'PM'}"


def said_when(talked: datetime, now: datetime) -> str:
    """When people talked, as a letter says it: today, yesterday, on Tuesday, on November 3."""
    days = (now.date() - talked.date()).days
    if days in {0, 1}:
        return ("today", "yesterday")[days]
    return f"on {talked:%A}" if 0 < days < 7 else f"on {talked:%B} {talked.day}"
