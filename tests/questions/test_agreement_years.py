"""The agreements of several years side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from utpartners.api import Catalogue
from utpartners.errors import UsageError
from utpartners.model import Agreement, StudentPlaces

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records

REGISTER = (
    Agreement(kind="general", id="old", signed="2015", starts="2016-02-01", ends="2021-03"),
    Agreement(kind="general", signed="2021-04-01", ends="2031", replaces=["old"]),
    Agreement(kind="exchange", signed="2019-05", ends="2020-12-31", places=StudentPlaces(2, 3)),
    Agreement(kind="exchange", signed="2020", term="open", places=StudentPlaces(out=1)),
    Agreement(kind="research", signed="2019-01-15", ends="2030", ended="2021-06"),
    Agreement(kind="research"),
)


@pytest.fixture
def catalogue(built: Built, utokyo: Records) -> Catalogue:
    """A catalogue with the register above."""
    first, *_ = utokyo.partnerships
    partnerships = [replace(first, agreements=[*REGISTER])]
    return Catalogue(built(replace(utokyo, partnerships=partnerships)))


def test_in_force_at_the_end_of_each_year(catalogue: Catalogue) -> None:
    """Each year has what was in force on its last day, and what was signed and ended in it."""
    table = catalogue.agreement_years(on="2021-12-31", years=4)
    assert [column.key for column in table.columns[2:]] == ["2018", "2019", "2020", "2021"]
    counts = {(group, item): numbers for group, item, *numbers in table}
    assert counts["agreements", "in force"] == [1, 3, 4, 2]
    assert counts["agreements", "signed in the year"] == [0, 2, 1, 1]
    assert counts["agreements", "ended in the year"] == [0, 0, 1, 1]
    assert counts["agreements", "replaced in the year"] == [0, 0, 0, 1]
    assert counts["in force by kind", "general"] == [1, 1, 1, 1]
    assert counts["in force by country", "Australia"] == [1, 3, 4, 2]
    assert counts["in force by region", "Oceania"] == [1, 3, 4, 2]
    assert counts["in force by department", "GS Eng"] == [1, 3, 4, 2]
    assert counts["all by state", "unknown"] == [1, 1, 1, 1]
    assert counts["student places in force", "for outgoing students"] == [0, 2, 3, 1]
    assert counts["student places in force", "for incoming students"] == [0, 3, 3, 0]
    assert table.footnotes == ()


def test_the_last_year_is_that_of_the_day(catalogue: Catalogue) -> None:
    """It is counted on the day, and nothing that happened later is in it."""
    table = catalogue.agreement_years(on="2021-03-31", years=2)
    counts = {(group, item): numbers for group, item, *numbers in table}
    assert counts["agreements", "in force"] == [4, 3]
    assert counts["agreements", "signed in the year"] == [1, 0]
    assert "2021 is counted on 31 March 2021" in table.footnotes[0]


def test_ended_on_the_last_day(built: Built, utokyo: Records) -> None:
    """What ends with the year ended in it, unless another agreement replaces it the next day."""
    first, *_ = utokyo.partnerships
    agreements = [
        Agreement(kind="a", id="a", signed="2015", ends="2020-12-31"),
        Agreement(kind="b", id="b", signed="2015", ends="2020-12-31"),
        Agreement(kind="a", signed="2020-10", starts="2021-01-01", ends="2030", replaces=["a"]),
    ]
    store = built(replace(utokyo, partnerships=[replace(first, agreements=agreements)]))
    counts = {row[1]: row[2:] for row in Catalogue(store).agreement_years(on="2021-12-31", years=2)}
    assert counts["ended in the year"] == (1, 0)
    assert counts["replaced in the year"] == (0, 1)


def test_years_before_the_first_agreement(catalogue: Catalogue) -> None:
    """Years in which there was nothing to count are left out; one year is always there."""
    table = catalogue.agreement_years(on="2021-12-31", years=20)
    assert table.columns[2].key == "2015"
    assert [column.key for column in catalogue.agreement_years(on="2010").columns[2:]] == ["2010"]


def test_filters(catalogue: Catalogue) -> None:
    """The filters are those of agreements."""
    table = catalogue.agreement_years(kind="exchange", on="2021-12-31", years=2)
    assert table[0] == ("agreements", "in force", 2, 1)
    assert table.title.startswith("Agreements of the kind exchange by year")


@pytest.mark.parametrize("years", [0, -1, 101])
def test_no_number_of_years(catalogue: Catalogue, years: int) -> None:
    """A number of years that is none is wrong usage."""
    with pytest.raises(UsageError, match="--years"):
        catalogue.agreement_years(years=years)


def test_same_as_on_one_day(catalogue: Catalogue) -> None:
    """What is in force in a year is what the list and the counts of its last day have."""
    for year in range(2014, 2032):
        on = f"{year}-12-31"
        listed = catalogue.agreements(on=on, state=["in force"])
        (number,) = [row[-1] for row in catalogue.agreement_years(on=on) if row[1] == "in force"][
            :1
        ]
        assert number == len(listed)
        counted = catalogue.agreement_stats(on=on, state=["in force"]).records()
        assert sum(row["count"] for row in counted if row["group"] == "by kind") == number
