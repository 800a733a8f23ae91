"""The bundled catalogue tells of the activities what a second, independent entry tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from utpartners import edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from utpartners.model import Catalogue, Partnership

    Row = dict[str, str]
    Rows = list[Row]
    Partners = dict[str, Partnership]


NUMBERS = {"nine": "9"}
"""Number words of notes that hold a count."""


def test_titles(partners: Partners, row: Row) -> None:
    """What the source prints in quotation marks is told of an activity of the partnership."""
    activities = partners[row["partnership"]].activities
    assert any(row["title"] in f"{a.title}\n{a.summary}" for a in activities)


def counts(partnership: Partnership) -> Iterator[str]:
    """Every count of a partnership: of its activities, and in the notes of its agreements."""
    for activity in partnership.activities:
        if activity.participants:
            yield activity.participants
        yield from (figure.count for figure in activity.figures)
    for agreement in partnership.agreements:
        words = (agreement.note or "").casefold().split()
        yield from (NUMBERS[word] for word in words if word in NUMBERS)


def test_figures(partners: Partners, row: Row) -> None:
    """A count keeps its hedge in an activity of the partnership or in a note of its agreement."""
    assert row["count"] in set(counts(partners[row["partnership"]]))


def statements(partnership: Partnership) -> Iterator[tuple[str, str]]:
    """Every time that a partnership tells, with its calendar."""
    yield partnership.since or "", ""
    yield from ((agreement.signed or "", "") for agreement in partnership.agreements)
    yield from ((a.when or "", a.calendar or "") for a in partnership.activities)


def says(statement: str, when: str, calendar: str) -> bool:
    """Whether a time in the same calendar says a date: it is it, begins then, or covers it."""
    start, _, end = statement.partition("/")
    if "/" in when or end in ("", ".."):
        return when in (statement, start)
    first, last = edtf.bounds(statement, calendar)
    return first <= edtf.bounds(when, calendar)[0] <= edtf.bounds(when, calendar)[1] <= last


def test_years(partners: Partners, row: Row) -> None:
    """A date of the source is that of the partnership, its agreement or an activity."""
    times = statements(partners[row["partnership"]])
    same = [when for when, calendar in times if calendar == row["calendar"]]
    assert any(says(time, row["when"], row["calendar"]) for time in same)


def test_planned(utokyo: Catalogue, rows: Rows) -> None:
    """A partnership has at least as many planned activities as the source has announcements."""
    announced = [row["partnership"] for row in rows]
    planned = {p.name: sum(a.planned for a in p.activities) for p in utokyo.partnerships}
    assert [name for name in announced if planned[name] < announced.count(name)] == []


def test_organisations(partners: Partners, row: Row) -> None:
    """An outside organisation, or its abbreviation, stands with an activity."""
    name = row["organisation"]
    others = [other for a in partners[row["partnership"]].activities for other in a.others]
    assert any(other == name or other.endswith(f" ({name})") for other in others)


def test_activity_departments(utokyo: Catalogue, partners: Partners, rows: Rows) -> None:
    """A department that the source names with an activity is named with one, each time."""
    codes = {department.id: department.code for department in utokyo.departments}
    named = [(row["partnership"], row["department"]) for row in rows]
    told = [
        (name, codes[id])
        for name, p in partners.items()
        for a in p.activities
        for id in a.departments
    ]
    assert [row for row in named if told.count(row) < named.count(row)] == []


def test_phases_named(partners: Partners, row: Row) -> None:
    """A statement that the source dates by phase has an activity of that phase."""
    activities = partners[row["partnership"]].activities
    assert int(row["phase"]) in {activity.phase for activity in activities}
