"""No two records of a table share their id, no list names a thing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..diagnostics import Path, Problem, brief_repr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Catalogue


def duplicate_ids(catalogue: Catalogue) -> Iterator[Problem]:
    """Ids, codes and numbers are unique within their table."""
    tables: tuple[tuple[str, str, Iterable[Any]], ...] = (
        ("phase", "number", catalogue.phases),
        ("initiative", "id", catalogue.initiatives),
        ("country", "code", catalogue.countries),
        ("institution", "id", catalogue.institutions),
        ("department", "id", catalogue.departments),
        ("department", "code", catalogue.departments),
        ("partnership", "id", catalogue.partnerships),
    )
    for table, field, records in tables:
        seen: set[Any] = set()
        for index, record in enumerate(records):
            value = getattr(record, field)
            if value in seen:
                what = f"the {field} {brief_repr(value)} is used by another {table} before"
                yield Problem((table, index, field), table, what, "duplicate-id")
            seen.add(value)


def duplicate_links(catalogue: Catalogue) -> Iterator[Problem]:
    """A partnership or activity names each member and department once."""
    for p, partnership in enumerate(catalogue.partnerships):
        at = ("partnership", p)
        who = f"partnership {brief_repr(partnership.id)}"
        yield from _repeated(at, "members", who, partnership.members)
        yield from _repeated(at, "departments", who, partnership.departments)
        for a, activity in enumerate(partnership.activities):
            what = f"{who}, activity {brief_repr(activity.title)}"
            yield from _repeated((*at, "activity", a), "departments", what, activity.departments)


def _repeated(path: Path, field: str, who: str, ids: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, id in enumerate(ids):
        if id in seen:
            what = f"{brief_repr(id)} stands twice in {field}"
            yield Problem((*path, field, index), who, what, "duplicate-link")
        seen.add(id)
