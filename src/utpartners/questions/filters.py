"""The filters of ``list`` and ``export``, from what people type to records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import names, spelling
from ..errors import NotFound
from .partnerships import Filters, statuses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.store import Store


def resolved(
    store: Store,
    status: Iterable[str] = (),
    country: Iterable[str] = (),
    dept: Iterable[str] = (),
    all_depts: bool = False,
) -> Filters:
    """The records that the names mean. Raises NotFound or Ambiguous."""
    return Filters(
        [_status(store, name) for name in status],
        [names.resolve(store, "country", name).record for name in country],
        [names.resolve(store, "department", name).record for name in dept],
        all_depts,
    )


def _status(store: Store, name: str) -> str:
    known = statuses(store)
    key = _key(name)
    fitting = [status for status in known if key and _key(status).startswith(key)]
    exact = [status for status in fitting if _key(status) == key]
    if len(exact or fitting) != 1:
        raise NotFound(
            f"there is no status {names.quoted(name)}", f"Known are {', '.join(known) or 'none'}."
        )
    return (exact or fitting)[0]


def _key(text: str) -> str:
    return spelling.key(spelling.words(text))
