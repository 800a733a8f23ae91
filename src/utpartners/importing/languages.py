"""Names of months and countries in the languages that lists are written in, from CLDR by Babel."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from ..extras import missing

if TYPE_CHECKING:
    from collections.abc import Iterator

OF_MONTHS = ("en", "ja", "de", "fr", "es", "sv", "zh", "ko", "it", "pt", "nl", "da", "no")
"""The languages in which a month is read."""

OF_COUNTRIES = (
    *OF_MONTHS, "zh_Hant", "fi", "pl", "cs", "hu", "tr", "ru", "uk", "el", "ro", "id", "vi", "th",
    "ar", "he", "fa", "hi", "ca",
)  # fmt: skip
"""The languages in which a country is read."""


@lru_cache(maxsize=1)
def territories(language: str) -> dict[str, str]:
    """Return the names of countries and regions in a language, by their code.

    Raises UtpartnersError where Babel is missing.
    """
    return {str(code): str(name) for code, name in _data(language)["territories"].items()}


OF_CITIES = ("de", "fr", "es", "it", "sv", "ja", "zh", "ko")
"""The languages in which a city is recognised within a name."""


def cities() -> Iterator[tuple[str, str]]:
    """Yield cities that time zones are called after, each in English with its names elsewhere."""
    for language in OF_CITIES:
        for zone, names in _data(language)["time_zones"].items():
            if "city" in names and not zone.startswith("Etc/"):
                yield folded(zone.rpartition("/")[2].replace("_", "")), str(names["city"])


def _data(language: str) -> Any:
    """Return what CLDR says of a language; of a whole locale Babel would hold all in memory."""
    try:
        from babel import localedata
    except ImportError as error:
        raise missing("import", "babel") from error
    found = localedata.load(language, merge_inherited=False)
    localedata.clear_caches()
    return found


def name_in(code: str, language: str) -> str:
    """Return the name of a country in a language (BCP 47), or in English."""
    tag = language.replace("-", "_")
    for known in (tag, tag.partition("_")[0], "en"):
        if known in (*OF_COUNTRIES, "en"):
            return territories(known).get(code, code)
    return code


def folded(text: str) -> str:
    """Return a text in one width and case, without accents: ``März`` and ``MARZ`` are equal."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize(
        "NFKC", "".join(one for one in bare if not "\u0300" <= one <= "\u036f")
    )


@cache
def months() -> dict[str, int]:
    """Return the number of each month by its folded names; what means two months is left out."""
    found: dict[str, int] = {}
    doubtful = set()
    for language in OF_MONTHS:
        for form in _data(language)["months"].values():
            for width in ("wide", "abbreviated"):
                names = form.get(width)
                for number, name in names.items() if isinstance(names, dict) else ():
                    key = folded(str(name)).rstrip(".")
                    # 4月 is read with its digits.
                    if key.isalpha() and found.setdefault(key, number) != number:
                        doubtful.add(key)
    # English has a fourth letter here, as people write it.
    found |= {"sept": 9, "mrz": 3, "febr": 2}
    return {name: number for name, number in found.items() if name not in doubtful}
