"""What is in a catalogue and leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Problem, brief_repr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Catalogue


def unused_departments(catalogue: Catalogue) -> Iterator[Problem]:
    """A department has a part in some partnership, else the catalogue need not list it."""
    used: set[str | None] = set()
    for partnership in catalogue.partnerships:
        used.update(partnership.departments, [partnership.coordinator])
        used.update(id for activity in partnership.activities for id in activity.departments)
    for index, department in enumerate(catalogue.departments):
        if department.id not in used:
            path = ("department", index, "id")
            who = f"department {brief_repr(department.id)}"
            what = "no partnership names it"
            yield Problem(path, who, what, "unused-department", lacking=department.id)


def unused_institutions(catalogue: Catalogue) -> Iterator[Problem]:
    """An institution is a member of some partnership, unless it is the home institution."""
    used = {catalogue.about.home}
    used.update(id for partnership in catalogue.partnerships for id in partnership.members)
    for index, institution in enumerate(catalogue.institutions):
        if institution.id not in used:
            path = ("institution", index, "id")
            who = f"institution {brief_repr(institution.id)}"
            what = "no partnership has it as a member"
            yield Problem(path, who, what, "unused-institution", lacking=institution.id)


def without_activity(catalogue: Catalogue) -> Iterator[Problem]:
    """A partnership has at least one activity, done or planned."""
    for index, partnership in enumerate(catalogue.partnerships):
        if not partnership.activities:
            path = ("partnership", index)
            who = f"partnership {brief_repr(partnership.id)}"
            yield Problem(path, who, "it has no activity", "without-activity", lacking=path)
