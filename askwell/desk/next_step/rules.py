"""What waits on the seeker: one rule each, and their fixed order. No Django."""

from collections.abc import Callable

from askwell.desk.next_step.standing import Facts, Step


def _begin(facts: Facts) -> Step | None:
    if facts.paths:
        return None
    return Step(
        "Pick a career you wonder about",
        "Put one career on the table. You can take it off again at any time.",
        "Look at careers",
        "explore:index",
        minutes="one minute",
    )


def _talk_now(facts: Facts) -> Step | None:
    if (talk := facts.talk_now) is None:
        return None
    return Step(
        f"Talk with {talk.who}",
        f"It is time: you talk {talk.when}. Your questions and a place for notes are on one screen.",
        "Open the conversation",
        "learn:talk",
        talk.pk,
    )


def _thanks_due(facts: Facts) -> Step | None:
    if (talk := facts.thanks_due) is None:
        return None
    return Step(
        f"Thank {talk.who}",
        f"You talked {talk.when}. A thank-you lands best within a day, when it names one thing you learned."
        + (" You wrote this down:" if talk.quote else ""),
        "Write the thank-you",
        "keep:thanks",
        talk.pk,
        minutes="about three minutes",
        quote=talk.quote,
        said=True,
    )


def _talk_today(facts: Facts) -> Step | None:
    if (talk := facts.talk_today) is None:
        return None
    return Step(
        f"Get ready for {talk.who}",
        f"You talk {talk.when}. Read your page of questions once more; that is all it takes.",
        "Read the brief",
        "prepare:brief",
        talk.pk,
        minutes="about five minutes",
    )


def _notes_to_keep(facts: Facts) -> Step | None:
    if (talk := facts.notes_to_keep) is None:
        return None
    return Step(
        f"Keep what {talk.who} told you",
        "Your notes are safe. While the talk is fresh, turn the lines that matter into findings, so that they count.",
        "Choose the findings",
        "learn:findings",
        talk.pk,
        minutes="about ten minutes",
    )


def _past_talk(facts: Facts) -> Step | None:
    if (talk := facts.past_talk) is None:
        return None
    return Step(
        f"How did it go with {talk.who}?",
        f"You were to talk {talk.when}. If you did, write down what you heard; if not, agree on another time.",
        "Open the conversation",
        "meet:conversation",
        talk.pk,
        minutes="two minutes",
    )


def _time_to_agree(facts: Facts) -> Step | None:
    if (talk := facts.time_to_agree) is None:
        return None
    return Step(
        f"Agree on a time with {talk.who}",
        "They said yes. Offer two or three times, or type in the one you settled on.",
        "Find a time",
        "meet:time",
        talk.pk,
        minutes="two minutes",
    )


def _missed_talk(facts: Facts) -> Step | None:
    if (talk := facts.missed_talk) is None:
        return None
    return Step(
        f"Find another time with {talk.who}",
        "You two missed each other. That happens to everybody; one friendly line opens the door again.",
        "Find another time",
        "meet:conversation",
        talk.pk,
        minutes="two minutes",
    )


def _follow_up(facts: Facts) -> Step | None:
    if (asked := facts.follow_up) is None:
        return None
    return Step(
        f"Follow up once with {asked.who}",
        f"You wrote {asked.when} and have not heard back. One short note is fair; after that, let it rest.",
        "Write the follow-up",
        "ask:follow_up",
        asked.pk,
        minutes="two minutes",
    )


def _stuck(facts: Facts) -> Step | None:
    if (letter := facts.stuck) is None:
        return None
    return Step(
        f"See about your letter to {letter.who}",
        "Askwell could not send it, or can’t tell whether it left. Your words are safe.",
        "See the letter",
        "ask:letter",
        letter.pk,
        minutes="one minute",
    )


def _brief(facts: Facts) -> Step | None:
    if (talk := facts.brief) is None:
        return None
    return Step(
        f"Look over your questions for {talk.who}",
        f"You talk {talk.when}. Put what you most want to know first, and take out what the figures already answer.",
        "Open the brief",
        "prepare:brief",
        talk.pk,
        minutes="about five minutes",
    )


def _draft(facts: Facts) -> Step | None:
    if (asked := facts.draft) is None:
        return None
    return Step(
        f"Finish your request to {asked.who}",
        "Your draft is kept. Read it aloud once; when it sounds like you, send it.",
        "Open the draft",
        "ask:write",
        asked.pk,
        minutes="about five minutes",
    )


def _person_to_ask(facts: Facts) -> Step | None:
    if (person := facts.person_to_ask) is None:
        return None
    return Step(
        f"Ask {person.who} for twenty minutes",
        "A first draft is ready to make your own. Many requests get no answer, and that is not about you.",
        "Write the request",
        "ask:write",
        person.pk,
        minutes="about ten minutes",
    )


def _person_to_add(facts: Facts) -> Step | None:
    if not facts.lonely_path:
        return None
    return Step(
        "Think of one person who would know",
        f"Nobody on your list can speak to {facts.lonely_path} yet. Family, neighbors, teachers and "
        "alumni are good places to start.",
        "Add a person",
        "connect:add",
        minutes="two minutes",
    )


def _second_path(facts: Facts) -> Step | None:
    if facts.paths != 1:
        return None
    return Step(
        "Put a second path beside it",
        f"{facts.one_path} is easier to judge next to something else, even something you would not choose.",
        "Look at careers",
        "explore:index",
        minutes="two minutes",
    )


def _talk_ahead(facts: Facts) -> Step | None:
    if (talk := facts.talk_ahead) is None:
        return None
    return Step(
        f"Say your opening for {talk.who} aloud",
        f"You talk {talk.when}. Saying the first two lines once makes the real thing easier. Nobody hears it.",
        "Rehearse",
        "rehearse:conversation",
        talk.pk,
        minutes="two minutes",
    )


def _decide(facts: Facts) -> Step | None:
    if not facts.findings or facts.decisions:
        return None
    return Step(
        "See where you lean",
        "What you heard and what the figures say stand side by side, with what is still worth asking.",
        "Open the weighing",
        "decide:index",
        minutes="five minutes",
    )


def _wait(facts: Facts) -> Step | None:
    if not facts.waiting or facts.decisions:
        return None
    return Step(
        "Nothing is due",
        "Your request is out, and silence for a week is normal. Meanwhile, see which answers would matter most.",
        "See what is worth asking",
        "decide:index",
    )


def look_again(facts: Facts) -> Step:
    """What is left when nothing else applies."""
    if facts.decisions:
        return Step(
            "Tell the people who helped you",
            "You wrote down a decision. Those who talked with you will be glad to hear what came of it.",
            "Go to your people",
            "connect:index",
        )
    return Step(
        "Find one more voice",
        "Everyone on your list has been asked. One more person on one of your paths would tell you something new.",
        "Add a person",
        "connect:add",
        minutes="two minutes",
    )


RULES: tuple[Callable[[Facts], Step | None], ...] = (
    _begin,
    _talk_now,
    _thanks_due,
    _talk_today,
    _past_talk,
    _notes_to_keep,
    _time_to_agree,
    _missed_talk,
    _stuck,
    _follow_up,
    _brief,
    _draft,
    _person_to_ask,
    _person_to_add,
    _second_path,
    _talk_ahead,
    _decide,
    _wait,
)
"""What waits on other people comes before what waits only on the seeker."""
