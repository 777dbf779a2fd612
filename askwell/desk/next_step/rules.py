"""The fixed order of the rules. No Django."""

from collections.abc import Callable

from askwell.desk.next_step import gatherings, hosting, journey, talks
from askwell.desk.next_step.standing import Facts, Step

Rule = Callable[[Facts], Step | None]

RULES: tuple[Rule, ...] = (
    talks.talk_now,
    hosting.hosted_now,
    gatherings.gathering_now,
    gatherings.seat_offered,
    hosting.request_to_answer,
    talks.times_to_choose,
    hosting.hosted_to_choose,
    talks.thanks_due,
    talks.talk_today,
    hosting.hosted_today,
    gatherings.gathering_today,
    gatherings.guests_today,
    talks.past_talk,
    talks.notes_to_keep,
    hosting.hosted_to_name,
    talks.time_to_agree,
    talks.missed_talk,
    journey.stuck,
    journey.follow_up,
    gatherings.gathering_over,
    gatherings.guests_to_note,
    talks.brief,
    journey.draft,
    hosting.no_hours,
    talks.settled,
    gatherings.gathering_ahead,
    journey.begin,
    journey.person_to_ask,
    journey.person_to_add,
    journey.second_path,
    talks.talk_ahead,
    journey.decide,
    journey.wait,
)
"""What waits on other people comes before what waits only on oneself; of it first what begins or runs out soonest."""


def look_again(facts: Facts) -> Step:
    """What is left when nothing else applies."""
    return journey.look_again(facts) if facts.seeks else hosting.nothing_waits(facts)
