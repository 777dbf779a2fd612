"""Calendar files, as other programs write them."""


def calendar(*events: str, zones: str = "") -> bytes:
    """One file with these events."""
    found = "".join(
        f"BEGIN:VEVENT\nDTSTAMP:20261101T000000Z\n{event.strip()}\nEND:VEVENT\n" for event in events
    )
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n{zones}{found}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def event(begin: str, end: str = "", *more: str, uid: str = "one@example") -> str:
    """One event; `begin` and `end` are what follows DTSTART and DTEND."""
    lines = [f"UID:{uid}", f"DTSTART{begin}", f"DTEND{end}" if end else "", *more]
    return "\n".join(line for line in lines if line)


CUSTOM = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:{summer}
TZOFFSETTO:{winter}
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:{winter}
TZOFFSETTO:{summer}
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
