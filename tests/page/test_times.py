"""Times in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from utpartners import i18n
from utpartners.time_words import shown_time


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    i18n.set_language(None)


@pytest.mark.parametrize(
    ("when", "calendar", "english", "japanese"),
    [
        ("2019", None, "2019", "2019年"),
        ("2019", "academic", "academic year 2019", "2019年度"),
        ("2021-03", None, "March 2021", "2021年3月"),
        ("2021-03-05", None, "5 March 2021", "2021年3月5日"),
        ("2018/2019", None, "2018–2019", "2018〜2019年"),
        ("2018/2019", "academic", "academic year 2018–2019", "2018〜2019年度"),
        ("2018-11/2019-02", None, "November 2018 – February 2019", "2018年11月〜2019年2月"),
        ("2015/..", None, "since 2015", "2015年〜"),
        ("2015/..", "academic", "since academic year 2015", "2015年度〜"),
        ("../2015-12", None, "until December 2015", "〜2015年12月"),
    ],
)
def test_in_words(when: str, calendar: str | None, english: str, japanese: str) -> None:
    """A time is said as people write it; an open end is never made into a year."""
    assert shown_time(when, calendar) == english
    i18n.set_language("ja")
    assert shown_time(when, calendar) == japanese
