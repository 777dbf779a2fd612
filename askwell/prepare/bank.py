"""The question bank: open questions worth asking a person, each under one kind and one theme."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter

from askwell.lib.themes import FIELD, PEOPLE, REQUIREMENTS, TERMS

_KINDS = {
    "industry": (
        FIELD,
        "Industry",
        "It shows where the field is heading, seen from inside.",
    ),
    "outlook": (FIELD, "Outlook", "Projections are old by the time they are printed."),
    "company": (
        FIELD,
        "Company",
        "The same work differs from one employer to the next.",
    ),
    "day": (FIELD, "A typical day", "You would be choosing days, not a title."),
    "good_bad": (FIELD, "Good and bad", "No table holds the best and the worst of it."),
    "skills": (REQUIREMENTS, "Skills", "It tells what counts once you are in."),
    "degree": (
        REQUIREMENTS,
        "Degrees",
        "It may save you years, or show that they are worth it.",
    ),
    "certification": (
        REQUIREMENTS,
        "Certification",
        "Not every paper is worth its price.",
    ),
    "background": (
        REQUIREMENTS,
        "Background",
        "It tells you what to build on from now.",
    ),
    "training": (
        REQUIREMENTS,
        "Training",
        "How people really learn this is rarely written down.",
    ),
    "pay": (TERMS, "Pay", "Figures give the amount, not what life on it is like."),
    "benefits": (TERMS, "Benefits", "You may ask this here, and hardly anywhere else."),
    "hours": (TERMS, "Hours", "Hours shape the rest of a life."),
    "travel": (TERMS, "Travel", "Where you have to be is part of what you choose."),
    "security": (TERMS, "Security", "How safe it feels is known only from inside."),
    "life": (TERMS, "Life around it", "Work comes home in ways no figure shows."),
    "host_path": (
        PEOPLE,
        "Their own path",
        "Real careers rarely run the way plans do.",
    ),
    "advice": (
        PEOPLE,
        "Advice",
        "Someone who has met you can say what a guide cannot.",
    ),
    "referrals": (
        PEOPLE,
        "Who else",
        "A second voice keeps one view from deciding for you.",
    ),
    "staying_in_touch": (
        PEOPLE,
        "Staying in touch",
        "It makes it easy to write again.",
    ),
    "mentorship": (PEOPLE, "Mentorship", "Most people learned this from somebody."),
    "hidden_openings": (
        PEOPLE,
        "How openings become known",
        "It is worth knowing early how people hear of work.",
    ),
}

KINDS = {kind: theme for kind, (theme, _, _) in _KINDS.items()}
"""The finer kinds of question, each under exactly one theme."""
KIND_NAMES = {kind: name for kind, (_, name, _) in _KINDS.items()}
"""What each kind is called on a page."""
KIND_REASONS = {kind: reason for kind, (_, _, reason) in _KINDS.items()}
"""One sentence each on why such a question is worth asking."""

CRITERION_KINDS = frozenset(
    {"pay", "outlook", "openings", "schooling", "steady_hours"}
    | {"with_people", "outdoors", "on_feet", "own"}
)
"""What a criterion can be about; a question says which of them its answer informs."""

NEEDS = frozenset({"role_differs", "leads", "early", "retired", "school"})
"""What may have to be true of the host: their role is another than the path's, they lead others,
are new to the work, are retired, or went to the seeker's school."""

SLOTS = frozenset({"role", "organization", "path", "field", "other"})
"""What a fitted wording may name; `other` is a second path under consideration."""

WHO_ELSE = "referrals-who-else"
"""The question that always comes last."""


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """One question: a wording that stands alone, and one that names what is known."""

    id: str
    kind: str
    text: str
    value: int
    fitted: str = ""
    informs: tuple[str, ...] = ()
    needs: str = ""

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
