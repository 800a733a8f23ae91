"""Several records as one: what any of them says is kept, and what contradicts it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..fields import fields_of
from ..formats.toml import values_text
from ..visible import visible
from .change import Removal
from .references import with_ids
from .rename import CODES, TYPES, keep_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .book import Document

PLACE = ("country", "city", "cities", "latitude", "longitude", "placement", "ror")
"""What says where an institution is, and which one: all of it is of one record."""

OF_NAMES = ("id", "name", "aliases", "former")
"""Keys that are names, which are kept as such."""

OF_ENDS = ("until", "successor")
"""Keys that say that a record has gone on as another one, which is now told by the merging."""


class Contradiction(NamedTuple):
    """A value of a record that goes, where the one that stays has another."""

    id: str
    key: str
    value: Any
    kept: Any


class Merged(NamedTuple):
    """A document after merging, and what is to be done and told besides."""

    document: Document
    removals: list[Removal]
    contradictions: list[Contradiction]


def merged(
    document: Document, kind: str, olds: Sequence[str], new: str, until: str | None
) -> Merged:
    """Return a document in which records have become one of them, ``new``.

    ``until`` is when the others had their names, unless they say so themselves.
    """
    after = with_ids(document, kind, dict.fromkeys(olds, new))
    places = {record["id"]: index for index, record in enumerate(document[kind])}
    heir = dict(after[kind][places[new]])
    removals, contradictions = [], []
    for old in olds:
        record = after[kind][places[old]]
        found = list(_united(heir, record, kind, until))
        contradictions += found
        removals.append(Removal(kind, places[old], places[new], tuple(_lines(old, found))))
    for key, value in list(heir.items()):
        if key in ("successor", "replaces") and fields_of(TYPES[kind])[key].refers_to == kind:
            _without_itself(heir, key, value, new)
    gone = {places[old] for old in olds}
    records = [
        heir if index == places[new] else record
        for index, record in enumerate(after[kind])
        if index not in gone
    ]
    return Merged({**after, kind: records}, removals, contradictions)


def _without_itself(heir: Document, key: str, value: Any, new: str) -> None:
    """Take a reference of the record to itself away, which those to the others have become."""
    if isinstance(value, list):
        heir[key] = [id for id in value if id != new]
    elif value == new:
        del heir[key]


def _united(
    heir: Document, record: Document, kind: str, until: str | None
) -> Iterator[Contradiction]:
    """Put what a record says into its heir; yield what contradicts."""
    _unite_names(heir, record, kind, until)
    fields = fields_of(TYPES[kind])
    is_elsewhere = any(heir.get(key) not in (None, record.get(key)) for key in ("country", "city"))
    for key, value in record.items():
        if key in (*OF_NAMES, CODES[kind]) or _is_told(heir, kind, key, value):
            continue
        if key in OF_ENDS or (key in PLACE and is_elsewhere):
            contradicts = heir.get(key) != value
        else:
            contradicts = _united_value(heir, key, value, fields[key].form)
        if contradicts:
            yield Contradiction(record["id"], key, _more(heir, key, value), heir.get(key))


def _unite_names(heir: Document, record: Document, kind: str, until: str | None) -> None:
    """Keep the names of a record as names that its heir had, or as its aliases."""
    for former in record.get("former", ()):
        known = [one["name"] for one in heir.get("former", ())]
        if former["name"] not in [heir["name"], *known]:
            heir["former"] = [*heir.get("former", ()), former]
    keep_name(heir, kind, record["name"], record.get("until") or until, is_name=True)
    others = (name for name in record.get("names", {}).values() if name not in _names(heir))
    for alias in (record.get(CODES[kind]), *record.get("aliases", ()), *others):
        if alias:
            keep_name(heir, kind, alias, None, is_name=False)


def _names(heir: Document) -> set[str]:
    """Return the names of a record in other languages, those that it takes over included."""
    return set(heir.get("names", {}).values())


def _is_told(heir: Document, kind: str, key: str, value: Any) -> bool:
    """Return whether the former name, or the merging itself, says what a value says."""
    if key == "until":
        return "former" in fields_of(TYPES[kind])
    return key == "successor" and value == heir["id"]


def _more(heir: Document, key: str, value: Any) -> Any:
    """Return the part of a value that the heir does not say: texts in some languages."""
    kept = heir.get(key)
    if isinstance(value, dict) and isinstance(kept, dict):
        return {name: one for name, one in value.items() if kept.get(name) != one}
    return value


def _united_value(heir: Document, key: str, value: Any, form: str) -> bool:
    """Unite a value with that of the heir; return whether they contradict each other."""
    kept = heir.get(key)
    if kept is None:
        heir[key] = value
        return False
    if kept == value:
        return False
    if form in ("values", "records"):
        heir[key] = [*kept, *(one for one in value if one not in kept)]
        return False
    if key == "note":
        heir[key] = kept if value in kept else f"{kept}\n\n{value}"
        return False
    if form in ("names", "lists"):
        return _united_languages(heir, key, value)
    return True


def _united_languages(heir: Document, key: str, value: dict[str, Any]) -> bool:
    """Unite texts by language; a text in a language that the heir has too contradicts."""
    kept = heir[key]
    heir[key] = {**value, **kept}
    if key == "notes":
        for language in value.keys() & kept.keys():
            if value[language] not in kept[language]:
                heir[key][language] = f"{kept[language]}\n\n{value[language]}"
        return False
    heir[key] = {**kept, **{name: one for name, one in value.items() if name not in kept}}
    # A name that the heir has otherwise in a language is one of its aliases now.
    return key != "names" and any(kept.get(name, one) != one for name, one in value.items())


def _lines(id: str, found: Sequence[Contradiction]) -> Iterator[str]:
    """Yield the comment lines that keep the values that contradict."""
    if found:
        yield f"# Also said of {visible(id)}, which is now merged into this record:"
    for one in found:
        for line in values_text({one.key: one.value}).removesuffix("\n").split("\n"):
            yield f"# {line}"
