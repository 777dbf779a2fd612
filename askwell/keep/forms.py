"""Words of thanks, and people as they are confirmed."""

from typing import Any

from django import forms

from askwell.ask.forms import LONGEST, plain_lines
from askwell.keep.names import Named


class ThanksForm(forms.Form):
    """The thank-you as it will be sent."""

    use_required_attribute = False

    subject = forms.CharField(label="Subject", max_length=200)
    body = forms.CharField(
        label="Your thanks",
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 12}),
        error_messages={
            "max_length": f"This is longer than a letter can be. Cut it to under {LONGEST:,} letters."
        },
    )
    base = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # As an attribute the limit would cut off in silence what somebody pastes.
        del self.fields["body"].widget.attrs["maxlength"]

    def clean_subject(self) -> str:
        """One line stays one line."""
        return " ".join(self.cleaned_data["subject"].split())

    def clean_body(self) -> str:
        """Words, with line ends as everywhere else."""
        body = plain_lines(self.cleaned_data["body"])
        if not body.strip():
            raise forms.ValidationError("Write a line or two first.")
        return body


class NewsForm(ThanksForm):
    """The letter with news as it will be sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "Your news"


class PersonForm(forms.Form):
    """Somebody who was named; left out when unticked, or when the row stays empty."""

    use_required_attribute = False

    keep = forms.BooleanField(label="Put on my list", required=False, initial=True)
    name = forms.CharField(label="Name", max_length=120, required=False)
    role = forms.CharField(label="What they do", max_length=120, required=False)
    organization = forms.CharField(label="Where they work", max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        """A person needs a name."""
        said = super().clean() or {}
        if said.get("keep") and not said.get("name") and (said.get("role") or said.get("organization")):
            self.add_error("name", "What is their name? Untick the row to leave it out.")
        return said

    def named(self) -> Named | None:
        """The person to keep, if there is one in this row."""
        said = self.cleaned_data
        if not (said.get("keep") and said.get("name")):
            return None
        return Named(said["name"], said["role"], said["organization"])


PeopleForm = forms.formset_factory(PersonForm, extra=1, max_num=20, absolute_max=40)
