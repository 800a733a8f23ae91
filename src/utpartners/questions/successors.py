"""What became of an institution or department that is no longer there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import names
from ..i18n import translated
from ..time_words import shown_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..names import Match
    from ..store.store import Store

_SUCCESSOR = "SELECT successor, until FROM main.{kind} WHERE pk = :record"


def succeeding(store: Store, matches: Sequence[Match]) -> list[Match]:
    """Return institutions without a partnership, or what they became.

    A note says which one each became.
    """
    found = []
    for match in matches:
        heir = _heir(store, match)
        if heir is not match:
            _tell(store, match, heir)
        found.append(heir)
    return list(dict.fromkeys(found))


def tell_successor(store: Store, match: Match) -> None:
    """Note what a department became that is no longer there."""
    heir = _heir(store, match)
    if heir is not match:
        _tell(store, match, heir)


def _heir(store: Store, match: Match) -> Match:
    """Return the last of those that a record became, one after the other; itself without any."""
    passed = {match.record}
    heir = match
    while heir.kind != "partnership":
        row = store.one(_SUCCESSOR.format(kind=heir.kind), {"record": heir.record})
        if row is None or row[0] is None or row[0] in passed:
            break
        passed.add(row[0])
        heir = heir._replace(record=row[0], former_of=None)
    return heir


def _tell(store: Store, match: Match, heir: Match) -> None:
    before, after = names.labels(store, [match, heir])
    (_, until) = store.one(_SUCCESSOR.format(kind=match.kind), {"record": match.record}) or (0, 0)
    became = translated("{name} is now {successor}.")
    if until:
        became = translated("{name}, until {until}, is now {successor}.")
    store.notes.append(
        became.format(
            name=f"{before.name} ({before.full_id})",
            successor=f"{after.name} ({after.full_id})",
            until=shown_time(until) if until else "",
        )
    )
