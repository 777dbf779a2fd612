"""Where the Occupational Outlook Handbook tells of an occupation, from tables made of its pages."""

from askwell.explore.shape import Handbook
from askwell.explore.sources.folder import Folder
from askwell.explore.sources.reading import known

PAGES, CODES = "figures/ooh_quick_facts.csv", "figures/ooh_soc.csv"
LICENSES = "has_license_or_certification_section"


def handbook(folder: Folder) -> dict[str, Handbook]:
    """The handbook's pages by the code that BLS publishes figures under; empty where they are not at hand."""
    if not folder.has(PAGES):
        return {}
    pages: dict[str, Handbook] = {}
    for row in folder.table("handbook", PAGES, ["slug", "category", LICENSES]):
        page = Handbook(source="handbook", page=f"{row['category']}/{row['slug']}")
        pages[row["slug"]] = page | {"licenses": True} if row[LICENSES] == "1" else page
    rows = folder.table("handbook", CODES, ["slug", "soc_code"])
    return {row["soc_code"]: known(pages, row["slug"], CODES, "slug") for row in rows}
