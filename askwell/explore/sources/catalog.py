"""The releases the figures come from: publisher, licence, address."""

from dataclasses import dataclass

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
        "Occupational Employment and Wage Statistics, medians by year",
        "May 2015 to May 2025",
        BLS,
        PUBLIC,
        OEWS_URL,
    ),
    "price-levels": Release(
        "Regional Price Parities by State",
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
