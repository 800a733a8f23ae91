"""Plan the changes of a catalogue: what is added once, and which of two values of a field wins.

Nothing is deleted. A value that somebody wrote into the catalogue wins over the sheet, unless the
sheet is preferred; one that an earlier import took from the sheet follows the sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import normalize
from ..i18n import translated
from .plan import KEYS, TABLES, Plan
from .taken import Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .entries import Entry
    from .plan import Place

LONGEST_ID = 60


class Planner:
    """Collects what is to change in a document, and what is taken from the sheet."""

    def __init__(
        self, document: dict[str, Any], before: Taken, *, prefer_sheet: bool = False
    ) -> None:
        self.document = document
        self.plan = Plan()
        self.before = before
        """What an earlier import took."""
        self.taken = Taken()
        """What is taken this time."""
        self._prefer_sheet = prefer_sheet
        self._indexes = {
            table: {one[KEYS.get(table, "id")]: i for i, one in enumerate(document.get(table, ()))}
            for table in TABLES
        }
        self._new: set[tuple[str, str]] = set()

    def index(self, table: str, key: str) -> int | None:
        """Return which record of a table of the catalogue has a key."""
        return self._indexes[table].get(key)

    def add(self, table: str, record: dict[str, Any]) -> None:
        """Add a record, unless there is one with its key."""
        key = record[KEYS.get(table, "id")]
        if key not in self._indexes[table] and (table, key) not in self._new:
            self._new.add((table, key))
            self.plan.added[table].append(record)

    def free_id(self, table: str, name: str) -> str:
        """Return an id for something called so, which nothing has."""
        slug = normalize.slug(name)[:LONGEST_ID].strip("-") or table
        id, number = slug, 2
        while id in self._indexes[table] or (table, id) in self._new:
            id = f"{slug}-{number}"
            number += 1
        return id

    def note(self, name: str, record: dict[str, Any]) -> None:
        """Note all values of a record as taken from the sheet."""
        for field, value in record.items():
            if field not in ("id", "members", "agreement"):
                self.taken.put(name, field, value)

    def set_values(
        self, place: Place, name: str, current: dict[str, Any], said: dict[str, Any], entry: Entry
    ) -> None:
        """Set what the sheet says of a record, unless somebody has written otherwise."""
        for field, value in said.items():
            before = self.before.get(name, field)
            self.taken.put(name, field, value)
            now = current.get(field)
            if now == value:
                continue
            is_by_hand = before != now if before is not None or now else False
            if not is_by_hand or self._prefer_sheet:
                self.plan.set(place, field, value)
                entry.state = "changed" if entry.state == "same" else entry.state
            elif before != value:  # else the sheet says what it always said
                kept = translated("{field} stays {now}, written by hand; the sheet has {value}")
                entry.remarks.append(kept.format(field=field, now=_shown(now), value=_shown(value)))
                self.taken.put(name, field, before if before is not None else value)

    def extend(
        self,
        place: Place,
        name: str,
        field: str,
        current: dict[str, Any],
        said: Sequence[str],
        key: Callable[[str], str] = str,
    ) -> list[str]:
        """Add to a list what it lacks and nobody has removed; return what is added.

        ``key`` returns what is equal for two values that say the same.
        """
        now = current.get(field, [])
        earlier = self.before.get(name, field) or []
        self.taken.put(name, field, sorted({*earlier, *said}))
        known = {*map(key, now)}
        more = [one for one in said if key(one) not in known and one not in earlier]
        if more:
            self.plan.set(place, field, [*now, *more])
        return more


def _shown(value: Any) -> str:
    if value is None:
        return translated("empty")
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
