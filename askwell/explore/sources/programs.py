"""Programs of study and the occupations they lead to, from the CIP to SOC crosswalk."""

from collections import defaultdict

from askwell.explore.shape import Program
from askwell.explore.sources.reading import Folder

CROSSWALK = "cip_soc/CIP2020_SOC2018_Crosswalk.xlsx"
COLUMNS = ["CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title"]
NO_MATCH = "99-9999"
FIELDS = "cip_soc/CIPCode2020.csv"


def programs(folder: Folder) -> dict[str, list[Program]]:
    """Programs by SOC code, in the order of their codes."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in folder.sheet("programs", CROSSWALK, "CIP-SOC", COLUMNS):
        cip, title, soc = (str(row[column]).strip() for column in COLUMNS[:3])
        if soc != NO_MATCH and not cip.startswith("99."):
            found[soc][cip] = title.removesuffix(".")
    return {
        soc: [Program(cip=cip, title=title) for cip, title in sorted(each.items())]
        for soc, each in found.items()
    }


def fields(folder: Folder) -> dict[str, str]:
    """The names of the broad fields of study, by two digits."""
    rows = folder.table("programs", FIELDS, ["CIPCode", "CIPTitle"])
    named = {row["CIPCode"].strip('="'): row["CIPTitle"].strip().removesuffix(".") for row in rows}
    return {code: plain(title) for code, title in named.items() if len(code) == len("51")}


def plain(title: str) -> str:
    """A field's name as a heading: “Health professions and related programs”."""
    return title[:1] + title[1:].lower().replace("english", "English").replace("u.s.", "U.S.")
