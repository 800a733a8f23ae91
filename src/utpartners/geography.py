"""Countries and regions by any of their names: codes of ISO 3166-1, UN M49 and the European Union.

A catalogue names its own countries. What it does not know is looked up here: in English and
Japanese at once, in other languages through the names of CLDR, which Babel brings.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from . import i18n, normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

NORTH_AMERICA = ("003", ("021", "013", "029"))
"""The one region of M49 that overlaps with others: it is made of these sub-regions."""

LANGUAGES = (
    "de", "fr", "es", "it", "pt", "nl", "ko", "zh", "zh_Hant", "sv", "da", "no", "fi", "pl", "cs",
    "hu", "ro", "el", "tr", "ru", "uk", "ar", "he", "fa", "hi", "th", "vi", "id",
)  # fmt: skip
"""The further languages in which the name of a country is looked up."""


def _keys(name: str) -> tuple[str, str]:
    """Return a name folded, and its words in alphabetical order: Korea, Republic of."""
    words = normalize.words(name)
    return normalize.key(words), normalize.unordered(words)


class _Territory:
    """A country or region: its code, the region that it is in, and its names."""

    def __init__(self, row: str) -> None:
        self.code, self.parent, english, japanese = row.split("|")
        self.english, self.japanese = english.split(";"), japanese.split(";")

    def folded(self) -> Iterator[str]:
        """Yield what people may type for it, folded."""
        for name in (self.code, *self.english, *self.japanese):
            yield from _keys(name)

    @property
    def name(self) -> str:
        """Its usual name in the language in use, in English where that is not Japanese."""
        return (self.japanese if i18n.language().startswith("ja") else self.english)[0]


@cache
def _countries() -> dict[str, _Territory]:
    from .territories import COUNTRIES

    return {territory.code: territory for territory in map(_Territory, COUNTRIES.splitlines())}


@cache
def _regions() -> dict[str, _Territory]:
    from .regions import REGIONS

    return {territory.code: territory for territory in map(_Territory, REGIONS.splitlines())}


@cache
def _known(kind: str) -> dict[str, str]:
    """Return the codes of all countries, or of all regions, by each folded name."""
    territories = _countries() if kind == "country" else _regions()
    return {key: code for code, territory in territories.items() for key in territory.folded()}


def country_code(text: str) -> str | None:
    """Return the code of the country with this very name in English or Japanese, or this code."""
    known = _known("country")
    return next((known[key] for key in _keys(text) if key in known), None)


def country_code_in_any_language(text: str) -> str | None:
    """Return the code of the country with this name in one of LANGUAGES, or this longer code.

    The first time takes a quarter of a second: only for what is not known otherwise.
    """
    return _known_in_other_languages().get(normalize.key(normalize.words(text)))


@cache
def _known_in_other_languages() -> dict[str, str]:
    try:
        from babel import localedata
        from babel.core import get_global
    except ModuleNotFoundError:
        return {}
    known: dict[str, str] = {}
    countries = _countries()
    for language in LANGUAGES:
        # What a language inherits has no names of countries, and takes as long as all the rest.
        found = localedata.load(language, merge_inherited=False)["territories"]
        localedata.clear_caches()  # Babel would hold all that it knows of each language
        for code, name in found.items():
            if code in countries:
                known.setdefault(normalize.key(normalize.words(name)), code)
    # Codes of three letters or digits, and former ones.
    for alias, (code, *_) in get_global("territory_aliases").items():
        if code in countries:
            known.setdefault(alias.casefold(), code)
    return known


def country_name(code: str) -> str:
    """Return the usual name of a country; its code where that is assigned to none."""
    territory = _countries().get(code)
    return territory.name if territory else code


_WITH_ARTICLE = re.compile(
    r"United|DR Congo|Gambia|.*(lands|Islands|Republic|Emirates|ines|Bahamas|Maldives|Comoros|City|"
    r"Americas|Caribbean|Union|Territory|Territories|Region)$"
)


def with_article(name: str) -> str:
    """Return the name of a country or region as an English sentence says it: the Netherlands."""
    is_english = i18n.language().startswith("en")
    return f"the {name}" if is_english and _WITH_ARTICLE.match(name) else name


def region_codes(text: str) -> list[str]:
    """Return the regions with this very name or code, else those with these starts of words."""
    words = normalize.words(text)
    if code := _known("region").get(normalize.key(words)):
        return [code]
    return (
        [code for code, territory in _regions().items() if _is_part(words, territory)]
        if words
        else []
    )


def is_region(text: str) -> bool:
    """Return whether a text is the very name or code of a region."""
    return normalize.key(normalize.words(text)) in _known("region")


def _is_part(words: list[str], territory: _Territory) -> bool:
    return any(
        all(any(entry.startswith(word) for entry in normalize.entries(named)) for word in words)
        for named in map(normalize.words, (*territory.english, *territory.japanese))
    )


def region_name(code: str) -> str:
    """Return the usual name of a region."""
    return _regions()[code].name


def region_names(*, largest: bool = False) -> list[str]:
    """Return the usual names of all regions, or of the largest ones, which are in no other."""
    regions = _regions().values()
    return [territory.name for territory in regions if not (largest and territory.parent)]


def countries_in(region: str) -> list[str]:
    """Return the codes of the countries of a region."""
    if region == "EU":
        from .regions import EUROPEAN_UNION

        return EUROPEAN_UNION
    name, parts = NORTH_AMERICA
    wanted = set(parts) if region == name else {region}
    return [code for code, territory in _countries().items() if wanted & set(_around(territory))]


def regions_of(country: str) -> list[str]:
    """Return the M49 regions of a country, the smallest first."""
    territory = _countries().get(country)
    return list(_around(territory)) if territory else []


def _around(territory: _Territory) -> Iterator[str]:
    regions = _regions()
    while (parent := territory.parent) in regions:
        yield parent
        territory = regions[parent]
