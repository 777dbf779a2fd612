"""What a gathering asks of those who come, and of its organizer. No Django."""

from askwell.desk.next_step.standing import Facts, Step


def gathering_now(facts: Facts) -> Step | None:
    """One begins within the hour, or has begun."""
    if (one := facts.gathering_now) is None:
        return None
    if one.prepared:
        return Step(
            f"It is time for “{one.who}”",
            f"It begins {one.when}. Your questions and a place for notes are on one screen.",
            "Open your questions",
            "learn:talk",
            one.prepared,
        )
    return Step(
        f"It is time for “{one.who}”",
        f"It begins {one.when}. The way in is on its page.",
        "Open the gathering",
        "gather:gathering",
        one.pk,
    )


def seat_offered(facts: Facts) -> Step | None:
    """A seat came back, and is held for them."""
    if (one := facts.seat_offered) is None:
        return None
    return Step(
        f"A seat at “{one.who}” is held for you",
        f"Take it {one.when}. If you can’t come, one press passes it on.",
        "See the seat",
        "gather:gathering",
        one.pk,
        minutes="one minute",
    )


def gathering_today(facts: Facts) -> Step | None:
    """One begins later today."""
    if (one := facts.gathering_today) is None:
        return None
    if one.prepared:
        return Step(
            f"Get ready for “{one.who}”",
            f"It begins {one.when}. Read your page of questions once more; that is all it takes.",
            "Read the brief",
            "prepare:brief",
            one.prepared,
            minutes="about five minutes",
        )
    return Step(
        f"“{one.who}” is today",
        f"It begins {one.when}. Have one thing in mind that you would like to know by the end.",
        "Open the gathering",
        "gather:gathering",
        one.pk,
        minutes="two minutes",
    )


def gathering_ahead(facts: Facts) -> Step | None:
    """Before there is any path, a seat is what the journey begins with."""
    if facts.paths or (one := facts.gathering_ahead) is None:
        return None
    if one.prepared:
        return Step(
            f"See what to ask at “{one.who}”",
            f"It begins {one.when}. Some questions are there to begin with; take out what is not yours.",
            "Open the brief",
            "prepare:brief",
            one.prepared,
            minutes="about five minutes",
        )
    return Step(
        f"You have a seat at “{one.who}”",
        f"It begins {one.when}. See who speaks, and have one question ready.",
        "Open the gathering",
        "gather:gathering",
        one.pk,
        minutes="two minutes",
    )


def guests_today(facts: Facts) -> Step | None:
    """One that they organize begins today, or goes on."""
    if (one := facts.guests_today) is None:
        return None
    return Step(
        f"Your gathering “{one.who}” is today",
        f"It begins {one.when}. See who comes, and what they would like to ask.",
        "See who comes",
        "gather:guests",
        one.pk,
        minutes="about five minutes",
    )


def gathering_over(facts: Facts) -> Step | None:
    """One that they had a seat at is over, and nothing of it is kept."""
    if (one := facts.gathering_over) is None:
        return None
    return Step(
        f"What did you hear at “{one.who}”?",
        f"It was {one.when}. Write down the two or three things that stayed with you, while they are fresh.",
        "Write it down",
        *(("learn:talk", one.prepared) if one.prepared else ("gather:gathering", one.pk)),
        minutes="about five minutes",
    )


def guests_to_note(facts: Facts) -> Step | None:
    """One that they organized is over, and nobody noted who came."""
    if (one := facts.guests_to_note) is None:
        return None
    return Step(
        f"Who came to “{one.who}”?",
        f"It was {one.when}. Note who was there; if there is a recording, share it on the same day.",
        "Note who came",
        "gather:guests",
        one.pk,
        minutes="about five minutes",
    )
