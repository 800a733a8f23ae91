"""Say which country a cell means, in any language and habit: through CLDR and a list of habits."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .. import normalize
from ..similarity import nearest_texts
from .country_habits import DOUBTFUL, HABITS, LIKELY, QUALIFIERS
from .languages import OF_COUNTRIES, territories

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST = 80
"""Score from which a misspelt country is a candidate."""


class Country(NamedTuple):
    """What a text says of a country."""

    code: str | None
    candidates: tuple[str, ...] = ()
    """Codes that it may mean, where it is none."""
    is_likely: bool = False
    """Whether the text is not quite clear, as Korea is not."""


def country(text: str, given: Mapping[str, str] | None = None) -> Country:
    """Return the country that a text means; ``given`` are spellings of the map, folded.

    >>> country("Korea (Republic of)").code, country("Viet Nam").code, country("韓国").code
    ('KR', 'VN', 'KR')
    """
    key = fold(text)
    if given and key in given:
        return Country(given[key])
    return _known(key) or _of_parts(text) or _without_qualifiers(text) or _like(key)


def fold(text: str) -> str:
    """Return what tells names of countries apart."""
    return normalize.key(normalize.words(text))


def _known(key: str) -> Country | None:
    if key in DOUBTFUL:
        return Country(None, ("CG", "CD") if key == "congo" else ("GN", "GQ", "GW"))
    if code := names().get(key):
        return Country(code, is_likely=key in _likely())
    return None


def _of_parts(text: str) -> Country | None:
    """Return the country that all parts of a text mean: Germany / Deutschland, Germany (DE)."""
    parts = [part for part in re.split(r"[/()\[\]（）|]|\s[-–]\s", text) if normalize.words(part)]
    if len(parts) < 2:
        return None
    codes = {names().get(fold(part)) for part in parts}
    if len(codes) == 1 and (code := codes.pop()):
        return Country(code)
    return None


def _without_qualifiers(text: str) -> Country | None:
    words = normalize.words(text)
    rest = [word for word in words if word not in QUALIFIERS]
    if not rest or rest == words or rest == ["china"]:  # the Republic of China is another
        return None
    found = _known(normalize.key(rest))
    return None if found is None or found.is_likely else found


def _like(key: str) -> Country:
    if len(key) < 4:
        return Country(None)
    near = nearest_texts(key, list(names()), 3, LEAST)
    return Country(None, tuple(dict.fromkeys(names()[name] for name in near)))


@cache
def names() -> dict[str, str]:
    """Return the code of each country by its folded names; what means two countries is left out."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for language in OF_COUNTRIES:
        for code, name in territories(language).items():
            if not _is_country(code):
                continue
            key = fold(name)
            if found.setdefault(key, code) != code:
                doubtful.add(key)
    for key in doubtful:
        del found[key]
    return found | _codes() | _habits(HABITS) | _habits(LIKELY)


def _habits(spellings: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {fold(text): code for code, texts in spellings.items() for text in texts}


@cache
def _likely() -> frozenset[str]:
    return frozenset(_habits(LIKELY))


def _codes() -> dict[str, str]:
    """Return the codes of two and three letters, which ISO 3166-1 gives each country."""
    from babel.core import get_global

    known = [code for code in territories("en") if _is_country(code)]
    aliases = {str(old): new for old, new in get_global("territory_aliases").items()}
    three = {
        old.lower(): str(new[0])
        for old, new in aliases.items()
        if len(old) == 3 and old.isalpha() and isinstance(new, (list, tuple)) and len(new) == 1
    }
    return {code.lower(): code for code in known} | three


_NOT_COUNTRIES = frozenset(("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"))


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES


@cache
def regions() -> frozenset[str]:
    """Return the folded names of regions such as Asia, which are no countries."""
    found = {
        "asiapacific", "latinamerica", "middleeast", "northamerica", "asean", "eu", "europe",
        "oceania", "mena", "apac", "アジア", "欧州", "ヨーロッパ", "北米", "中南米", "大洋州",
        "アフリカ", "オセアニア", "中東",
    }  # fmt: skip
    for language in OF_COUNTRIES:
        for code, name in territories(language).items():
            if code.isdigit() or code == "EU":
                found.add(fold(str(name)))
    return frozenset(found)
