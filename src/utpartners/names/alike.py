"""Find, among names, those that may be another spelling of one: candidates, and never a match."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..similarity import MISSPELT, nearest_texts
from .university_words import SIDES, initials, telling, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

SHORTEST = 6
"""Letters from which a name may be misspelt: shorter ones are alike by chance."""

MOST, LOOKED_AT = 3, 20
"""Candidates that are returned, and names that are looked at for them."""


class Named(NamedTuple):
    """A name, and what it belongs to."""

    id: str
    name: str
    country: str | None


class Names:
    """Names with what they belong to, among which those like another are found.

    ``translate`` returns the words of a name in one language for all; without it, names in two
    languages are not seen to be alike.
    """

    def __init__(self, translate: Callable[[str], list[str]] | None = None) -> None:
        self._translate = translate
        self._by_form: dict[str, list[Named]] = {}
        self._by_initials: dict[str, list[Named]] = {}
        self._by_translation: dict[str, list[Named]] = {}
        self._by_country: dict[str | None, dict[str, Named]] = {}

    def add(self, name: str, id: str, country: str | None) -> None:
        """Add a name of something in a country."""
        words = words_of(name)
        named = Named(id, name, country)
        if form := telling(words):
            self._by_form.setdefault(form, []).append(named)
            self._by_country.setdefault(country, {}).setdefault(form, named)
        if letters := initials(words):
            self._by_initials.setdefault(letters, []).append(named)
        if translation := self._translated(name):
            self._by_translation.setdefault(translation, []).append(named)

    def like(self, name: str, country: str | None) -> list[Named]:
        """Return what has a name like this one, in the country if that is known; best first."""
        words = words_of(name)
        form = telling(words)
        found = [*self._by_form.get(form, ()), *self._shortened(name, words)]
        if translation := self._translated(name):
            found += self._by_translation.get(translation, ())
        if not found and len(form) >= SHORTEST:
            found = self._misspelt(form, country)
        distinct = {one.id: one for one in reversed(found) if _fits(one.country, country)}
        return list(reversed(distinct.values()))[:MOST]

    def _translated(self, name: str) -> str:
        return " ".join(sorted(self._translate(name))) if self._translate else ""

    def _shortened(self, name: str, words: list[str]) -> list[Named]:
        """Return the names of which one is the initials, or that are the initials of this one."""
        found: list[Named] = []
        if len(words) == 1 and 2 <= len(words[0]) <= 8 and name.isascii():
            found += self._by_initials.get(words[0], ())
        letters = initials(words)
        return [*found, *self._by_form.get(letters, ())] if len(letters) > 1 else found

    def _misspelt(self, form: str, country: str | None) -> list[Named]:
        known = self._by_country
        groups = (
            known.values() if country is None else (known.get(country, {}), known.get(None, {}))
        )
        return [
            group[near]
            for group in groups
            if group
            for near in nearest_texts(form, group.keys(), LOOKED_AT, MISSPELT)
            if _may_be_misspelt(form, near)
        ]


def _fits(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _may_be_misspelt(one: str, other: str) -> bool:
    """Return whether two forms differ by a slip, and not by a number or a point of the compass."""
    differing = set(one.split()) ^ set(other.split())
    return not any(word in SIDES or any(map(str.isdigit, word)) for word in differing)
