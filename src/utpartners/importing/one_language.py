"""Say what a university's name would be in one language, to see that names in two are alike.

Only what is in nearly every name is translated: the kind of university, its city, its country.
Names that are equal then are candidates for a person to decide, and never a match.
"""

from __future__ import annotations

import re
from functools import cache

from .. import normalize
from ..names.university_words import GENERIC, words_of
from .countries import names as country_names
from .languages import cities
from .meaning_words import CITIES, MEANINGS

SHORTEST_OF_COUNTRY = 4
"""Letters of the shortest country that is recognised within a name: shorter ones are also words."""


@cache
def _meanings() -> dict[str, str]:
    """Return the meaning of each word; a meaning that is no word of a name begins with a mark."""
    found: dict[str, str] = {}
    for name, code in country_names().items():
        if len(name) >= SHORTEST_OF_COUNTRY or not name.isascii():
            found[name] = f"@{code}"
    for city, spelling in cities():
        found[normalize.key(normalize.words(spelling))] = city
    for entry in CITIES.split("·"):
        spellings = [normalize.key(normalize.words(one)) for one in re.split(r"[/\s]+", entry)]
        known = [one for one in spellings if one]
        found.update(dict.fromkeys(known, known[0]))
    found.update(dict.fromkeys(GENERIC, ""))
    for meaning, words in MEANINGS.items():
        found.update(dict.fromkeys(map(normalize.folded, words.split()), meaning))
    return found


@cache
def _unspaced() -> re.Pattern[str]:
    """Return the pattern of the known words in scripts without blanks, the longest first."""
    known = [word for word in _meanings() if not word.isascii() and len(word) > 1]
    return re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))


def in_one_language(name: str) -> list[str]:
    """Return what the words of a name mean; none where nothing of it tells universities apart.

    >>> in_one_language("TU München"), in_one_language("Technical University of Munich")
    (['technology', 'munich'], ['technology', 'munich'])
    """
    meanings = _meanings()
    found: list[str] = []
    for word in words_of(name):
        if word in meanings or word.isascii():
            found.append(meanings.get(word, word))
            continue
        at = 0
        for match in _unspaced().finditer(word):
            found += [word[at : match.start()], meanings[match[0]]]
            at = match.end()
        found.append(word[at:])
    telling = [one for one in found if one]
    return telling if set(telling) - set(MEANINGS) else []
