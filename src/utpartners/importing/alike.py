"""Find names that may be another spelling of one name. What is found is a candidate, no match."""

from __future__ import annotations

from typing import NamedTuple

from .. import normalize
from ..similarity import nearest_texts

ABBREVIATED = {
    "univ": "university", "uni": "university", "inst": "institute", "natl": "national",
    "coll": "college", "acad": "academy", "fac": "faculty", "dept": "department", "sch": "school",
    "grad": "graduate", "ctr": "centre", "center": "centre",
}  # fmt: skip
"""Abbreviations that everybody reads alike."""

GENERIC = frozenset(
    (
        "university", "universitat", "universite", "universidad", "universita", "universitas",
        "universitet", "universiteit",
        "universidade", "uniwersytet", "univerzita", "yliopisto", "egyetem", "de", "la", "le",
        "du", "di", "der", "des",
        "fur", "at", "in", "zu", "del", "do", "da", "van", "i", "av", "for",
    )
)  # fmt: skip
"""Words that tell no universities apart."""

_SIDES = frozenset(
    (
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "upper",
        "lower",
    )
)

_OLD_FORMS = str.maketrans("學國臺灣廣澤濱縣關東兩醫藥華", "学国台湾広沢浜県関東両医薬華")

LEAST, SHORTEST = 84, 6
"""Score and letters from which misspelt names are alike."""


def words_of(name: str) -> list[str]:
    """Return the words of a name, abbreviations written out."""
    return [ABBREVIATED.get(word, word) for word in normalize.words(name)]


def key_of(name: str) -> str:
    """Return what is equal for two spellings of a name that differ in abbreviations only."""
    return normalize.key(words_of(name)) or name


class Names:
    """Names with what they belong to, among which those like another are found."""

    def __init__(self) -> None:
        self._by_words: dict[str, list[_Entry]] = {}
        self._by_initials: dict[str, list[_Entry]] = {}
        self._by_country: dict[str | None, dict[str, _Entry]] = {}

    def add(self, name: str, id: str, country: str | None) -> None:
        """Add a name of something in a country."""
        words = words_of(name)
        entry = _Entry(id, name, country)
        form = _form(words)
        if form:
            self._by_words.setdefault(form, []).append(entry)
            self._by_country.setdefault(country, {}).setdefault(form, entry)
        for initials in _initials(words):
            self._by_initials.setdefault(initials, []).append(entry)

    def like(self, name: str, country: str | None) -> list[_Entry]:
        """Return what has a name like this one, in the country if that is known; best first."""
        words = words_of(name)
        form = _form(words)
        found = list(self._by_words.get(form, ()))
        if len(words) == 1 and 2 <= len(words[0]) <= 8 and name.isascii():
            found += self._by_initials.get(words[0], ())
        found += [
            e for one in _initials(words) for e in self._by_words.get(one, ()) if len(one) > 1
        ]
        if not found and len(form) >= SHORTEST:
            found = self._misspelt(form, country)
        distinct = {entry.id: entry for entry in reversed(found) if _fits(entry.country, country)}
        return list(reversed(distinct.values()))[:3]

    def _misspelt(self, form: str, country: str | None) -> list[_Entry]:
        known = self._by_country
        groups = (
            known.values() if country is None else (known.get(country, {}), known.get(None, {}))
        )
        return [
            group[near]
            for group in groups
            if group
            for near in nearest_texts(form, group.keys(), 3, LEAST)
            if _may_be_misspelt(form, near)
        ]


class _Entry(NamedTuple):
    id: str
    name: str
    country: str | None


def _form(words: list[str]) -> str:
    """Return the words that tell a name apart, in the order of the alphabet."""
    telling = [word for word in words if word not in GENERIC] or words
    return " ".join(sorted(telling)).translate(_OLD_FORMS)


def _initials(words: list[str]) -> set[str]:
    if len(words) < 2 or not all(word.isascii() for word in words):
        return set()
    return {"".join(word[0] for word in words)}


def _fits(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _may_be_misspelt(one: str, other: str) -> bool:
    """Return whether two forms differ by a slip, and not by a number or a point of the compass."""
    differing = set(one.split()) ^ set(other.split())
    return not any(word in _SIDES or any(map(str.isdigit, word)) for word in differing)
