"""What it takes: the usual way in, who takes another, training, experience, what to study."""

from askwell.prepare.figures import PublicFigures
from askwell.prepare.from_figures.rules import Rule, least, most

DEGREE = "Figures show who has the degree, not what it did for them."
TRAINED = "Figures name the kind of training. Only someone who did it knows how it felt."
LITTLE = ("No formal educational credential", "High school diploma or equivalent")
BACHELOR, CERTIFICATE, ASSOCIATE = "Bachelor's degree", "Postsecondary nondegree award", "Associate's degree"


def _long_prepared(figures: PublicFigures) -> bool:
    """Little schooling is asked for, and long preparation all the same."""
    return figures.entry_education in LITTLE and least(figures.job_zone, 4)


def _in_weeks(figures: PublicFigures) -> bool:
    """Little of anything is asked for; where one count says long preparation, weeks are not said as well."""
    short = figures.training == "Short-term on-the-job training" and figures.entry_education in LITTLE
    return short and figures.experience in {"", "None"} and not _long_prepared(figures)


RULES = (
    Rule(
        "figure-graduate-degree", "degree", ("schooling",),
        lambda f: f.school_years == 4 and least(f.graduate_share, 35),
        "A bachelor’s degree is the usual way in, yet {f.graduate_share:.0f}% of {path} hold a graduate degree. "
        "What does the extra degree change?",
        DEGREE,
    ),
    Rule(
        "figure-long-school", "degree", ("schooling",),
        lambda f: least(f.school_years, 6),
        "For {path}, the usual way in takes about {f.school_years} years of school after high school. "
        "What carried you through them?",
        "The length is public. What those years are like is not.",
    ),
    Rule(
        "figure-without-the-degree", "background", ("schooling",),
        lambda f: f.entry_education == BACHELOR and least(f.below_bachelor_share, 30),
        "A bachelor’s degree is the usual way in, yet {f.below_bachelor_share:.0f}% of {path} have none. "
        "How did those people get in?",
        "Figures show that there is another way. They do not show the way.",
    ),
    Rule(
        "figure-more-than-asked", "degree", ("schooling",),
        lambda f: f.entry_education in LITTLE and least(f.bachelor_share, 30),
        "No degree is asked for at the start, yet {f.bachelor_share:.0f}% of {path} have a bachelor’s or more. "
        "What does it do for them?",
        DEGREE,
    ),
    Rule(
        "figure-every-schooling", "background", ("schooling",),
        lambda f: most(f.largest_share, 30),
        "{Path} have every kind of schooling, and no kind is the rule. Which way in would you take today?",
        "Where the figures show no path, a person can draw one.",
    ),
    Rule(
        "figure-certificate", "certification", ("schooling",),
        lambda f: f.entry_education == CERTIFICATE,
        "The usual way in for {path} is a certificate after high school. How do you tell a good program from a poor one?",
        "Certificates look alike on paper, and their prices don’t.",
    ),
    Rule(
        "figure-associate-degree", "training", ("schooling",),
        lambda f: f.entry_education == ASSOCIATE,
        "An associate degree is the usual way in for {path}. What does it leave out that you need every day?",
        "Two years are short. What they miss is seen only afterwards.",
    ),
    Rule(
        "figure-preparation-without-school", "background", ("schooling",),
        _long_prepared,
        "Little schooling is asked of {path}, yet the work is said to take long preparation. What is that made of?",
        "The tables agree that it is long and say nothing of what fills it.",
    ),
    Rule(
        "figure-years-before", "background", ("schooling", "openings"),
        lambda f: f.experience == "5 years or more",
        "Usually, {path} come with five years or more in a related job. Which job is the best school for it?",
        "Figures give the years, not what to do with them.",
    ),
    Rule(
        "figure-some-years-before", "background", ("schooling", "openings"),
        lambda f: f.experience == "Less than 5 years",
        "Usually, {path} come from a related job. What did you do before that turned out to help most?",
        "Figures say that something comes before. They do not say what helps.",
    ),
    Rule(
        "figure-apprenticeship", "training", ("schooling",),
        lambda f: f.training == "Apprenticeship",
        "Typically, {path} learn the work as apprentices. What is that time like?",
        TRAINED,
    ),
    Rule(
        "figure-residency", "training", ("schooling", "steady_hours"),
        lambda f: f.training == "Internship/residency",
        "Typically, {path} go through an internship or residency. What is that time like?",
        TRAINED,
    ),
    Rule(
        "figure-training", "training", ("schooling",),
        lambda f: f.training == "Long-term on-the-job training",
        "Typically, {path} learn the work on the job, for more than a year. What is that time like?",
        TRAINED,
    ),
    Rule(
        "figure-learned-in-weeks", "skills", ("own",),
        _in_weeks,
        "{Path} are said to learn the work within a month. What do you see that a newcomer doesn’t?",
        "A month covers the tasks. Being good at it is something else.",
    ),
    Rule(
        "figure-many-majors", "degree", ("schooling",),
        lambda f: least(f.programs, 15) and least(f.school_years, 4),
        "The tables name {f.programs} programs of study for {path}. What did the people around you study?",
        "A list that long says only that many ways lead there.",
    ),
)  # fmt: skip
