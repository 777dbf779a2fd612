"""Questions that the public figures raise but cannot answer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from askwell.prepare.bank import KINDS
from askwell.prepare.figures import (
    NEARNESS,
    OUTDOORS,
    SCHEDULES,
    STANDING,
    PublicFigures,
)


@dataclass(frozen=True, slots=True)
class Raised:
    """A question that starts from a figure, with what the figure cannot tell as the reason to ask."""

    id: str
    kind: str
    text: str
    why: str
    informs: tuple[str, ...] = ()

    @property
    def theme(self) -> str:
        """The theme this question's kind lies under."""
        return KINDS[self.kind]


_Rule = Callable[[PublicFigures, str], Iterator[Raised]]


def from_figures(figures: PublicFigures, path: str) -> list[Raised]:
    """The questions one occupation's figures raise; `path` is its name within a sentence."""
    return [raised for rule in _RULES for raised in rule(figures, path)]


def _outlook(figures: PublicFigures, path: str) -> Iterator[Raised]:
    change, overall = figures.change_percent, figures.change_percent_all
    why = "The projection says how many jobs. A person can say what is behind it."
    if change is not None and change <= -2:
        text = (
            f"Jobs for {path} are projected to fall by {round(-change, 1):g}% in ten years. "
            "What do you see from inside?"
        )
        yield Raised("figure-falling", "outlook", text, why, ("outlook",))
    elif change is not None and overall is not None and change >= overall + 5:
        text = (
            f"Jobs for {path} are projected to grow by {round(change, 1):g}% in ten years. "
            "What do you see behind that growth?"
        )
        yield Raised("figure-growing", "outlook", text, why, ("outlook",))


def _openings(figures: PublicFigures, path: str) -> Iterator[Raised]:
    if figures.openings is None:
        return
    change = figures.change_percent
    if change is not None and change < 0 and figures.openings >= 1_000:
        text = (
            f"Jobs for {path} are projected to shrink, yet about {figures.openings:,} openings "
            "a year are expected as people leave. What do those who leave go on to?"
        )
        why = "Figures count the people who leave. They do not say where to."
        yield Raised("figure-leaving", "security", text, why, ("outlook", "own"))
    elif 0 < figures.openings < 1_000:
        text = (
            f"Only about {figures.openings:,} openings a year are projected for {path} in the whole "
            "country. How do people come to hear of them?"
        )
        why = "The field is small, so how openings become known matters more."
        yield Raised("figure-few-openings", "hidden_openings", text, why, ("openings",))


def _pay(figures: PublicFigures, path: str) -> Iterator[Raised]:
    low, high = figures.low_pay, figures.high_pay
    if low and high and high >= 3.5 * low:
        text = (
            f"The best-paid tenth of {path} earn {high / low:.1f} times as much as the "
            "lowest-paid tenth. What makes the difference?"
        )
        why = "The figures show the spread, not what lies behind it."
        yield Raised("figure-pay-spread", "pay", text, why, ("pay",))
    if figures.median_pay and figures.pay_percentile is not None and figures.pay_percentile <= 25:
        text = (
            f"Half of {path} earn less than ${figures.median_pay:,.0f} a year. "
            "How do people get by on that where you live?"
        )
        why = "A median says nothing about rent, tips or a second income."
        yield Raised("figure-low-pay", "pay", text, why, ("pay",))


def _schooling(figures: PublicFigures, path: str) -> Iterator[Raised]:
    years, share = figures.school_years, figures.graduate_share
    if years == 4 and share is not None and share >= 35:
        text = (
            f"A bachelor's degree is the usual way in, yet {share:.0f}% of {path} hold a graduate "
            "degree. What does the extra degree change?"
        )
        why = "Figures show who has the degree, not what it did for them."
        yield Raised("figure-graduate-degree", "degree", text, why, ("schooling",))
    elif years is not None and years >= 6:
        text = (
            f"For {path}, the usual way in takes about {years} years of school after high school. "
            "What carried you through them?"
        )
        why = "The length is public. What those years are like is not."
        yield Raised("figure-long-school", "degree", text, why, ("schooling",))


_TRAINING = {
    "Apprenticeship": "as apprentices",
    "Internship/residency": "in an internship or residency",
    "Long-term on-the-job training": "on the job, for more than a year",
}


def _training(figures: PublicFigures, path: str) -> Iterator[Raised]:
    if figures.training in _TRAINING:
        how = _TRAINING[figures.training]
        text = f"Typically, {path} learn the work {how}. What is that time like?"
        why = "Figures name the kind of training. Only someone who did it knows how it felt."
        yield Raised("figure-training", "training", text, why, ("schooling",))


def _self_employed(figures: PublicFigures, path: str) -> Iterator[Raised]:
    share = figures.self_employed_share
    if share is not None and share >= 20:
        text = f"About {share:.0f}% of {path} work for themselves. What changes when one does?"
        why = "Figures count them. What it does to income and sleep, a person can tell."
        yield Raised("figure-self-employed", "security", text, why, ("outlook", "steady_hours"))


_CONTEXT = (
    (SCHEDULES, 50, "figure-schedules", "hours", "steady_hours",
     "Irregular or seasonal schedules are common among {path}. How far ahead do you know yours?"),
    (OUTDOORS, 75, "figure-outdoors", "day", "outdoors",
     "Much of the work of {path} is outdoors in any weather. How is that in the worst month?"),
    (STANDING, 85, "figure-standing", "life", "on_feet",
     "The work of {path} is mostly done standing. How does that feel after ten years?"),
    (NEARNESS, 85, "figure-nearness", "day", "with_people",
     "You work very near other people all day. Where do you find a quiet moment?"),
)  # fmt: skip


def _context(figures: PublicFigures, path: str) -> Iterator[Raised]:
    for name, least, bank_id, kind, informs, text in _CONTEXT:
        if figures.context.get(name, 0) >= least:
            why = "The figures say how much of it there is, not how one lives with it."
            yield Raised(bank_id, kind, text.format(path=path), why, (informs,))


_RULES: tuple[_Rule, ...] = (
    _outlook,
    _openings,
    _pay,
    _schooling,
    _training,
    _self_employed,
    _context,
)
