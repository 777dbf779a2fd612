"""What a host fills in."""

from django import forms

from askwell.meet import policies
from askwell.meet.forms import Offered
from askwell.meet.models import CalledOffBy, Place


class Proposed(Offered):
    """Two to five times for the seeker to pick from, also after it was called off."""

    may = staticmethod(policies.may_propose)


class Where(forms.Form):
    """Where the two talk."""

    place = forms.ChoiceField(label="Where", choices=Place.choices, widget=forms.RadioSelect)
    place_details = forms.CharField(label="Link, number or address", max_length=300, required=False)

    def clean_place_details(self) -> str:
        """One line stays one line."""
        return " ".join(str(self.cleaned_data["place_details"]).split())


class Why(forms.Form):
    """A word with calling it off."""

    why = forms.CharField(
        label="A word with it", required=False, max_length=300, widget=forms.Textarea({"rows": 2})
    )


class WhoMissed(forms.Form):
    """Who did not come, named as the seeker sees it."""

    who = forms.ChoiceField(
        choices=[(CalledOffBy.YOU, "They did not come"), (CalledOffBy.THEM, "I missed it")]
    )
