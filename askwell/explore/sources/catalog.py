"""The releases the figures come from: publisher, licence, address.

Addresses and layouts as they stood in November 2026, and since when:

- O*NET: a zip of text files a release, db_31_0_text.zip of August 2026 the newest. The columns read here are the same from 28.0
  on; 30.3 renamed and split files (`onet.RENAMED`, `ratings.SPLIT`, `credentials.SPLIT`), dropped Work Values, and put job zone
  1 into 2. 31.0 has the files and columns of 30.3.
- Pay: flat files of the newest May alone; oesm25all.zip holds all_data_M_2025.xlsx, oesm25nat.zip, oesm25st.zip, oesm25ma.zip, and
  oesm25in4.zip parts of it (national_M2025_dl.xlsx and so on), with the same columns since May 2019. “*” and “**” are not
  available, “#” is too high to be published.
- Projections: Tables 1.2 and 1.10 of occupation.xlsx, Table 5.3 of education.xlsx; headings name the decade.
- Price levels: one csv a zip, a column a year. Programs: sheet CIP-SOC.
- BLS refuses whom it takes for a robot without an address; then a person's browser fetches what the program can't.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

ONET_LICENCE = "CC BY 4.0"
PUBLIC = "US government work, public domain"
LABOR = "U.S. Department of Labor, Employment and Training Administration"
BLS = "U.S. Bureau of Labor Statistics"


@dataclass(frozen=True, slots=True)
class Release:
    """What is known of a release before its files are read."""

    name: str
    release: str
    publisher: str
    licence: str
    url: str


ONET_URL = "https://www.onetcenter.org/database.html"
OEWS_URL = "https://www.bls.gov/oes/"

RELEASES = {
    "onet": Release("O*NET Database", "30.1, December 2025", LABOR, ONET_LICENCE, ONET_URL),
    "onet-skills": Release(
        "O*NET Database, Skills and Knowledge", "29.3, May 2025", LABOR, ONET_LICENCE, ONET_URL
    ),
    "onet-computed": Release(
        "O*NET Database, scores made by a third party", "30.3, rounded", LABOR, ONET_LICENCE, ONET_URL
    ),
    "codes": Release("O*NET-SOC 2019 to SOC 2018 Crosswalk", "2019 taxonomy", LABOR, ONET_LICENCE, ONET_URL),
    "projections": Release("Employment Projections", "2024-34", BLS, PUBLIC, "https://www.bls.gov/emp/"),
    "pay": Release("Occupational Employment and Wage Statistics", "May 2025", BLS, PUBLIC, OEWS_URL),
    "pay-history": Release(
        "Occupational Employment and Wage Statistics, medians by year, and Consumer Price Index",
        "May 2015 to May 2025",
        BLS,
        PUBLIC,
        OEWS_URL,
    ),
    "handbook": Release(
        "Occupational Outlook Handbook", "August 2025", BLS, PUBLIC, "https://www.bls.gov/ooh/"
    ),
    "price-levels": Release(
        "Regional Price Parities by State and Metropolitan Area",
        "2024",
        "U.S. Bureau of Economic Analysis",
        PUBLIC,
        "https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
    ),
    "programs": Release(
        "CIP 2020 to SOC 2018 Crosswalk",
        "2020",
        "National Center for Education Statistics",
        PUBLIC,
        "https://nces.ed.gov/ipeds/cipcode/",
    ),
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file to fetch: what it is called on disk, its addresses with the best first, and its largest size in MB.

    `page`: where a person finds it, if it is not at one address. `lacking`: what an update goes on without when the file
    is not to be had; empty where it can't.
    """

    name: str
    what: str
    addresses: Sequence[str]
    most: int
    page: str = ""
    lacking: str = ""


ONET_ZIP = "https://www.onetcenter.org/dl_files/database/db_{}_text.zip"
FLAT = "https://download.bls.gov/pub/time.series/oe/"
CPI = "https://download.bls.gov/pub/time.series/cu/"
EP = "https://www.bls.gov/emp/ind-occ-matrix/"
BEA = "https://apps.bea.gov/regional/zip/"
CIP = "https://nces.ed.gov/ipeds/cipcode/Files/"
OLDEST_ONET = (28, 0)
QUARTERS = (3, 2, 1, 0)  # each yearly release is followed by up to three smaller ones
RELEASES_TRIED = 12


def onet_versions(today: date) -> list[str]:
    """Releases of O*NET that may be out, the newest first: one a year in August, numbered 30 in 2025."""
    newest = today.year - 1995
    versions = [(major, minor) for major in range(newest, OLDEST_ONET[0] - 1, -1) for minor in QUARTERS]
    return [f"{major}_{minor}" for major, minor in versions[:RELEASES_TRIED]]


def downloads(today: date) -> list[Download]:
    """Every official file that figures are made from."""
    return [
        Download(
            "db_text.zip",
            "the O*NET database (its zip of text files)",
            [ONET_ZIP.format(each) for each in onet_versions(today)],
            100,
            page=ONET_URL,
        ),
        Download("oe.area", "areas of the survey of pay", [f"{FLAT}oe.area"], 5),
        Download("oe.industry", "industries of the survey of pay", [f"{FLAT}oe.industry"], 5),
        Download("oe.data.0.Current", "the survey of pay", [f"{FLAT}oe.data.0.Current"], 800),
        Download(
            "cu.data.1.AllItems",
            "consumer prices",
            [f"{CPI}cu.data.1.AllItems"],
            40,
            lacking="the newest median is not compared with those of the years before",
        ),
        Download("occupation.xlsx", "projections", [f"{EP}occupation.xlsx"], 20),
        Download("education.xlsx", "schooling", [f"{EP}education.xlsx"], 20),
        Download("SARPP.zip", "price levels of states", [f"{BEA}SARPP.zip"], 20),
        Download("MARPP.zip", "price levels of metropolitan areas", [f"{BEA}MARPP.zip"], 20),
        Download(
            "CIP2020_SOC2018_Crosswalk.xlsx",
            "programs of study",
            [f"{CIP}CIP2020_SOC2018_Crosswalk.xlsx"],
            20,
        ),
        Download("CIPCode2020.csv", "fields of study", [f"{CIP}CIPCode2020.csv"], 20),
    ]
