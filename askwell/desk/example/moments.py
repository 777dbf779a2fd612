"""Moments told from today: "-1d 16:00" is yesterday at four, "2d>tue 17:30" a Tuesday at least two days off."""

import re
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOMENT = re.compile(r"(-?\d{1,3})d(?:([<>])(mon|tue|wed|thu|fri|sat|sun))? (\d\d):(\d\d)")


def told_from(now: datetime, told: Any, zone: ZoneInfo) -> Any:
    """The same data with every such moment as a time in UTC; "<mon" goes back to a Monday, ">mon" on to one."""
    if isinstance(told, dict):
        return {name: told_from(now, value, zone) for name, value in told.items()}
    if isinstance(told, list):
        return [told_from(now, value, zone) for value in told]
    found = MOMENT.fullmatch(told) if isinstance(told, str) else None
    return _moment(now, found, zone) if found else told


def _moment(now: datetime, found: re.Match[str], zone: ZoneInfo) -> str:
    days, way, weekday, hour, minute = found.groups()
    day = now.astimezone(zone).date() + timedelta(days=int(days))
    if way:
        ahead = (WEEKDAYS.index(weekday) - day.weekday()) % 7
        day += timedelta(days=ahead if way == ">" or ahead == 0 else ahead - 7)
    local = datetime.combine(day, time(int(hour), int(minute)), tzinfo=zone)
    return local.astimezone(UTC).isoformat().replace("+00:00", "Z")
