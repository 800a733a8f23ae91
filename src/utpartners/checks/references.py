"""What a record refers to exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Path, Problem, brief_repr, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from ..model import Activity, Catalogue

Reference = tuple[Path, str, str, "Hashable"]
"""Where it stands, who refers, the table referred to, and the id."""

MOST_HINTS = 200
"""Different unknown ids for which the nearest known one is looked for, as that takes time."""


def dangling_references(catalogue: Catalogue) -> Iterator[Problem]:
    """Every institution, department, country and phase that a record names is in the catalogue."""
    known: dict[str, dict[Hashable, None]] = {
        "country": dict.fromkeys(c.code for c in catalogue.countries),
        "institution": dict.fromkeys(i.id for i in catalogue.institutions),
        "department": dict.fromkeys(d.id for d in catalogue.departments),
        "phase": dict.fromkeys(p.number for p in catalogue.phases),
    }
    hints: dict[tuple[str, Hashable], str] = {}
    for path, who, table, id in _references(catalogue):
        if id not in known[table]:
            if (table, id) not in hints and len(hints) < MOST_HINTS and isinstance(id, str):
                hints[table, id] = did_you_mean(id, map(str, known[table]))
            what = f"there is no {table} {brief_repr(id)}"
            hint = hints.get((table, id), "")
            yield Problem(path, who, what, "dangling-reference", hint, lacking=id)


def _references(catalogue: Catalogue) -> Iterator[Reference]:
    yield ("catalogue", "home"), "catalogue", "institution", catalogue.about.home
    for i, institution in enumerate(catalogue.institutions):
        who = f"institution {brief_repr(institution.id)}"
        yield ("institution", i, "country"), who, "country", institution.country
    for p, partnership in enumerate(catalogue.partnerships):
        at: Path = ("partnership", p)
        who = f"partnership {brief_repr(partnership.id)}"
        for m, member in enumerate(partnership.members):
            yield (*at, "members", m), who, "institution", member
        for d, department in enumerate(partnership.departments):
            yield (*at, "departments", d), who, "department", department
        if partnership.coordinator is not None:
            yield (*at, "coordinator"), who, "department", partnership.coordinator
        for a, activity in enumerate(partnership.activities):
            what = f"{who}, activity {brief_repr(activity.title)}"
            yield from _of_activity(activity, (*at, "activity", a), what)


def _of_activity(activity: Activity, at: Path, who: str) -> Iterator[Reference]:
    for d, department in enumerate(activity.departments):
        yield (*at, "departments", d), who, "department", department
    if activity.phase is not None:
        yield (*at, "phase"), who, "phase", activity.phase
