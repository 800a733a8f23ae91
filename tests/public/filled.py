"""A catalogue in which every field of every record is filled, and a secret in what is internal.

The records are made by walking the model, so that a new field is filled without a change here. A
field of a new type is an error until VALUES has a value for it.
"""

from __future__ import annotations

from itertools import count
from typing import Any, Literal, get_args, get_origin

from utpartners import model
from utpartners.field_types import Edtf
from utpartners.fields import Field, bare, facts_of, fields_of, fits, internal_fields

WORD = "xyzzy"
"""What every internal text has in it, with letters that tell which field it was."""

DAY = "1907-11-13"
"""What stands in an internal field that takes no text."""

VALUES: tuple[Any, ...] = ("{word}", "2019", "over 100", "6m", 4, 1.5)
"""Values to try for a public field; the first that its type takes is its value."""

INTERNAL: tuple[Any, ...] = ("{word}", DAY)
"""Values to try for an internal field: a field that takes none of them needs one here."""

RECORDS = 2
"""Records in each list: the second may refer to the first."""

GIVEN: dict[str, tuple[Any, ...]] = {
    "catalogue.home": ("institution-1",),
    "catalogue.public": ([],),
    "catalogue.language": ("en",),
    "country.code": ("JP", "AU"),
    "phase.number": (1, 2),
    "phase.first": (2014, 2017),
    "phase.last": (2016, 2090),
    "status.id": ("status-1", "status-2"),
    "partnership.status": ("status-1", "status-2"),
    "partnership.until": ("2090", "2021"),
    "agreement.signed": ("2019", "2020"),
    "agreement.ends": ("2090", "2091"),
    "agreement.ended": ("2091", "2092"),
    "institution.latitude": (35.5, -35.5),
    "institution.longitude": (139.5, 149.5),
    "institution.ror": ("https://ror.org/057zh3y96", "https://ror.org/019wvm592"),
    "department.ror": ("https://ror.org/03cve4549", "https://ror.org/00f54p054"),
}
"""What fields have to be for the records to fit together, of the first record and the second."""


class Filler:
    """Fills records; ``secrets`` tells of each secret word which field has it."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}
        self._counter = count(1)

    def catalogue(self) -> model.Catalogue:
        """A whole catalogue: two records in every list, every field filled."""
        values: dict[str, Any] = {
            field.attribute: (
                [self.record(field, number) for number in range(1, RECORDS + 1)]
                if field.form == "records"
                else self.record(field, 1)
            )
            for field in fields_of(model.Catalogue).values()
        }
        return model.Catalogue(**values)

    def record(self, field: Field, number: int) -> Any:
        """A record of a field, with every field of its own filled."""
        values = {
            own.attribute: self._value(own, f"{field.key}.{own.key}", number)
            for own in fields_of(field.item).values()
            # What the first would refer to comes after it.
            if own.refers_to != field.key or number > 1
        }
        return field.item(**values)

    def _value(self, field: Field, name: str, number: int) -> Any:
        if name in GIVEN:
            return GIVEN[name][(number - 1) % len(GIVEN[name])]
        if field.form == "record":
            return self.record(field, number)
        if field.form == "records":
            # Ids are unique in the whole file: the records of each owner have numbers of their own.
            return [self.record(field, RECORDS * (number - 1) + place) for place in (1, 2)]
        if field.form == "names":
            return {"ja": self._text(name), "de": self._text(name)}
        if field.form == "lists":
            return {"ja": [self._text(name)]}
        if field.form == "values":
            return [self._one(field.item, field.refers_to, name, number)]
        return self._one(field.type, field.refers_to, name, number)

    def _one(self, type_: Any, refers_to: str | None, name: str, number: int) -> Any:
        if refers_to:
            own = number - 1 if name.startswith(f"{refers_to}.") else RECORDS
            return self._reference(refers_to, own, number)
        if name.endswith(".id"):
            return self._id(name.partition(".")[0], number)
        plain = bare(type_)
        if facts_of(type_).get("is") == "url" and name not in internal_fields():
            return f"https://{self._text(name)}.example/"
        if get_origin(plain) is Literal:
            return get_args(plain)[number % len(get_args(plain))]
        if plain is bool:
            return number == RECORDS
        word = self._text(name)
        values = INTERNAL if name in internal_fields() else VALUES
        tried = (one.format(word=word) if isinstance(one, str) else one for one in values)
        return next(value for value in tried if _fits(value, type_))

    def _id(self, table: str, number: int) -> str:
        is_secret = f"{table}.id" in internal_fields()
        return (
            self._noted(f"{WORD}-{table}-{number}", f"{table}.id")
            if is_secret
            else (f"{table}-{number}")
        )

    def _reference(self, table: str, number: int, owner: int) -> Any:
        if table in ("country", "phase"):
            return GIVEN[f"{table}.{'code' if table == 'country' else 'number'}"][number - 1]
        return self._id(table, number)

    def _text(self, name: str) -> str:
        # Without digits, which would make it a date.
        letters = "".join(chr(ord("a") + int(digit)) for digit in str(next(self._counter)))
        if name not in internal_fields():
            return f"plain-{letters}"
        secret = f"{WORD}-{letters}"
        return self._noted(f"{secret}@{secret}.example" if "email" in name else secret, name)

    def _noted(self, secret: str, name: str) -> str:
        self.secrets[secret] = name
        return secret


def _fits(value: Any, type_: Any) -> bool:
    is_date = type_ == Edtf
    return fits(value, type_) and (not is_date or str(value)[0].isdigit())


def leaks(content: bytes) -> list[str]:
    """The secrets that a content has, in any case and encoding, each with what follows it."""
    lowered = content.lower()
    found = []
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for secret in (WORD, DAY):
            place = lowered.find(secret.encode(encoding))
            if place >= 0:
                found.append(f"{encoding}: {lowered[place : place + 60]!r}")
    return found
