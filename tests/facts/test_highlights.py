"""The activities of the bundled catalogue agree with a second, independent entry of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from utpartners import edtf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from utpartners.model import Activity, Catalogue, Partnership

    Row = dict[str, str]
    Rows = list[Row]
    Partners = dict[str, Partnership]
    Entry = Callable[[str], Rows]

NUMBERS = {"nine": "9"}
"""Number words of notes that hold a count."""


def pairs(rows: Rows, column: str) -> list[tuple[str, str]]:
    """The partnership and one column of each row, sorted."""
    return sorted((row["partnership"], row[column]) for row in rows)


def activities(utokyo: Catalogue) -> Iterator[tuple[str, Activity]]:
    """Every activity with the name of its partnership."""
    for partnership in utokyo.partnerships:
        for activity in partnership.activities:
            yield partnership.name, activity


def test_titles(partners: Partners, row: Row) -> None:
    """What the source prints in quotation marks stands in an activity of the partnership."""
    activities = partners[row["partnership"]].activities
    assert any(row["title"] in f"{a.title}\n{a.summary}" for a in activities)


def test_topics(partners: Partners, row: Row) -> None:
    """A topic of a series of events stands in the record of the series and has none of its own."""
    activities = partners[row["partnership"]].activities
    told = [a.title for a in activities if row["topic"] in f"{a.title}\n{a.summary}"]
    assert told == [row["series"]]


def counts(partnership: Partnership) -> Iterator[str]:
    """Every count of a partnership: of its activities, and in the notes of its agreements."""
    for activity in partnership.activities:
        if activity.participants:
            yield activity.participants
        yield from (figure.count for figure in activity.figures)
    for agreement in partnership.agreements:
        words = (agreement.note or "").casefold().split()
        yield from (NUMBERS[word] for word in words if word in NUMBERS)


def test_figures(utokyo: Catalogue, rows: Rows) -> None:
    """The counts are those of the source with their hedges, and there are no others."""
    told = [(p.name, count) for p in utokyo.partnerships for count in counts(p)]
    assert sorted(told) == pairs(rows, "count")


def test_places(utokyo: Catalogue, rows: Rows) -> None:
    """An activity has a place where the source gives one, and only there."""
    assert sorted((name, a.place) for name, a in activities(utokyo) if a.place) == pairs(
        rows, "place"
    )


def test_formats(utokyo: Catalogue, rows: Rows) -> None:
    """An activity is online, hybrid or in person where the source says so, and only there."""
    assert sorted((name, a.format) for name, a in activities(utokyo) if a.format) == pairs(
        rows, "format"
    )


def test_frequencies(utokyo: Catalogue, rows: Rows) -> None:
    """An activity recurs as the source says, and no other recurs."""
    assert sorted((name, a.frequency) for name, a in activities(utokyo) if a.frequency) == pairs(
        rows, "frequency"
    )


def statements(partnership: Partnership) -> Iterator[tuple[str, str]]:
    """Every time that a partnership has, with its calendar."""
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


def test_only_these_years(utokyo: Catalogue, entered: Entry) -> None:
    """No date of the catalogue is without a date of the source, or one at each end."""
    dated = {(row["partnership"], row["when"], row["calendar"]) for row in entered("years")}
    unknown = [
        (partnership.name, time)
        for partnership in utokyo.partnerships
        for time, calendar in statements(partnership)
        for when in ([time] if (partnership.name, time, calendar) in dated else time.split("/"))
        if when not in ("", "..") and (partnership.name, when, calendar) not in dated
    ]
    assert unknown == []


def test_only_these_phases(utokyo: Catalogue, entered: Entry) -> None:
    """No activity is of a phase under which the source says nothing of the partnership."""
    named = {(row["partnership"], row["phase"]) for row in entered("phases_named")}
    told = {(name, str(a.phase)) for name, a in activities(utokyo) if a.phase is not None}
    assert told - named == set()


def test_planned(utokyo: Catalogue, rows: Rows) -> None:
    """A partnership has at least as many planned activities as the source has announcements.

    Where the source announces nothing, nothing is planned.
    """
    announced = [row["partnership"] for row in rows]
    planned = {p.name: sum(a.planned for a in p.activities) for p in utokyo.partnerships}
    assert [name for name in announced if planned[name] < announced.count(name)] == []
    assert {name for name, number in planned.items() if number} == set(announced)


def short(organisation: str) -> str:
    """The abbreviation in parentheses at the end of a name, else the name."""
    return organisation.rpartition(" (")[2].removesuffix(")")


def test_organisations(utokyo: Catalogue, rows: Rows) -> None:
    """The outside organisations of the source stand with an activity, and no others do."""
    told = {(name, short(other)) for name, a in activities(utokyo) for other in a.others}
    assert sorted(told) == pairs(rows, "organisation")


def test_activity_departments(utokyo: Catalogue, rows: Rows) -> None:
    """Departments stand with an activity, or as coordinator, as often as the source names them."""
    codes = {department.id: department.code for department in utokyo.departments}
    told = [(name, codes[id]) for name, a in activities(utokyo) for id in a.departments]
    told += [(p.name, codes[p.coordinator]) for p in utokyo.partnerships if p.coordinator]
    assert sorted(told) == pairs(rows, "department")


def test_phases_named(partners: Partners, row: Row) -> None:
    """A statement dated by phase has an activity of that phase; by two phases, one of neither."""
    activities = partners[row["partnership"]].activities
    named = [a for a in activities if row["named"] in f"{a.title}\n{a.summary}"]
    phases = {str(activity.phase) for activity in named}
    if "/" in row["phase"]:
        assert phases == {"None"}
    else:
        assert row["phase"] in phases
