"""Figures in words: amounts, shares, and the plain names of what the sources call otherwise."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from askwell.explore.shape import Pay

Point = Literal["p10", "p25", "median", "p75", "p90"]
POINTS: Mapping[Point, str] = {
    "p10": "Lowest-paid tenth earn under",
    "p25": "Lowest-paid quarter earn under",
    "median": "Half earn under (the median)",
    "p75": "Highest-paid quarter earn over",
    "p90": "Highest-paid tenth earn over",
}
MISSING = "Not published"
TENTHS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "all")
PROPER = {"english"}
KNOWLEDGE = {"Administrative", "Mechanical"}
"""Fields of knowledge that O*NET names by half a name."""
SCHOOLING = {
    "less_than_high_school": "Less than high school",
    "high_school": "High school",
    "some_college": "Some college",
    "associate": "Associate degree",
    "bachelor": "Bachelor’s degree",
    "master": "Master’s degree",
    "doctoral": "Doctoral or professional",
}


class WayIn(NamedTuple):
    """What is usually asked for: in a word or two, what that means, as it stands in a sentence, and by itself."""

    short: str
    note: str
    named: str
    asked: str = ""


WAYS_IN = {
    "No formal educational credential": WayIn(
        "No diploma", "no schooling is asked for", "no diploma", "no diploma is asked for"
    ),
    "High school diploma or equivalent": WayIn(
        "High school", "diploma or equivalent", "a high school diploma"
    ),
    "Some college, no degree": WayIn("Some college", "without a degree", "some college, without a degree"),
    "Postsecondary nondegree award": WayIn(
        "Certificate", "after high school", "a certificate after high school"
    ),
    "Associate's degree": WayIn("Associate’s", "about two years of college", "an associate degree"),
    "Bachelor's degree": WayIn("Bachelor’s", "about four years of college", "a bachelor’s degree"),
    "Master's degree": WayIn("Master’s", "graduate school", "a master’s degree"),
    "Doctoral or professional degree": WayIn(
        "Doctorate", "or a professional degree", "a doctoral or professional degree"
    ),
}
TRAINING = {
    "Short-term on-the-job training": "up to a month of training on the job",
    "Moderate-term on-the-job training": "one to twelve months of training on the job",
    "Long-term on-the-job training": "more than a year of training on the job",
    "Apprenticeship": "a paid apprenticeship",
    "Internship/residency": "an internship or residency",
}
EXPERIENCE = {
    "Less than 5 years": "under five years of work in a related job",
    "5 years or more": "five years or more of work in a related job",
}
ZONES = {
    1: ("little", "most of it is learned in days or months on the job"),
    2: ("some", "a high school diploma or less, and up to about a year of learning on the job"),
    3: ("a fair amount", "often a trade school, an apprenticeship, or an associate degree"),
    4: ("a lot", "often four years of college, or several years of related work"),
    5: ("the most", "often graduate school, and years of practice"),
}
"""O*NET's job zones in plain words: how much preparation, and what that means.

From release 30.3 on the second holds the first, so its words are true of both.
"""
LICENSES = (
    "these figures name none, which does not mean that none is needed. "
    "Ask the state’s licensing board, and people who do the work"
)
HANDBOOK = (
    "many rules differ from state to state. BLS’s handbook tells which licenses and certifications there are"
)
OF_SPECIALTIES = " over its specialties alone"
WEIGHTS = (
    (4.5, "is extremely important"),
    (3.5, "is very important"),
    (2.8, "is important"),
    (1.5, "matters somewhat"),
    (0.0, "hardly matters"),
)
"""O*NET's scale of importance, from 1 to 5, in plain words, each to the nearest step; “important” not below the average job."""
CONDITIONS = {
    "Outdoors, Exposed to All Weather Conditions": "Outdoors in any weather",
    "Outdoors, Under Cover": "Outdoors under cover",
    "Spend Time Standing": "Standing",
    "Spend Time Walking or Running": "Walking or running",
    "Spend Time Bending or Twisting Your Body": "Bending or twisting",
    "Work Schedules": "Changing hours",
    "Duration of Typical Work Week": "Length of the week",
    "Physical Proximity": "Close to other people",
    "E-Mail": "Writing e-mail",
    "Exposed to Hazardous Conditions": "Near hazards such as chemicals",
    "Exposed to Hazardous Equipment": "Near dangerous equipment",
    "Exposed to Disease or Infections": "Near disease or infection",
}


def dollars(amount: float, *, hourly: bool = False) -> str:
    """$97,550, or $29.05 where the figure is by the hour."""
    return f"${amount:,.2f}" if hourly else f"${amount:,.0f}"


def rounded(count: float) -> str:
    """12,500; the source counts in hundreds, so what it rounds to none is "Under 50"."""
    return f"{count:,.0f}" if count else "Under 50"


def told(pay: Pay, point: Point, *, hourly: bool = False) -> str:
    """One point of the pay of an occupation; what is too high to be published as "or more"."""
    if (known := pay.get(point)) is not None:
        return dollars(known, hourly=hourly)
    if (bound := pay.get("at_least", {}).get(point)) is not None:
        return f"{dollars(bound, hourly=hourly)} or more"
    return MISSING


def lowest(pay: Pay, point: Point) -> float | None:
    """The figure itself, or the least that it can be."""
    return pay.get(point, pay.get("at_least", {}).get(point))


def signed(percent: float) -> str:
    """+4.9%, −3.0%, 0.0%."""
    sign = "−" if percent < 0 else "+" if percent > 0 else ""
    return f"{sign}{abs(percent):.1f}%"


def about_tenths(share: float) -> str:
    """A share from 0 to 1 as people say it: "about nine in ten"."""
    if share >= 0.97:
        return "nearly all"
    tenths = min(9, round(share * 10))
    return f"about {TENTHS[tenths]} in ten" if tenths else "few"


def sentence_case(name: str) -> str:
    """ "Reading Comprehension" as "Reading comprehension", "Mechanical" as "Mechanical knowledge"."""
    first, *rest = f"{name} knowledge".split(" ") if name in KNOWLEDGE else name.split(" ")
    return " ".join(
        [first, *(word if word.lower() in PROPER or word.isupper() else word.lower() for word in rest)]
    )


def listed(names: Sequence[str]) -> str:
    """a; a and b; a, b, and c."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
