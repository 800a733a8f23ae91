"""Ids, links and names are unique, and a name can be found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..diagnostics import Path, Problem, brief_repr
from ..normalize import key, words
from .walk import choices, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..fields import Field
    from ..model import Catalogue
    from .walk import Visit


def duplicate_ids(catalogue: Catalogue) -> Iterator[Problem]:
    """Ids, codes and numbers are unique within their table."""
    for type_, fields in choices(_is_unique).items():
        for field in fields:
            seen: set[Any] = set()
            for visit in walk(catalogue, type_):
                value = getattr(visit.record, field.attribute)
                if value in seen:
                    what = f"the {field.key} {brief_repr(value)} is used by another {visit.key}"
                    path = visit.path_to(field.key)
                    yield Problem(path, visit.key, f"{what} before", "duplicate-id")
                seen.add(value)


def duplicate_links(catalogue: Catalogue) -> Iterator[Problem]:
    """A partnership or activity names each member and department once."""
    fields = choices(_is_list_of_ids)
    for visit in walk(catalogue, *fields):
        for field in fields[type(visit.record)]:
            ids = getattr(visit.record, field.attribute)
            if len(set(ids)) < len(ids):
                yield from _repeated(visit, field.key, ids)


def empty_names(catalogue: Catalogue) -> Iterator[Problem]:
    """A name has a letter or a digit, so that it can be typed and found."""
    for visit in walk(catalogue, *choices(_is_names)):
        name = visit.record.name
        # Nearly every name begins with a letter, and to normalise each takes longer than the rest.
        if not name[0].isalnum() and not words(name):
            what = f"the name {brief_repr(name)} has no letter and no digit"
            yield Problem(visit.path_to("name"), visit.name, what, "empty-name")


def names_alike(catalogue: Catalogue) -> Iterator[Problem]:
    """A name means one record of its kind.

    Names are compared as they are found: without case, accents, punctuation, *the*, *of* and
    *and*. Where two records share one, it is ambiguous, or they are the same thing entered twice.
    Abbreviations and aliases may be shared among themselves (``UC``).
    """
    for type_ in choices(_is_names):
        yield from _alike(walk(catalogue, type_))


def _is_unique(field: Field) -> bool:
    return field.is_unique


def _is_list_of_ids(field: Field) -> bool:
    return field.form == "values" and field.refers_to is not None


def _is_names(field: Field) -> bool:
    # Other texts by language, such as a title's, do not name a record.
    return field.key == "names"


def _repeated(visit: Visit, field: str, ids: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, id in enumerate(ids):
        if id in seen:
            what = f"{brief_repr(id)} stands twice in {field}"
            yield Problem(visit.path_to(field, index), visit.name, what, "duplicate-link")
        seen.add(id)


def _alike(visits: Iterable[Visit]) -> Iterator[Problem]:
    owners: dict[tuple[str, bool], Visit] = {}
    for visit in visits:
        reported: set[int | None] = set()
        for place, name in _names(visit.record):
            compared = key(words(name))
            is_own = place[0] in _OWN
            for owner in _others(owners, compared, is_own):
                # Two records that share several names are one problem, at the first of them.
                if owner.index not in (visit.index, *reported):
                    reported.add(owner.index)
                    what = f"{brief_repr(name)} also means {owner.name}"
                    yield Problem(visit.path_to(*place), visit.name, what, "names-alike")
            owners.setdefault((compared, is_own), visit)


_OWN = ("id", "code", "name", "names")
"""Fields whose values belong to one record; abbreviations and aliases may be shared."""


def _others(owners: dict[tuple[str, bool], Visit], compared: str, is_own: bool) -> Iterator[Visit]:
    """Give the records before this one that a name may be taken for."""
    # Two abbreviations or aliases that are the same do not contradict each other.
    for kind in (True, False) if is_own else (True,):
        if compared and (compared, kind) in owners:
            yield owners[compared, kind]


def _names(record: Any) -> Iterator[tuple[Path, str]]:
    """Give everything under which a record is found, and where that stands in it."""
    for field in ("id", "code", "name", "abbreviation"):
        if (value := getattr(record, field, None)) is not None:
            yield (field,), value
    for language, name in record.names.items():
        yield ("names", language), name
    for index, alias in enumerate(getattr(record, "aliases", ())):
        yield ("aliases", index), alias
