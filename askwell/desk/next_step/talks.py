"""What the seeker's conversations ask of them. No Django."""

from askwell.desk.next_step.standing import Facts, Step


def talk_now(facts: Facts) -> Step | None:
    """A talk begins within the hour, or has begun."""
    if (talk := facts.talk_now) is None:
        return None
    return Step(
        f"Talk with {talk.who}",
        f"It is time: you talk {talk.when}. Your questions and a place for notes are on one screen.",
        "Open the conversation",
        "learn:talk",
        talk.pk,
    )


def thanks_due(facts: Facts) -> Step | None:
    """They talked, and nobody said thank you."""
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


def talk_today(facts: Facts) -> Step | None:
    """A talk is later today."""
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


def notes_to_keep(facts: Facts) -> Step | None:
    """There are notes of a talk, and no finding."""
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


def past_talk(facts: Facts) -> Step | None:
    """Its time is over, and nobody said whether they talked."""
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


def time_to_agree(facts: Facts) -> Step | None:
    """They said yes, and nobody named a time."""
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


def missed_talk(facts: Facts) -> Step | None:
    """They missed each other lately."""
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


def brief(facts: Facts) -> Step | None:
    """A talk is in the next days."""
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


def talk_ahead(facts: Facts) -> Step | None:
    """A talk is further off."""
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


def times_to_choose(facts: Facts) -> Step | None:
    """They named times, and wait for the seeker to take one."""
    if (talk := facts.times_to_choose) is None:
        return None
    return Step(
        f"Choose a time with {talk.who}",
        f"{talk.who} named times for your talk and waits for you to take one.",
        "See the times",
        "meet:time",
        talk.pk,
        minutes="one minute",
    )


def settled(facts: Facts) -> Step | None:
    """Before there is any path, a talk that somebody agreed to is what the journey begins with."""
    if facts.paths or (talk := facts.talk_ahead) is None:
        return None
    return Step(
        f"See what to ask {talk.who}",
        f"It is settled: you talk {talk.when}. Some questions are there to begin with; take out what is not yours.",
        "Open the brief",
        "prepare:brief",
        talk.pk,
        minutes="about five minutes",
    )
