"""Which of two packs rests on the newer releases."""

import re

from askwell.explore.shape import Manifest

WEIGHED = ("onet", "pay", "projections")
"""The sources whose releases decide."""


def order(release: str) -> tuple[int, ...]:
    """What a release is sorted by: “30.3, May 2026” by 30 and 3, “May 2026” by its year, “2024-34” by its first."""
    numbers = [int(each) for each in re.findall(r"\d+", release)]
    return tuple(numbers[:2] if re.match(r"\d+\.\d", release) else numbers[:1])


def older(one: Manifest, other: Manifest) -> bool:
    """Whether a release of the first is older than the same of the other, or is not there."""
    return any(
        key not in one.sources or order(one.sources[key].release) < order(source.release)
        for key, source in other.sources.items()
        if key in WEIGHED
    )
