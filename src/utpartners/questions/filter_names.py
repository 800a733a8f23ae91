"""The values of filters by name: what a text may mean, exactly or in part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import geography, names, normalize
from ..i18n import in_other_languages
from ..store.distinct import distinct_values
from ..vocabulary import word
from .vocabularies import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..store.store import Store
    from .filter import Value


def _words_in(column: str, table: str) -> str:
    return f"SELECT value, NULL FROM ({distinct_values(column, table)})"  # noqa: S608


WORDS: Mapping[Value, tuple[str, str]] = {
    "status": ("status", STATUSES),
    "kind": ("kind of activity", _words_in("kind", "activity")),
    "agreement kind": ("kind of agreement", _words_in("kind", "agreement")),
    "department kind": (
        "kind of department",
        "SELECT DISTINCT kind, NULL FROM department WHERE kind IS NOT NULL ORDER BY kind",
    ),
    "person": ("person", "SELECT id, name FROM person ORDER BY pk"),
}
"""What the words of a short list are called, and the query for those that the catalogue has, each
with its name where it has one."""

_OTHER_NAMES = """SELECT r.id, t.text FROM main.{kind} r
JOIN main.translation t ON t.kind = '{kind}' AND t.record = r.pk ORDER BY r.pk, t.position"""

NAMED: tuple[Value, ...] = ("status", "person")
"""Those of which the catalogue has names, in several languages."""

COMMA = re.compile("[,\uff0c\u3001]")
"""What separates several values in one text."""


def split(store: Store, value: Value, text: str) -> list[str]:
    """Return the parts of a text between its commas; the text itself where it is a name."""
    if not COMMA.search(text) or exact(store, value, text):
        return [text]
    return [part.strip() for part in COMMA.split(text) if part.strip()] or [text]


def words_of(store: Store, value: Value) -> dict[str, str]:
    """Return the words that the catalogue has for a filter of a short list, such as statuses.

    Each has what people see of it.
    """
    return {one: name or word(one) for one, name in store.rows(WORDS[value][1])}


def _key(text: str) -> str:
    return normalize.key(normalize.words(text))


def fitting(store: Store, value: Value, text: str, *, whole: bool) -> dict[str, list[str]]:
    """Return the words that a text is, or the start of, by folded word: all that differ in case.

    A word can be typed as the catalogue has it, and as it is shown in the language in use. In other
    letters than those of the Latin alphabet it can be typed whatever the language in use is. What
    has names is found by any of them.
    """
    typed = _key(text)
    found: dict[str, dict[str, None]] = {}
    for one, name in _named_words(store, value) if typed else ():
        others = [] if text.isascii() else in_other_languages(one)
        keys = [_key(text) for text in (one, word(one), name, *others) if text]
        if value == "person":  # people are called by a part of their name
            keys += [] if whole else _later_words(name)
        if typed in keys if whole else any(key.startswith(typed) for key in keys):
            found.setdefault(keys[0], {})[one] = None
    return {key: list(words) for key, words in found.items()}


def _named_words(store: Store, value: Value) -> Iterator[tuple[str, str | None]]:
    """Yield the words of a short list, once for each name."""
    yield from store.rows(WORDS[value][1])
    if value in NAMED:
        yield from store.rows(_OTHER_NAMES.format(kind=value))


def _later_words(name: str | None) -> list[str]:
    """Return the keys of a name without its first words."""
    words = normalize.words(name or "")
    return [normalize.key(words[place:]) for place in range(1, len(words))]


class Found(NamedTuple):
    """What a text may mean as a value of a filter."""

    key: Any
    """What tells it from others."""
    typed: str
    """What names it without doubt."""
    label: str
    """What people call it."""
    former: names.Match | None = None
    """What matched, if that is a name which is no longer in use."""


def exact(store: Store, value: Value, text: str) -> list[Found]:
    """Return the values of a filter of which a text is the very name."""
    return _found(store, value, text, whole=True)


def part(store: Store, value: Value, text: str) -> list[Found]:
    """Return the values of a filter of whose name a text is a part."""
    return _found(store, value, text, whole=False)


def _found(store: Store, value: Value, text: str, *, whole: bool) -> list[Found]:
    if value in WORDS:
        known = fitting(store, value, text, whole=whole)
        said = words_of(store, value) if known else {}
        return [Found(key, some[0], said[some[0]]) for key, some in known.items()]
    if value == "region":
        codes = geography.region_codes(text) if not whole or geography.is_region(text) else []
        return [Found(code, geography.region_name(code), "") for code in codes]
    return _records_named(store, value, text, whole=whole)


KINDS: Mapping[Value, Sequence[str]] = {
    "country": ["country"],
    "department": ["department"],
    "partner": ["partnership", "institution"],
    "home": ["institution"],
}
"""The kinds of record that a filter names."""


def _records_named(store: Store, value: Value, text: str, *, whole: bool) -> list[Found]:
    look = names.exact if whole else names.part
    matches = look(store, KINDS[value], text) if len(text) <= names.LONGEST_NAME else []
    found = records(store, value, matches)
    if not found and value == "country" and whole and (code := geography.country_code(text)):
        return [Found(code, code, geography.country_name(code))]
    return found


def records(store: Store, value: Value, matches: Sequence[names.Match]) -> list[Found]:
    """Return the values of a filter that matches of names stand for."""
    if value == "partner":
        # Most selections need nothing of the question that shows a partnership.
        from .partnership_names import expand_members

        matches = expand_members(store, matches)
    labels = names.labels(store, matches)
    return [
        Found(match.record, label.full_id, label.name, match if match.former_of else None)
        for match, label in zip(matches, labels, strict=True)
        if value != "home" or label.id in store.homes
    ]
