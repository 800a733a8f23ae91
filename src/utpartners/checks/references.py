"""What a record refers to exists."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from .problem import Path, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Activity, Catalogue

Reference = tuple[Path, str, str, object]
"""Where it stands, who refers, the table referred to, and the id."""


def dangling_references(catalogue: Catalogue) -> Iterator[Problem]:
    """Every institution, department, country and phase that a record names is in the catalogue."""
    known: dict[str, dict[object, None]] = {
        "country": dict.fromkeys(c.code for c in catalogue.countries),
        "institution": dict.fromkeys(i.id for i in catalogue.institutions),
        "department": dict.fromkeys(d.id for d in catalogue.departments),
        "phase": dict.fromkeys(p.number for p in catalogue.phases),
    }
    for path, who, table, id in _references(catalogue):
        if id not in known[table]:
            nearest = get_close_matches(str(id), map(str, known[table]), 1)
            hint = f" (did you mean {nearest[0]!r}?)" if nearest else ""
            message = f"{who}: there is no {table} {id!r}{hint}"
            yield Problem(path, message, "dangling-reference")


def _references(catalogue: Catalogue) -> Iterator[Reference]:
    yield ("catalogue", "home"), "catalogue", "institution", catalogue.about.home
    for i, institution in enumerate(catalogue.institutions):
        who = f"institution {institution.id!r}"
        yield ("institution", i, "country"), who, "country", institution.country
    for p, partnership in enumerate(catalogue.partnerships):
        at: Path = ("partnership", p)
        who = f"partnership {partnership.id!r}"
        for m, member in enumerate(partnership.members):
            yield (*at, "members", m), who, "institution", member
        for d, department in enumerate(partnership.departments):
            yield (*at, "departments", d), who, "department", department
        if partnership.coordinator is not None:
            yield (*at, "coordinator"), who, "department", partnership.coordinator
        for a, activity in enumerate(partnership.activities):
            what = f"{who}, activity {activity.title!r}"
            yield from _of_activity(activity, (*at, "activity", a), what)


def _of_activity(activity: Activity, at: Path, who: str) -> Iterator[Reference]:
    for d, department in enumerate(activity.departments):
        yield (*at, "departments", d), who, "department", department
    if activity.phase is not None:
        yield (*at, "phase"), who, "phase", activity.phase
