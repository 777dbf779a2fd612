"""Taking a seat, and planning a gathering."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone

from askwell.gather.models import MOST_SEATS, Audience, Gathering, Setting
from askwell.gather.services import Details, Voice
from askwell.lib import zones
from askwell.meet import times

SHORTEST, LONGEST = 10, 600
WHOLE = (
    "title",
    "summary",
    "description",
    "series",
    "time_zone",
    "setting",
    "where",
    "seats",
    "audience",
    "question",
)
SWITCHES = ("is_listed", "without_account", "for_minors", "reminders")


class TakeSeat(forms.Form):
    """One press, and one question that may stay open."""

    answer = forms.CharField(max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: Any = None, *, question: str) -> None:
        super().__init__(data, label_suffix="")
        self.fields["answer"].help_text = "Others may read it, but never with your name."
        self.fields["answer"].label = question or "One thing you would like answered"


class WriteIn(TakeSeat):
    """The same for somebody without an account; `website` is a box that only machines fill in."""

    field_order = ["name", "email", "answer", "website"]

    name = forms.CharField(
        label="Your name", max_length=80, error_messages={"required": "How shall we call you?"}
    )
    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        error_messages={
            "required": "Where shall the letter go?",
            "invalid": "Give an address like you@example.org.",
        },
    )
    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": -1})
    )

    @property
    def is_a_machines(self) -> bool:
        """Whether the box was filled in that no person sees."""
        return bool(self.cleaned_data.get("website"))

    @property
    def said(self) -> dict[str, str]:
        """What the service needs."""
        return {name: self.cleaned_data[name] for name in ("name", "email", "answer")}


class WallTime(forms.Field):
    """A day and a clock time, in the zone that the form names."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value: Any) -> datetime | None:
        """A time without a zone."""
        if value in self.empty_values:
            return None
        try:
            return datetime.fromisoformat(str(value)).replace(tzinfo=None, second=0, microsecond=0)
        except ValueError as fault:
            raise forms.ValidationError("Give a day and a time like 2026-11-24 17:30.") from fault


class Planned(forms.Form):
    """Everything an organizer says about a gathering."""

    title = forms.CharField(label="Title", max_length=120, error_messages={"required": "What is it called?"})
    summary = forms.CharField(
        label="In one or two sentences",
        max_length=240,
        required=False,
        help_text="Shown in lists and previews.",
    )
    description = forms.CharField(
        label="What it is about", max_length=8000, required=False,
        widget=forms.Textarea(attrs={"rows": 6}), help_text="Markdown works: **bold**, lists, links.",
    )  # fmt: skip
    speakers = forms.CharField(
        label="Who speaks", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One to a line: the name, a comma, what they do.",
    )  # fmt: skip
    series = forms.CharField(
        label="Series",
        max_length=120,
        required=False,
        help_text="Gatherings with the same series point to each other.",
    )
    starts = WallTime(label="Begins", error_messages={"required": "When does it begin?"})
    minutes = forms.IntegerField(label="Minutes", min_value=SHORTEST, max_value=LONGEST, initial=60)
    time_zone = forms.CharField(label="Time zone", max_length=60, help_text="For example: America/Chicago.")
    setting = forms.ChoiceField(label="How", choices=Setting.choices, widget=forms.RadioSelect)
    where = forms.CharField(
        label="Link or address",
        max_length=300,
        required=False,
        help_text="Shown only to people who have a seat.",
    )
    seats = forms.IntegerField(label="Seats", min_value=1, max_value=MOST_SEATS, initial=40)
    opens = WallTime(label="Registration opens", required=False)
    closes = WallTime(label="Registration closes", required=False)
    audience = forms.ChoiceField(label="Who may come", choices=Audience.choices)
    is_listed = forms.BooleanField(label="Stands in the public list and its feeds", required=False)
    without_account = forms.BooleanField(
        label="People without an account may register by e-mail", required=False
    )
    for_minors = forms.BooleanField(label="For minors: only staff see who comes", required=False)
    question = forms.CharField(
        label="What you ask people when they register", max_length=160, required=False,
        help_text="Left empty, it is “One thing you would like answered”.",
    )  # fmt: skip
    offer_hours = forms.IntegerField(
        label="Hours a freed seat is held for the first in line", min_value=1, max_value=168, initial=12
    )
    reminders = forms.BooleanField(
        label="Remind people a day and an hour before", required=False, initial=True
    )

    def __init__(self, data: Any = None, *, gathering: Gathering | None = None, zone: str) -> None:
        self.gathering = gathering
        first = {"time_zone": zone, "setting": Setting.ONLINE, "audience": Audience.SIGNED_IN}
        super().__init__(data, initial=_said(gathering) if gathering else first, label_suffix="")
        self.fields["time_zone"].widget.attrs["list"] = "zones"

    def clean_time_zone(self) -> str:
        """A zone by its IANA name."""
        zone: str = self.cleaned_data["time_zone"].strip()
        if not zones.known(zone):
            raise forms.ValidationError("This is no time zone we know. Pick one from the list.")
        return zone

    def clean_speakers(self) -> Sequence[Voice]:
        """A name and what they do, from each line."""
        lines = [line.partition(",") for line in self.cleaned_data["speakers"].splitlines() if line.strip()]
        return [Voice(name.strip()[:120], about.strip()[:120]) for name, _, about in lines if name.strip()]

    def clean(self) -> dict[str, Any]:
        """Instants out of wall times; what is public is open to anyone."""
        data = self.cleaned_data
        for name in ("starts", "opens", "closes"):
            data[f"{name}_at"] = self._instant(name)
        if data["starts_at"] and self._is_new_time(data["starts_at"]) and data["starts_at"] <= timezone.now():
            self.add_error("starts", "That is in the past.")
        if data.get("audience") != Audience.ANYONE:
            for name in ("is_listed", "without_account"):
                if data.get(name):
                    self.add_error(name, "Only a gathering for anyone with the address can be public.")
        return data

    def _is_new_time(self, at: datetime) -> bool:
        return self.gathering is None or self.gathering.starts_at != at

    def _instant(self, name: str) -> datetime | None:
        local, zone = self.cleaned_data.get(name), self.cleaned_data.get("time_zone")
        if not local or not zone:
            return None
        try:
            return times.instant(local, zone).at
        except times.NoSuchTime as fault:
            self.add_error(name, str(fault))
            return None

    @property
    def details(self) -> Details:
        """What the services need."""
        data = self.cleaned_data
        said = {name: data[name] for name in (*WHOLE, *SWITCHES, "speakers", "offer_hours")}
        ends_at = data["starts_at"] + timedelta(minutes=data["minutes"])
        ends = {"starts_at": data["starts_at"], "ends_at": ends_at}
        window = {"opens_at": data["opens_at"], "closes_at": data["closes_at"]}
        return cast("Details", said | ends | window)


def _said(gathering: Gathering) -> dict[str, Any]:
    """What stands there already, its times as clocks in the organizer's zone."""
    said = {name: getattr(gathering, name) for name in (*WHOLE, "offer_hours")}
    said |= {name: getattr(gathering, name) for name in SWITCHES if name != "reminders"}
    place = ZoneInfo(gathering.time_zone)
    for name in ("starts", "opens", "closes"):
        at = getattr(gathering, f"{name}_at")
        said[name] = at.astimezone(place) if at else None
    speakers = [f"{one.name}, {one.about}".rstrip(", ") for one in gathering.speakers.all()]
    return said | {
        "minutes": gathering.minutes,
        "reminders": gathering.remind_since is not None,
        "speakers": "\n".join(speakers),
        "series": gathering.series.title if gathering.series else "",
    }


class CalledOff(forms.Form):
    """Why, in words that everyone gets."""

    because = forms.CharField(label="Why, for the people who wanted to come", max_length=300, required=False)


class Recorded(forms.Form):
    """Where it can be heard again."""

    recording = forms.URLField(
        label="Link to the recording",
        max_length=300,
        assume_scheme="https",
        error_messages={
            "required": "Which link?",
            "invalid": "Give a whole address, like https://video.example.org/talk.",
        },
    )


class Came(forms.Form):
    """Whether somebody was there."""

    came = forms.TypedChoiceField(
        choices=[("1", "Came"), ("0", "Did not come")], coerce=lambda said: said == "1"
    )
