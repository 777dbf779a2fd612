"""Fit the model of titles that the search carries: `python -m bench.title_model PYTHON`.

PYTHON is that of an environment with numpy and scipy, which the program itself does not need. The names come from the
shipped pack; it takes about a minute.
"""

import argparse
import json
import subprocess
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from askwell.explore import pack
from askwell.explore.pack import archive
from askwell.explore.search import fitted
from askwell.explore.search.finding import common_names
from askwell.explore.search.titles import gather
from askwell.explore.shape import Title

FITTING = Path(__file__).parent / "fitting.py"


def main() -> None:
    """Fit to all names and put the model in its place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("python", help="a Python with numpy and scipy")
    titles = pack.load().titles()
    fit([*titles, *common_names(titles)], parser.parse_args().python, fitted.SHIPPED)


def fit(titles: Iterable[Title], python: str, to: Path) -> None:
    """Fit a model to the names of some titles, and write it."""
    gathered = gather(titles).values()
    names = [(fitted.parts(name.tokens, name.head), dict(name.socs)) for name in gathered]
    careers = sorted({soc for _, socs in names for soc in socs})
    said = json.dumps({"width": fitted.WIDTH, "careers": careers, "names": names}).encode()
    ran = subprocess.run([python, FITTING], input=said, capture_output=True, check=True)  # noqa: S603 (the caller's own Python)
    about = json.loads(ran.stderr.splitlines()[-1])
    ends = (0, about["parts"] * 4, about["parts"] * (4 + fitted.WIDTH), len(ran.stdout))
    members = {
        name: ran.stdout[start:end]
        for name, (start, end) in zip(("parts", "rows", "careers"), pairwise(ends), strict=True)
    }
    about |= {"careers": careers, "fitted_to": fitted.digest(gathered)}
    archive.put(to, {"about.json": archive.as_bytes(about), **members})


if __name__ == "__main__":
    main()
