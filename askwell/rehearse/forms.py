"""One try."""

from typing import Any

from django import forms

from askwell.accounts.models import User
from askwell.meet.models import Conversation


class Said(forms.Form):
    """How long the opening took, and how sure one feels; both may be left out."""

    conversation = forms.ModelChoiceField(Conversation.objects.none(), required=False)
    seconds = forms.IntegerField(min_value=1, max_value=3600, required=False)
    sure = forms.TypedChoiceField(
        coerce=int, empty_value=None, choices=[(n, str(n)) for n in range(1, 6)], required=False
    )

    def __init__(self, data: Any = None, *, seeker: User) -> None:
        super().__init__(data)
        mine = Conversation.objects.visible_to(seeker)
        self.fields["conversation"].queryset = mine  # type: ignore[attr-defined]
