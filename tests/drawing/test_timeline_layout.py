"""Where activities are along time."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utpartners.drawing.canvas import SMALL
from utpartners.drawing.text import width
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
    """Lines, marks and titles of one lane have room beside each other, within the axis."""
    found = placed(events, SCALE)
    assert [one.event for one in found] == events
    for one, other in combinations(found, 2):
        if one.lane == other.lane:
            assert extent(one)[1] <= extent(other)[0] or extent(other)[1] <= extent(one)[0]
    for one in found:
        assert extent(one)[0] >= SCALE.left - 0.01
        assert extent(one)[1] <= SCALE.right + 0.01


def extent(one: Placed) -> tuple[float, float]:
    """Where an event with its title starts and ends."""
    wide = width(one.title, SMALL)
    start = one.title_x - wide if one.side == "before" else one.title_x
    if not one.title:
        return one.start, one.end
    return min(one.start, start), max(one.end, start + wide)
