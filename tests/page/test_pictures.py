"""Matrix, years and lists say what the questions answer."""

from __future__ import annotations

import pytest

from utpartners.api import Catalogue
from utpartners.page.context import PageContext, page_context
from utpartners.page.matrix import matrix
from utpartners.page.partners import headline, partner_groups
from utpartners.page.years import groups, years


@pytest.fixture(scope="module")
def answers(catalogue: Catalogue) -> PageContext:
    return page_context(catalogue.store)


def test_matrix(answers: PageContext, catalogue: Catalogue) -> None:
    """The cells are those of the matrix; its totals are sums."""
    found = matrix(answers)
    assert found is not None
    assert [[bool(cell) for cell in row.cells] for row in found.rows] == [
        list(row[1:]) for row in catalogue.matrix()
    ]
    assert [row.total for row in found.rows] == [sum(row.cells) for row in found.rows]
    assert (sum(found.totals), found.total, found.most) == (105, 105, 1)


def test_matrix_of_countries(answers: PageContext, catalogue: Catalogue) -> None:
    """Of more than 60 partnerships, the cells count those of a department in a country."""
    many = answers._replace(partnerships=answers.partnerships * 4)
    found = matrix(many)
    assert found is not None
    assert found.is_of_countries
    column = [head.label for head in found.heads].index("United States")
    for row, record in zip(found.rows, catalogue.depts().records(), strict=True):
        there = catalogue.list(dept=[record["id"]], country=["US"])
        assert row.cells[column] == len(list(there))


def test_headline(answers: PageContext) -> None:
    """The sentence at the top has the counts by status, of the institutions and the countries."""
    assert headline(answers) == (
        "9 primary and 7 prospective partnerships with 27 institutions in 14 countries"
    )


def test_few_partners(answers: PageContext) -> None:
    """Few partnerships are grouped by status, in the order of the catalogue."""
    found = partner_groups(answers)
    assert [(one.heading, len(one.partnerships)) for one in found] == [
        ("primary", 9), ("prospective", 7),
    ]  # fmt: skip
    assert [record["id"] for record in found[0].partnerships[:2]] == ["anu", "ethz"]


def test_many_partners(answers: PageContext) -> None:
    """Many are grouped by country, from A to Z; one with members in two is in both."""
    found = partner_groups(answers._replace(partnerships=answers.partnerships * 4))
    headings = [one.heading for one in found]
    assert headings == sorted(headings)
    assert {"Chile", "Mexico"} <= set(headings)
    for one in found:
        names = [record["name"].casefold() for record in one.partnerships]
        assert names == sorted(names)


def test_years(answers: PageContext) -> None:
    """Each activity is under one heading: the latest year first, then phases, dates, plans."""
    found = groups(answers)
    assert sum(len(one.events) for one in found) == 94
    headings = [one.heading for one in found]
    dated = [heading for heading in headings if heading.isdigit()]
    assert dated == sorted(dated, reverse=True)
    assert headings[: len(dated)] == dated
    assert headings[-2:] == ["Not dated", "Planned"]
    assert all("year not given" in heading for heading in headings[len(dated) : -2])


def test_bars(answers: PageContext) -> None:
    """The bars count the activities under each year, without those that are planned."""
    counts = {int(one.heading): len(one.events) for one in groups(answers) if one.heading.isdigit()}
    bars = years(answers)
    assert {one.year: one.began for one in bars if one.began} == counts
    assert [one.year for one in bars] == list(range(2014, 2022))
    assert max(one.share for one in bars) == 1
