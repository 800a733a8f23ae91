"""What the registry has of an institution and a catalogue lacks, and what both say differently."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ... import names, normalize
from ...i18n import translated
from ...similarity import ALIKE, likeness
from ...store import KINDS
from .matching import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ... import model
    from ...store.store import Store
    from .institution import Meant
    from .organisation import Organisation

SHORTEST_ALIAS = 3
"""Letters of an acronym that is proposed as an alias; shorter ones are those of many."""


class Proposals:
    """Makes proposals for the institutions of a catalogue; no alias is proposed twice."""

    def __init__(self, store: Store, language: str) -> None:
        self._store = store
        self._language = language
        self._taken: set[str] = set()

    def of(self, one: model.Institution, organisation: Organisation) -> dict[str, Any]:
        """Return what an institution lacks, by what it is: ror, city, coordinates, names …"""
        place = organisation.location_in(one.country)
        found: dict[str, Any] = {}
        if not one.ror:
            found["ror"] = organisation.id
        if place and not one.city and is_name(place.city):
            found["city"] = place.city
        has_place = one.latitude is not None or one.longitude is not None
        if place and place.latitude is not None and place.longitude is not None and not has_place:
            found["coordinates"] = (place.latitude, place.longitude)
        if not one.website and _is_address(organisation.website):
            found["website"] = organisation.website
        if translations := dict(self._names(one, organisation)):
            found["names"] = translations
        if aliases := list(self._aliases(organisation, list(translations.values()))):
            found["aliases"] = aliases
        return found

    def _names(
        self, one: model.Institution, organisation: Organisation
    ) -> Iterator[tuple[str, str]]:
        """Yield the names in languages for which the catalogue has none, the first of each."""
        known = {_main(language) for language in (*one.names, self._language)}
        for name in organisation.names:
            language = name.language or ""
            is_label = name.kind == "name" and language and is_name(name.text)
            if is_label and _main(language) not in known:
                known.add(_main(language))
                yield language, name.text

    def _aliases(self, organisation: Organisation, proposed: list[str]) -> Iterator[str]:
        """Yield the other names that nothing in the catalogue has, and nothing was given here."""
        self._taken.update(map(_key, proposed))
        for name in organisation.names:
            key = _key(name.text)
            if not is_name(name.text) or key in self._taken or len(key) < SHORTEST_ALIAS:
                continue
            if not names.exact(self._store, KINDS, name.text):
                self._taken.add(key)
                yield name.text


def contradictions(one: model.Institution, found: Meant) -> list[str]:
    """Return what the registry says against an institution of a catalogue, as sentences."""
    if found.state == "known" and not found.organisations:
        return [translated("{ror} is not in this dump", ror=one.ror)]
    if found.state not in ("known", "match"):
        return []
    (organisation,) = found.organisations
    return list(_against(one, organisation))


def _against(one: model.Institution, organisation: Organisation) -> Iterator[str]:
    successors = ", ".join(f"{other.name} ({other.id})" for other in organisation.successors)
    if organisation.status != "active" and not one.until:
        said = {
            "inactive": translated("ROR says that it is no longer active"),
            "withdrawn": translated("ROR has withdrawn this id"),
        }.get(organisation.status)
        yield said or translated("its status in ROR is '{status}'", status=organisation.status)
    if successors and not one.successor:
        yield translated("its successor in ROR: {names}", names=successors)
    if organisation.countries and one.country not in organisation.countries:
        said = translated("country: {ours} in the catalogue, {theirs} in ROR")
        yield said.format(ours=one.country, theirs=", ".join(organisation.countries))
    if one.ror and not _is_alike(one, organisation):
        yield translated("its ROR id is that of '{name}'", name=organisation.name)


def _is_alike(one: model.Institution, organisation: Organisation) -> bool:
    """Return whether any two names of both are alike."""
    ours = [one.name, one.abbreviation or "", *one.names.values(), *one.aliases]
    ours += [name.name for name in one.former]
    words = [found for text in ours if (found := normalize.words(text))]
    others = [found for name in organisation.names if (found := normalize.words(name.text))]
    return any(likeness(mine, other) >= ALIKE for mine in words for other in others)


def _main(language: str) -> str:
    return language.partition("-")[0].lower()


def _key(text: str) -> str:
    return normalize.key(normalize.words(text))


def _is_address(text: str | None) -> bool:
    if not text or not text.isprintable() or " " in text:
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
