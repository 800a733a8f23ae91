"""What a catalogue says of itself and of the project as a whole: statuses, phases, initiatives.

These records belong to :mod:`utpartners.model`, which names them all.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field

from .field_types import (
    UNIQUE,
    Count,
    Edtf,
    Id,
    InstitutionId,
    ListsByLanguage,
    Names,
    Record,
    Text,
    Url,
    Year,
)


class Source(Record):
    """A document that the catalogue was made from."""

    title: Text
    publisher: Text | None = None
    url: Url | None = None


class About(Record):
    """``[catalogue]``: what the file is and whose partnerships it lists."""

    title: Text
    home: InstitutionId
    """Id of the institution whose partnerships these are."""
    titles: Names = {}
    """The title in other languages."""
    language: Text = "en"
    """BCP 47 tag of the names and summaries that carry no language of their own."""
    official: bool = False
    """Whether the page made of it is the institution's own."""
    page: Url | None = None
    """Address at which that page is published."""
    as_of: Edtf | None = None
    """When its facts were true, and its plans were plans; an interval if that is not known well."""
    about: Text | None = None
    """What a strategic partnership is, for this institution."""
    abouts: Names = {}
    """The same in other languages."""
    aims: list[Text] = []
    aims_in: ListsByLanguage = {}
    """The aims in other languages, each list in the order of ``aims``."""
    notes: list[Text] = []
    notes_in: ListsByLanguage = {}
    """The notes in other languages."""
    public: list[Text] = []
    """Internal fields that public outputs show all the same, such as ``agreement.document``."""
    sources: list[Source] = field(default_factory=list, name="source")


class Status(Record):
    """``[[status]]``: a status that a partnership may have, in the order in which they are listed.

    Without any, the statuses are those that the partnerships have, in order of appearance.
    """

    id: Annotated[Text, UNIQUE]
    """What ``status`` of a partnership says."""
    name: Text | None = None
    """What readers see, if that is not the id."""
    names: Names = {}
    """The name in other languages."""
    ended: bool = False
    """Whether partnerships with this status are over."""


class Phase(Record):
    """``[[phase]]``: a stage of the project; both years are included."""

    number: Annotated[int, UNIQUE, Meta(ge=0, le=9999, description="a whole number from 0")]
    first: Year
    last: Year | None = None
    """Left out while the phase has no announced end."""
    purpose: Text | None = None
    purposes: Names = {}
    """The purpose in other languages."""


class Figure(Record):
    """A count that is not of participants: ``{ count = "29", of = "projects" }``."""

    count: Count
    of: Text


class Initiative(Record):
    """``[[initiative]]``: something project-wide, of no single partnership."""

    id: Annotated[Id, UNIQUE]
    name: Text
    abbreviation: Text | None = None
    names: Names = {}
    when: Edtf | None = None
    frequency: Text | None = None
    organiser: Text | None = None
    organisers: Names = {}
    """The organiser in other languages."""
    project: Text | None = None
    """Title of the home institution's own project within the initiative."""
    projects: Names = {}
    """That title in other languages."""
    figures: list[Figure] = []
    website: Url | None = None
    summary: Text | None = None
    summaries: Names = {}
    """The summary in other languages."""
    source: Text | None = None
