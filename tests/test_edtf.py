"""Times, from text to the days that they span."""

from __future__ import annotations

import re

import pytest

from utpartners.edtf import EARLIEST, LATEST, bounds, sorting_days


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2021-03", "2021-03-01", "2021-03-31"),
        ("2021-04", "2021-04-01", "2021-04-30"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-03-15", "2021-03-15", "2021-03-15"),
        ("2017/2020", "2017-01-01", "2020-12-31"),
        ("2017-04/2018-03-31", "2017-04-01", "2018-03-31"),
        ("2015/..", "2015-01-01", LATEST),
        ("../2016", EARLIEST, "2016-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_bounds(when: str, first: str, last: str) -> None:
    """A time has a first and a last day, and an open end the farthest one."""
    assert bounds(when) == (first, last)


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2019", "2019-04-01", "2020-03-31"),
        ("2018/2019", "2018-04-01", "2020-03-31"),
        ("2020/..", "2020-04-01", LATEST),
        ("2021-03", "2021-03-01", "2021-03-31"),
    ],
)
def test_bounds_of_academic_years(when: str, first: str, last: str) -> None:
    """An academic year is April to March; months are what they are in any calendar."""
    assert bounds(when, "academic") == (first, last)


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("", "'' is not a date"),
        ("19", "'19' is not a date"),
        ("2019-3", "'2019-3' is not a date"),
        ("2019/", "'2019/' is not a date"),
        ("/2019", "'/2019' is not a date"),
        ("spring 2019", "'spring 2019' is not a date"),
        ("2019\n", "is not a date"),
        ("２０１９", "'２０１９' is not a date"),
        ("2017/2018/2019", "'2017/2018/2019' is not a date"),
        ("2019-13", "there is no month 13 in '2019-13'"),
        ("2019-00", "there is no month 00 in '2019-00'"),
        ("2019-13-01", "there is no month 13 in '2019-13-01'"),
        ("2019-04-31", "there is no day 31 in '2019-04-31'"),
        ("2019-04-00", "there is no day 00 in '2019-04-00'"),
        ("2023-02-29", "there is no day 29 in '2023-02-29'"),
        ("1900-02-29", "there is no day 29 in '1900-02-29'"),
        ("2020/2017", "'2020/2017' ends before it starts"),
        ("../..", "'../..' has neither a start nor an end"),
        ("..", "'..' is not a date"),
    ],
)
def test_impossible_times(when: str, reason: str) -> None:
    """What is not a date is refused with the reason."""
    with pytest.raises(ValueError, match=re.escape(reason)):
        bounds(when)


@pytest.mark.parametrize(
    ("year", "february"), [(0, "29"), (4, "29"), (100, "28"), (400, "29"), (9999, "28")]
)
def test_leap_years(year: int, february: str) -> None:
    """February ends as the Gregorian calendar says, also before there was one."""
    assert bounds(f"{year:04}-02") == (f"{year:04}-02-01", f"{year:04}-02-{february}")


@pytest.mark.parametrize("when", ["0000-02", "0000-02-29", "0000/2019-12"])
def test_the_year_0(when: str) -> None:
    """The year 0, which EDTF has, has months and days as it has a whole."""
    first, last = bounds(when)
    assert first <= last


def test_the_last_academic_year() -> None:
    """The last year of four digits ends after it starts, as text too."""
    first, last = bounds("9999", "academic")
    assert first <= last <= LATEST


@pytest.mark.parametrize(
    ("when", "calendar", "phase_years", "expected"),
    [
        ("2019", None, (2014, 2016), ("2019-01-01", "2019-12-31")),
        ("2019", "academic", None, ("2019-04-01", "2020-03-31")),
        ("2015/..", None, None, ("2015-01-01", LATEST)),
        (None, None, (2014, 2016), ("2014-01-01", "2016-12-31")),
        (None, "academic", (2014, 2016), ("2014-01-01", "2016-12-31")),
        (None, None, (2021, None), ("2021-01-01", LATEST)),
        (None, None, None, (None, None)),
    ],
)
def test_sorting_days(
    when: str | None,
    calendar: str | None,
    phase_years: tuple[int, int | None] | None,
    expected: tuple[str | None, str | None],
) -> None:
    """An activity is sorted by its own time, else by its phase, whose years are calendar years."""
    assert sorting_days(when, calendar, phase_years) == expected


def test_sorting_days_of_an_impossible_time() -> None:
    """A time that does not exist is refused; the phase is no excuse for it."""
    with pytest.raises(ValueError, match="there is no month 13"):
        sorting_days("2019-13", None, (2014, 2016))
