"""The first and last day of a time, for SQL, which has no EDTF: 2026 ends on 31 December."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import edtf

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store.store import Store


def define_days(store: Store) -> None:
    """Define ``first_day(time)`` and ``last_day(time)`` for queries."""
    for name, end in (("first_day", 0), ("last_day", 1)):
        store.define(name, 1, _bound(end))


def _bound(end: int) -> Callable[[str | None], str | None]:
    def bound(when: str | None) -> str | None:
        try:
            return None if when is None else edtf.bounds(when)[end]
        except ValueError:
            # Nothing has checked a database, which may come from anyone: what is no time is no end.
            return None

    return bound
