"""Times that do not exist, or do not fit what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from utpartners.checks.times import impossible_times
from utpartners.model import Activity, Agreement

if TYPE_CHECKING:
    from tests.checks.conftest import Check, Report

    from utpartners.diagnostics import Finding
    from utpartners.model import Catalogue

replace = msgspec.structs.replace


def of(rule: str, found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.problem.rule == rule]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"since": "2019-13"}, ("since",)),
        (
            {"agreements": [Agreement(kind="strategic", signed="2019-13")]},
            ("agreement", 0, "signed"),
        ),
        ({"agreements": [Agreement(kind="a", signed="2019-13")]}, ("agreement", 0, "signed")),
        ({"agreements": [Agreement(kind="a", starts="2019-13")]}, ("agreement", 0, "starts")),
        ({"agreements": [Agreement(kind="a", ends="2019-13")]}, ("agreement", 0, "ends")),
        ({"agreements": [Agreement(kind="a", ended="2019-13")]}, ("agreement", 0, "ended")),
        ({"until": "2019-13"}, ("until",)),
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
    assert "there is no month 13 in '2019-13'" in problem.message


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


@pytest.mark.parametrize("when", ["2015-05", "2015-05-06", "2015/2016-03"])
def test_calendar_without_year(check: Check, when: str) -> None:
    """The academic calendar on a month or a day is a warning."""
    (finding,) = check(('when = "2015"', f'when = "{when}"\ncalendar = "academic"'))
    assert (finding.severity, finding.place.line) == ("warning", 40)
    assert f"'{when}' is not a year" in finding.problem.message


def test_calendar_without_time(check: Check) -> None:
    """So is that on no time at all."""
    (finding,) = check(('when = "2015"', 'calendar = "academic"'))
    assert "but when is missing" in finding.problem.message


@pytest.mark.parametrize("when", ["2015", "2015/2016", "2015/.."])
def test_calendar_of_years(check: Check, when: str) -> None:
    """The academic calendar is for years."""
    assert check(('when = "2015"', f'when = "{when}"\ncalendar = "academic"')) == []


@pytest.mark.parametrize("when", ["2013", "2017", "2017-01-01/..", "../2013-12"])
def test_outside_phase(check: Check, when: str) -> None:
    """An activity wholly outside its phase is a warning that says the phase's years."""
    (finding,) = check(('when = "2015"', f'when = "{when}"'))
    assert (finding.severity, finding.problem.rule) == ("warning", "outside-phase")
    assert finding.problem.message.endswith("is outside phase 1 (2014-2016)")


@pytest.mark.parametrize("when", ["2014", "2016-12", "2010/2014-01", "2016/..", ".."])
def test_inside_phase(check: Check, when: str) -> None:
    """What is partly within its phase passes; so does what lasts."""
    found = check(('when = "2015"', f'when = "{when}"'))
    assert of("outside-phase", found) == []


def test_academic_year_in_a_phase(check: Check) -> None:
    """The academic year 2013 reaches into a phase that begins in 2014; that of 2012 does not."""
    academic = 'when = "2013"\ncalendar = "academic"'
    assert of("outside-phase", check(('when = "2015"', academic))) == []
    assert of("outside-phase", check(('when = "2015"', academic.replace("2013", "2012")))) != []


def test_phase_of_one_year(check: Check) -> None:
    """A phase may begin and end in the same year."""
    assert check(("first = 2014\nlast = 2016", "first = 2015\nlast = 2015")) == []


def test_phase_without_end(check: Check) -> None:
    """A phase that goes on has no last year."""
    assert check(("last = 2016\n", ""), ('when = "2015"', 'when = "2030"')) == []
    (finding,) = check(("last = 2016\n", ""), ('when = "2015"', 'when = "2013"'))
    assert finding.problem.message.endswith("(2014-)")


def test_reversed_agreement(report: Report) -> None:
    """An agreement that ends before it was signed is an error."""
    agreement = "[[partnership.agreement]]\nkind='k'\nsigned='2095-04'\nends='2095-03'\n"
    assert report(more=agreement) == [
        (
            "44:1 error reversed-agreement: partnership 'other', agreement 'k':"
            " ends: '2095-03' is before signed '2095-04'"
        )
    ]
    assert report(more=agreement.replace("03", "04")) == []
    assert report(more=agreement.replace("ends='2095-03'", "")) == []
