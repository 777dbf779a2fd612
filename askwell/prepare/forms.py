"""A question, written, planned or put differently."""

from typing import Any

from django import forms

from askwell.accounts.models import User
from askwell.explore.models import Criterion, Occupation, Path
from askwell.lib.themes import CHOICES
from askwell.meet.models import Conversation
from askwell.prepare import policies
from askwell.prepare.models import Question


class Words(forms.Form):
    """A question's words and theme."""

    text = forms.CharField(
        label="The question",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write the question first."},
    )
    theme = forms.ChoiceField(label="Kind of question", choices=CHOICES, widget=forms.RadioSelect)


class Reworded(Words):
    """Other words for a question that is there."""

    def __init__(self, data: Any = None, *, question: Question, reader: User) -> None:
        super().__init__(data, initial={"text": question.text, "theme": question.theme})
        self.question, self.reader = question, reader

    def clean_text(self) -> str:
        """Words that no other question of the brief has."""
        text = " ".join(self.cleaned_data["text"].split())
        if not (verdict := policies.may_reword(self.reader, self.question, text)):
            raise forms.ValidationError(verdict.reason)
        return text


class Planned(Words):
    """A question to plan, with what it is about."""

    theme = forms.ChoiceField(label="Kind of question", choices=CHOICES)
    path = forms.ModelChoiceField(
        Path.objects.none(), required=False, label="About which path", empty_label="Any of them"
    )
    occupation = forms.ModelChoiceField(Occupation.objects.all(), to_field_name="soc", required=False)
    criterion = forms.ModelChoiceField(Criterion.objects.none(), required=False)
    conversation = forms.ModelChoiceField(Conversation.objects.none(), required=False)
    bank_id = forms.CharField(max_length=60, required=False)

    def __init__(self, data: Any = None, *, seeker: User) -> None:
        super().__init__(data)
        mine = {
            "path": Path.objects.visible_to(seeker).named(),
            "criterion": Criterion.objects.visible_to(seeker),
            "conversation": Conversation.objects.visible_to(seeker),
        }
        for name, rows in mine.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
