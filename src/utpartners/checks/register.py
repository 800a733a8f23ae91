"""What an office keeps up to date: agreements, what has ended, and who is responsible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import agreement_state, edtf, model
from ..agreement_state import ENDED, REPLACED, VALID, Days
from ..diagnostics import Problem, brief_repr, did_you_mean
from ..i18n import translated
from .walk import Visit, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..diagnostics import Path
    from ..model import Agreement, Catalogue


def unknown_statuses(catalogue: Catalogue) -> Iterator[Problem]:
    """The status of a partnership is one of the ``[[status]]`` records, if there are any."""
    known = [status.id for status in catalogue.statuses]
    for visit in walk(catalogue, model.Partnership) if known else ():
        status = visit.record.status
        if status not in known:
            what = translated(
                "{key}: there is no {kind} {name}",
                key="status",
                kind=translated("status"),
                name=brief_repr(status),
            )
            hint = did_you_mean(status, known) or translated(
                "choose from {values}", values=", ".join(known)
            )
            yield Problem(visit.path_to("status"), visit.name, what, "unknown-status", hint)


def ended_with_agreement(catalogue: Catalogue) -> Iterator[Problem]:
    """A partnership that has ended has no agreement in force."""
    for visit, states in _partnerships(catalogue, ended=True):
        for index, state in enumerate(states):
            if state in VALID:
                kind = brief_repr(visit.record.agreements[index].kind)
                what = translated("has ended, but its agreement {kind} is in force", kind=kind)
                hint = translated("add ended to the agreement, or change the status")
                path = visit.path_to("agreement", index)
                yield Problem(path, visit.name, what, "ended-with-agreement", hint)


def lapsed_agreements(catalogue: Catalogue) -> Iterator[Problem]:
    """A partnership that has not ended has an agreement that has not ended, if it has any."""
    for visit, states in _partnerships(catalogue, ended=False):
        if states and all(state in (ENDED, REPLACED) for state in states) and ENDED in states:
            last = max(
                (index for index, state in enumerate(states) if state == ENDED),
                key=lambda index: _days(visit.record.agreements[index]).end or "",
            )
            agreement = visit.record.agreements[last]
            what = translated(
                "its last agreement has ended: {value}", value=agreement.ended or agreement.ends
            )
            hint = translated("add the new agreement, or change the status")
            path = visit.path_to("agreement", last)
            yield Problem(path, visit.name, what, "lapsed-agreement", hint)


def repeated_agreements(catalogue: Catalogue) -> Iterator[Problem]:
    """A partnership has no agreement twice: of the same kind, title, dates and departments."""
    for visit in walk(catalogue, model.Partnership):
        seen: set[tuple[Any, ...]] = set()
        for index, one in enumerate(visit.record.agreements):
            said = (one.kind.strip().casefold(), one.title, one.signed, one.starts, one.ends)
            same = (*said, *sorted(one.departments))
            if same in seen:
                what = translated("the agreement {kind} is there twice", kind=brief_repr(one.kind))
                path = visit.path_to("agreement", index)
                yield Problem(
                    path, visit.name, what, "repeated-agreement", translated("remove one of them")
                )
            seen.add(same)


def replaced_agreements(catalogue: Catalogue) -> Iterator[Problem]:
    """An agreement is replaced by one other agreement, which does not begin before it."""
    visits = list(walk(catalogue, model.Agreement))
    known = {visit.record.id: visit.record for visit in visits if visit.record.id is not None}
    replaced: dict[str, Visit] = {}
    for visit in visits:
        for index, id in enumerate(visit.record.replaces):
            path, what = visit.path_to("replaces", index), ""
            if id in replaced and replaced[id] is not visit:
                what = translated(
                    "{id} is already replaced by another agreement", id=brief_repr(id)
                )
            elif id == visit.record.id:
                what = translated("{id} is this agreement itself", id=brief_repr(id))
            elif id in known and _is_older(visit.record, known[id]):
                what = translated("{id} began after this agreement", id=brief_repr(id))
            if what:
                yield Problem(path, visit.name, f"replaces: {what}", "replaced-agreement")
            replaced.setdefault(id, visit)


def people_who_left(catalogue: Catalogue) -> Iterator[Problem]:
    """A person who has left coordinates no partnership that goes on, and no agreement in force."""
    today = agreement_state.today()
    left = {one.id: one for one in catalogue.people if _is_past(one.until, today)}
    for visit, states in _partnerships(catalogue, ended=False) if left else ():
        partnership = visit.record
        places = [("coordinators", n, id) for n, id in enumerate(partnership.coordinators)]
        listed = [(visit.path_to(key, index), id) for key, index, id in places]
        for number, agreement in enumerate(partnership.agreements):
            path = (*visit.path_to("agreement", number), "people")
            people = agreement.people if states[number] in VALID else ()
            listed += [((*path, index), id) for index, id in enumerate(people)]
        for path, id in listed:
            if id in left:
                what = translated(
                    "{path}: {id} left in {until}",
                    path=path[-2],
                    id=brief_repr(id),
                    until=left[id].until,
                )
                yield Problem(
                    path, visit.name, what, "person-left", translated("name the successor")
                )


def departments_that_ended(catalogue: Catalogue) -> Iterator[Problem]:
    """A department that no longer exists has no partnership that goes on, or agreement in force."""
    today = agreement_state.today()
    gone = {one.id: one for one in catalogue.departments if _is_past(one.until, today)}
    for visit, states in _partnerships(catalogue, ended=False) if gone else ():
        listed = [(visit.path_to("departments"), visit.record.departments)]
        for number, agreement in enumerate(visit.record.agreements):
            if states[number] in VALID:
                path = (*visit.path_to("agreement", number), "departments")
                listed.append((path, agreement.departments))
        for path, ids in listed:
            for index, id in enumerate(ids):
                if id in gone:
                    yield _department_gone(visit, (*path, index), gone[id])


def _department_gone(visit: Visit, path: Path, department: model.Department) -> Problem:
    what = translated(
        "departments: {id} ceased to exist in {until}",
        id=brief_repr(department.id),
        until=department.until,
    )
    hint = ""
    if department.successor:
        hint = translated("its successor is {successor}", successor=repr(department.successor))
    return Problem(path, visit.name, what, "department-ended", hint)


def public_fields(catalogue: Catalogue) -> Iterator[Problem]:
    """What ``[catalogue] public`` lists is a field that is internal otherwise, or its record."""
    from ..fields import internal_fields

    known = internal_fields()
    names = [*sorted({name.partition(".")[0] for name in known}), *sorted(known)]
    for visit in walk(catalogue, model.About):
        for index, name in enumerate(visit.record.public):
            if name not in names:
                what = translated("public: {name} is not an internal field", name=brief_repr(name))
                hint = did_you_mean(name, names) or translated(
                    "choose from {values}", values=", ".join(sorted(known))
                )
                yield Problem(visit.path_to("public", index), visit.name, what, "public", hint)


def is_over(catalogue: Catalogue, partnership: model.Partnership, today: str) -> bool:
    """Return whether a partnership has ended: by its status, or as its last day is over."""
    if _is_past(partnership.until, today):
        return True
    # That a status is spelled differently is a problem of another rule.
    wanted = partnership.status.casefold()
    listed = [status.ended for status in catalogue.statuses if status.id.casefold() == wanted]
    return any(listed) if listed else wanted == "ended"


def _partnerships(catalogue: Catalogue, *, ended: bool) -> Iterator[tuple[Visit, list[str]]]:
    """Give the partnerships that have ended, or the others, with the states of their agreements."""
    today = agreement_state.today()
    soon = agreement_state.soon(today)
    replaced = {
        id
        for visit in walk(catalogue, model.Agreement)
        for id in visit.record.replaces
        if (_days(visit.record).start or "") <= today
    }
    for visit in walk(catalogue, model.Partnership):
        if is_over(catalogue, visit.record, today) is ended:
            yield (
                visit,
                [
                    agreement_state.state(*_days(one), one.id in replaced, today, soon)
                    for one in visit.record.agreements
                ],
            )


def _days(one: Agreement) -> Days:
    try:
        return agreement_state.days(
            one.signed, one.starts, one.ends, one.term, one.renews, one.ended
        )
    except ValueError:
        return Days(None, None)  # that a time does not exist is a problem of another rule


def _is_older(one: Agreement, other: Agreement) -> bool:
    start, begun = _bounds(one.starts or one.signed), _bounds(other.starts or other.signed)
    # Each may be a whole year: it is older only where every day of it is before the other's.
    return bool(start and begun and start[1] < begun[0])


def _is_past(when: str | None, today: str) -> bool:
    days = _bounds(when)
    return days is not None and days[1] < today


def _bounds(when: str | None) -> tuple[str, str] | None:
    try:
        return edtf.bounds(when) if when is not None else None
    except ValueError:
        return None
