import pytest

from askwell.accounts.models import User
from askwell.decide import figures
from askwell.explore.footing import Footing
from askwell.explore.models import Occupation, Path
from askwell.explore.selectors import held, newest
from tests.decide.journeys import NURSES, consider


@pytest.mark.django_db
def test_nurses_are_paid_more_than_most_by_the_shipped_figures(seeker: User) -> None:
    [path] = consider(seeker, NURSES)

    [read] = held([path])

    assert read.pay_percentile is not None
    assert 70 < read.pay_percentile < 95
    assert read.change_percent_all is not None


@pytest.mark.django_db
def test_a_figure_names_publisher_and_release(seeker: User) -> None:
    [footing] = held(consider(seeker, NURSES))

    [source] = figures.sources_of("pay", footing)

    assert "Bureau of Labor Statistics" in source
    assert "2025" in source
    assert figures.sources_of("own", footing) == ()


@pytest.mark.django_db
def test_pay_that_is_adjusted_to_a_place_names_its_price_levels() -> None:
    [footing] = newest([Path(occupation=Occupation.objects.get(soc="29-1141"), narrowed="Ohio")])

    pay, prices = figures.sources_of("pay", footing, adjusted=True)

    assert "Regional Price Parities" in prices
    assert figures.sources_of("pay", footing) == (pay,)


def test_a_kind_of_figures_that_a_path_does_not_have_has_no_source() -> None:
    assert figures.sources_of("pay", Footing(release="of a test")) == ()
