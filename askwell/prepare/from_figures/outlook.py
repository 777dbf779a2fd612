"""Where it is heading: growth, openings, how many do it, who leaves, who works on their own account."""

from askwell.prepare.from_figures.rules import Rule, between, least, most

PROJECTED = "The projection says how many jobs. A person can say what is behind it."
COUNTED = "Figures count the people who go. They do not say why."
FEW, MANY, HUGE = 5_000, 10_000, 1_000_000
STILL = 0.5
"""A change of so many percent in ten years is told as none, and so not as a fall."""

RULES = (
    Rule(
        "figure-falling-fast", "outlook", ("outlook",),
        lambda f: most(f.change_percent, -10),
        "Jobs for {path} are projected to fall by {f.fall:g}% in ten years. Which part of the work goes first?",
        PROJECTED,
    ),
    Rule(
        "figure-falling", "outlook", ("outlook",),
        lambda f: f.change_percent is not None and -10 < f.change_percent <= -2,
        "Jobs for {path} are projected to fall by {f.fall:g}% in ten years. What do you see from inside?",
        PROJECTED,
    ),
    Rule(
        "figure-growing-fast", "outlook", ("outlook", "openings"),
        lambda f: least(f.growth_ahead, 5) and least(f.change_percent, 15),
        "Jobs for {path} are projected to grow by {f.change_percent:g}% in ten years. "
        "How well are newcomers looked after while it grows that fast?",
        "Growth is a number. What it is like to join in the middle of it, a person can say.",
    ),
    Rule(
        "figure-growing", "outlook", ("outlook",),
        lambda f: least(f.growth_ahead, 5) and f.change_percent is not None and f.change_percent < 15,
        "Jobs for {path} are projected to grow by {f.change_percent:.1f}% in ten years. "
        "What do you see behind that growth?",
        PROJECTED,
    ),
    Rule(
        "figure-standing-still", "outlook", ("outlook",),
        lambda f: between(f.change_percent, -STILL, STILL) and least(f.jobs, MANY),
        "The number of {path} is projected to stay where it is for ten years. How does anyone move up?",
        "A total that stands still hides who comes, who goes and who rises.",
    ),
    Rule(
        "figure-leaving", "security", ("outlook", "own"),
        lambda f: f.change_percent is not None and f.change_percent < -STILL and least(f.openings, 1_000),
        "Jobs for {path} are projected to shrink, yet about {f.openings:,} openings a year are expected "
        "as people leave. What do those who leave go on to?",
        "Figures count the people who leave. They do not say where to.",
    ),
    Rule(
        "figure-few-openings", "hidden_openings", ("openings",),
        lambda f: between(f.openings, 1, 1_000),
        "Only about {f.openings:,} openings a year are projected for {path} in the whole country. "
        "How do people come to hear of them?",
        "The field is small, so how openings become known matters more.",
    ),
    Rule(
        "figure-tiny-field", "staying_in_touch", ("own",),
        lambda f: between(f.jobs, 1, FEW),
        "There are only about {f.jobs:,} {path} in the whole country. How do you find others to talk shop with?",
        "In a field that small, people matter more than postings.",
    ),
    Rule(
        "figure-huge-field", "company", ("own",),
        lambda f: least(f.jobs, HUGE),
        "There are about {f.millions:.1f} million {path}. What sets a good place to work apart from a bad one?",
        "An average over so many workplaces tells you little about any one of them.",
    ),
    Rule(
        "figure-changing-work", "good_bad", ("own", "outlook"),
        lambda f: least(f.transfer_rate, 8),
        "Each year about {f.transfer_rate:.0f} in 100 {path} change to other work. What usually makes them go?",
        COUNTED,
    ),
    Rule(
        "figure-staying", "good_bad", ("own",),
        lambda f: most(f.transfer_rate, 2.5),
        "Hardly any {path} change to other work: {f.leaving} in 100 a year. What holds them?",
        "They may love it, or have no way out. Only they know.",
    ),
    Rule(
        "figure-retiring", "mentorship", ("openings",),
        lambda f: least(f.exit_rate, 6.5),
        "Each year about {f.exit_rate:.0f} in 100 {path} leave the workforce, more than in most work. "
        "Who passes on what they know?",
        "Figures show that many go. Whether a newcomer gets to learn from them first, they don’t.",
    ),
    Rule(
        "figure-mostly-on-their-own", "security", ("outlook", "steady_hours"),
        lambda f: least(f.self_employed_share, 50),
        "About {f.self_employed_share:.0f}% of {path} work for themselves. How do they get through their first year?",
        "Figures count those who made it that far.",
    ),
    Rule(
        "figure-self-employed", "security", ("outlook", "steady_hours"),
        lambda f: between(f.self_employed_share, 20, 50),
        "About {f.self_employed_share:.0f}% of {path} work for themselves. What changes when one does?",
        "Figures count them. What it does to income and sleep, a person can tell.",
    ),
)  # fmt: skip
