"""Bringing a journey in, and deleting one."""

from typing import Any

from django import forms

from askwell.desk import journey_file

MOST_BYTES = 2_000_000


def _read(text: str) -> journey_file.Journey:
    try:
        return journey_file.read(text)
    except journey_file.JourneyError as fault:
        raise forms.ValidationError(str(fault)) from fault


class ChooseFile(forms.Form):
    """A file that holds a journey."""

    file = forms.FileField(
        label="A journey that Askwell wrote (JSON)",
        help_text="You will see what it brings before anything is changed. At most 2 MB.",
        error_messages={
            "required": "Choose a file first.",
            "empty": "This file is empty.",
            "invalid": "Choose a file first.",
        },
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )

    def clean_file(self) -> str:
        """The file's text, once it is known to hold a journey."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError("This file is over 2 MB. Bring it in with “askwell import FILE”.")
        try:
            text: str = file.read().decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            raise forms.ValidationError("This is not a text file in UTF-8, so it is no journey.") from fault
        self.journey = _read(text)
        return text


class BringIn(forms.Form):
    """The same journey once more, now to be taken in."""

    journey = forms.CharField(strip=False, widget=forms.HiddenInput)

    def clean_journey(self) -> journey_file.Journey:
        """The journey, checked again: the page may have been kept open for long."""
        return _read(self.cleaned_data["journey"])


class DeleteEverything(forms.Form):
    """Words typed by hand, so that no slip of a finger deletes a journey."""

    SURE = "delete everything"
    sure = forms.CharField(
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "These words are missing, so nothing was deleted."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sure"].label = f"Type “{self.SURE}” to go on"

    def clean_sure(self) -> str:
        """The words, whatever their capitals."""
        said: str = " ".join(self.cleaned_data["sure"].lower().split())
        if said != self.SURE:
            raise forms.ValidationError("These words differ, so nothing was deleted.")
        return said


class DeleteAccount(DeleteEverything):
    """The same for a whole account."""

    SURE = "delete my account"
    prefix = "account"
