"""The types that fields of a catalogue have: ids, texts, times, counts, and what an id refers to.

A type says which values a field takes; what msgspec cannot say of it, that it is a web address or
the id of another table, stands in ``Meta(extra=…)``, where the store and the checks find it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Id = Annotated[
    str,
    Meta(
        max_length=200,
        pattern=r"^[^\s/\\\x00-\x1f]+\Z",
        description='an id without blanks and slashes, such as "gs-eng"',
    ),
]
"""What other records refer to, unique within its table."""

Text = Annotated[str, Meta(pattern=r"^\s*[^\s\x00][^\x00]*\Z", description="plain text")]
"""Something a reader sees; never empty, and without NUL. Absent text is a missing key."""

Url = Annotated[Text, Meta(extra={"is": "url"})]
"""A web address."""

Names = dict[Text, Text]
"""Texts by BCP 47 tag, ``{ja = "東京大学"}``: ``titles`` has the title in other languages."""

ListsByLanguage = dict[
    Text, Annotated[list[Text], Meta(min_length=1, description="a list of at least one text")]
]
"""Lists of texts by language (BCP 47): ``{ja = ["国際化の推進", "交流の拡大"]}``."""

Edtf = Annotated[
    str,
    Meta(
        max_length=40,
        pattern=r"[0-9]",
        description='a date such as "2019", "2021-03", "2021-03-15" or "2015/.."',
    ),
]
"""A time in EDTF level 0 or 1: a year, month or day, or an interval with ``..`` for an open end."""

Count = Annotated[
    str,
    Meta(
        pattern=r"^([a-z]+ ){0,3}[0-9][0-9,]*(-[0-9]+)?\Z",
        description='a count such as "120", "over 100" or "5-6"',
    ),
]
"""A number as its source hedges it: ``120``, ``over 100``, ``nearly 100``, ``5-6``."""

CountryCode = Annotated[
    str,
    Meta(pattern=r"^[A-Z]{2}\Z", description='a country code of two capital letters, such as "JP"'),
]
"""ISO 3166-1 alpha-2."""

Year = Annotated[int, Meta(ge=1000, le=9999, description="a year of four digits")]

Period = Annotated[
    str,
    Meta(
        pattern=r"^[1-9][0-9]{0,3}[dwmy]\Z",
        description='a period such as "90d", "8w", "6m" or "1y"',
    ),
]
"""A length of time in days, weeks, months or years."""

Places = Annotated[int, Meta(ge=0, le=1_000_000, description="a whole number from 0")]
"""A number of places for students."""

UNIQUE = Meta(extra={"unique": True})
"""Marks a field of which no two records of a table have the same value; ``id`` is the key."""

INTERNAL = Meta(extra={"public": False})
"""Marks a field that public outputs leave out unless the catalogue says otherwise."""

CountryRef = Annotated[CountryCode, Meta(extra={"refers_to": "country"})]
"""The code of a ``[[country]]``."""

InstitutionId = Annotated[Id, Meta(extra={"refers_to": "institution"})]
"""The id of an ``[[institution]]``."""

DepartmentId = Annotated[Id, Meta(extra={"refers_to": "department"})]
"""The id of a ``[[department]]``."""

PhaseNumber = Annotated[int, Meta(extra={"refers_to": "phase"})]
"""The number of a ``[[phase]]``."""

PersonId = Annotated[Id, Meta(extra={"refers_to": "person"})]
"""The id of a ``[[person]]``."""

PartnershipId = Annotated[Id, Meta(extra={"refers_to": "partnership"})]
"""The id of a ``[[partnership]]``."""

AgreementId = Annotated[Id, Meta(extra={"refers_to": "agreement"})]
"""The id of a ``[[partnership.agreement]]``."""

InternalText = Annotated[Text, INTERNAL]
InternalNames = Annotated[Names, INTERNAL]
InternalPeople = Annotated[list[PersonId], INTERNAL]

Format = Literal["in person", "online", "hybrid"]
Calendar = Literal["academic"]
Renewal = Literal["automatic", "by review", "none"]
Term = Literal["fixed", "open"]
Placement = Literal["campus", "city"]


class Record(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The base of every record: strict about unknown keys, silent about defaults when written."""
