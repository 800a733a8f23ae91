"""The partnerships that have ended, which a page leaves out unless they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..questions.ended import count_left_out
from ..questions.list import keys
from ..questions.selection import select
from ..store.part import part

if TYPE_CHECKING:
    from ..store.store import Store


def without_ended(store: Store) -> tuple[Store, int]:
    """Return a store without the partnerships that have ended, and how many these are.

    Departments are kept even if nothing else is left of them.
    """
    selection = select(store, "partnerships", {}, with_ended=False)
    current = keys(store, selection)
    if current is None:
        return store, 0
    found = part(store, current, whole=("department",))
    if store.language is not None:
        found.set_language(store.language)
    return found, count_left_out(store, selection)
