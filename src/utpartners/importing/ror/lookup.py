"""Look a name up in the index: from the very name to one that is only abbreviated alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ... import normalize
from ...names.find import LAST, with_words
from ...names.university_words import ABBREVIATED, OLD_FORMS
from .forms import forms
from .index import ACRONYM, ORGANISATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .index import Index
    from .organisation import Organisation

_BY_KEY = "SELECT DISTINCT record FROM spelling WHERE kind = :kind AND key = :key"

_BY_ORDER = "SELECT DISTINCT record FROM spelling WHERE kind = :kind AND unordered = :key"

_BY_FORM = "SELECT DISTINCT organisation FROM form WHERE form IN (SELECT value FROM json_each(:f))"

_BY_SHORT_FORM = """
SELECT DISTINCT organisation FROM short_form WHERE form IN (SELECT value FROM json_each(:f))
"""

SHORTEST_ACRONYM = 5
"""Letters of an acronym that means an organisation by itself; shorter ones mean many."""

LONGEST_ACRONYM = 12

MOST_FOUND = 50
"""Organisations of one name that are read."""


class Hits(NamedTuple):
    """What has a name."""

    how: str
    """``name``, ``words``, ``abbreviation`` or ``acronym``."""
    here: list[Organisation]
    """The organisations in the country asked for, or anywhere."""
    elsewhere: list[Organisation]
    """Those in other countries."""


def look_up(index: Index, name: str, country: str | None) -> Hits | None:
    """Return what is found by the first way that finds something in the country.

    Where there is none, return what the first way finds elsewhere.
    """
    elsewhere: Hits | None = None
    for how, keys in _steps(index, name):
        found = index.organisations(keys[:MOST_FOUND])
        here = [one for one in found if country is None or country in one.countries]
        hits = Hits(how, here, [one for one in found if one not in here])
        if here:
            return hits
        elsewhere = elsewhere or (hits if found else None)
    return elsewhere


def shortened(index: Index, name: str) -> list[Organisation]:
    """Return the organisations with a name that is this one and their own city or region."""
    rows = index.rows(_BY_SHORT_FORM, {"f": sorted(forms(name))})
    return index.organisations([key for (key,) in rows][:MOST_FOUND])


def named(index: Index, name: str) -> list[Organisation]:
    """Return the organisations of this very name."""
    return index.organisations(_exact(index, ORGANISATION, normalize.words(name))[:MOST_FOUND])


def _steps(index: Index, name: str) -> Iterator[tuple[str, list[int]]]:
    words = normalize.words(name)
    if not words or len(name) > normalize.LONGEST_NAME:
        return
    yield "name", [*_exact(index, ORGANISATION, words), *_otherwise(index, words)]
    bound = {"kind": ORGANISATION, "key": normalize.unordered(words)}
    yield "words", [key for (key,) in index.rows(_BY_ORDER, bound)]
    yield "words", [key for (key,) in index.rows(_BY_FORM, {"f": sorted(forms(name))})]
    yield "abbreviation", _abbreviated(index, name)
    if len(words) == 1 and 1 < len(words[0]) <= LONGEST_ACRONYM:
        yield "acronym", _exact(index, ACRONYM, words)


def _exact(index: Index, kind: str, words: list[str]) -> list[int]:
    bound = {"kind": kind, "key": normalize.key(words)}
    return [key for (key,) in index.rows(_BY_KEY, bound)]


_SAINT = {"st": "saint", "saint": "st"}


def _otherwise(index: Index, words: list[str]) -> list[int]:
    """Return the organisations of this very name with "St." or 學 written in the other way."""
    found = []
    for other in ([_SAINT.get(word, word) for word in words], _in_new_forms(words)):
        if other != words:
            found += _exact(index, ORGANISATION, other)
    return found


def _in_new_forms(words: list[str]) -> list[str]:
    return [word.translate(OLD_FORMS) for word in words]


_DOTTED = re.compile(r"(\w+)\.(?!\w)")

_STARTS = frozenset((*ABBREVIATED, "tech", "techn", "technol", "sci", "eng", "med", "agr", "agric"))
"""What is read as the start of a word without a full stop behind it."""


def _abbreviated(index: Index, name: str) -> list[int]:
    """Return the organisations with a name of which this one has starts of words."""
    words = sorted(set(normalize.words(name)))
    short = {normalize.folded(word) for word in _DOTTED.findall(name)} | _STARTS
    if len(words) < 2 or not short & set(words):
        return []
    ranges = [(word, word + LAST if word in short else word) for word in words]
    rows = with_words(index, [ORGANISATION], ranges)
    return list(dict.fromkeys(key for _, key, text, _ in rows if _is_shorter(words, short, text)))


def _is_shorter(words: list[str], short: set[str], name: str) -> bool:
    """Return whether each word of a name is meant by one of these words, and each by another one.

    The "St." of "St. Petersburg State University" is no start of the "State" that is there already.
    """
    left = set(normalize.words(name))
    if len(left) != len(words):
        return False
    whole = {word for word in words if word in left}
    return _pair([word for word in words if word not in whole], left - whole, short)


def _pair(words: list[str], left: set[str], short: set[str]) -> bool:
    """Return whether each word, if it may be short, is the start of a word of its own."""
    if not words:
        return not left
    first, *others = words
    return first in short and any(
        _pair(others, left - {word}, short) for word in left if word.startswith(first)
    )
