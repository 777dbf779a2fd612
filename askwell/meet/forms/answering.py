"""What somebody without an account fills in on the page their letter leads to."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from askwell.lib import zones
from askwell.meet import times
from askwell.meet.forms.agreeing import clock_field, day_field
from askwell.meet.models import Place

MOST = 3
PAUSES = ((30, "for a month"), (90, "for three months"), (180, "for half a year"), (365, "for a year"))


class Words(forms.Form):
    """A word with the answer."""

    note = forms.CharField(
        label="A word with it",
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
    )


class FromThem(forms.Form):
    """Yes, with up to three times that suit them, and where."""

    zone = forms.CharField(label="Your time zone", max_length=60)
    place = forms.ChoiceField(label="How", choices=Place.choices, initial=Place.VIDEO)
    place_details = forms.CharField(label="Link, number or address", max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zone"].initial = timezone.get_current_timezone_name()
        self.fields["zone"].widget.attrs["list"] = "zones"
        for number in range(1, MOST + 1):
            self.fields[f"day_{number}"] = day_field(label=f"Day {number}", required=False)
            self.fields[f"clock_{number}"] = clock_field(label=f"Time {number}", required=False)

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of the times, a day and a time to each row."""
        return [(self[f"day_{n}"], self[f"clock_{n}"]) for n in range(1, MOST + 1)]

    def clean_zone(self) -> str:
        """A zone that there is."""
        zone: str = self.cleaned_data["zone"].strip()
        if not zones.known(zone):
            raise forms.ValidationError("This is no time zone we know. Pick one from the list.")
        return zone

    def clean(self) -> dict[str, Any]:
        """The moments that were named, each once."""
        starts = [at for number in range(1, MOST + 1) if (at := self._row(number))]
        details = " ".join(str(self.cleaned_data.get("place_details", "")).split())
        place = self.cleaned_data.get("place", Place.VIDEO)
        return {"starts": sorted(set(starts)), "place": place, "place_details": details}

    def _row(self, number: int) -> datetime | None:
        day, clock = (self.cleaned_data.get(f"{name}_{number}") for name in ("day", "clock"))
        if {f"day_{number}", f"clock_{number}", "zone"} & set(self.errors) or (day is None and clock is None):
            return None
        if day is None or clock is None:
            missing, words = ("day", "Which day?") if day is None else ("clock", "What time?")
            self.add_error(f"{missing}_{number}", words)
            return None
        return self._moment(number, datetime.combine(day, clock))

    def _moment(self, number: int, local: datetime) -> datetime | None:
        try:
            at = times.instant(local, self.cleaned_data["zone"]).at
        except times.NoSuchTime as fault:
            self.add_error(f"clock_{number}", str(fault))
            return None
        if at <= timezone.now():
            self.add_error(f"clock_{number}", "That is in the past.")
        return at


class Colleague(Words):
    """Somebody who could answer better."""

    name = forms.CharField(
        label="Their name", max_length=120, error_messages={"required": "Who could answer better?"}
    )
    email = forms.EmailField(
        label="Their e-mail address",
        required=False,
        error_messages={"invalid": "Give an address like pat@example.org, or leave it empty."},
    )
    field_order = ["name", "email", "note"]


class Quietly(forms.Form):
    """How long they want no requests."""

    days = forms.TypedChoiceField(label="No requests", choices=PAUSES, coerce=int)
