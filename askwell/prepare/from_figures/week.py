"""A week in figures: hours, body, weather, nearness, hazards. Shares from 0 (never) to 100 (all the time)."""

from askwell.prepare.figures import (
    BENDING,
    EMAIL,
    EQUIPMENT,
    HAZARDS,
    INFECTION,
    LONG_WEEKS,
    NEARNESS,
    OUTDOORS,
    SCHEDULES,
    STANDING,
    WALKING,
)
from askwell.prepare.from_figures.rules import Rule, least, most

LIVED = "The figures say how much of it there is, not how one lives with it."

RULES = (
    Rule(
        "figure-long-weeks", "hours", ("steady_hours", "own"),
        lambda f: least(f.context.get(LONG_WEEKS), 85),
        "Most {path} work more than 40 hours a week. What sends you home at the end of a day?",
        LIVED,
    ),
    Rule(
        "figure-short-weeks", "hours", ("pay", "steady_hours"),
        lambda f: most(f.context.get(LONG_WEEKS), 30),
        "Weeks under 40 hours are common among {path}. Who chooses that, the people or their employers?",
        "Part time can be a gift or a trap. The figures can’t tell which.",
    ),
    Rule(
        "figure-schedules", "hours", ("steady_hours",),
        lambda f: least(f.context.get(SCHEDULES), 50),
        "Irregular or seasonal schedules are common among {path}. How far ahead do you know yours?",
        LIVED,
    ),
    Rule(
        "figure-outdoors", "day", ("outdoors",),
        lambda f: least(f.context.get(OUTDOORS), 75),
        "{Path} are often outdoors in any weather. How is that in the worst month?",
        LIVED,
    ),
    Rule(
        "figure-standing", "life", ("on_feet",),
        lambda f: least(f.context.get(STANDING), 85),
        "The work of {path} is mostly done standing. How does that feel after ten years?",
        LIVED,
    ),
    Rule(
        "figure-sitting", "life", ("on_feet",),
        lambda f: most(f.context.get(STANDING), 24),
        "{Path} are seldom on their feet. What does that do to you over the years?",
        LIVED,
    ),
    Rule(
        "figure-walking", "life", ("on_feet",),
        lambda f: least(f.context.get(WALKING), 70),
        "{Path} are on the move for much of the day. What does a day like that leave you for the evening?",
        LIVED,
    ),
    Rule(
        "figure-bending", "life", ("on_feet",),
        lambda f: least(f.context.get(BENDING), 70),
        "Much of the work of {path} is bending and twisting. How do people last in it past fifty?",
        "Figures are of those who are still there.",
    ),
    Rule(
        "figure-nearness", "day", ("with_people",),
        lambda f: least(f.context.get(NEARNESS), 85),
        "People in this work are very near to others. Where do you find a quiet moment?",
        LIVED,
    ),
    Rule(
        "figure-apart", "day", ("with_people",),
        lambda f: most(f.context.get(NEARNESS), 37),
        "{Path} work farther from other people than most do. When is that a relief, and when a burden?",
        LIVED,
    ),
    Rule(
        "figure-hazards", "security", ("own",),
        lambda f: least(f.context.get(HAZARDS), 62),
        "{Path} often work near hazards, such as chemicals or live wires. What made you feel safe, or not, at the start?",
        "How often is counted. How well people are looked after is not.",
    ),
    Rule(
        "figure-dangerous-equipment", "security", ("own",),
        lambda f: least(f.context.get(EQUIPMENT), 76),
        "{Path} often work near dangerous equipment. Which rule do people there really keep?",
        "How often is counted. How careful a place is, is not.",
    ),
    Rule(
        "figure-infection", "life", ("own",),
        lambda f: least(f.context.get(INFECTION), 67),
        "{Path} often work near disease or infection. How do you keep it from following you home?",
        LIVED,
    ),
    Rule(
        "figure-email", "day", ("own",),
        lambda f: least(f.context.get(EMAIL), 99) and most(f.context.get(STANDING), 40),
        "E-mail is part of every day for {path}. How much of a day is left for the work itself?",
        "It is counted how often, not how long.",
    ),
)  # fmt: skip
