"""Times in words: what people read of an EDTF value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners import i18n
from utpartners.time_words import as_of, first_year, heading_of_time

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def japanese() -> Iterator[None]:
    i18n.set_language("ja")
    yield
    i18n.set_language(None)


AS_OF = [
    ("2021", "As of 2021", "2021年時点の情報"),
    ("2021-10", "As of October 2021", "2021年10月時点の情報"),
    ("2021-10-05", "As of 5 October 2021", "2021年10月5日時点の情報"),
    ("2021/2021", "As of 2021", "2021年時点の情報"),
    (
        "2021-10/2022-02",
        "As of about the end of 2021 (between October 2021 and February 2022)",
        "2021年末頃の情報（2021年10月から2022年2月までの間）",
    ),
    (
        "2021-11/2022-04",
        "As of about the beginning of 2022 (between November 2021 and April 2022)",
        "2022年初め頃の情報（2021年11月から2022年4月までの間）",
    ),
    (
        "2021-05/2021-08-10",
        "As of about the middle of 2021 (between May 2021 and 10 August 2021)",
        "2021年半ば頃の情報（2021年5月から2021年8月10日までの間）",
    ),
    (
        "2021-05/2022-01",
        "As of about the middle of 2021 (between May 2021 and January 2022)",
        "2021年半ば頃の情報（2021年5月から2022年1月までの間）",
    ),
    (
        "2021-02/2021-04",
        "As of some time between February 2021 and April 2021",
        "2021年2月から2021年4月までの間の情報",
    ),
    ("2019/2021", "As of some time between 2019 and 2021", "2019年から2021年までの間の情報"),
    ("../2021-03", "As of March 2021 or earlier", "2021年3月以前の情報"),
    ("2021-03/..", "As of March 2021 or later", "2021年3月以降の情報"),
    ("0000/0001", "As of some time between 0000 and 0001", "0000年から0001年までの間の情報"),
    ("9998-12/9999-01", "As of about the end of 9998 (between December 9998 and January 9999)", ""),
    ("soon", "As of soon", "soon時点の情報"),
]


@pytest.mark.parametrize(("when", "words"), [(when, words) for when, words, _ in AS_OF])
def test_as_of(when: str, words: str) -> None:
    """Any time is told, and what is not known well is told as such, with its limits."""
    assert as_of(when) == words


@pytest.mark.parametrize(("when", "words"), [(when, words) for when, _, words in AS_OF if words])
@pytest.mark.usefixtures("japanese")
def test_as_of_in_japanese(when: str, words: str) -> None:
    """The same in Japanese."""
    assert as_of(when) == words


@pytest.mark.parametrize(
    ("when", "year"),
    [("2019", "2019"), ("2019-04/..", "2019"), ("../2021-03", None), (None, None), ("", None)],
)
def test_first_year(when: str | None, year: str | None) -> None:
    """A time has a first year only if it begins in one."""
    assert first_year(when) == year


@pytest.mark.usefixtures("japanese")
def test_years_head_activities_in_japanese() -> None:
    """A year that heads activities is written as a year."""
    activity = {"planned": False, "when": "2015/..", "phase": None}
    assert heading_of_time(activity, None) == "2015年"
