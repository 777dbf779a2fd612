"""Wishes that the figures can check ("without college", "not at a desk"), and those they do not speak of ("remote")."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from askwell.explore.search import phrases
from askwell.explore.search.limits import (
    BELOW_BACHELOR,
    BELOW_MASTER,
    WITHOUT_DEGREE,
    Facts,
    Limit,
    amount,
    apprenticed,
    associate,
    growing,
    paid,
    rated,
    schooling,
    without_experience,
)

WELL_PAID, SIX = 80_000, 100_000
HALF, QUARTER = 50, 25
"""Of a condition from 0 to 100. `HALF` is half of the day, once a month, or a week of 40 hours, whichever was asked;
where regular, irregular and seasonal are on average below a `QUARTER`, at least half are regular."""
IMPORTANT, MORE_THAN_IMPORTANT, VERY_IMPORTANT = 3.0, 3.01, 4.0
DRAWN = 3.5  # of an interest up to 7: from here on, those who have it are drawn to a career
GOES_ON = re.compile(r"\s*(?:,|/|\b(?:or|nor|and)\b)", re.IGNORECASE)
"""What joins the next thing of a list that began with "no"."""
LOOSE = re.compile(
    r"^(?:\s|[,;/]|\b(?:but|and|or|so|with)\b)+|(?:\s|[,;/]|\b(?:but|and|or|so|with)\b)+$", re.IGNORECASE
)
"""What only joined a wish to the rest."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """A text without its wishes, the limits among them, and what is to be said of the others."""

    rest: str
    limits: tuple[Limit, ...]
    unsaid: tuple[str, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """Everything that was understood, in sentences."""
        return (*(each.said for each in self.limits), *self.unsaid)

    def kept(self, facts: Facts) -> bool:
        """Whether a career stays."""
        return all(each.keeps(facts) for each in self.limits)

    def why(self, facts: Facts) -> str:
        """What of a career's figures fits the first limit."""
        return self.limits[0].why(facts)


def read(text: str) -> Wishes:
    """Take the wishes out of a text."""
    limits: list[Limit] = []
    unsaid: list[str] = []
    text = phrases.NONE_OF.sub("no", text)
    for wish, made in MADE:
        found = wish.search(text)
        limit = (made if isinstance(made, Limit) else made(found)) if found else None
        if found and limit:
            limits.append(limit)
            text = without(text, found)
    for wish, what in UNSAID:
        found = wish.search(text)
        if found:
            unsaid.append(
                f"The figures here don’t say in which careers one can {what}. Ask someone who does the work."
            )
        while found:
            text = without(text, found)
            found = wish.search(text)
    return Wishes(LOOSE.sub("", text), tuple(limits), tuple(unsaid))


def without(text: str, found: re.Match[str]) -> str:
    """A text without a wish; where a list goes on after what is not wanted, its "not" stays."""
    after = text[found.end() :]
    avoided = found.groupdict().get("avoided") and GOES_ON.match(after)
    return f"{text[: found.start()]} {'not' if avoided else ''} {after}"


MADE: tuple[tuple[re.Pattern[str], Limit | Callable[[re.Match[str]], Limit | None]], ...] = (
    (phrases.SHORT_SCHOOL, schooling(BELOW_BACHELOR, "a bachelor’s degree")),
    (phrases.GRADUATE_SCHOOL, schooling(BELOW_MASTER, "a master’s degree or more")),
    (phrases.COLLEGE, schooling(WITHOUT_DEGREE, "a college degree")),
    (phrases.DEBT, schooling(WITHOUT_DEGREE, "a college degree")),
    (phrases.ASSOCIATE, associate()),
    (phrases.DEGREE, schooling(BELOW_BACHELOR, "a bachelor’s degree")),
    (phrases.AFTER_SCHOOL, schooling(WITHOUT_DEGREE, "a college degree")),
    (phrases.AMOUNT, amount),
    (phrases.ALONE, amount),
    (phrases.SIX_FIGURES, paid(SIX)),
    (phrases.WELL, paid(WELL_PAID)),
    (phrases.GROWING, growing()),
    (phrases.NO_EXPERIENCE, without_experience()),
    (phrases.APPRENTICES, apprenticed()),
    (
        phrases.COMPUTERS,
        rated(
            "knowing computers is rated below 3 of 5 in importance",
            "little to do with computers",
            below={"computers": IMPORTANT},
        ),
    ),
    (
        phrases.STANDING,
        rated(
            "people stand or walk for less than half of the day", "mostly sitting", below={"on feet": HALF}
        ),
    ),
    (
        phrases.SITTING,
        rated("people stand or walk for at least half of the day", "on one’s feet", least={"on feet": HALF}),
    ),
    (
        phrases.INSIDE,
        rated("people are outdoors once a month or more", "often outdoors", least={"outdoors": HALF}),
    ),
    (
        phrases.OUTSIDE,
        rated("people are outdoors less than once a month", "seldom outdoors", below={"outdoors": HALF}),
    ),
    (
        phrases.DANGER,
        rated("people meet hazards less than once a month", "few hazards", below={"hazards": HALF}),
    ),
    (
        phrases.GERMS,
        rated("people meet disease less than once a month", "little disease", below={"germs": HALF}),
    ),
    (
        phrases.IRREGULAR,
        rated(
            "one in four or more have no regular schedule", "irregular hours", least={"irregular": QUARTER}
        ),
    ),
    (
        phrases.REGULAR,
        rated("half or more have a regular schedule", "regular hours", below={"irregular": QUARTER}),
    ),
    (
        phrases.OVERTIME,
        rated("half or more work no more than 40 hours a week", "40 hours or less", below={"week": HALF}),
    ),
    (
        phrases.MATH,
        rated(
            "math is rated 3 of 5 in importance or less", "little math", below={"math": MORE_THAN_IMPORTANT}
        ),
    ),
    (
        phrases.PEOPLE,
        rated(
            "neither helping people nor serving customers is what matters most",
            "little to do with people",
            below={"helping": DRAWN, "serving": VERY_IMPORTANT},
        ),
    ),
)
UNSAID = (
    (phrases.PART_TIME, "work part time"),
    (phrases.AT_HOME, "work from home"),
    (phrases.STRESS, "work without stress"),
    (phrases.OWN_HOURS, "choose one’s hours"),
    (phrases.FREE_NIGHTS, "keep nights and weekends free"),
    (phrases.SUMMERS, "have the summer off"),
    (phrases.UNION, "belong to a union"),
    (phrases.BENEFITS, "count on health insurance or a pension"),
    (phrases.KEPT, "be sure to keep one’s job"),
    (phrases.LIFTING, "do without heavy lifting"),
    (phrases.WEATHER, "stay out of the cold and the heat"),
    (phrases.RECORD, "begin with a criminal record, or without a test or a check"),
)
