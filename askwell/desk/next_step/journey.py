"""What the journey itself asks of the seeker. No Django."""

from askwell.desk.next_step.standing import Facts, Step


def stuck(facts: Facts) -> Step | None:
    """A letter did not leave, or may not have."""
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


def follow_up(facts: Facts) -> Step | None:
    """They wrote a while ago, and heard nothing."""
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


def begin(facts: Facts) -> Step | None:
    """Nothing is on the table yet."""
    if facts.paths or not facts.seeks:
        return None
    return Step(
        "Pick a career you wonder about",
        "Put one career on the table. You can take it off again at any time.",
        "Look at careers",
        "explore:index",
        minutes="one minute",
    )


def draft(facts: Facts) -> Step | None:
    """A request is begun."""
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


def person_to_ask(facts: Facts) -> Step | None:
    """Somebody on their list was never asked."""
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


def person_to_add(facts: Facts) -> Step | None:
    """Nobody on their list can speak to one of the paths."""
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


def second_path(facts: Facts) -> Step | None:
    """There is only one path."""
    if facts.paths != 1:
        return None
    return Step(
        "Put a second path beside it",
        f"{facts.one_path} is easier to judge next to something else, even something you would not choose.",
        "Look at careers",
        "explore:index",
        minutes="two minutes",
    )


def decide(facts: Facts) -> Step | None:
    """There are findings to weigh."""
    if not facts.findings or facts.decisions:
        return None
    return Step(
        "See where you lean",
        "What you heard and what the figures say stand side by side, with what is still worth asking.",
        "Open the weighing",
        "decide:index",
        minutes="five minutes",
    )


def wait(facts: Facts) -> Step | None:
    """Only others can act now."""
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
