"""Price levels of states and metropolitan areas from the Bureau of Economic Analysis."""

from dataclasses import dataclass, field

from askwell.explore.shape import State
from askwell.explore.sources.folder import Folder
from askwell.explore.sources.oews import AREA
from askwell.explore.sources.reading import SourceError, number

DERIVED = "figures/regional_price_parities.csv"
STATES, METROS = r"SARPP_STATE.*\.csv", r"MARPP_MSA.*\.csv"
FIPS, NAME, LINE = "GeoFIPS", "GeoName", "LineCode"
ALL_ITEMS = "1"
POSTAL = dict(
    each.split("=")
    for each in (
        "Alabama=AL Alaska=AK Arizona=AZ Arkansas=AR California=CA Colorado=CO Connecticut=CT Delaware=DE "
        "District_of_Columbia=DC Florida=FL Georgia=GA Guam=GU Hawaii=HI Idaho=ID Illinois=IL Indiana=IN Iowa=IA "
        "Kansas=KS Kentucky=KY Louisiana=LA Maine=ME Maryland=MD Massachusetts=MA Michigan=MI Minnesota=MN "
        "Mississippi=MS Missouri=MO Montana=MT Nebraska=NE Nevada=NV New_Hampshire=NH New_Jersey=NJ New_Mexico=NM "
        "New_York=NY North_Carolina=NC North_Dakota=ND Ohio=OH Oklahoma=OK Oregon=OR Pennsylvania=PA Puerto_Rico=PR "
        "Rhode_Island=RI South_Carolina=SC South_Dakota=SD Tennessee=TN Texas=TX Utah=UT Vermont=VT "
        "Virgin_Islands=VI Virginia=VA Washington=WA West_Virginia=WV Wisconsin=WI Wyoming=WY"
    )
    .replace("_", "\N{NO-BREAK SPACE}")
    .split(" ")
)
"""Postal codes by name; blanks within a name do not break here."""


@dataclass(slots=True)
class PriceLevels:
    """100 is the whole country: by name of the state, by BLS's code of the metropolitan area."""

    states: dict[str, float] = field(default_factory=dict)
    metros: dict[str, float] = field(default_factory=dict)


def price_levels(folder: Folder) -> PriceLevels:
    """The newest that are there: as BEA publishes them, else from a table made of them."""
    found = PriceLevels()
    states, metros = (sorted(folder.named(pattern)) for pattern in (STATES, METROS))
    if not states and not metros and folder.has(DERIVED):
        return _derived(folder)
    for names, usual in ((states, "SARPP_STATE"), (metros, "MARPP_MSA")):
        if not names:
            raise SourceError(f"The file {usual}_(years).csv is missing from {folder.root}.")
    found.states = {name: level for _, name, level in _official(folder, states[-1])}
    found.metros = {fips.zfill(AREA): level for fips, _, level in _official(folder, metros[-1])}
    return found


def _official(folder: Folder, name: str) -> list[tuple[str, str, float]]:
    """Code, name and price level of each area, all items together, in the last year of the file."""
    rows = list(folder.table("price-levels", name, [FIPS, NAME, LINE], encoding="latin-1"))
    years = [column for column in rows[0] if column.isdigit()]
    if not years:
        raise SourceError(f"The file {name} has no column “(year)”.")
    year = max(years)
    folder.releases["price-levels"] = year
    found = [
        (row[FIPS].strip(' "'), row[NAME].rstrip(" *"), number(row.get(year), name, year))
        for row in rows
        if row[LINE] == ALL_ITEMS
    ]
    if not found:
        raise SourceError(f"The file {name} has no line “{ALL_ITEMS}”, all items, in column “{LINE}”.")
    return [(fips, area, level) for fips, area, level in found if level is not None]


def _derived(folder: Folder) -> PriceLevels:
    found = PriceLevels()
    for row in folder.table("price-levels", DERIVED, ["kind", "code", "name", "rpp"]):
        level = number(row["rpp"], DERIVED, "rpp")
        if level is not None and row["kind"] == "state":
            found.states[row["name"]] = level
        elif level is not None and row["kind"] == "metro":
            found.metros[row["code"].zfill(AREA)] = level
    return found


def states(names: dict[str, str], levels: PriceLevels) -> list[State]:
    """States and territories that have pay figures, with their price levels."""
    postal = {name.replace("\N{NO-BREAK SPACE}", " "): code for name, code in POSTAL.items()}
    unknown = sorted(set(names.values()) - set(postal))
    if unknown:
        raise SourceError(f"The survey of pay has the unknown state “{unknown[0]}”.")
    return [State(postal[name], name, levels.states.get(name)) for name in sorted(names.values())]
