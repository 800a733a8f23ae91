"""Dates, terms and renewals as people write them; what may be read in two ways is a doubt."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from utpartners.importing.date_forms import Habits, find_dates
from utpartners.importing.date_habits import habits_of
from utpartners.importing.grid import Cell
from utpartners.importing.times import later, read_times


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2019/04/01", ["2019-04-01"]),
        ("2019-04-01T00:00:00", ["2019-04-01"]),
        ("01.04.2019", ["2019-04-01"]),
        ("2019. 4. 1.", ["2019-04-01"]),
        ("25/04/2019", ["2019-04-25"]),
        ("Apr 2019", ["2019-04"]),
        ("1st of April 2019", ["2019-04-01"]),
        ("April 1, 2019", ["2019-04-01"]),
        ("avril 2019", ["2019-04"]),
        ("1er avril 2019", ["2019-04-01"]),
        ("1. März 2019", ["2019-03-01"]),
        ("1 de abril de 2019", ["2019-04-01"]),
        ("2019年4月1日", ["2019-04-01"]),
        ("２０１９年４月１日", ["2019-04-01"]),
        ("令和3年4月", ["2021-04"]),
        ("令和元年5月1日", ["2019-05-01"]),
        ("R3.4.1", ["2021-04-01"]),
        ("H31.4.1", ["2019-04-01"]),
        ("2019년 4월 1일", ["2019-04-01"]),
        ("20190401", ["2019-04-01"]),
        ("2019/4/1～2024/3/31", ["2019-04-01", "2024-03-31"]),
        ("2015-2020", ["2015", "2020"]),
        ("1-Apr-19", ["2019-04-01"]),
        ("2011-12", ["2011-12"]),
    ],
)
def test_dates(text: str, dates: list[str]) -> None:
    """Each form is read, and nothing of it is in doubt."""
    found = find_dates(text)
    assert (list(found.dates), found.doubts) == (dates, ())


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("04/05/2019", ("2019-05-04", "2019-04-05")),
        ("2019/20", ("2019/2020", "2019-04/2020-03")),
        ("2011/12", ("2011-12", "2011/2012")),
        ("2019年度", ("2019/2020", "2019-04/2020-03")),
        ("Apr-19", ("2019-04",)),
        ("30/02/2019", ()),
        ("平成45年1月1日", ()),
        ("0219/20", ("0219/0220", "0219-04/0220-03")),
        ("9999年度", ()),
    ],
)
def test_doubts(text: str, readings: tuple[str, ...]) -> None:
    """What may be read in more ways than one, or does not exist, is not read."""
    found = find_dates(text)
    assert found.dates == ()
    assert found.doubts[0].readings == readings


def test_order_of_column() -> None:
    """One cell that allows a single order decides for all; two that differ decide nothing."""
    assert habits_of(["04/05/2019", "25/04/2019"], Habits()).habits.order == "dmy"
    assert habits_of(["04/05/2019", "04/25/2019"], Habits()).habits.order == "mdy"
    assert habits_of(["04/25/2019", "25/04/2019"], Habits()).habits.order is None
    assert habits_of(["04/05/2019"], Habits()).habits.order is None


def test_exchanged_days() -> None:
    """Real dates of days up to 12 among texts of later days are suspicious."""
    cells: list[Cell] = [
        date(2019, 5, 4),
        date(2018, 7, 2),
        date(2020, 1, 12),
        "25/04/2019",
        "13/01/2020",
        "30/06/2018",
    ]
    assert habits_of(cells, Habits()).is_exchanged
    assert not habits_of([*cells, date(2019, 5, 25)], Habits()).is_exchanged


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (43556, {"dates": ("2019-04-01",), "is_serial": True}),
        (2019.0, {"dates": ("2019",)}),
        ("unlimited", {"is_open": True}),
        ("無期限", {"is_open": True}),
        ("auto renew", {"renews": "automatic"}),
        ("not renewable", {"renews": "none"}),
        ("n/a", {}),
        ("–", {}),
        ("TBD", {"is_unknown": True}),
        ("5 years from signature", {"length": (5, "y"), "counted_from": "signed"}),
        (
            "締結日から5年間（自動更新）",
            {"length": (5, "y"), "counted_from": "signed", "renews": "automatic"},
        ),
        ("five (5) years", {"length": (5, "y")}),
        ("suspended", {"rest": "suspended"}),
    ],
)
def test_times(cell: Any, said: dict[str, Any]) -> None:
    """A cell says just this of time, and what is not understood is left over."""
    times = read_times(cell)
    assert {k: v for k, v in times._asdict().items() if v not in ((), None, False, "")} == said


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2019-04-01", (5, "y"), "2024-03-31"),
        ("2019-04-02", (6, "m"), "2019-10-01"),
        ("2020-02-29", (1, "y"), "2021-02-28"),
        ("2019-04", (5, "y"), "2024-04"),
        ("2019", (5, "y"), "2024"),
        ("2019", (6, "m"), None),
        ("9999-04-01", (5, "y"), None),
        ("9999-04", (5, "y"), None),
        ("9999", (5, "y"), None),
        ("0000-01-01", (1, "y"), None),
        ("0001-01-01", (0, "m"), None),
    ],
)
def test_last_day(start: str, length: tuple[int, str], last: str | None) -> None:
    """The last day is as exact as the first is known; there is none outside of four digits."""
    assert later(start, length) == last
