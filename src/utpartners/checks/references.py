"""Whatever a record refers to exists, and every record is of use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import model
from ..diagnostics import Problem, brief_repr, did_you_mean
from ..i18n import translated
from .walk import choices, id_of, record_types, values, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..fields import Field

MOST_HINTS = 200
"""Different unknown ids for which the nearest known one is looked for, as that takes time."""


def dangling_references(catalogue: model.Catalogue) -> Iterator[Problem]:
    """Every institution, department, country and phase that a record refers to must exist."""
    known: dict[str, dict[Any, None]] = {}
    hints: dict[tuple[str, Any], str] = {}
    for visit, field, index, id in values(catalogue, _refers_to):
        table = field.fact
        if table not in known:
            known[table] = _ids(catalogue, table)
        if id not in known[table]:
            # The number of a phase has no near one: any digit would do.
            if (table, id) not in hints and len(hints) < MOST_HINTS and isinstance(id, str):
                hints[table, id] = did_you_mean(id, map(str, known[table]))
            what = translated(
                "{key}: there is no {kind} {name}",
                key=field.key,
                kind=translated(table),
                name=brief_repr(id),
            )
            hint = hints.get((table, id), "")
            path = visit.path_to(field.key, index)
            yield Problem(path, visit.name, what, "dangling-reference", hint, lacking=id)


def unused_departments(catalogue: model.Catalogue) -> Iterator[Problem]:
    """A department is involved in at least one partnership."""
    used = _used(catalogue, "department")
    for visit in walk(catalogue, model.Department):
        if (id := visit.record.id) not in used:
            what = translated("not involved in any partnership")
            yield Problem(visit.path_to("id"), visit.name, what, "unused-department", lacking=id)


def unused_institutions(catalogue: model.Catalogue) -> Iterator[Problem]:
    """An institution other than the home institution is a member of at least one partnership."""
    used = _used(catalogue, "institution")
    for visit in walk(catalogue, model.Institution):
        if (id := visit.record.id) not in used:
            what = translated("not a member of any partnership")
            yield Problem(visit.path_to("id"), visit.name, what, "unused-institution", lacking=id)


def without_activity(catalogue: model.Catalogue) -> Iterator[Problem]:
    """A partnership has at least one activity, reported or planned.

    Where most partnerships have none, this is reported once for the whole catalogue.
    """
    idle = [visit for visit in walk(catalogue, model.Partnership) if not visit.record.activities]
    for visit in idle:
        path = visit.path
        what = translated("no activities are recorded")
        yield Problem(path, visit.name, what, "without-activity", lacking=path)


def _refers_to(field: Field) -> str | None:
    return field.refers_to


def _ids(catalogue: model.Catalogue, table: str) -> dict[Any, None]:
    """Return what the records of a table are referred to by, in their order."""
    type_ = record_types()[table]
    ids = (getattr(visit.record, id_of(type_)) for visit in walk(catalogue, type_))
    return {id: None for id in ids if id is not None}


def _used(catalogue: model.Catalogue, table: str) -> set[Any]:
    """Return the ids of a table that any record refers to."""
    used: set[Any] = set()
    referring = {
        type_: [field for field in fields if field.fact == table]
        for type_, fields in choices(_refers_to).items()
    }
    for visit in walk(catalogue, *(type_ for type_, fields in referring.items() if fields)):
        for field in referring[type(visit.record)]:
            value = getattr(visit.record, field.attribute)
            used.update(value if field.is_list else (value,))
    return used
