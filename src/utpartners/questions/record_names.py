"""The names that documents show in the place of ids and codes, which only programs need."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from ..i18n import translated
from .multi_home import has_several, home_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..answers import Facts, Names
    from ..store.store import Store

_NAMES = {
    "department": "SELECT {home} AS home, d.code, d.name FROM department d",
    "institution": "SELECT '', i.id, i.name FROM institution i",
    "partnership": "SELECT {home} AS home, p.id, p.name FROM partnership p",
}
"""The home, the id or code, and the name of all records of a kind."""


def namers(store: Store, /, home: str = "", **kinds: str) -> Names:
    """Return what gives the names for columns with ids or codes of records of some kinds.

    ``kinds`` says the kind of each column: ``departments="department"``. The records are those of
    the ``home`` of a row, or of the one that is given. Nothing is read before a name is wanted.
    """
    read = cache(partial(_read, store))

    def name(row: Facts, key: str, kind: str) -> Any:
        value, names = row[key], read(kind)
        own = "" if kind == "institution" else row.get("home", home)
        if isinstance(value, list):
            return [names.get((own, one), one) for one in value]
        return names.get((own, value), value)

    return {
        column: partial(name, key=column.rpartition(".")[2], kind=kind)
        for column, kind in kinds.items()
    }


def _read(store: Store, kind: str) -> Mapping[tuple[str, str], str]:
    record = {"department": "d", "partnership": "p"}.get(kind, "")
    home = home_of(record) if record and has_several(store) else "''"
    return {(home, id): name for home, id, name in store.rows(_NAMES[kind].format(home=home))}


_KIND_OF_GROUP = {
    "by department": "department",
    "in force by department": "department",
    "most departments": "partnership",
    "most shared partnerships": "department",
}
"""The kind of the records that a group of counts names."""


def counted_names(store: Store) -> Names:
    """Return what gives the names of what is counted: a row has a group and an item."""
    read = cache(partial(_read, store))
    several = has_several(store)

    def named(text: str, kind: str) -> str | None:
        home, slash, id = text.partition("/") if several else ("", "", text)
        return read(kind).get((home, id)) if slash or not several else None

    def pair(text: str) -> str:
        # A code may have "and" in it, too: the two are those that are codes.
        word = translated(" and ")
        parts = text.split(word)
        for place in range(1, len(parts)):
            both = (word.join(parts[:place]), word.join(parts[place:]))
            found = [named(one, "department") for one in both]
            if all(found):
                return word.join(filter(None, found))
        return text

    def item(row: Facts) -> Any:
        group, text = row["group"], str(row["item"])
        kind = _KIND_OF_GROUP.get(group)
        if kind is None:
            return row["item"]
        return pair(text) if group.startswith("most shared") else named(text, kind) or text

    return {"item": item}
