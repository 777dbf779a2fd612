"""Which question to ask for one path on one criterion."""

from collections.abc import Collection
from dataclasses import dataclass

from askwell.decide.from_figures import Kind
from askwell.lib.themes import FIELD
from askwell.lib.titles import lowered
from askwell.prepare import bank


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to plan: its words, its theme, and its id in the bank when it comes from there."""

    text: str
    theme: str
    bank_id: str = ""


def question_for(*, kind: str, name: str, path: str, asked: Collection[str] = ()) -> Ask:
    """The most valuable open question on this criterion that was not yet asked or planned.

    `path` is the path's name within a sentence; `asked` holds bank ids and texts. A criterion of the
    seeker's own, or one whose questions are used up, gets a question that names it.
    """
    if kind != Kind.OWN or bank.is_about_days(name):
        for one in _ranked(kind):
            text = one.wording({"path": path})
            if one.id not in asked and text not in asked:
                return Ask(text, one.theme, one.id)
    return Ask(bank.about_own(name, path), FIELD)


def _ranked(kind: str) -> list[bank.BankQuestion]:
    """The bank's questions on this kind: those about it alone first, then the most valuable."""
    fitting = [q for q in bank.questions() if kind in q.informs and not q.needs and _is_day(q, kind)]
    return sorted(fitting, key=lambda q: (q.informs[0] != kind, -q.value))


def _is_day(question: bank.BankQuestion, kind: str) -> bool:
    """Of the questions on a criterion of one's own, only those on days are known to speak to one."""
    return kind != Kind.OWN or question.kind == "day"


def called(title: str, narrowed: str = "") -> str:
    """A path as it reads within a sentence: “statisticians (in medical research)”."""
    return f"{lowered(title)} ({narrowed})" if narrowed else lowered(title)
