"""What SQL asks about time: the first and last day of an EDTF time, and the state of an agreement.

SQL has no EDTF, in which 2026 ends on 31 December.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import agreement_state, edtf

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store.store import Store


def define_days(store: Store) -> None:
    """Define ``first_day(time)`` and ``last_day(time)`` for queries."""
    for name, end in (("first_day", 0), ("last_day", 1)):
        store.define(name, 1, _bound(end))


def define_state(store: Store) -> None:
    """Define ``agreement_state(…)``, as :func:`utpartners.agreement_state.state`, for queries."""
    store.define("agreement_state", 5, agreement_state.state)


def _bound(end: int) -> Callable[[str | None], str | None]:
    def bound(when: str | None) -> str | None:
        try:
            return None if when is None else edtf.bounds(when)[end]
        except ValueError:
            # Nothing has checked a database, which may come from anyone: what is no time is no end.
            return None

    return bound
