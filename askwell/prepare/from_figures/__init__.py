"""Questions that the public figures raise but cannot answer: one rule each, the most telling first."""

from askwell.prepare.figures import PublicFigures
from askwell.prepare.from_figures import outlook, pay, schooling, skills, week
from askwell.prepare.from_figures.rules import Raised, Rule

__all__ = ["RULES", "THEY", "THEY_AND_OTHERS", "THE_REST", "Raised", "Rule", "from_figures"]

THEY = "people in this field"
THEY_AND_OTHERS = "people in this field and others counted with them"
THE_REST = "people in the rest of this field"
"""Who is asked about where a title is too long for a question: the career's, its broader group's, that of what is left of one."""
OF_THE_GROUP = frozenset((*outlook.RULES, *pay.RULES, *schooling.RULES))
RULES: tuple[Rule, ...] = (*outlook.RULES, *pay.RULES, *schooling.RULES, *week.RULES, *skills.RULES)


def from_figures(figures: PublicFigures, path: str) -> list[Raised]:
    """The questions one occupation's figures raise; `path` is its name within a sentence, "registered nurses".

    Where pay, jobs and schooling are those of a broader group, questions on them name the group.
    """
    group = figures.counted_as or path
    return [
        rule.raised(figures, group if rule in OF_THE_GROUP else path)
        for rule in RULES
        if rule.applies(figures)
    ]
