"""What the tests of careers share."""

import pytest

from askwell.explore import pack
from askwell.explore.search import Search


@pytest.fixture(scope="session")
def search() -> Search:
    return Search.from_pack(pack.load())
