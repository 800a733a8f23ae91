"""Say which organisation a text means: exactly one, or the candidates and why none is sure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from ... import normalize
from ...i18n import translated
from ..countries import country as country_of
from .lookup import SHORTEST_ACRONYM, Hits, look_up, named, shortened
from .near import MOST_CANDIDATES, near
from .readings import Reading, cut, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..cut_names import CutName
    from .index import Index
    from .organisation import Organisation

State = Literal["match", "candidate", "none"]


class Found(NamedTuple):
    """What a text means."""

    state: State
    organisations: list[Organisation]
    """The one that is meant, or the candidates, best first."""
    reason: str
    """Why it is the one, or why none is."""
    schools: tuple[str, ...] = ()
    """The schools and departments that stand beside the name."""


def find(index: Index, text: str, country: str | None = None, city: str | None = None) -> Found:
    """Return the organisation that a text means, which may name a country and a city itself.

    It is a match only where one organisation has the name, in the country if one is known.
    """
    if len(text) > normalize.LONGEST_NAME or not normalize.words(text):
        return Found("none", [], translated("not a name"))
    read = cut(text, city)
    if read.several:
        return Found("none", [], translated("several names"))
    country = country or read.country
    second: Found | None = None
    tried = _tried(index, read, country, city or read.city)
    for reading, hits, found in tried:
        if found.state == "match":
            is_divided = hits.how != "name" and "," in reading.name
            return _unless_named(found, tried) if is_divided else found
        second = second or (found if found.organisations else None)
    if second is not None and any(
        country is None or country in one.countries for one in second.organisations
    ):
        return second
    return _unsure(near(index, read.name, country), second)


def _tried(
    index: Index, read: CutName, country: str | None, city: str | None
) -> Iterator[tuple[Reading, Hits, Found]]:
    """Yield each reading of a text by which something is found, and what it means."""
    for reading in readings(read):
        hits = look_up(index, reading.name, country)
        if hits is not None:
            yield reading, hits, _decided(index, reading, hits, city, country)


def _unless_named(found: Found, others: Iterable[tuple[Reading, Hits, Found]]) -> Found:
    """Return what words on both sides of a comma mean, unless a part of them means another one.

    "University of Chile, Santiago" has the words of the University of Santiago, Chile.
    """
    for _, hits, other in others:
        is_match = hits.how != "acronym" and other.state == "match"
        if is_match and other.organisations != found.organisations:
            several = [*other.organisations, *found.organisations]
            return _candidates(several, translated("several organisations have this name"))
    return found


def _unsure(like: list[Organisation], elsewhere: Found | None) -> Found:
    """Return what has a similar name, then what has the name in another country."""
    if elsewhere is not None:
        return _candidates([*like, *elsewhere.organisations], elsewhere.reason)
    if like:
        return _candidates(like, translated("only similar"))
    return Found("none", [], translated("no such name"))


def _decided(
    index: Index, reading: Reading, hits: Hits, city: str | None, country: str | None
) -> Found:
    """Return whether what was found is what is meant."""
    if not hits.here:
        return _candidates(hits.elsewhere, translated("only in another country"))
    found = _in_use(hits.here)
    fitting = [one for one in found if _has_all(one, reading, country)]
    if not fitting:
        beside = ", ".join((*reading.beside, *reading.places))
        if reading.places:  # a word of the name itself, and no place
            return Found("none", [], "")
        return _candidates(found, translated("'{part}' is not known of it", part=beside))
    if len(fitting) > 1 and city:
        fitting = [one for one in fitting if _is_in(one, city)] or fitting
    if len(fitting) > 1:
        return _candidates(fitting, translated("several organisations have this name"))
    (one,) = fitting
    is_anywhere = country is None and not (reading.beside or reading.places or city)
    if is_anywhere and (longer := _others(one, shortened(index, reading.name))):
        return _candidates([one, *longer], translated("others have this name with a city"))
    schools = [other for school in reading.schools for other in named(index, school)]
    related = [other for other in schools if set(other.countries) & set(one.countries)]
    is_child = any(_is_child(one, school) for school in reading.schools)
    if is_child or (related and one not in related):
        return _candidates([*related, one], translated("both are organisations of their own"))
    return _sure(one, reading, hits)


def _others(one: Organisation, found: list[Organisation]) -> list[Organisation]:
    return [other for other in found if other.id != one.id]


def _sure(one: Organisation, reading: Reading, hits: Hits) -> Found:
    if one.status != "active":
        return _candidates([one], translated("no longer active"))
    if hits.how == "acronym" and not _is_telling(one, reading, hits):
        return _candidates([one], translated("only an acronym"))
    left = (*reading.schools, *reading.beside, *reading.places)
    if left:
        said = translated("{reason}, without '{part}'")
        reason = said.format(reason=_why(hits.how), part=", ".join(left))
        return Found("match", [one], reason, reading.schools)
    return Found("match", [one], _why(hits.how))


def _is_telling(one: Organisation, reading: Reading, hits: Hits) -> bool:
    """Return whether an acronym means one organisation: it is long, or its city is named."""
    if any(_is_in(one, part) for part in (*reading.beside, *reading.places)):
        return True
    return len(_key(reading.name)) >= SHORTEST_ACRONYM and not hits.elsewhere


def _why(how: str) -> str:
    return {
        "name": translated("same name"),
        "words": translated("same words"),
        "abbreviation": translated("abbreviated"),
        "acronym": translated("acronym"),
    }[how]


def _candidates(found: Iterable[Organisation], why: str) -> Found:
    distinct = {one.id: one for one in found}
    return Found("candidate", list(distinct.values())[:MOST_CANDIDATES], why)


def _in_use(found: list[Organisation]) -> list[Organisation]:
    """Return the organisations that still exist, or all where none does."""
    return [one for one in found if one.status == "active"] or found


_STATE = re.compile(r"(?:^|\s)[A-Z]{2}$")

_CITY = re.compile(r"\s+city$", re.IGNORECASE)

_WITH_STATES = frozenset(("US", "CA", "AU", "BR"))


def _has_all(one: Organisation, reading: Reading, country: str | None) -> bool:
    """Return whether all that stands beside a name is known of an organisation."""
    places = _places(one)
    known = places | {word for name in one.names for word in normalize.words(name.text)}
    return all(
        _is_address(part, country) or _is_known(one, part, known) for part in reading.beside
    ) and all(_is_known(one, part, places) for part in reading.places)


def _is_address(part: str, country: str | None) -> bool:
    """Return whether a part has the number of a house or a postcode, in a country that is known."""
    return country is not None and any(map(str.isdigit, part))


def _is_known(one: Organisation, part: str, known: set[str]) -> bool:
    words = {word for word in normalize.words(part) if not any(map(str.isdigit, word))}
    if _is_child(one, part):
        return False  # it is the child that is meant
    if words <= known or country_of(part).code in one.countries:
        return True
    if _CITY.search(part) and _is_in(one, _CITY.sub("", part)):
        return True
    if _STATE.search(part) and not any(place.region_code for place in one.locations):
        rest = _STATE.sub("", part)
        is_place = not rest or _is_in(one, rest)
        return is_place and not _WITH_STATES.isdisjoint(one.countries)
    return any(_key(other.name) == _key(part) for other in one.relations)


def _is_child(one: Organisation, part: str) -> bool:
    children = (other for other in one.relations if other.kind == "child")
    return any(_key(other.name) == _key(part) for other in children)


def _key(text: str) -> str:
    return normalize.key(normalize.words(text))


def _places(one: Organisation) -> set[str]:
    texts = [
        text
        for place in one.locations
        for text in (
            place.city, place.region, place.region_code, place.country, place.country_name,
        )
    ]  # fmt: skip
    return {word for text in texts for word in normalize.words(text)}


def _is_in(one: Organisation, city: str) -> bool:
    return any(_key(place.city) == _key(city) for place in one.locations)
