"""``matrix``: which department works with which partnership."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..answers import Column, Matrix, Table, distinct
from ..i18n import translated
from .ended import left_out
from .multi_home import id_of, name_of, source_line
from .selection import EVERYTHING
from .vocabularies import status_names, statuses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answers import Row
    from ..store.store import Store
    from .selection import Selection

# By hand: the columns of the answer are rows of the first statement.
_PARTNERSHIPS = """
SELECT p.pk, {id}, {name}, p.status, p.abbreviation FROM partnership p WHERE {where} ORDER BY p.pk
"""
_DEPARTMENTS = """
SELECT d.pk, {code}, {name} FROM department d
WHERE NOT :filtered OR d.pk IN (SELECT l.department FROM link l
  JOIN partnership p ON p.pk = l.partnership WHERE {where})
ORDER BY d.pk
"""
_LINKS = "SELECT department, partnership FROM link ORDER BY department"


def matrix(store: Store, selection: Selection = EVERYTHING) -> Table:
    """Return a row for each department, with true or false for each partnership of a selection.

    A selection by filters leaves out the departments that work with none of its partnerships.
    """
    bound = {**selection.values, "filtered": selection.is_filtered}
    sql = _PARTNERSHIPS.format(
        id=id_of(store, "p"), name=name_of(store, "p"), where=selection.condition
    )
    partnerships = list(store.rows(sql, bound))
    sql = _DEPARTMENTS.format(
        code=id_of(store, "d", "code"), name=name_of(store, "d"), where=selection.condition
    )
    departments = list(store.rows(sql, bound))
    # A partnership may be called "code".
    first, *keys = distinct(["code", *(id for _, id, *_ in partnerships)])
    return Table(
        (Column(first), *(Column(key, "boolean", key) for key in keys)),
        _rows(store, departments, [pk for pk, *_ in partnerships]),
        title=_title(store, selection),
        shape=Matrix(
            "Department",
            row_names={code: name for _, code, name in departments},
            column_names=dict(zip(keys, (name for _, _, name, *_ in partnerships), strict=True)),
            groups=tuple(status for *_, status, _ in partnerships),
            vocabulary=statuses(store),
            source=source_line(store),
            short_names=_abbreviations(keys, [short for *_, short in partnerships]),
        ),
        footnotes=left_out(store, selection),
        word_names=status_names(store),
    )


def _abbreviations(keys: Sequence[str], found: Sequence[str | None]) -> dict[str, str]:
    """Return the abbreviations of partnerships by their keys, without those that several have."""
    counts = Counter(found)
    pairs = zip(keys, found, strict=True)
    return {key: short for key, short in pairs if short and counts[short] == 1}


def _title(store: Store, selection: Selection) -> str:
    if not selection.is_filtered:
        return translated("Departments by partnership")
    return translated("Departments by partnership: {selection}").format(
        selection=selection.described(store)
    )


def _rows(store: Store, departments: list[Row], partnerships: list[int]) -> Iterator[Row]:
    linked: dict[int, set[int]] = {}
    for department, partnership in store.rows(_LINKS):
        linked.setdefault(department, set()).add(partnership)
    for department, code, _ in departments:
        own = linked.get(department, set())
        yield (code, *(partnership in own for partnership in partnerships))
