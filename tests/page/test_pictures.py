"""Matrix, network and timeline say what the questions answer."""

from __future__ import annotations

from itertools import pairwise

import pytest

from utpartners.api import Catalogue
from utpartners.page.context import ActivityDays, PageContext, page_context
from utpartners.page.matrix import matrix
from utpartners.page.network import network
from utpartners.page.timeline import timeline


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


def test_network(answers: PageContext) -> None:
    """Each link is a line; each node is as large as it has links, and none is on another."""
    found = network(answers)
    assert found is not None
    assert sorted((line.department, line.partnership) for line in found.lines) == answers.links
    for nodes in (found.departments, found.partnerships):
        assert sum(node.links for node in nodes) == 105
        heights = [node.y for node in nodes]
        assert min(b - a for a, b in pairwise(heights)) >= 23
    shown = {node.number for node in found.partnerships}
    princeton = next(n for n, p in enumerate(answers.partnerships) if p["id"] == "princeton")
    assert princeton not in shown


def test_timeline(answers: PageContext) -> None:
    """Every activity is a mark in the row of its partnership, or counted as undated there."""
    found = timeline(answers)
    assert found is not None
    assert (found.first, found.last) == (2014, 2024)
    assert sum(len(row.bars) + row.undated for row in found.rows) == 94
    for row in found.rows:
        for mark in row.bars:
            assert answers.partnerships[mark.activity.partnership]["anchor"]
            assert 0 <= mark.x < mark.x + mark.width <= 101
    dated = [s for s in answers.activities if s.is_dated and not s.is_planned]
    assert sum(year.began for year in found.years) == len(dated)


def test_marks_apart(answers: PageContext) -> None:
    """Marks of one lane do not meet."""
    found = timeline(answers)
    assert found is not None
    for row in found.rows:
        for mark in row.bars:
            for other in row.bars:
                if mark is not other and mark.lane == other.lane:
                    assert mark.x >= other.x + other.width or other.x >= mark.x + mark.width


def test_where_marks_are(answers: PageContext) -> None:
    """A year fills its share of the line; an open end goes to the end of the line."""
    spans = [
        ActivityDays(0, "a", "2019-01-01", "2019-12-31", True, False, "2019", None, None),
        ActivityDays(0, "b", "2020-01-01", "9999-12-31", True, False, "2020/..", None, None),
        ActivityDays(0, "c", "2022-12-31", "2022-12-31", True, False, "2022-12-31", None, None),
    ]
    found = timeline(answers._replace(activities=spans, partnerships=answers.partnerships[:1]))
    assert found is not None
    year, to_the_end, _ = found.rows[0].bars
    assert (round(year.x), round(year.x + year.width)) == (0, 25)
    assert (round(to_the_end.x), round(to_the_end.x + to_the_end.width)) == (25, 100)
    assert to_the_end.is_open
    assert [tick.year for tick in found.ticks] == [2019, 2020, 2021, 2022]
