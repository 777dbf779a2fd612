"""What a person says about themselves."""

from typing import Any

from django import forms

from askwell.accounts.models import User
from askwell.lib import zones


class AboutYou(forms.ModelForm[User]):
    """Name, one line about oneself, time zone: what letters and times need."""

    class Meta:
        model = User
        fields = ["name", "about", "time_zone"]
        labels = {
            "name": "Your name, as you sign a letter",
            "about": "You in one line",
            "time_zone": "Your time zone",
        }
        help_texts = {
            "about": "For example: a senior at Harlow High School. Your requests open with it.",
            "time_zone": "For example: America/Chicago. Left empty, times follow this device.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].widget.attrs["list"] = "zones"

    def clean_time_zone(self) -> str:
        """A zone by its IANA name, or nothing."""
        zone: str = self.cleaned_data["time_zone"].strip()
        if zone and not zones.known(zone):
            raise forms.ValidationError("This is no time zone we know. Pick one from the list.")
        return zone
