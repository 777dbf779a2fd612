"""Where one's own calendar is, and how Askwell comes in."""

from typing import Any

from django import forms

from askwell.meet.availability.forms import web_address


class OwnCalendarForm(forms.Form):
    """An address, a name, a password."""

    address = forms.CharField(
        label="Its CalDAV address", max_length=2000, help_text="It begins with https://."
    )
    user = forms.CharField(
        label="Your name there", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    password = forms.CharField(
        label="App password",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="One made for Askwell alone, if your calendar offers app passwords: you can end it there.",
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, label_suffix="", **options)

    def clean_address(self) -> str:
        """An address on the web."""
        return web_address(self.cleaned_data["address"])

    @property
    def door(self) -> dict[str, Any]:
        """What the service needs."""
        data = self.cleaned_data
        return {"address": data["address"], "auth": (data["user"], data["password"])}
