"""Names can be asked for, and tell records apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..diagnostics import Path, Problem, brief_repr
from ..normalize import key, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model import Catalogue


def empty_names(catalogue: Catalogue) -> Iterator[Problem]:
    """A name has a letter or a digit, so that people can ask for it."""
    for table, records in _tables(catalogue):
        for index, record in enumerate(records):
            if not words(record.name):
                what = f"the name {brief_repr(record.name)} has no letter and no digit"
                yield Problem((table, index, "name"), _who(table, record), what, "empty-name")


def names_alike(catalogue: Catalogue) -> Iterator[Problem]:
    """A name means one record of its kind.

    Names are compared as they are found: without case, accents, punctuation, *the*, *of* and
    *and*. Where two records share one, it is ambiguous, or they are the same thing told twice.
    Abbreviations and aliases may be shared among themselves (``UC``).
    """
    for table, records in _tables(catalogue):
        yield from _alike(table, records)


def _alike(table: str, records: Iterable[Any]) -> Iterator[Problem]:
    owners: dict[tuple[str, bool], tuple[int, Any]] = {}
    for index, record in enumerate(records):
        told: set[int] = set()
        for place, name in _names(record):
            spelt = key(words(name))
            is_own = place[0] in _OWN
            for first, owner in _others(owners, spelt, is_own):
                if first not in (index, *told):
                    told.add(first)
                    what = f"{brief_repr(name)} also means {_who(table, owner)}"
                    path = (table, index, *place)
                    yield Problem(path, _who(table, record), what, "names-alike")
            owners.setdefault((spelt, is_own), (index, record))


_OWN = ("id", "code", "name", "names")
"""Fields with what a record alone is called."""


def _others(
    owners: dict[tuple[str, bool], tuple[int, Any]], spelt: str, is_own: bool
) -> Iterator[tuple[int, Any]]:
    """The records before that a name may be taken for."""
    for kind in (True, False) if is_own else (True,):
        if spelt and (spelt, kind) in owners:
            yield owners[spelt, kind]


def _tables(catalogue: Catalogue) -> tuple[tuple[str, Iterable[Any]], ...]:
    return (
        ("initiative", catalogue.initiatives),
        ("country", catalogue.countries),
        ("institution", catalogue.institutions),
        ("department", catalogue.departments),
        ("partnership", catalogue.partnerships),
    )


def _who(table: str, record: Any) -> str:
    return f"{table} {brief_repr(getattr(record, 'id', None) or record.code)}"


def _names(record: Any) -> Iterator[tuple[Path, str]]:
    """Everything under which a record is found, and where that stands in it."""
    for field in ("id", "code", "name", "abbreviation"):
        if (value := getattr(record, field, None)) is not None:
            yield (field,), value
    for language, name in record.names.items():
        yield ("names", language), name
    for index, alias in enumerate(getattr(record, "aliases", ())):
        yield ("aliases", index), alias
