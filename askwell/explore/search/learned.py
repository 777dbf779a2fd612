"""What people say they have learned: fields of study, and tools of the trade."""

import re
from typing import Any

from askwell.explore.search.titles import TitleIndex, shares, weighted
from askwell.explore.shape import Occupation, Title

DEGREE = r"(?:degree|diploma|bachelor\w*|master\w*|associate\w*|b\.?[as]c?\.?|m\.?[as]c?\.?|ph\.?d\.?)"
STUDIED = re.compile(
    rf"\b(?:{DEGREE}(?:'s)?(?: degree| of \w+)? in|(?:major|minor)(?:ed|ing)? in|studied|studying)"
    r" (?P<after>[\w &/-]{1,120})"
    r"|\b(?P<before>[\w &/-]{1,60}?) (?:degree|diploma|majors?|student)(?=\s*(?:$|[.,;:!?]))",
    re.IGNORECASE,
)
LIKE_A_PROGRAM, LIKE_A_TOOL = 0.6, 0.65  # how like its name what was typed must be

Found = dict[str, tuple[float, str]]
"""What each occupation gets, and the name that speaks for it."""


class Learned:
    """Programs of study (CIP, by the crosswalk of NCES and BLS) and technologies, with the careers that want them."""

    def __init__(self) -> None:
        self._programs: list[Title] = []
        self._tools: list[Title] = []

    def note(self, occupation: Occupation) -> None:
        """Take what an occupation wants from its figures."""
        for each in items(occupation, "programs"):
            self._programs.append(Title(occupation.soc, each["title"], "program"))
        for each in items(occupation, "technologies"):
            if each["hot"] or each["in_demand"]:
                kind = "wanted tool" if each["in_demand"] else "tool"
                self._tools.append(Title(occupation.soc, each["name"], kind))

    def index(self) -> None:
        """Make ready for questions; nothing can be noted afterwards."""
        self.programs, self.tools = TitleIndex(self._programs), TitleIndex(self._tools)
        del self._programs, self._tools

    def field(self, text: str) -> str:
        """What the writer studies, if they say so and there is such a program."""
        found = STUDIED.search(text)
        said = (found["after"] or found["before"]).strip() if found else ""
        return said if said and self.studied(said) else ""

    def studied(self, field: str) -> Found:
        """The careers that programs named like a field prepare for."""
        return like(self.programs, field, LIKE_A_PROGRAM)

    def handled(self, text: str) -> Found:
        """The careers that use a tool, where a text is just its name."""
        return like(self.tools, text, LIKE_A_TOOL)


def like(index: TitleIndex, text: str, enough: float) -> Found:
    """The careers of the names in an index that are enough like a text."""
    near = index.nearest(*weighted(text))
    return shares([(likeness, name) for likeness, name in near if likeness >= enough])


def items(occupation: Occupation, figure: str) -> list[dict[str, Any]]:
    """The entries of a figure that is a list; none when it is missing."""
    held: Any = occupation.figures.get(figure, {"items": []})
    found: list[dict[str, Any]] = held["items"]
    return found
