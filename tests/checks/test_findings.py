"""Everything that is wrong with a file at once, in its order and with its place."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from utpartners import bundled
from utpartners.formats.problems import in_toml

if TYPE_CHECKING:
    from tests.checks.conftest import Check, Report

    from utpartners.diagnostics import Finding


def test_right(report: Report) -> None:
    """A right catalogue has no problem and no warning."""
    assert report() == []


def test_the_bundled_catalogue() -> None:
    """So has the bundled one."""
    with open(bundled.TOML, encoding="utf-8") as file:
        text = file.read()
    assert in_toml("utokyo.toml", text) == []


def test_everything_at_once(report: Report) -> None:
    """Wrong shapes, broken rules and warnings are reported together, in the order of the lines."""
    assert report(
        ('title = "T"', "title = 1"),
        ("last = 2016", "last = 2010"),
        ('name = "Japan"', 'nmae = "Japan"\nname = "Japan"'),
        ('departments = ["gs-eng"]', 'departments = ["gs-end"]'),
        ('when = "2015"', 'when = "2015-13"'),
        more="planed = true\n",
    ) == [
        '2:1 error type: catalogue file: title: 1 is not plain text (write it as text: "1")',
        "8:1 error time: phase 1: last: 2010 is before first 2014",
        "12:1 error unknown-key: country 'JP': unknown key 'nmae' (did you mean 'name'?)",
        "27:1 warning unused-department: department 'gs-eng': not involved in any partnership",
        (
            "35:16 error dangling-reference: partnership 'other': departments:"
            " there is no department 'gs-end' (did you mean 'gs-eng'?)"
        ),
        (
            "40:1 error time: partnership 'other', activity 'Talks':"
            " when: there is no month 13 in '2015-13'"
            " (use 2019, 2021-03, 2021-03-15, 2017/2020 or 2015/..)"
        ),
        (
            "42:1 error unknown-key: partnership 'other', activity 'Talks': unknown key 'planed'"
            " (did you mean 'planned'?)"
        ),
    ]


def rules(found: list[Finding]) -> list[str]:
    return [finding.problem.rule for finding in found]


@pytest.mark.parametrize(
    "change",
    [
        ('id = "other"\nname = "Other University"\ncountry', 'id = "other"\nname = 1\ncountry'),
        ('code = "GS Eng"', "code = 1"),
        ('code = "JP"\nname = "Japan"', 'code = "JP"\nname = 1'),
        ("first = 2014", "first = 1"),
        ('members = ["other"]', "members = []"),
        ('members = ["other"]', "members = [1]"),
        ("[[partnership.activity]]", "[[partnership.activitys]]"),
        ('title = "Talks"', "title = 1"),
        ("[[department]]", "[[departments]]"),
        ("[[partnership]]", "[[partnerships]]\n[[partnership]]"),
        ('departments = ["gs-eng"]', 'department = ["gs-eng"]'),
    ],
)
def test_what_a_wrong_shape_explains_is_not_reported(check: Check, change: tuple[str, str]) -> None:
    """Nothing is said to be missing that stands in a part which cannot be read."""
    assert set(rules(check(change))) <= {"type", "unknown-key", "missing-key"}


def test_no_catalogue_table(report: Report) -> None:
    """Without ``[catalogue]`` any institution may be the home; the rest is checked all the same."""
    head = '[catalogue]\ntitle = "T"\nhome = "home"\n'
    assert report((head, ""), ("phase = 1", "phase = 9")) == [
        "1:1 error missing-key: catalogue file: catalogue: this key is required",
        (
            "37:1 error dangling-reference: partnership 'other', activity 'Talks': "
            "phase: there is no phase 9"
        ),
    ]


def test_other_records_are_checked(report: Report) -> None:
    """A record of a wrong shape shifts the places of the others by nothing."""
    lines = report(
        ("[[partnership]]", '[[partnership]]\nid = "first"\n\n[[partnership]]'),
        ("[[partnership.activity]]", "[[partnership.activity]]\n\n[[partnership.activity]]"),
        ('members = ["other"]', 'members = [1, "other", "nobody"]'),
        ("phase = 1", "phase = 9"),
    )
    assert lines == [
        "29:1 error missing-key: partnership 'first': name: this key is required",
        "29:1 error missing-key: partnership 'first': status: this key is required",
        "29:1 error missing-key: partnership 'first': members: this key is required",
        (
            "36:12 error type: partnership 'other': members: 1 is not an id without blanks and"
            ' slashes, such as "gs-eng" (write it as text: "1")'
        ),
        (
            "36:24 error dangling-reference: partnership 'other': members:"
            " there is no institution 'nobody'"
        ),
        "39:1 error missing-key: partnership 'other', activity 1: title: this key is required",
        "39:1 error missing-key: partnership 'other', activity 1: kind: this key is required",
        (
            "45:1 error dangling-reference: partnership 'other', activity 'Talks': "
            "phase: there is no phase 9"
        ),
    ]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("figures = [{ count = 1, of = 'a' }]\n", "41:14 "),
        ("figures = [\n  { count = '1', of = 'a' },\n  { count = '1', off = 'a' },\n]\n", "43:3 "),
        ("figures = [\n  # a comment\n  { of = 'a', count = '?' }]\n", "43:15 "),
        ("figures = [{\n  of = 'a',\n  count = '?',\n}]\n", "43:3 "),
        ("summary = '''\n[x]\n'''\nplace = 1\n", "44:1 "),
        ("others = ['大学', '東京', 3]\n", "41:23 "),
        ("\n[partnership.names]\nja.x = '日本'\n", "43:1 "),
        (
            "\n[[partnership]]\n'id' = 'b'\n\"\\u006eame\" = 'b'\nstatus='s'\nmembers.x = 1\n",
            "46:1 ",
        ),
    ],
)
def test_places(report: Report, more: str, expected: str) -> None:
    """Line and column are those of the value, in every way to write a table or an array."""
    lines = [line for line in report(more=more) if "warning" not in line]
    assert lines[0].startswith(expected)


def test_byte_order_mark_and_crlf(check: Check) -> None:
    """Lines that end as in Windows are counted the same."""
    (finding,) = check(("last = 2016", "last = 99999\r"))
    assert (finding.place.line, finding.place.column) == (8, 1)


def test_long_names_are_shortened(check: Check) -> None:
    """A message stays short, however long an id, a key or a value is."""
    long = "x" * 100_000
    found = check(
        ('title = "Talks"', f'title = "{long}"'),
        ('when = "2015"', f'when = "2015-13"\n{long} = 1'),
        ('status = "primary"', f'status = ["{long}"]'),
        ('name = "Japan"', f'name = "{long}"\ncode2 = 0x{"f" * 10_000}'),
    )
    assert len(found) == 4  # the name, too, is longer than any that is looked up
    assert max(len(finding.problem.message) for finding in found) < 600


@pytest.mark.slow
def test_thousands_of_problems_are_quick(check: Check) -> None:
    """All are reported, and twice as many take about twice as long."""

    def seconds(count: int) -> float:
        ids = ", ".join(f'"gs-eng{n}"' for n in range(count))
        keys = "".join(f"k{n} = 1\n" for n in range(count))
        start = perf_counter()
        found = check(('departments = ["gs-eng"]', f"departments = [{ids}, {ids}]"), more=keys)
        assert len(found) == 4 * count + 1
        return perf_counter() - start

    seconds(100)
    assert seconds(8000) < 10 * seconds(2000) + 1
