"""Programs of study and the occupations they lead to, from the CIP to SOC crosswalk."""

from collections import defaultdict

from askwell.explore.shape import Program
from askwell.explore.sources.reading import Folder

CROSSWALK = "cip_soc/CIP2020_SOC2018_Crosswalk.xlsx"
COLUMNS = ["CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title"]
NO_MATCH = "99-9999"


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
