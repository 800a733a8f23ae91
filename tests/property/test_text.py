"""What holds for any time and any name."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from utpartners.edtf import bounds
from utpartners.normalize import entries, key, unordered, words

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))
PRECISION = st.sampled_from([4, 7, 10])
"""Letters of a year, a month and a day."""

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(DAYS, PRECISION)
def test_a_time_spans_its_days(day: date, precision: int) -> None:
    """A day lies within itself, its month and its year."""
    first, last = bounds(day.isoformat()[:precision])
    assert first <= day.isoformat() <= last


@given(DAYS, DAYS, PRECISION, PRECISION)
def test_an_interval_spans_both_ends(a: date, b: date, of_a: int, of_b: int) -> None:
    """An interval of two times in order spans the days of both, and so does an open one."""
    start, end = sorted((a.isoformat(), b.isoformat()))
    first, last = bounds(f"{start[:of_a]}/{end[:of_b]}")
    assert first <= start <= end <= last
    assert bounds(f"{start[:of_a]}/..")[0] == first
    assert bounds(f"../{end[:of_b]}")[1] == last


@given(st.integers(0, 9998), st.integers(0, 9998))
def test_academic_years(a: int, b: int) -> None:
    """An interval of academic years starts in April and ends in March."""
    start, end = sorted((a, b))
    first, last = bounds(f"{start:04}/{end:04}", "academic")
    assert (first, last) == (f"{start:04}-04-01", f"{end + 1:04}-03-31")


@given(st.text("0123456789-/.", max_size=21), st.sampled_from([None, "academic"]))
def test_whatever_is_a_time(when: str, calendar: str | None) -> None:
    """Any text either has a first day that is not after its last, or is refused."""
    with suppress(ValueError):
        first, last = bounds(when, calendar)
        assert first <= last


@given(NAMES)
def test_words_are_settled(name: str) -> None:
    """The words of a name, joined, have the same words again."""
    assert words(" ".join(words(name))) == words(name)


@given(NAMES)
def test_case_and_order_do_not_matter(name: str) -> None:
    """A name in capitals, or with its words reversed, is the same name."""
    assert key(words(name.upper())) == key(words(name.lower()))
    found = words(name)
    assert unordered(words(" ".join(reversed(found)))) == unordered(found)


@given(NAMES)
def test_entries_end_words(name: str) -> None:
    """The index has every word, and further entries are the ends of words."""
    found = words(name)
    assert set(found) <= entries(found)
    assert all(any(word.endswith(entry) for word in found) for entry in entries(found))
