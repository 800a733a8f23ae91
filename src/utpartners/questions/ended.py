"""Which partnerships have ended, and what a question that leaves them out says of them.

:func:`utpartners.checks.register.is_over` says the same of records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import agreement_state
from ..i18n import translated
from . import conditions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..store.store import Store
    from .selection import Selection

_ENDED_STATUS = f"""
SELECT 1 FROM ({conditions.ENDED_STATUSES}) WHERE status IN (SELECT value FROM json_each(:status))
"""  # noqa: S608

_COUNT = f"SELECT count(*) FROM partnership p WHERE {{where}} AND {conditions.ENDED}"  # noqa: S608

_ANY = f"SELECT 1 FROM partnership p WHERE {conditions.ENDED} LIMIT 1"  # noqa: S608

_NAMES_THEM = ("current", "ended", "all", "partner")
"""The filters that say whether ended partnerships are meant, or name one."""


def has_ended(store: Store) -> str:
    """Return the condition on a partnership ``p`` that has ended, for queries of a store."""
    define_today(store)
    return f"coalesce({conditions.ENDED}, 0)"


def define_today(store: Store) -> None:
    """Define ``today()`` for queries: the day that conditions are about."""
    store.define("today", 0, agreement_state.today)


def asks_for_ended(store: Store, values: Mapping[str, Any]) -> bool:
    """Return whether values of filters say themselves what of ended partnerships is meant.

    Whoever asks for one by its name, or for a status that means the end, wants to see it.
    """
    if not values.keys().isdisjoint(_NAMES_THEM):
        return True
    if "status" not in values:
        return False
    return store.one(_ENDED_STATUS, {"status": values["status"]}) is not None


def left_out(store: Store, selection: Selection) -> tuple[str, ...]:
    """Return the footnote on the ended partnerships that a selection leaves out."""
    if not selection.leaves_out_ended:
        return ()
    count = count_left_out(store, selection)
    if not count:
        return ()
    one = translated("Left out: {count} partnership that has ended; --all includes it.")
    several = translated("Left out: {count} partnerships that have ended; --all includes them.")
    return ((one if count == 1 else several).format(count=f"{count:,}"),)


def count_left_out(store: Store, selection: Selection) -> int:
    """Return the number of ended partnerships that a selection leaves out."""
    # Indexes say at once whether any has ended, before those of a region, say, are looked at.
    if selection.is_filtered and not store.one(_ANY):
        return 0
    sql = _COUNT.format(where=selection.with_ended().condition)
    (count,) = store.one(sql, selection.values) or (0,)
    return int(count)
