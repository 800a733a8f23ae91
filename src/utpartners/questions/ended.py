"""Which partnerships have ended, for SQL: by their status, or as their last day is over.

:func:`utpartners.checks.register.is_over` says the same of records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import agreement_state

if TYPE_CHECKING:
    from ..store.store import Store


def has_ended(store: Store, record: str = "p") -> str:
    """Return the condition on a partnership that has ended, for queries of a store.

    ``record`` is what the query calls the partnership.
    """
    store.define("today", 0, agreement_state.today)
    return f"""(coalesce({record}.end_day < today(), 0) OR coalesce(
  (SELECT s.ended FROM main.status s WHERE s.id = {record}.status
    AND s.catalogue = {record}.catalogue),
  lower(trim({record}.status)) = 'ended'))"""  # noqa: S608
