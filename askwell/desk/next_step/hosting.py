"""What waits for those who are asked to talk, and for those who only look after others. No Django."""

from askwell.desk.next_step.standing import Facts, Step


def hosted_now(facts: Facts) -> Step | None:
    """A talk they are asked for begins within the hour, or has begun."""
    if (talk := facts.hosted_now) is None:
        return None
    return Step(
        f"Talk with {talk.who}",
        f"It is time: you talk {talk.when}. Where you talk is on its page.",
        "Open the conversation",
        "meet:hosted",
        talk.pk,
    )


def request_to_answer(facts: Facts) -> Step | None:
    """Somebody asked for their time and has no answer yet."""
    if (asked := facts.request_to_answer) is None:
        return None
    return Step(
        f"Answer {asked.who}",
        f"They wrote {asked.when} and ask for {asked.quote} of your time. A kind no is a good answer too.",
        "See the request",
        "meet:answer",
        asked.pk,
        minutes="one minute",
    )


def hosted_to_choose(facts: Facts) -> Step | None:
    """A seeker named times."""
    if (talk := facts.hosted_to_choose) is None:
        return None
    return Step(
        f"Choose a time with {talk.who}",
        f"{talk.who} named times for your talk. Take the one that suits you, or name others.",
        "See the times",
        "meet:hosted",
        talk.pk,
        minutes="one minute",
    )


def hosted_to_name(facts: Facts) -> Step | None:
    """They agreed to talk, and nobody named a time."""
    if (talk := facts.hosted_to_name) is None:
        return None
    return Step(
        f"Name times for {talk.who}",
        "You agreed to talk, and there is no time yet. Two or three that suit you are enough.",
        "Name times",
        "meet:hosted",
        talk.pk,
        minutes="two minutes",
    )


def hosted_today(facts: Facts) -> Step | None:
    """A talk they are asked for is later today."""
    if (talk := facts.hosted_today) is None:
        return None
    return Step(
        f"You talk with {talk.who} today",
        f"It begins {talk.when}. You need nothing ready: they bring the questions.",
        "See where you talk",
        "meet:hosted",
        talk.pk,
        minutes="one minute",
    )


def no_hours(facts: Facts) -> Step | None:
    """A host who has not said when they talk."""
    if not facts.no_hours:
        return None
    return Step(
        "Say when you talk",
        "Nobody can book a time with you before you do. One hour a week is plenty, and you can change it any day.",
        "Choose your hours",
        "meet:hours",
        minutes="three minutes",
    )


def nothing_waits(facts: Facts) -> Step:
    """What is left for those who seek nothing themselves."""
    if facts.hosts:
        return Step(
            "Nothing waits for you",
            "When somebody would like to talk with you, it stands here, and a letter tells you.",
            "See your hours",
            "meet:hours",
        )
    if facts.coordinates:
        return Step(
            "Nothing waits for you",
            "Everybody in the program, and every invitation that is still open, is one press away.",
            "See the program",
            "program:index",
        )
    return Step(
        "Nothing waits for you",
        "Gatherings are open to you: talks and panels with people who do the work.",
        "See what is coming",
        "gather:index",
    )
