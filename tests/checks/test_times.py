"""Times that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from utpartners.checks.times import impossible_times
from utpartners.model import Activity, Agreement

if TYPE_CHECKING:
    from utpartners.model import Catalogue

replace = msgspec.structs.replace


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"since": "2019-13"}, ("since",)),
        ({"agreements": [Agreement("strategic", signed="2019-13")]}, ("agreement", 0, "signed")),
        ({"agreements": [Agreement("strategic", ends="2019-13")]}, ("agreement", 0, "ends")),
        ({"activities": [Activity("Talks", "lecture", when="2019-13")]}, ("activity", 0, "when")),
    ],
)
def test_of_partnerships(
    utokyo: Catalogue, fields: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    """A time of a partnership, agreement or activity is named with its place and the reason."""
    first, *others = utokyo.partnerships
    changed = replace(utokyo, partnerships=[replace(first, **fields), *others])
    (problem,) = impossible_times(changed)
    assert problem.path == ("partnership", 0, *path)
    assert "'2019-13' is no month of the calendar" in problem.message


def test_of_initiatives(utokyo: Catalogue) -> None:
    """A time of an initiative is named too."""
    initiatives = [replace(utokyo.initiatives[0], when="2020/2010")]
    (problem,) = impossible_times(replace(utokyo, initiatives=initiatives))
    assert problem.path == ("initiative", 0, "when")
    assert "ends before it starts" in problem.message


def test_phases_that_end_before_they_start(utokyo: Catalogue) -> None:
    """A phase cannot end before its first year."""
    phases = [replace(utokyo.phases[0], first=2020, last=2010), *utokyo.phases[1:]]
    (problem,) = impossible_times(replace(utokyo, phases=phases))
    assert problem.path[:2] == ("phase", 0)


def test_none(utokyo: Catalogue) -> None:
    """All times of the bundled catalogue can be."""
    assert list(impossible_times(utokyo)) == []
