"""The lists of the bundled catalogue are those of a second, independent entry of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from utpartners.model import Catalogue

    Rows = list[dict[str, str]]


def test_partnerships(utokyo: Catalogue, rows: Rows) -> None:
    """The partnerships stand in the order of the source, with its names and their members'."""
    names = {institution.id: institution.name for institution in utokyo.institutions}
    assert rows == [
        {
            "name": p.name,
            "abbreviation": p.abbreviation or "",
            "status": p.status,
            "members": "; ".join(names[id] for id in p.members),
        }
        for p in utokyo.partnerships
    ]


def test_departments(utokyo: Catalogue, rows: Rows) -> None:
    """The departments have the codes and names of the explanatory notes, in their order."""
    assert rows == [{"code": d.code, "name": d.name} for d in utokyo.departments]


def test_links(utokyo: Catalogue, rows: Rows) -> None:
    """Each partnership has the departments of the department list, in its order."""
    codes = {department.id: department.code for department in utokyo.departments}
    assert rows == [
        {"partnership": p.name, "department": codes[id]}
        for p in utokyo.partnerships
        for id in p.departments
    ]


def test_phases(utokyo: Catalogue, rows: Rows) -> None:
    """The phases have their years."""
    assert rows == [
        {"number": str(p.number), "first": str(p.first), "last": str(p.last)} for p in utokyo.phases
    ]


def initiative_facts(utokyo: Catalogue) -> Iterator[tuple[str, str, str]]:
    for i in utokyo.initiatives:
        who = i.abbreviation or i.name
        organiser, _, short = (i.organiser or "").partition(" (")
        yield who, "name", i.name
        yield who, "abbreviation", i.abbreviation or ""
        yield who, "frequency", i.frequency or ""
        yield who, "launched", (i.when or "").removesuffix("/..")
        yield who, "organiser", organiser
        yield who, "organiser abbreviation", short.rstrip(")")
        yield who, "project title", i.project or ""
        yield who, "url", i.website or ""
        yield from ((who, figure.of, figure.count) for figure in i.figures)


def test_initiatives(utokyo: Catalogue, rows: Rows) -> None:
    """The symposium and JFIU have the facts that the source gives of them."""
    known = set(initiative_facts(utokyo))
    told = [(row["initiative"], row["fact"], row["value"]) for row in rows]
    assert [row for row in told if row not in known] == []
