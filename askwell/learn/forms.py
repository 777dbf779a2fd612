"""Notes and findings as they come in from the pages."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from askwell.accounts.models import User
from askwell.ask.forms import plain_lines
from askwell.explore.models import Criterion, Path
from askwell.learn.models import MOVES, Tag
from askwell.learn.selectors import Asked, criteria_of, noted_in, paths_weighed
from askwell.learn.services import Drafted
from askwell.lib.themes import CHOICES, FIELD
from askwell.meet.models import Conversation

LONGEST_NOTE = 20_000
LONGEST_WORDS = 2_000
LONGEST_NAME = 20
SURE = [(1, "1"), (2, "2"), (3, "3"), (4, "4"), (5, "5")]


class Lines(forms.CharField):
    """Words as they were typed: nothing trimmed, every line break one character, as on the device."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(strip=False, widget=forms.Textarea({"rows": 3}), **kwargs)
        # No max_length: as an attribute it would cut off what somebody pastes, in silence.
        too_long = f"This is longer than {longest:,} characters (it has %(show_value)s). Nothing is lost: shorten it a little, then keep it."
        self.validators.append(MaxLengthValidator(longest, too_long))

    def to_python(self, value: Any) -> str:
        """The text with plain line breaks."""
        return plain_lines(str(super().to_python(value)))

    def validate(self, value: Any) -> None:
        """Blank space is no answer where one is needed."""
        super().validate(value.strip())


class NoteForm(forms.Form):
    """One note, upon the version it was written over."""

    text = Lines(longest=LONGEST_NOTE, required=False)
    tag = forms.ChoiceField(choices=[("", "No tag"), *Tag.choices], required=False)
    base_version = forms.IntegerField(min_value=0, required=False)


class Names(forms.MultipleChoiceField):
    """Any number of short names that a device made up."""

    def valid_value(self, value: str) -> bool:
        """Any of up to twenty characters."""
        return len(value) <= LONGEST_NAME


class SentNote(NoteForm):
    """One note as the device sends it: the question it is on, this sending, and those no answer came to."""

    question = forms.IntegerField(min_value=1, required=False)
    sending = forms.CharField(max_length=LONGEST_NAME, required=False)
    before = Names(required=False)


def notes_on(asked: list[Asked], data: Mapping[str, Any] | None = None) -> list[tuple[Asked, NoteForm]]:
    """A form for every note that can be written on; bound only where the page sent that note."""
    pairs = []
    for row in (row for row in asked if row.is_open):
        sent = data if data is not None and f"{row.key}-text" in data else None
        note = row.note
        initial = {"text": note.text, "tag": note.tag, "base_version": note.version}
        pairs.append((row, NoteForm(sent, prefix=row.key, initial=initial)))
    return pairs


class FindingForm(forms.Form):
    """What somebody said, and which way it moves the seeker; left alone until a way is picked."""

    words = Lines(
        longest=LONGEST_WORDS,
        label="The words as said",
        error_messages={"required": "Write down what was said; one sentence is enough."},
    )
    moves = forms.TypedChoiceField(
        label="Which way does it move you?", choices=MOVES, coerce=int, widget=forms.RadioSelect
    )
    path = forms.TypedChoiceField(
        label="About which path", error_messages={"required": "Pick the path this is about."}
    )
    criterion = forms.TypedChoiceField(label="It speaks to", required=False, empty_value=None)
    theme = forms.ChoiceField(label="Kind of question", choices=CHOICES)

    def __init__(
        self,
        *args: Any,
        paths: Mapping[int, Path],
        criteria: Mapping[int, Criterion],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["path"], paths, "Pick a path")
        _offer(self.fields["criterion"], criteria, "Nothing special")

    def drafted(self, question: Any) -> Drafted:
        """The finding, ready to be kept."""
        return Drafted(**self.cleaned_data, question=question)

    @property
    def is_left_alone(self) -> bool:
        """Whether the page came back without a way picked here."""
        return not self.data.get(self.add_prefix("moves"))


def _offer(field: Any, things: Mapping[int, Any], nothing: str) -> None:
    field.choices = [("", nothing), *((pk, str(thing)) for pk, thing in things.items())]
    field.coerce = lambda pk: things[int(pk)]


class ReflectionForm(forms.Form):
    """The last question of every conversation, for oneself."""

    reflection = Lines(longest=LONGEST_WORDS, label="What does this say about you?", required=False)
    sure = forms.TypedChoiceField(
        label="How sure do you feel about talking to the next person?",
        choices=SURE,
        coerce=int,
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
    )


class Sheet:
    """The page after a talk: a finding to draft beside every note, and one question to oneself."""

    def __init__(self, conversation: Conversation, user: User, data: Mapping[str, Any] | None = None) -> None:
        paths, criteria = paths_weighed(user), criteria_of(user)
        self.has_paths = bool(paths)
        self.pairs = [
            (row, _draft_of(row, data, paths=paths, criteria=criteria)) for row in noted_in(conversation)
        ]
        initial = {"reflection": conversation.reflection, "sure": conversation.sure_after}
        self.reflection = ReflectionForm(data, initial=initial)

    def is_valid(self) -> bool:
        """Whether everything that was filled in can be kept."""
        drafts = [form.is_valid() for _, form in self.pairs if form.is_bound and not form.is_left_alone]
        return self.reflection.is_valid() and all(drafts)

    @property
    def is_wrong(self) -> bool:
        """Whether the page comes back with something to mend."""
        return self.reflection.is_bound and not self.is_valid()

    @property
    def has_kept(self) -> bool:
        """Whether something was found out already."""
        return any(row.findings for row, _ in self.pairs)

    def drafted(self) -> Iterator[Drafted]:
        """The findings to keep: those with a way picked."""
        for row, form in self.pairs:
            if not form.is_left_alone:
                yield form.drafted(row.question)


def _draft_of(
    row: Asked,
    data: Mapping[str, Any] | None,
    *,
    paths: Mapping[int, Path],
    criteria: Mapping[int, Criterion],
) -> FindingForm:
    known = _first_guess(row, paths)
    if data and not data.get(f"{row.key}-moves"):
        # Left alone: it keeps what was typed, and has nothing to mend when another one has.
        known |= {name: data[key] for name in known if (key := f"{row.key}-{name}") in data}
        data = None
    form = FindingForm(data, prefix=row.key, paths=paths, criteria=criteria, initial=known)
    if row.question:
        # The question has its theme already; one choice less to make.
        form.fields["theme"].widget = forms.HiddenInput()
    return form


def _first_guess(row: Asked, paths: Mapping[int, Path]) -> dict[str, Any]:
    """What is known of a finding before anybody says so; words too long to be one are left to the person."""
    text, question = row.note.text.strip(), row.question
    asked_about = question.path_id if question and question.path_id in paths else None
    return {
        "words": text if not row.findings and len(text) <= LONGEST_WORDS else "",
        "theme": question.theme if question else FIELD,
        "path": asked_about or (next(iter(paths)) if len(paths) == 1 else None),
        "criterion": question.criterion_id if question else None,
    }
