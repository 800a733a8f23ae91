"""Two records of the same thing from two catalogues: their differences, and what one adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import normalize

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from .store import Store

    Record = dict[str, Any]

_NOT_COMPARED = {
    "country": ("name",),
    "institution": ("name", "abbreviation", "placement"),
    "department": (),
}
"""Fields that may differ, besides the id: every name is kept, as another name of the record."""

IN_WORDS = ("city", "name", "kind")

NEAR = 0.1
"""Degrees within which two positions may be those of one institution: about 11 km."""


def differences(
    kind: str, one: Record, other: Record, is_same_language: bool
) -> Iterator[tuple[str, Any, Any]]:
    """Return the fields in which two records differ, each with both values.

    A value that only one of them has is no difference. What is said in words is compared only where
    the catalogues have the same language.
    """
    for field in one:
        if field in ("pk", "id", "catalogue", "successor", *_NOT_COMPARED[kind]):
            continue
        old, new = one[field], other[field]
        if old is None or new is None or (field in IN_WORDS and not is_same_language):
            continue
        if not _agree(field, old, new):
            yield field, old, new


def language(store: Store) -> str:
    """Return the language of a catalogue; of several, that of the first."""
    (own,) = store.one(_LANGUAGE) or ("",)
    return str(own)


def _agree(field: str, old: Any, new: Any) -> bool:
    if field in ("latitude", "longitude"):
        return bool(abs(old - new) <= NEAR)
    if field == "website":
        return _address(old) == _address(new)
    return _key(old) == _key(new) if isinstance(old, str) else bool(old == new)


def _address(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").rstrip("/").casefold()


def _key(text: str) -> str:
    return normalize.key(normalize.words(text)) or text


def fill(connection: sqlite3.Connection, kind: str, one: Record, other: Record) -> Record:
    """Fill the empty fields of a record from the other one, and return what was filled."""
    fields = [name for name in one if one[name] is None and other[name] is not None]
    if "latitude" not in fields:  # how exact a position is belongs to that position
        fields = [name for name in fields if name != "placement"]
    filled = {name: other[name] for name in fields}
    if filled:
        assignments = ", ".join(f"{name} = :{name}" for name in filled)
        sql = f"UPDATE main.{kind} SET {assignments} WHERE pk = :pk"  # noqa: S608
        connection.execute(sql, {**filled, "pk": one["pk"]})
    return filled


_LANGUAGE = "SELECT language FROM main.catalogue ORDER BY pk LIMIT 1"
_TRANSLATIONS = """SELECT language, text FROM main.translation
WHERE kind = :kind AND record = :pk ORDER BY position"""
_TEXTS = "SELECT text FROM main.{table} WHERE kind = :kind AND record = :pk ORDER BY position"
_NEXT = "SELECT count(*) FROM main.{table} WHERE kind = :kind AND record = :pk"


def unite_texts(whole: Store, store: Store, kind: str, one: Record, other: Record) -> None:
    """Add the names and evidence that only the record of ``store`` has to that of the whole.

    A name in a language that the first has none in is its name in that language, else an alias.
    """
    here, there = {"kind": kind, "pk": one["pk"]}, {"kind": kind, "pk": other["pk"]}
    languages = {language(whole), *(spoken for spoken, _ in whole.rows(_TRANSLATIONS, here))}
    known = {_key(name) for name in _names(whole, one, here)}
    for spoken, text in [(language(store), other["name"]), *store.rows(_TRANSLATIONS, there)]:
        if _key(text) not in known and spoken not in languages:
            _append(whole, "translation", here, spoken, text)
            languages.add(spoken)
            known.add(_key(text))
    for text in _names(store, other, there):
        if _key(text) not in known:
            _append(whole, "alias", here, text)
            known.add(_key(text))
    evidence = {text for (text,) in whole.rows(_TEXTS.format(table="evidence"), here)}
    for (text,) in store.rows(_TEXTS.format(table="evidence"), there):
        if text not in evidence:
            _append(whole, "evidence", here, text)


def _names(store: Store, record: Record, of_it: Record) -> list[str]:
    """Return every name of a record."""
    fields = [record.get(field) for field in ("id", "code", "name", "abbreviation")]
    translations = [text for _, text in store.rows(_TRANSLATIONS, of_it)]
    aliases = [text for (text,) in store.rows(_TEXTS.format(table="alias"), of_it)]
    return [name for name in (*fields, *translations, *aliases) if name]


def _append(whole: Store, table: str, of_it: Record, *values: str) -> None:
    (position,) = whole.one(_NEXT.format(table=table), of_it) or (0,)
    row = (of_it["kind"], of_it["pk"], position, *values)
    marks = ", ".join("?" * len(row))
    whole.connection.execute(f"INSERT INTO main.{table} VALUES ({marks})", row)  # noqa: S608
