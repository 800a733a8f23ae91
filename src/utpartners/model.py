"""What a catalogue file can say: one record type for each table of the TOML file.

This is the one statement of a field. Its name is the key of the file, its type says which values
it takes and, where it holds an id, of which table, and its docstring says what it means. A key that
no record knows is an error, and so is a missing key without a default. The tables of the store
(:mod:`utpartners.store.tables`), every form of a catalogue, the checks of type and reference, the
JSON Schema and the differences between two catalogues follow from it.

Times are EDTF text (``2019``, ``2021-03``, ``2017/2020``, ``2015/..``); counts are text that keeps
the hedge of their source (``over 100``), so that none becomes exact.

What is marked as INTERNAL is for the office: public outputs leave it out unless the catalogue names
it in ``[catalogue] public``, see :func:`utpartners.fields.is_public`.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field, json

from .field_types import (
    INTERNAL,
    UNIQUE,
    Calendar,
    Count,
    CountryCode,
    CountryRef,
    DepartmentId,
    Edtf,
    Format,
    Id,
    InstitutionId,
    InternalNames,
    InternalPeople,
    InternalText,
    ListsByLanguage,
    Names,
    PartnershipId,
    PhaseNumber,
    Placement,
    Text,
    Url,
)
from .field_types import (
    Record as Record,
)
from .project import About as About
from .project import Figure as Figure
from .project import Initiative as Initiative
from .project import Phase as Phase
from .project import Source as Source
from .project import Status as Status
from .register import Agreement as Agreement
from .register import FormerName as FormerName
from .register import Person as Person
from .register import StudentPlaces as StudentPlaces


class Country(Record):
    """``[[country]]``: an ISO 3166-1 alpha-2 code and its names."""

    code: Annotated[CountryCode, UNIQUE]
    name: Text
    names: Names = {}
    aliases: list[Text] = []


class Institution(Record, kw_only=True):
    """``[[institution]]``: a university or research organisation, the home institution included."""

    id: Annotated[Id, UNIQUE]
    name: Text
    """As the source prints it."""
    abbreviation: Text | None = None
    names: Names = {}
    aliases: list[Text] = []
    country: CountryRef
    """Code of a ``[[country]]``."""
    city: Text | None = None
    cities: Names = {}
    """The city in other languages."""
    latitude: Annotated[float, Meta(ge=-90, le=90, description="degrees from -90 to 90")] | None = (
        None
    )
    """Degrees north (WGS 84)."""
    longitude: (
        Annotated[float, Meta(ge=-180, le=180, description="degrees from -180 to 180")] | None
    ) = None
    """Degrees east (WGS 84)."""
    placement: Placement | None = None
    """What the coordinates are those of: the main campus, or only the city."""
    website: Url | None = None
    ror: Text | None = None
    """Research Organization Registry id, as a URL: ``https://ror.org/057zh3y96``."""
    until: Edtf | None = None
    """When it ceased to exist."""
    successor: InstitutionId | None = None
    """Id of the institution that it became, or became part of."""
    former: list[FormerName] = []
    """Names that it had before, with their years."""
    evidence: list[Text] = []
    """Where the facts that the source document lacks were seen."""


class Department(Record, kw_only=True):
    """``[[department]]``: a graduate school, institute or centre of the home institution."""

    code: Annotated[Text, UNIQUE]
    """Exactly as the source prints it: ``GS A&S``, ``III/GSII``."""
    id: Annotated[Id, UNIQUE]
    name: Text
    names: Names = {}
    kind: Text | None = None
    """``graduate school``, ``institute``, ``centre``, ``hospital`` or another."""
    aliases: list[Text] = []
    website: Url | None = None
    ror: Text | None = None
    until: Edtf | None = None
    """When it ceased to exist."""
    successor: DepartmentId | None = None
    """Id of the department that it became, or became part of."""
    former: list[FormerName] = []
    """Names that it had before, with their years."""
    evidence: list[Text] = []


class Activity(Record):
    """``[[partnership.activity]]``: something the partners did together, or plan to do."""

    title: Text
    kind: Text
    """``symposium``, ``workshop``, ``lecture``, ``exchange``, ``education``, ``research`` …"""
    titles: Names = {}
    """The title in other languages."""
    when: Edtf | None = None
    calendar: Calendar | None = None
    """``academic`` where the source counts in academic years (April to March)."""
    phase: PhaseNumber | None = None
    """Number of the phase, where the source dates by phase."""
    frequency: Text | None = None
    planned: bool = False
    """True for what the source announces and does not report as done."""
    format: Format | None = None
    place: Text | None = None
    place_in: Names = {}
    """The place in other languages."""
    participants: Count | None = None
    figures: list[Figure] = []
    departments: list[DepartmentId] = []
    """Ids of the home institution's departments that the source names for it."""
    others: list[Text] = []
    """Organisations that took part and are no partners."""
    others_in: ListsByLanguage = {}
    """The same in other languages, each list in the order of ``others``."""
    summary: Text | None = None
    summaries: Names = {}
    """The summary in other languages."""
    source: Text | None = None
    """Section of the source document."""


class Partnership(Record, kw_only=True):
    """``[[partnership]]``: one partner university, or a group of them, and the work with it."""

    id: Annotated[Id, UNIQUE]
    name: Text
    abbreviation: Text | None = None
    names: Names = {}
    aliases: list[Text] = []
    status: Text
    """``primary`` or ``prospective`` in the bundled catalogue; others may have others."""
    members: Annotated[
        list[InstitutionId], Meta(min_length=1, description="a list of at least one id")
    ]
    """Ids of the partner institutions; more than one for a group."""
    departments: list[DepartmentId] = []
    """Ids of the departments that work with it."""
    collaboration: Text | None = None
    """Joint programme that the activities run as, where no departments are listed."""
    collaborations: Names = {}
    """Its name in other languages."""
    coordinator: DepartmentId | None = None
    """Id of the department that coordinates."""
    coordinators: InternalPeople = []
    """Ids of the people who coordinate."""
    since: Edtf | None = None
    """When the strategic partnership began."""
    until: Edtf | None = None
    """When it ended, or will end."""
    replaces: list[PartnershipId] = []
    """Ids of earlier partnerships that it continues."""
    note: InternalText | None = None
    notes: InternalNames = {}
    """The note in other languages."""
    source: Text | None = None
    agreements: list[Agreement] = field(default_factory=list, name="agreement")
    activities: list[Activity] = field(default_factory=list, name="activity")


class Catalogue(Record):
    """A whole catalogue file."""

    about: About = field(name="catalogue")
    statuses: list[Status] = field(default_factory=list, name="status")
    phases: list[Phase] = field(default_factory=list, name="phase")
    initiatives: list[Initiative] = field(default_factory=list, name="initiative")
    countries: list[Country] = field(default_factory=list, name="country")
    institutions: list[Institution] = field(default_factory=list, name="institution")
    departments: list[Department] = field(default_factory=list, name="department")
    people: Annotated[list[Person], INTERNAL] = field(default_factory=list, name="person")
    partnerships: list[Partnership] = field(default_factory=list, name="partnership")


# msgspec works out a type when it is first used, and crashes where two threads do so at once; a
# module is imported in one thread only.
json.Decoder(Catalogue)
