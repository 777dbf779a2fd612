"""Programs of study and the occupations they lead to, from the CIP to SOC crosswalk."""

import re
from collections import defaultdict

from askwell.explore.shape import Program
from askwell.explore.sources.folder import Folder
from askwell.explore.sources.reading import SourceError

CROSSWALK = r"CIP(\d{4})_SOC(\d{4})_Crosswalk.*\.xlsx"
FIELDS = r"CIPCode(\d{4}).*\.csv"
CIP = re.compile(r"\d\d\.\d{4}")
NO_MATCH = "99-9999"


def programs(folder: Folder) -> dict[str, list[Program]]:
    """Programs by SOC code, in the order of their codes."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    name = newest(folder, CROSSWALK, "CIP2020_SOC2018_Crosswalk.xlsx")
    [(cips, socs)] = re.findall(CROSSWALK, name, re.IGNORECASE)
    folder.releases["programs"] = cips
    columns = [f"CIP{cips}Code", f"CIP{cips}Title", f"SOC{socs}Code"]
    for row in folder.sheet("programs", name, "CIP-SOC", columns):
        cip, title, soc = (str(row[column]) for column in columns)
        if not CIP.fullmatch(cip):
            raise SourceError(
                f"The file {name} has “{cip}” where a code like 01.0101 belongs, in column “{columns[0]}”."
            )
        if soc != NO_MATCH and not cip.startswith("99."):
            found[soc][cip] = title.removesuffix(".")
    return {
        soc: [Program(cip=cip, title=title) for cip, title in sorted(each.items())]
        for soc, each in found.items()
    }


def fields(folder: Folder) -> dict[str, str]:
    """The names of the broad fields of study, by two digits."""
    rows = folder.table("programs", newest(folder, FIELDS, "CIPCode2020.csv"), ["CIPCode", "CIPTitle"])
    named = {row["CIPCode"].strip('="'): row["CIPTitle"].removesuffix(".") for row in rows}
    return {code: plain(title) for code, title in named.items() if len(code) == len("51")}


def plain(title: str) -> str:
    """A field's name as a heading: “Health professions and related programs”."""
    return title[:1] + title[1:].lower().replace("english", "English").replace("u.s.", "U.S.")


def newest(folder: Folder, pattern: str, usual: str) -> str:
    """The file of the latest years, whatever folder it lies in; `usual` is what it is called if there is none."""
    found = folder.named(pattern)
    if not found:
        raise SourceError(f"The file {usual} is missing from {folder.root}.")
    return max(found, key=lambda name: name.rpartition("/")[2])
