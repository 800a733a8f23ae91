"""What ``check`` calls an error in a catalogue that is written nevertheless."""

from __future__ import annotations

from itertools import groupby
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from .. import model
from ..checks.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..diagnostics import Problem
    from ..store.store import Store


def errors(store: Store) -> Iterator[Problem]:
    """What ``check`` calls an error, and a catalogue can be asked and written with nevertheless."""
    told = cast("model.Catalogue", _told(store))
    for rule in RULES:
        if rule.severity == "error" and not rule.is_consistency:
            yield from rule.check(told)


def _told(store: Store) -> SimpleNamespace:
    """The records of a catalogue with what those rules ask about; read anew by each."""
    return SimpleNamespace(
        about=SimpleNamespace(sources=_Records(store, model.Source, "source", "title url")),
        countries=_Records(store, model.Country, "country", "code name"),
        initiatives=_Records(store, model.Initiative, "initiative", "id name website"),
        institutions=_Records(
            store, model.Institution, "institution",
            "id name country latitude longitude website ror",
        ),
        departments=_Records(store, model.Department, "department", "id name code website ror"),
        partnerships=_Partnerships(store),
    )  # fmt: skip


class _Records:
    """The records of a table with some of their keys, made as they are asked for."""

    def __init__(
        self, store: Store, record: Callable[..., model.Record], table: str, keys: str
    ) -> None:
        self._store = store
        self._record = record
        self._keys = keys.split()
        self._sql = f"SELECT {', '.join(self._keys)} FROM main.{table}"  # noqa: S608

    def __iter__(self) -> Iterator[model.Record]:
        for row in self._store.rows(self._sql):
            yield self._record(**dict(zip(self._keys, row, strict=True)))


class _Partnerships:
    """The partnerships with their names and agreements, made as they are asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __iter__(self) -> Iterator[model.Partnership]:
        for (id, name), rows in groupby(self._store.rows(_AGREEMENTS), lambda row: row[:2]):
            agreements = [model.Agreement(*row[2:]) for row in rows if row[2] is not None]
            yield model.Partnership(id=id, name=name, status="", members=[], agreements=agreements)


_AGREEMENTS = """SELECT p.id, p.name, a.kind, a.signed, a.ends
FROM main.partnership p LEFT JOIN main.agreement a ON a.partnership = p.pk
ORDER BY p.pk, a.position"""
