"""The one record that a text means, or several named one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import normalize
from ..errors import NotFound
from .finding import exact, find, part
from .label import quoted
from .unclear import ambiguous, not_found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..store.store import Store
    from .match import Match

    Settle = Callable[[Store, Sequence[Match]], list[Match]]

MOST_WORDS = 20
"""Words of the longest name that is tried when several names follow each other."""


def resolve(store: Store, kind: str, text: str) -> Match:
    """The one record of a kind that a text means. Raises Ambiguous or NotFound."""
    matches = find(store, [kind], text)
    if not matches:
        raise not_found(store, [kind], text)
    return _only(store, matches, text)


def sequence(
    store: Store, kinds: Sequence[str], words: Sequence[str], settle: Settle | None = None
) -> list[Match]:
    """Several records named one after the other, in words as a shell passes them.

    Read greedily: the most words that are together a name, else the most that are part of one.
    ``settle`` says which records several matches of a name come down to.
    Raises Ambiguous or NotFound.
    """
    found: list[Match] = []
    rest = list(words)
    while rest:
        match, taken = _first(store, kinds, rest, settle or _as_they_are)
        found.append(match)
        rest = rest[taken:]
    return list({match[:2]: match for match in found}.values())


def _as_they_are(store: Store, matches: Sequence[Match]) -> list[Match]:
    return list(matches)


def _first(
    store: Store, kinds: Sequence[str], words: Sequence[str], settle: Settle
) -> tuple[Match, int]:
    """The record that the first words name, and how many words that took."""
    lengths = range(min(len(words), MOST_WORDS), 0, -1)
    starts = [(" ".join(words[:length]), length) for length in lengths]
    for look in (exact, _whole_of_cut, part):
        for text, length in starts:
            if matches := settle(store, look(store, kinds, text)):
                return _only(store, matches, text), length
    raise not_found(store, kinds, " ".join(words))


def _only(store: Store, matches: Sequence[Match], text: str) -> Match:
    if len(matches) > 1:
        raise ambiguous(store, matches, text)
    return matches[0]


_CUT = """
SELECT code FROM department
WHERE 'department' IN (SELECT value FROM json_each(:kinds))
  AND lower(substr(code, 1, length(:start))) = lower(:start)
  AND substr(ltrim(substr(code, length(:start) + 1)), 1, 1) = '&'
"""


def _whole_of_cut(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """Refuse the first half of a code with ``&``: the shell took the rest for another command."""
    row = store.one(_CUT, {"kinds": kinds, "start": text}) if normalize.words(text) else None
    if row is None:
        return []
    whole = row[0]
    raise NotFound(
        f"there is no {kinds[0]} {quoted(text)}",
        f"The shell reads a bare & itself and cuts off the rest. Did you mean {quoted(whole)}?\n"
        f"Quote it, as here, or write {normalize.slug(whole)}.",
    )
