"""Hours, single days, limits, a pause, a move."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone

from askwell.lib import zones
from askwell.meet.availability.models import Availability, SourceKind
from askwell.meet.availability.words import WEEKDAYS
from askwell.meet.forms import clock_field, day_field
from askwell.meet.hours import Span
from askwell.meet.slots import LENGTHS

LONGEST_AWAY = 366
STEPS = (10, 15, 20, 30, 60)
BUFFERS = (0, 5, 10, 15, 30, 60)


def _minutes(label: str, choices: tuple[int, ...], **options: Any) -> forms.TypedChoiceField:
    named = [(one, f"{one} minutes" if one else "None") for one in choices]
    return forms.TypedChoiceField(label=label, coerce=int, choices=named, **options)


class Plain(forms.Form):
    """A form whose labels end without a colon, and which knows what day it is for the host."""

    def __init__(self, data: Any = None, *, zone: str, **options: Any) -> None:
        self.zone = zone
        self.today = timezone.now().astimezone(ZoneInfo(zone)).date()
        super().__init__(data, label_suffix="", **options)

    def not_before(self, field: str, earliest: date, words: str) -> None:
        """An error at a field whose date comes too early."""
        given = self.cleaned_data.get(field)
        if given and given < earliest:
            self.add_error(field, words)


class Weekly(Plain):
    """Hours that come back every week."""

    weekdays = forms.TypedMultipleChoiceField(
        label="On",
        coerce=int,
        choices=[*enumerate(WEEKDAYS)],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pick at least one day."},
    )
    opens = clock_field(label="From")
    closes = clock_field(label="To")
    since = day_field(label="First day", required=False)
    until = day_field(label="Last day", required=False)

    def clean(self) -> dict[str, Any]:
        """Hours that hold on at least one day to come."""
        self.not_before(
            "until", self.cleaned_data.get("since") or self.today, "This is before the first day."
        )
        return self.cleaned_data

    @property
    def hours(self) -> dict[str, Any]:
        """What the service needs."""
        data = self.cleaned_data
        return {
            "weekdays": data["weekdays"],
            "span": (data["opens"], data["closes"]),
            "since": data["since"],
            "until": data["until"],
        }


class OtherDays(Plain):
    """Days that are closed, or have hours of their own."""

    first = day_field(label="Day")
    last = day_field(label="Until", required=False, help_text="For several days on end.")
    opens = clock_field(label="Open from", required=False, help_text="Leave both empty when you are closed.")
    closes = clock_field(label="Open to", required=False)

    def clean(self) -> dict[str, Any]:
        """Days to come, not too many, with both ends of their hours or none."""
        data = self.cleaned_data
        self.not_before("first", self.today, "This day is over.")
        if first := data.get("first"):
            last = data["last"] = data.get("last") or first
            self.not_before("last", first, "This is before the first day.")
            if last > first + timedelta(days=LONGEST_AWAY):
                self.add_error("last", "That is more than a year. Check the year.")
        for field, other in (("opens", "closes"), ("closes", "opens")):
            if data.get(other) and data.get(field) is None and field not in self.errors:
                self.add_error(field, "What time?")
        return data

    @property
    def spans(self) -> list[Span]:
        """The hours of those days."""
        opens, closes = self.cleaned_data["opens"], self.cleaned_data["closes"]
        return [(opens, closes)] if opens is not None else []


class Away(Plain):
    """When one is back."""

    back_on = day_field(label="Back on")

    def clean(self) -> dict[str, Any]:
        """A day to come."""
        self.not_before("back_on", self.today + timedelta(days=1), "Give a day after today.")
        return self.cleaned_data


class Moving(Plain):
    """Another zone, from a day on."""

    time_zone = forms.CharField(label="New time zone", max_length=60, help_text="For example: Europe/Berlin.")
    since = day_field(label="From this day on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].widget.attrs["list"] = "zones"

    def clean_time_zone(self) -> str:
        """A zone by its IANA name, and another one."""
        zone = str(self.cleaned_data["time_zone"]).strip()
        if not zones.known(zone):
            raise forms.ValidationError("This is no time zone we know. Pick one from the list.")
        if zone == self.zone:
            raise forms.ValidationError("Your hours are in this zone already.")
        return zone

    def clean(self) -> dict[str, Any]:
        """From today on, or later."""
        self.not_before("since", self.today, "This day is over.")
        return self.cleaned_data


AMOUNTS = ("notice_hours", "horizon_days", "most_per_day", "most_per_week", "most_per_month")


class Limits(forms.ModelForm[Availability]):
    """How one's time is cut and guarded."""

    lengths = forms.TypedMultipleChoiceField(
        label="How long a talk may be",
        coerce=int,
        choices=[(one, f"{one} minutes") for one in LENGTHS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pick at least one length."},
    )
    step = _minutes("A talk may begin every", STEPS)
    before = _minutes("Keep free before a talk", BUFFERS)
    after = _minutes("Keep free after a talk", BUFFERS)

    class Meta:
        model = Availability
        fields = ["lengths", "step", "before", "after", *AMOUNTS]
        error_messages = {
            name: {"min_value": "At least %(limit_value)s.", "max_value": "At most %(limit_value)s."}
            for name in AMOUNTS
        }
        labels = {
            "notice_hours": "Hours of notice you need",
            "horizon_days": "Days ahead people may book",
            "most_per_day": "Most talks a day",
            "most_per_week": "Most talks a week",
            "most_per_month": "Most talks a month",
        }

    def __init__(self, data: Any = None, *, instance: Availability) -> None:
        super().__init__(data, instance=instance, label_suffix="")


def web_address(said: str) -> str:
    """An address on the web; webcal:// is what some programs call https://."""
    address = said.strip()
    scheme, mark, rest = address.partition("://")
    if scheme.lower() in {"webcal", "webcals"}:
        address = f"https://{rest}"
    if not mark or not address.lower().startswith(("https://", "http://")) or not rest.strip("/"):
        raise forms.ValidationError("Give the whole address. It begins with https://.")
    return address


class OtherCalendar(forms.Form):
    """Where another calendar is, and how one comes in."""

    kind = forms.ChoiceField(
        label="What you have", choices=SourceKind.choices, initial=SourceKind.FEED, widget=forms.RadioSelect
    )
    name = forms.CharField(
        label="What you call it",
        max_length=60,
        help_text="For example: Work.",
        error_messages={"required": "What do you call it?"},
    )
    address = forms.CharField(
        label="Its address",
        max_length=2000,
        help_text="It begins with https://.",
        error_messages={"required": "Paste the address of the calendar."},
    )
    user = forms.CharField(label="Name there", max_length=200, required=False)
    password = forms.CharField(
        label="Password there",
        max_length=200,
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Better one made for Askwell alone, if your calendar offers app passwords.",
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, label_suffix="")

    def clean_address(self) -> str:
        """An address on the web."""
        return web_address(self.cleaned_data["address"])

    def clean(self) -> dict[str, Any]:
        """CalDAV needs a name and a password."""
        data = self.cleaned_data
        if data.get("kind") == SourceKind.CALDAV:
            for field, words in (("user", "Your name there?"), ("password", "Your password there?")):
                if not data.get(field) and field not in self.errors:
                    self.add_error(field, words)
        return data

    @property
    def source(self) -> dict[str, Any]:
        """What the service needs."""
        data = self.cleaned_data
        return {
            "kind": data["kind"],
            "name": data["name"],
            "address": data["address"],
            "auth": (data["user"], data["password"]),
        }
