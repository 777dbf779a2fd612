"""The one next step: what waits on somebody most, by a fixed order of rules. No Django."""

from askwell.desk.next_step.rules import RULES, look_again
from askwell.desk.next_step.standing import Facts, Matter, Step

__all__ = ["RULES", "Facts", "Matter", "Step", "next_step"]


def next_step(facts: Facts) -> Step:
    """The first rule that applies; there is always a step."""
    for rule in RULES:
        if step := rule(facts):
            return step
    return look_again(facts)
