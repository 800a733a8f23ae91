"""What a register says of agreements and of people: the part of the model that an office keeps.

These records belong to :mod:`utpartners.model`, which names them all.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import field

from .field_types import (
    UNIQUE,
    AgreementId,
    DepartmentId,
    Edtf,
    Id,
    InternalNames,
    InternalPeople,
    InternalText,
    Names,
    Period,
    Places,
    Record,
    Renewal,
    Term,
    Text,
)


class FormerName(Record):
    """A name that is no longer in use: ``{ name = "Faculty of Letters", until = "2004" }``."""

    name: Text
    since: Edtf | None = None
    until: Edtf | None = None


class Person(Record, kw_only=True):
    """``[[person]]``: somebody who is responsible for partnerships or agreements."""

    id: Annotated[Id, UNIQUE]
    name: Text
    names: Names = {}
    """The name in other languages."""
    role: Text | None = None
    """What the person does, such as ``international coordinator``."""
    email: Text | None = None
    department: DepartmentId | None = None
    """Id of the person's department."""
    until: Edtf | None = None
    """When the person left or handed over the role."""


class StudentPlaces(Record):
    """Places for students each year: ``{ out = 2, in = 2 }``."""

    out: Places | None = None
    """For students who go to the partner."""
    incoming: Places | None = field(default=None, name="in")
    """For students who come from the partner."""


class Agreement(Record, kw_only=True):
    """``[[partnership.agreement]]``: an agreement.

    It is in force if its term is open, if it renews automatically, or if its end is not reached.
    Where nothing of this is said, its state is unknown.
    """

    id: Annotated[Id, UNIQUE] | None = None
    """Needed only where another agreement replaces this one."""
    kind: Text
    """``general``, ``student exchange``, ``joint degree`` or another."""
    title: Text | None = None
    titles: Names = {}
    """The title in other languages."""
    departments: list[DepartmentId] = []
    """Ids of the departments that it is for; none for an agreement of the whole university."""
    signed: Edtf | None = None
    starts: Edtf | None = None
    """When it takes effect, if that is not the day of the first signature."""
    ends: Edtf | None = None
    """Its last day, as agreed."""
    term: Term | None = None
    """``open`` for an agreement without an end, ``fixed`` for one with an end."""
    renews: Renewal | None = None
    ended: Edtf | None = None
    """When it was terminated, if that was not at its agreed end."""
    replaces: list[AgreementId] = []
    """Ids of the earlier agreements that it replaces or renews."""
    notice: Period | None = None
    """How long before the end it has to be renewed or terminated, such as ``6m``."""
    document: InternalText | None = None
    """Web address or path of the signed document."""
    places: StudentPlaces | None = None
    """Places for students each year."""
    people: InternalPeople = []
    """Ids of the people who are responsible for it."""
    note: InternalText | None = None
    notes: InternalNames = {}
    """The note in other languages."""
    source: Text | None = None
    evidence: list[Text] = []
    """Where the facts that the source document lacks were seen."""
