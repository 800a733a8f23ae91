"""Names of months and countries in the languages that lists are written in, from CLDR by Babel."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from ..extras import missing

if TYPE_CHECKING:
    from babel import Locale

OF_MONTHS = ("en", "ja", "de", "fr", "es", "sv", "zh", "ko", "it", "pt", "nl", "da", "nb")
"""The languages in which a month is read."""

OF_COUNTRIES = (
    *OF_MONTHS, "zh_Hant", "fi", "pl", "cs", "hu", "tr", "ru", "uk", "el", "ro", "id", "vi", "th",
    "ar", "he", "fa", "hi", "ca",
)  # fmt: skip
"""The languages in which a country is read."""


def locale(name: str) -> Locale:
    """Return what CLDR says of a language. Raises UtpartnersError where Babel is missing."""
    try:
        from babel import Locale
    except ImportError as error:
        raise missing("import", "babel") from error
    return Locale.parse(name)


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
        names = locale(language).months
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in names[form][width].items():
                    key = folded(str(name)).rstrip(".")
                    # 4月 is read with its digits.
                    if key.isalpha() and found.setdefault(key, number) != number:
                        doubtful.add(key)
    # English has a fourth letter here, as people write it.
    found |= {"sept": 9, "mrz": 3, "febr": 2}
    return {name: number for name, number in found.items() if name not in doubtful}
