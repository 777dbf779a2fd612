"""What it pays: how much, how unevenly, where, and what became of it."""

from askwell.prepare.figures import PublicFigures
from askwell.prepare.from_figures.rules import Rule, between, least, most

SPREAD = "The figures show the spread, not what lies behind it."
TREND = "The tables say by how much. They do not say why, or what people make of it."


def _starts_low(figures: PublicFigures) -> bool:
    known = figures.low_pay is not None and figures.median_pay is not None
    return known and least(figures.pay_percentile, 50) and least(figures.low_share, 2.1)


RULES = (
    Rule(
        "figure-pay-spread", "pay", ("pay",),
        lambda f: least(f.pay_ratio, 3.5),
        "The best-paid tenth of {path}{f.there} earn {f.pay_ratio:.1f} times as much as the lowest-paid tenth. "
        "What makes the difference?",
        SPREAD,
    ),
    Rule(
        "figure-pay-narrow", "pay", ("pay", "own"),
        lambda f: most(f.pay_ratio, 1.75),
        "The best-paid tenth of {path}{f.there} earn only {f.pay_ratio:.1f} times as much as the lowest-paid tenth. "
        "What do you get for becoming better at it, if not much more pay?",
        SPREAD,
    ),
    Rule(
        "figure-low-pay", "pay", ("pay",),
        lambda f: most(f.pay_percentile, 25) and f.median_pay is not None,
        "Half the {path}{f.there} earn less than ${f.median_pay:,.0f} a year. How do people get by on that?",
        "A median says nothing about rent, tips or a second income.",
    ),
    Rule(
        "figure-high-pay", "life", ("pay", "own"),
        lambda f: least(f.pay_percentile, 90),
        "{Path}{f.there} are paid more than people in most careers. What does the work ask for in return?",
        "The pay is public. Its price is not.",
    ),
    Rule(
        "figure-pay-starts-low", "pay", ("pay", "schooling"),
        _starts_low,
        "The lowest-paid tenth of {path}{f.there} earn under ${f.low_pay:,.0f} a year. "
        "How long does that usually last for somebody starting out?",
        "The figures take in beginners and veterans at once.",
    ),
    Rule(
        "figure-pay-beyond-the-tables", "pay", ("pay",),
        lambda f: f.pay_is_bound,
        "The pay of {path}{f.there} goes past what the public tables print. What should somebody starting out expect instead?",
        "The tables stop at a ceiling, and beginners stand far below it.",
    ),
    Rule(
        "figure-pay-by-the-hour", "hours", ("steady_hours", "pay"),
        lambda f: f.hourly_only,
        "For {path}, pay is published only by the hour. How do the hours add up over a year?",
        "An hourly figure says nothing of the weeks without work.",
    ),
    Rule(
        "figure-pay-risen", "pay", ("pay", "outlook"),
        lambda f: least(f.real_change, 10),
        "After inflation, the middle pay of {path} is {f.real_change:.0f}% higher than in {f.since}. "
        "What is behind the rise?",
        TREND,
    ),
    Rule(
        "figure-pay-fallen", "pay", ("pay", "outlook"),
        lambda f: most(f.real_change, -8),
        "After inflation, the middle pay of {path} is {f.real_loss:.0f}% lower than in {f.since}. "
        "How do people in the work speak of that?",
        TREND,
    ),
    Rule(
        "figure-pay-by-state", "travel", ("pay",),
        lambda f: least(f.state_ratio, 2.5),
        "{Path} earn {f.state_ratio:.1f} times as much in {f.best_state} as in {f.worst_state}. "
        "What would you weigh before moving for that?",
        "Prices differ too, and so does the work. A person can say what a move gives and costs.",
    ),
    Rule(
        "figure-few-states", "travel", ("openings", "own"),
        lambda f: between(f.states, 1, 13),
        "Pay for {path} is published in only {f.few_states}. Where do you have to live to do this work?",
        "Tables are silent where few people do the work.",
    ),
)  # fmt: skip
