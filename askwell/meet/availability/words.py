"""Hours and weekdays as people say them. No Django."""

from collections.abc import Iterable
from datetime import date, datetime, time

from askwell.meet import times

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekdays(numbers: Iterable[int]) -> str:
    """Mondays to Fridays; Mondays and Wednesdays; Every day. Days count from Monday, 0."""
    days = sorted(set(numbers))
    if len(days) == len(WEEKDAYS):
        return "Every day"
    names = [f"{WEEKDAYS[day]}s" for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{names[0]} to {names[-1]}"
    return listed(names)


def listed(names: list[str]) -> str:
    """One, two and three."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def span(opens: time, closes: time) -> str:
    """9:00 AM to 12:00 PM; hours that close at or before they open close the next day."""
    if opens == closes == time():
        return "the whole day"
    if closes == time():
        return f"{clock(opens)} to midnight"
    later = " the next day" if closes <= opens else ""
    return f"{clock(opens)} to {clock(closes)}{later}"


def clock(at: time) -> str:
    """5:30 PM."""
    return times.clock(datetime.combine(date.min, at))


def day(on: date, *, today: date) -> str:
    """Thursday, November 26: with the year when it is not this one."""
    year = f", {on.year}" if on.year != today.year else ""
    return f"{on:%A}, {on:%B} {on.day}{year}"


def days(first: date, last: date, *, today: date) -> str:
    """One date, or the first and the last of several on end."""
    return (
        day(first, today=today) if first == last else f"{day(first, today=today)} to {day(last, today=today)}"
    )
