"""The shapes of what the pack holds: occupations, their figures, titles, and where each came from.

A figure that its source does not give is absent (a missing key, or `None` for a headline field);
it is never zero. Money is in whole US dollars a year unless the name says hourly.
"""

from askwell.explore.shape.figures import (
    Attainment,
    Entry,
    Figures,
    Interests,
    JobZone,
    Link,
    NationalPay,
    Pay,
    PayByState,
    PayHistory,
    PayYear,
    Program,
    Programs,
    Projections,
    Related,
    Skills,
    Specialties,
    Specialty,
    StandsOut,
    StatePay,
    Technologies,
    Technology,
    WorkContext,
)
from askwell.explore.shape.manifest import (
    Manifest,
    Source,
    SourceFile,
    source_as_json,
    source_from_json,
)
from askwell.explore.shape.occupations import (
    Occupation,
    Title,
)
from askwell.explore.shape.places import Breakdown, Cells, Industry, Metro, State, pay_in

__all__ = [
    "Attainment",
    "Breakdown",
    "Cells",
    "Entry",
    "Figures",
    "Industry",
    "Interests",
    "JobZone",
    "Link",
    "Manifest",
    "Metro",
    "NationalPay",
    "Occupation",
    "Pay",
    "PayByState",
    "PayHistory",
    "PayYear",
    "Program",
    "Programs",
    "Projections",
    "Related",
    "Skills",
    "Source",
    "SourceFile",
    "Specialties",
    "Specialty",
    "StandsOut",
    "State",
    "StatePay",
    "Technologies",
    "Technology",
    "Title",
    "WorkContext",
    "pay_in",
    "source_as_json",
    "source_from_json",
]
