"""Words in names of universities that say the same, or tell no two of them apart."""

from __future__ import annotations

from .. import normalize

ABBREVIATED = {
    "univ": "university", "uni": "university", "inst": "institute", "natl": "national",
    "coll": "college", "acad": "academy", "fac": "faculty", "dept": "department", "sch": "school",
    "grad": "graduate", "ctr": "centre", "center": "centre", "tech": "technology",
    "intl": "international", "poly": "polytechnic",
}  # fmt: skip
"""Abbreviations that everybody reads alike."""

GENERIC = frozenset(
    (
        "university", "universitat", "universite", "universidad", "universita", "universitas",
        "universitet", "universitetet", "universiteit", "universidade", "uniwersytet",
        "univerzita", "univerzitet", "universitatea", "universitesi", "yliopisto", "egyetem",
        "haskoli", "daigaku", "de", "la", "le", "les", "los", "du", "di", "der", "des", "fur",
        "at", "in", "zu", "del", "della", "do", "da", "van", "i", "av", "for", "et", "und",
    )
)  # fmt: skip
"""Words that tell no universities apart."""

SIDES = frozenset(
    (
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper",
        "lower", "central",
    )
)  # fmt: skip
"""Words that tell apart names that are alike in all other letters."""

OLD_FORMS = str.maketrans("學國臺灣廣澤濱縣關東兩醫藥華", "学国台湾広沢浜県関東両医薬華")
"""Characters of old, for the ones that Japanese names are written with today."""


def words_of(name: str) -> list[str]:
    """Return the words of a name, abbreviations written out."""
    return [ABBREVIATED.get(word, word) for word in normalize.words(name)]


def key_of(name: str) -> str:
    """Return what is equal for two spellings of a name that differ in abbreviations only."""
    return normalize.key(words_of(name)) or name


def telling(words: list[str]) -> str:
    """Return the words that tell a name apart, in the order of the alphabet."""
    found = [word for word in words if word not in GENERIC] or words
    return " ".join(sorted(found)).translate(OLD_FORMS)


def initials(words: list[str]) -> str:
    """Return the first letters of several words; empty for one word, or other letters."""
    if len(words) < 2 or not all(word.isascii() for word in words):
        return ""
    return "".join(word[0] for word in words)
