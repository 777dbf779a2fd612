"""Fit the model of titles that the search carries: `python -m bench.title_model PYTHON`.

PYTHON is that of an environment with numpy and scipy, which the program itself does not need. The names come from the
shipped pack; it takes about a minute.
"""

import argparse
import json
import subprocess
from collections.abc import Iterable
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
    names = [(fitted.rows(name.tokens, name.head), dict(name.socs)) for name in gather(titles).values()]
    careers = sorted({soc for _, socs in names for soc in socs})
    asked = {"rows": fitted.ROWS, "width": fitted.WIDTH, "careers": careers, "names": names}
    said = json.dumps(asked).encode()
    ran = subprocess.run([python, FITTING], input=said, capture_output=True, check=True)  # noqa: S603 (the caller's own Python)
    about = json.loads(ran.stderr.splitlines()[-1]) | {"careers": careers}
    size = fitted.ROWS * fitted.WIDTH
    members = {"about.json": archive.as_bytes(about), "rows": ran.stdout[:size], "careers": ran.stdout[size:]}
    archive.put(to, members)


if __name__ == "__main__":
    main()
