"""The filters of ``list`` and ``export``, from what people type to records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import names, normalize
from ..errors import NotFound
from .list import Filters, statuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..store.store import Store


def resolved(
    store: Store,
    status: Iterable[str] = (),
    country: Iterable[str] = (),
    dept: Iterable[str] = (),
    all_depts: bool = False,
    since: int | None = None,
    inactive_since: int | None = None,
    home: Iterable[str] = (),
) -> Filters:
    """The records that the names mean. Raises NotFound or Ambiguous."""
    known = statuses(store) if status else []
    return Filters(
        [_one_of(known, "status", name) for name in status],
        [names.resolve_one(store, "country", name).record for name in country],
        [names.resolve_one(store, "department", name).record for name in dept],
        all_depts,
        since,
        inactive_since,
        [_home(store, name) for name in home],
    )


def _home(store: Store, name: str) -> str:
    """Id of the home institution that a name means. Raises Ambiguous or NotFound."""
    matches = names.matches(store, ["institution"], name)
    labels = dict(zip(matches, names.labels(store, matches), strict=True))
    homes = [match for match in matches if labels[match].id in store.homes]
    if not homes:
        raise NotFound(
            f"there is no home {names.quoted(name)}", f"Known are {', '.join(store.homes)}."
        )
    if len(homes) > 1:
        raise names.ambiguous(store, homes, name)
    return labels[homes[0]].id


def activities_of(
    store: Store, partner: Iterable[str], dept: Iterable[str], kind: Iterable[str]
) -> tuple[list[int], list[int], list[str]]:
    """Keys of the partnerships and departments, and the kinds of activity, that the names mean."""
    from .show import meant
    from .timeline import kinds

    return (
        [key for name in partner for key in meant(store, name)[0]],
        [names.resolve_one(store, "department", name).record for name in dept],
        [_one_of(kinds(store), "kind of activity", name) for name in kind],
    )


def _one_of(known: Sequence[str], what: str, name: str) -> str:
    """The word of a short list that a person typed, or the start of it. Raises NotFound."""
    key = _key(name)
    fitting = [word for word in known if key and _key(word).startswith(key)]
    exact = [word for word in fitting if _key(word) == key]
    if len(exact or fitting) != 1:
        raise NotFound(
            f"there is no {what} {names.quoted(name)}", f"Known are {', '.join(known) or 'none'}."
        )
    return (exact or fitting)[0]


def _key(text: str) -> str:
    return normalize.key(normalize.words(text))
