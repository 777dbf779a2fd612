"""How much a certification and an apprenticeship matter for a job, as the O*NET database rates it."""

from collections import defaultdict
from typing import Any, cast

from askwell.explore.shape import Credential
from askwell.explore.sources.onet import CODE, VALUE, Text, base
from askwell.explore.sources.ratings import IMPORTANCE, SUPPRESS, speaking
from askwell.explore.sources.reading import means, rating

FILE = "Education, Training, and Experience"
SPLIT = ("Education", "Training and Experience")
"""The two files that hold from release 30.3 what one held before."""
RATED = {"2.D.4.a": "certification", "3.A.4.a": "apprenticeship"}


def credentials(text: Text) -> dict[str, Credential]:
    """Importance of a certification and of an apprenticeship, by SOC code."""
    rated: dict[str, dict[str, float]] = defaultdict(dict)
    for name in text.given_in(FILE, SPLIT):
        file = text.file(name)
        for row in text.table(name, [CODE, "Element ID", "Scale ID", VALUE, SUPPRESS]):
            kind = RATED.get(row["Element ID"])
            if not kind or row["Scale ID"] != "IM" or row[SUPPRESS] == "Y":
                continue
            value = rating(row[VALUE], file, VALUE, IMPORTANCE)
            if value is not None:
                rated[row[CODE]][kind] = value
    return {soc: _of(soc, codes, rated) for soc, codes in speaking(rated).items()}


def _of(soc: str, codes: list[str], rated: dict[str, dict[str, float]]) -> Credential:
    found: dict[str, Any] = {"source": "onet", **means([rated[code] for code in codes])}
    return cast(Credential, found if codes == [base(soc)] else found | {"from_specialties": True})
