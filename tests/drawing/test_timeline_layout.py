"""Where activities are along time."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utpartners.drawing.text import plain
from utpartners.drawing.timeline_layout import Event, Placed, Scale, event, placed
from utpartners.drawing.timeline_layout import scale as scale_of
from utpartners.errors import UtpartnersError


def activity(**facts: object) -> dict[str, object]:
    plain = {"title": "t", "kind": "k", "planned": False, "when": None, "calendar": None}
    return {**plain, "phase": None, **facts}


@pytest.mark.parametrize(
    ("facts", "first", "last"),
    [
        ({"when": "2019"}, 2019.0, 2020.0),
        ({"when": "2019", "calendar": "academic"}, 2019.25, 2020.25),
        ({"when": "2019-07-02"}, 2019.5, 2019.5),
        ({"when": "2015/.."}, 2015.0, None),
        ({"when": "../2015"}, None, 2016.0),
        ({"when": "2018/2019"}, 2018.0, 2020.0),
        ({"when": "2019", "phase": 1}, 2019.0, 2020.0),
    ],
)
def test_years(facts: dict[str, object], first: float | None, last: float | None) -> None:
    """An activity is where its time is, with an open end where that is not known."""
    found = event(activity(**facts))
    assert found is not None
    assert found.first == pytest.approx(first, abs=0.01)
    assert found.last == pytest.approx(last, abs=0.01)


@pytest.mark.parametrize("facts", [{"phase": 1}, {}])
def test_no_year(facts: dict[str, object]) -> None:
    """What has a phase alone, or nothing, is nowhere on the axis."""
    assert event(activity(**facts)) is None


def test_too_many_years() -> None:
    """An axis of centuries is refused, with the options that narrow it down."""
    events = [Event("a", "k", False, 1800.0, 1801.0), Event("b", "k", False, 2000.0, 2001.0)]
    with pytest.raises(UtpartnersError, match="80 years") as error:
        scale_of(events, 100, 500)
    assert "--since" in (error.value.hint or "")


SCALE = Scale(100, 40, 2010, 2020)
TIMES = st.one_of(st.none(), st.floats(2010, 2020))
EVENTS = st.lists(
    st.builds(
        lambda title, first, length: Event(
            title, "k", False, first, None if length is None else (first or 2010) + length
        ),
        st.text("abc W", max_size=60),
        TIMES,
        st.one_of(st.none(), st.floats(0, 5)),
    ),
    max_size=14,
)


@given(EVENTS)
def test_nothing_covers_anything(events: list[Event]) -> None:
    """Lines, marks and titles have room beside and below each other, within the axis."""
    found = placed(events, SCALE)
    assert [one.event for one in found] == events
    for one, other in combinations(found, 2):
        if lanes(one) & lanes(other):
            assert one.stretch[1] <= other.stretch[0] or other.stretch[1] <= one.stretch[0]
    for one in found:
        assert one.stretch[0] >= SCALE.left - 0.01
        assert one.stretch[1] <= SCALE.right + 0.01


def lanes(one: Placed) -> set[int]:
    """The lanes that an event takes with its title."""
    return set(range(one.lane, one.lane + one.title.height))


@given(EVENTS)
def test_titles_are_whole(events: list[Event]) -> None:
    """A title takes as many lines as it needs, and nothing of it is left out."""
    for one in placed(events, SCALE):
        assert letters("".join(one.title.lines)) == letters(plain(one.event.title))
        assert one.title.width <= SCALE.right - SCALE.left


def letters(text: str) -> str:
    return text.replace(" ", "")


TITLE = "Historical Research and Utilization of Databases"


@pytest.mark.parametrize(
    ("first", "last", "side", "count"),
    [
        (2010.2, 2010.3, "after", 1),
        (2019.2, 2019.3, "before", 1),
        (2010.0, 2020.0, "on", 1),
        (2014.0, 2016.0, "after", 2),
        (2013.0, 2017.5, "on", 1),
    ],
)
def test_sides(first: float, last: float, side: str, count: int) -> None:
    """A title stands where it takes the fewest lines: after, before or on the line."""
    (one,) = placed([Event(TITLE, "k", False, first, last)], SCALE)
    assert (one.title.side, len(one.title.lines)) == (side, count)


def test_below() -> None:
    """Where there is no room beside a mark, the title stands below it."""
    narrow = Scale(0, 10, 2010, 2020)
    (one,) = placed([Event("Sustainable Development", "k", False, 2015, 2015.1)], narrow)
    assert (one.title.side, one.title.height) == ("below", 2)
