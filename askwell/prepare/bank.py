"""The question bank: open questions worth asking a person, each under one kind and one theme."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter

from askwell.lib.themes import FIELD, PEOPLE, REQUIREMENTS, TERMS

_KINDS = {
    "industry": (FIELD, "It shows where the field is heading, seen from inside."),
    "outlook": (FIELD, "Projections are old by the time they are printed."),
    "company": (FIELD, "The same work differs from one employer to the next."),
    "day": (FIELD, "You would be choosing days, not a title."),
    "good_bad": (FIELD, "No table holds the best and the worst of it."),
    "skills": (REQUIREMENTS, "It tells what counts once you are in."),
    "degree": (REQUIREMENTS, "It may save you years, or show that they are worth it."),
    "certification": (REQUIREMENTS, "Not every paper is worth its price."),
    "background": (REQUIREMENTS, "It tells you what to build on from now."),
    "training": (REQUIREMENTS, "How people really learn this is rarely written down."),
    "pay": (TERMS, "Figures give the amount, not what life on it is like."),
    "benefits": (TERMS, "You may ask this here, and hardly anywhere else."),
    "hours": (TERMS, "Hours shape the rest of a life."),
    "travel": (TERMS, "Where you have to be is part of what you choose."),
    "security": (TERMS, "How safe it feels is known only from inside."),
    "life": (TERMS, "Work comes home in ways no figure shows."),
    "host_path": (PEOPLE, "Real careers rarely run the way plans do."),
    "advice": (PEOPLE, "Someone who has met you can say what a guide cannot."),
    "referrals": (PEOPLE, "A second voice keeps one view from deciding for you."),
    "staying_in_touch": (PEOPLE, "It makes it easy to write again."),
    "mentorship": (PEOPLE, "Most people learned this from somebody."),
    "hidden_openings": (PEOPLE, "It is worth knowing early how people hear of work."),
}

KINDS = {kind: theme for kind, (theme, _) in _KINDS.items()}
"""The finer kinds of question, each under exactly one theme."""
KIND_REASONS = {kind: reason for kind, (_, reason) in _KINDS.items()}
"""One sentence each on why such a question is worth asking."""

WHO_ELSE = "referrals-who-else"
"""The question that always comes last."""


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """One question: a wording that stands alone, and one that names what is known.

    The fitted wording may name `role`, `organization`, `path`, `field` and `other`, a second path;
    `informs` holds kinds of criterion; `needs` is what has to be true of the host, `unless` what must not.
    """

    id: str
    kind: str
    text: str
    value: int
    fitted: str = ""
    informs: tuple[str, ...] = ()
    needs: str = ""
    unless: str = ""

    @property
    def theme(self) -> str:
        """The theme this question's kind lies under."""
        return KINDS[self.kind]

    @property
    def slots(self) -> frozenset[str]:
        """What has to be known for the fitted wording."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.fitted) if name)

    def wording(self, known: Mapping[str, str]) -> str:
        """The fitted wording when every slot in it is known, else the one that stands alone."""
        if self.fitted and all(known.get(slot) for slot in self.slots):
            return self.fitted.format_map(known)
        return self.text


OWN = "own"
"""The kind of a criterion that is in the seeker's own words."""


def is_about_days(criterion: str) -> bool:
    """Whether something of the seeker's own is what a working day is like, which the bank asks about."""
    return bool(re.search(r"\bdays?\b", criterion, re.IGNORECASE))


def about_own(criterion: str, path: str = "") -> str:
    """A question that names something of the seeker's own; `path` is its name within a sentence."""
    return (
        f"When it comes to “{criterion}”, what is it really like {f'for {path}' if path else 'in this work'}?"
    )


@cache
def questions() -> tuple[BankQuestion, ...]:
    """The whole bank, in its own order."""
    raw = tomllib.loads(files("askwell.prepare").joinpath("bank.toml").read_text(encoding="utf-8"))
    return tuple(
        BankQuestion(
            **one
            | {
                "id": f"{kind}-{name}".replace("_", "-"),
                "kind": kind,
                "informs": tuple(one.get("informs", ())),
            }
        )
        for kind, named in raw.items()
        for name, one in named.items()
    )


def question(bank_id: str) -> BankQuestion | None:
    """The question with this id, if the bank holds it."""
    return next((one for one in questions() if one.id == bank_id), None)
