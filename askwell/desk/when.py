"""When something is, as people say it: “yesterday at 4:00 PM”, “on Tuesday at 5:30 PM”. No Django."""

from datetime import datetime


def clock(local: datetime) -> str:
    """The time of day: 5:30 PM."""
    return f"{local.hour % 12 or 12}:{local:%M} {'AM' if local.hour < 12 else 'PM'}"


def when(local: datetime, now: datetime) -> str:
    """A moment as seen from now; both in the reader's own zone."""
    days = (local.date() - now.date()).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return f"{near[days]} at {clock(local)}"
    if 1 < days < 7:
        return f"on {local:%A} at {clock(local)}"
    if -7 < days < -1:
        return f"last {local:%A}"
    return f"on {on_day(local, now)}"


def on_day(local: datetime, now: datetime) -> str:
    """The day: “October 2”, with the year when it is another one."""
    year = f", {local.year}" if local.year != now.year else ""
    return f"{local:%B} {local.day}{year}"


def greeting(local: datetime) -> str:
    """What one says at this hour."""
    if 5 <= local.hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= local.hour < 18 else "Good evening"
