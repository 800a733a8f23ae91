"""Read the values of filters: what a person typed becomes what SQL compares.

Each function raises UsageError, NotFound or Ambiguous for what means nothing, or several things.
The command line imports this module with the declarations of filters: what only the reading needs
is imported when a value is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..names import Match
    from ..store.store import Store


def read_records(kind: str) -> Callable[[Store, Sequence[str]], list[int]]:
    """Return what reads names as keys of the records of a kind, each once."""

    def read(store: Store, texts: Sequence[str]) -> list[int]:
        from .. import names

        found = (names.resolve_one(store, kind, text).record for text in texts)
        return list(dict.fromkeys(found))

    return read


def read_partners(store: Store, texts: Sequence[str]) -> list[int]:
    """Read names of partnerships, or of members of them, as keys of partnerships."""
    from .show import resolve_partnerships

    return [key for text in texts for key in resolve_partnerships(store, text)[0]]


def read_homes(store: Store, texts: Sequence[str]) -> list[str]:
    """Read names of institutions as ids of homes."""
    return [_home(store, text) for text in texts]


def _home(store: Store, text: str) -> str:
    from .. import names
    from ..errors import NotFound

    found = names.matches(store, ["institution"], text)
    labels: dict[Match, names.Label] = dict(zip(found, names.labels(store, found), strict=True))
    homes = [match for match in found if labels[match].id in store.homes]
    if not homes:
        raise NotFound(
            f"there is no home {names.quoted(text)}", f"Known are {', '.join(store.homes)}."
        )
    if len(homes) > 1:
        raise names.ambiguous(store, homes, text)
    return labels[homes[0]].id


def read_words(what: str, column: str, table: str) -> Callable[[Store, Sequence[str]], list[str]]:
    """Return what reads the different words of a column, or starts of them."""
    statement = f"SELECT DISTINCT {column} FROM {table} ORDER BY {column}"  # noqa: S608

    def read(store: Store, texts: Sequence[str]) -> list[str]:
        known = [word for (word,) in store.rows(statement)]
        return [_word(known, what, text) for text in texts]

    return read


def _word(known: Sequence[str], what: str, text: str) -> str:
    from .. import names, normalize
    from ..errors import NotFound

    key, *keys = (normalize.key(normalize.words(one)) for one in (text, *known))
    exact = [word for word, own in zip(known, keys, strict=True) if key and own == key]
    fitting = exact or [
        word for word, own in zip(known, keys, strict=True) if key and own.startswith(key)
    ]
    if len(fitting) != 1:
        raise NotFound(
            f"there is no {what} {names.quoted(text)}", f"Known are {', '.join(known) or 'none'}."
        )
    return fitting[0]


def read_year(_: Store, year: int) -> str:
    """Write a year as days begin, so that it compares with them as a text."""
    return f"{year:04}"


def read_day(option: str, end: int) -> Callable[[Store, str], str]:
    """Return what reads an EDTF time as its first (``end`` 0) or last day (1)."""

    def read(_: Store, text: str) -> str:
        from .. import edtf
        from ..errors import UsageError

        try:
            return edtf.bounds(text)[end]
        except ValueError as error:
            raise UsageError(f"{option}: {error}") from error

    return read
