"""A time and a place, or times to choose from."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone

from askwell.accounts.models import User
from askwell.lib import zones
from askwell.meet import policies, times
from askwell.meet.models import CalledOffBy, Conversation, Place

MINUTES = (15, 20, 30, 45, 60)
FEWEST, MOST = 2, 5
DAYS = ["%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%B %d, %Y", "%b %d, %Y"]
CLOCKS = ["%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M%p", "%I %p", "%I%p"]


def day_field(**options: Any) -> forms.DateField:
    """A day, as people write it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    wrong, missing = "Give a date like 11/24/2026.", "Which day?"
    return forms.DateField(
        input_formats=DAYS, widget=widget, error_messages={"invalid": wrong, "required": missing}, **options
    )


def clock_field(**options: Any) -> forms.TimeField:
    """A time of day, as people write it."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    wrong, missing = "Give a time like 5:30 PM.", "What time?"
    return forms.TimeField(
        input_formats=CLOCKS, widget=widget, error_messages={"invalid": wrong, "required": missing}, **options
    )


def _length() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label="How long",
        coerce=int,
        choices=[(minutes, f"{minutes} minutes") for minutes in MINUTES],
    )


def _nearest(minutes: int) -> int:
    return min(MINUTES, key=lambda one: abs(one - minutes))


class InZone(forms.Form):
    """Wall times are read in the zone that stood on the page when they were typed."""

    # A plain field takes whatever comes: nobody can mend what stands in no box on the page.
    may = staticmethod(policies.may_book)
    zone = forms.Field(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, conversation: Conversation, reader: User) -> None:
        self.conversation, self.reader = conversation, reader
        self.zone_now = timezone.get_current_timezone_name()
        self.twice: list[datetime] = []
        super().__init__(data, initial=self.begin_with(), label_suffix="")

    def begin_with(self) -> dict[str, Any]:
        """What the fields hold at first."""
        return {"zone": self.zone_now}

    def clean_zone(self) -> str:
        """The zone the page named, else the reader's."""
        zone: str | None = self.cleaned_data["zone"]
        return zone if zone and zones.known(zone) else self.zone_now

    def read_time(self, field: str, day: date, clock: time, *, minutes: int) -> datetime | None:
        """The moment of a wall time, or an error at its field."""
        local = datetime.combine(day, clock)
        try:
            moment = times.instant(local, self.cleaned_data["zone"])
        except times.NoSuchTime as fault:
            self.add_error(field, str(fault))
            return None
        verdict = self.may(self.reader, self.conversation, starts_at=moment.at, minutes=minutes)
        if not verdict:
            self.add_error(field, verdict.reason)
        if moment.comes_twice:
            self.twice.append(moment.at)
        return moment.at


class Agreed(InZone):
    """The time and place that both agreed on."""

    may = staticmethod(policies.may_take)

    day = day_field(label="Day")
    clock = clock_field(label="Time")
    minutes = _length()
    place = forms.ChoiceField(label="Where", choices=Place.choices, widget=forms.RadioSelect)
    place_details = forms.CharField(
        label="Link, number or address",
        max_length=300,
        required=False,
        help_text="You can add it later.",
    )

    def begin_with(self) -> dict[str, Any]:
        """What is known of the conversation already."""
        known = super().begin_with()
        if self.conversation.starts_at:
            local = self.conversation.starts_at.astimezone(ZoneInfo(self.zone_now))
            known |= {"day": local.date(), "clock": local.time()}
        return known | {
            "minutes": _nearest(self.conversation.minutes),
            "place": self.conversation.place,
            "place_details": self.conversation.place_details,
        }

    def clean_place_details(self) -> str:
        """One line stays one line."""
        return " ".join(str(self.cleaned_data["place_details"]).split())

    def clean(self) -> dict[str, Any]:
        """Only a time that will come, and that is free."""
        data = self.cleaned_data
        day, clock, minutes = data.get("day"), data.get("clock"), data.get("minutes")
        if day and clock and minutes:
            data["starts_at"] = self.read_time("clock", day, clock, minutes=minutes)
        return data

    @property
    def booking(self) -> dict[str, Any]:
        """What the service needs."""
        names = ("starts_at", "minutes", "place", "place_details")
        return {name: self.cleaned_data[name] for name in names} | {"time_zone": self.cleaned_data["zone"]}


class Offered(InZone):
    """Two to five times for them to choose from."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST + 1):
            needed = number <= FEWEST
            self.fields[f"day_{number}"] = day_field(label=f"Day {number}", required=needed)
            self.fields[f"clock_{number}"] = clock_field(label=f"Time {number}", required=needed)

    @property
    def rows(self) -> Sequence[tuple[forms.BoundField, forms.BoundField]]:
        """The fields, a day and a time to each row."""
        return [(self[f"day_{n}"], self[f"clock_{n}"]) for n in range(1, MOST + 1)]

    def clean(self) -> dict[str, Any]:
        """Full rows, all different, at least two."""
        starts: list[datetime] = []
        for number in range(1, MOST + 1):
            if (at := self._row(number)) is None:
                continue
            if at in starts:
                self.add_error(f"clock_{number}", "This time is there twice.")
            starts.append(at)
        self.cleaned_data["starts"] = starts
        return self.cleaned_data

    def _row(self, number: int) -> datetime | None:
        day = self.cleaned_data.get(f"day_{number}")
        clock = self.cleaned_data.get(f"clock_{number}")
        wrong = {f"day_{number}", f"clock_{number}"} & set(self.errors)
        if wrong or (day is None and clock is None):
            return None
        if day is None or clock is None:
            missing, words = ("day", "Which day?") if day is None else ("clock", "What time?")
            self.add_error(f"{missing}_{number}", words)
            return None
        minutes = self.conversation.minutes
        return self.read_time(f"clock_{number}", day, clock, minutes=minutes)


class CalledOff(forms.Form):
    """Whose plans changed."""

    whose = forms.ChoiceField(
        label="What happened",
        choices=CalledOffBy.choices,
        initial=CalledOffBy.THEM,
        widget=forms.RadioSelect,
    )


class Missed(forms.Form):
    """Who did not come."""

    who = forms.ChoiceField(
        choices=[(CalledOffBy.THEM, "They did not come"), (CalledOffBy.YOU, "I missed it")]
    )


class Sure(forms.Form):
    """How sure one feels, 1 to 5."""

    sure = forms.TypedChoiceField(coerce=int, choices=[(n, str(n)) for n in range(1, 6)])
