"""An organisation as the registry describes it, and as it is kept."""

from __future__ import annotations

import re
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

ID = re.compile(r"https://ror\.org/0[a-z0-9]{8}")

LONGEST = 1000
"""Characters of the longest name or address that is kept; longer ones are no names."""


class Name(Struct, array_like=True):
    """A name of an organisation."""

    text: str
    kind: str
    """``name`` (also a translation), ``alias`` or ``acronym``."""
    language: str | None = None


class Location(Struct, array_like=True):
    """Where an organisation is: a place of GeoNames."""

    country: str
    """ISO 3166-1 alpha-2 code."""
    country_name: str
    city: str
    latitude: float | None = None
    longitude: float | None = None
    region: str = ""
    """State or province."""
    region_code: str = ""


class Relation(Struct, array_like=True):
    """Another organisation, and what it is to this one."""

    kind: str
    """``parent``, ``child``, ``related``, ``predecessor`` or ``successor``."""
    id: str
    name: str


class Organisation(Struct, array_like=True):
    """What is kept of an organisation."""

    id: str
    name: str
    status: str
    """``active``, ``inactive`` or ``withdrawn``."""
    types: list[str]
    names: list[Name]
    locations: list[Location]
    website: str | None
    relations: list[Relation]

    @property
    def countries(self) -> list[str]:
        """The codes of its countries, that of its seat first."""
        return list(dict.fromkeys(location.country for location in self.locations))

    @property
    def successors(self) -> list[Relation]:
        """The organisations that took its place."""
        return [one for one in self.relations if one.kind == "successor"]

    def location_in(self, country: str | None) -> Location | None:
        """Return its first location in a country, or its seat."""
        fitting = [one for one in self.locations if one.country == country]
        return next(iter(fitting or self.locations), None)


class _Details(Struct):
    """``geonames_details``."""

    country_code: Annotated[str, Meta(pattern="^[A-Z]{2}$")]
    name: str
    country_name: str = ""
    lat: Annotated[float, Meta(ge=-90, le=90)] | None = None
    lng: Annotated[float, Meta(ge=-180, le=180)] | None = None
    country_subdivision_name: str | None = None
    country_subdivision_code: str | None = None


class _Location(Struct):
    geonames_details: _Details


class _Name(Struct):
    value: str
    types: list[str]
    lang: str | None = None


class _Link(Struct):
    type: str
    value: str


class _Relation(Struct):
    type: str
    id: str
    label: str = ""


class _Written(Struct):
    """A record of schema 2, as far as it is used."""

    id: Annotated[str, Meta(pattern=f"^{ID.pattern}$")]
    names: list[_Name]
    status: str
    types: list[str] = []
    locations: list[_Location] = []
    links: list[_Link] = []
    relationships: list[dict[str, Any]] = []


def organisation(written: Any) -> Organisation:
    """Return the organisation that a record of a dump describes.

    Raises msgspec.ValidationError where a value has not its type.
    """
    one = msgspec.convert(written, _Written)
    names = [
        Name(name.value, kind, name.lang)
        for name in one.names
        if len(name.value) <= LONGEST and (kind := _kind(name.types))
    ]
    shown = [name.value for name in one.names if "ror_display" in name.types]
    websites = [link.value for link in one.links if link.type == "website"]
    # Those of the first records have no type.
    relations = [msgspec.convert(r, _Relation) for r in one.relationships if "type" in r]
    return Organisation(
        one.id,
        next(iter([*shown, *(name.text for name in names)]), one.id)[:LONGEST],
        one.status,
        one.types,
        names,
        [_location(location.geonames_details) for location in one.locations],
        next((site for site in websites if len(site) <= LONGEST), None),
        [Relation(relation.type.lower(), relation.id, relation.label) for relation in relations],
    )


def _kind(types: list[str]) -> str:
    if "label" in types or "ror_display" in types:
        return "name"
    return next((kind for kind in ("alias", "acronym") if kind in types), "")


def _location(details: _Details) -> Location:
    return Location(
        details.country_code,
        details.country_name,
        details.name,
        details.lat,
        details.lng,
        details.country_subdivision_name or "",
        details.country_subdivision_code or "",
    )
