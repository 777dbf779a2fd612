"""Skills and knowledge that stand out, technologies that postings ask for, finer careers inside one."""

from collections.abc import Callable

from askwell.prepare.figures import PublicFigures
from askwell.prepare.from_figures.rules import Rule, least

HOW = "The figures say that it matters here. How it is used, they don’t."


def _stands_out(name: str) -> Callable[[PublicFigures], bool]:
    return lambda figures: name in figures.stands_out


def _skill(key: str, name: str, kind: str, text: str, why: str = HOW) -> Rule:
    return Rule(f"figure-{key}", kind, ("own",), _stands_out(name), text, why)


RULES = (
    _skill(
        "negotiation", "Negotiation", "skills",
        "Negotiating counts for more among {path} than in most work. Over what do you negotiate, and with whom?",
    ),
    _skill(
        "persuasion", "Persuasion", "skills",
        "Persuading people counts for more here than in most work. What do you say when somebody won’t be moved?",
    ),
    _skill(
        "reading-people", "Social Perceptiveness", "skills",
        "Reading other people counts for more here than in most work. When did it last change what you did?",
    ),
    _skill(
        "counseling", "Therapy and Counseling", "life",
        "Knowing how to help people through hard times counts for more here than in most work. What do you do with what you hear?",
        "What such work leaves behind is in no table.",
    ),
    _skill(
        "serving", "Service Orientation", "good_bad",
        "Looking for ways to help counts for more here than in most work. What kind of help goes unthanked?",
    ),
    _skill(
        "teaching", "Instructing", "day",
        "Teaching others counts for more here than in most work. Whom do you teach, and what?",
    ),
    _skill(
        "leading", "Management of Personnel Resources", "good_bad",
        "Leading people counts for more here than in most work. What was the hardest thing you had to tell somebody?",
    ),
    _skill(
        "money", "Management of Financial Resources", "skills",
        "{Path} decide over money more than most people do. How did you learn to?",
    ),
    _skill(
        "mathematics", "Mathematics", "skills",
        "Mathematics counts for more among {path} than in most work. What does it look like in an ordinary week?",
        "“Mathematics” can be percentages or proofs. The tables don’t say which.",
    ),
    _skill(
        "science", "Science", "skills",
        "Science counts for more here than in most work. Which part of what you studied do you still use?",
    ),
    _skill(
        "programming", "Programming", "skills",
        "Programming counts for more here than in most work. How much of your time goes into it, and into what else?",
    ),
    _skill(
        "troubleshooting", "Troubleshooting", "day",
        "Finding out why things go wrong counts for more here than in most work. What was your longest hunt like?",
    ),
    _skill(
        "repairing", "Repairing", "outlook",
        "Repairing counts for more here than in most work. What can no longer be repaired, and what comes instead?",
    ),
    _skill(
        "writing", "Writing", "day",
        "Writing counts for more here than in most work. What do you write most, and who reads it?",
    ),
    _skill(
        "languages", "Foreign Language", "skills",
        "Other languages count for more here than in most work. How far do you get without one?",
    ),
    _skill(
        "law", "Law and Government", "industry",
        "Law shapes this work more than most. Which rule would you change first?",
    ),
    _skill(
        "safety", "Public Safety and Security", "security",
        "Keeping people safe counts for more here than in most work. When do you feel that responsibility most?",
        "The tables name the responsibility. People carry it.",
    ),
    Rule(
        "figure-technology", "skills", ("own",),
        lambda f: least(len(f.in_demand), 6),
        "Job postings for {path} ask for {f.two_tools} and {f.more_tools} more. Which of them do you really need?",
        "Postings list everything. People use a few.",
    ),
    Rule(
        "figure-specialties", "day", ("own",),
        lambda f: least(f.specialties, 3),
        "The tables count {f.specialties} finer careers among {path}. How different are their days?",
        "Their figures are lumped together. Their days are not.",
    ),
)  # fmt: skip
