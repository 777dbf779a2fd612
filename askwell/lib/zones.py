"""Time zones by their IANA names, and what to call them. No Django."""

import os
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

FALLBACK = "UTC"


@cache
def names() -> frozenset[str]:
    """Every zone name this machine knows."""
    return frozenset(available_timezones())


def known(name: str) -> bool:
    """Whether this is the name of a zone."""
    return name in names()


@cache
def of_this_machine() -> str:
    """The zone this machine is set to; UTC when it does not say."""
    said = (os.environ.get("ASKWELL_ZONE") or os.environ.get("TZ", "")).lstrip(":")
    if known(said):
        return said
    target = str(Path("/etc/localtime").resolve())
    name = target.partition("zoneinfo/")[2]
    return name if known(name) else FALLBACK


def spoken(moment: datetime, zone: str) -> str:
    """What people call the zone at that moment: "Eastern" rather than EST or EDT, else its city."""
    us = {
        "America/New_York": "Eastern",
        "America/Detroit": "Eastern",
        "America/Chicago": "Central",
        "America/Denver": "Mountain",
        "America/Phoenix": "Arizona",
        "America/Los_Angeles": "Pacific",
        "America/Anchorage": "Alaska",
        "Pacific/Honolulu": "Hawaii",
    }
    if zone in us:
        return us[zone]
    if zone == FALLBACK:
        return "UTC"
    offset = moment.astimezone(ZoneInfo(zone)).strftime("%z")
    return f"{zone.rpartition('/')[2].replace('_', ' ')} time, UTC{offset[:3]}:{offset[3:]}"
