"""How the kinds of relation that a catalogue consists of are made."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from .. import model
from ..fields import fields_of
from .form import Column, Link, Relation

Number = Annotated[int, Meta(ge=1, le=2**31, description="a whole number from 1")]
"""What counts the activities of a partnership, in the order of the catalogue."""

OF_CATALOGUE = (("catalogue", "1"),)
"""A catalogue that is read is the only one of its store."""

_DEFAULTS: dict[str, str | int] = {"language": "en", "planned": 0}


def columns_of(record: type[model.Record], names: str) -> tuple[Column, ...]:
    """Columns that are keys of a record of the model."""
    fields = fields_of(record)
    return tuple(
        Column(name, fields[name].type, fields[name].required, _DEFAULTS.get(name))
        for name in names.split()
    )


def text(name: str, type: Any = model.Text) -> Column:
    """A column in which every row has a value."""
    return Column(name, type, required=True)


def to(relation: str, column: str | None = None, *, stored_as: str | None = None) -> Link:
    """A column with the ids of another relation, of which the store has the keys."""
    column = column or relation
    return Link((column,), relation, ("id",), stored_as or column)


HOME = Link(("home",), "institution", ("id",), None)
COUNTRY = Link(("country",), "country", ("code",), None)
PHASE = Link(("phase",), "phase", ("number",), None)
ACTIVITY = Link(("partnership", "activity"), "activity", ("partnership", "number"), "activity")


def listed(name: str, summary: str, owner: str, *columns: Column, **more: Any) -> Relation:
    """What each record of another relation has several of, in order."""
    order, links = f"{owner}, position", more.pop("links", (to(owner),))
    own = (text(owner, model.Id), *columns)
    return Relation(name, summary, own, name, order, links=links, owner=owner, **more)


def of_catalogue(name: str, summary: str, columns: tuple[Column, ...]) -> Relation:
    """What the catalogue has several of, in order."""
    return Relation(
        name, summary, columns, name, "position", owner="catalogue", constants=OF_CATALOGUE
    )


def of_activity(name: str, summary: str, *columns: Column, **more: Any) -> Relation:
    """What an activity has several of, in order."""
    order, links = "activity, position", more.pop("links", (ACTIVITY,))
    own = (text("partnership", model.Id), text("activity", Number), *columns)
    return Relation(name, summary, own, name, order, links=links, owner="activity", **more)


def names(kind: str) -> Relation:
    """The names of the records of a kind in further languages."""
    columns = (text("language"), text("text"))
    relation = _texts(kind, "name", "translation", *columns)
    return relation._replace(key=(kind, "language"), is_key_stored=False)


def aliases(kind: str) -> Relation:
    """What else the records of a kind are called."""
    return _texts(kind, "alias", "alias", text("text"))


def evidence(kind: str) -> Relation:
    """Where the facts about the records of a kind were seen."""
    return _texts(kind, "evidence", "evidence", text("text"))


def _texts(kind: str, what: str, table: str, *columns: Column) -> Relation:
    is_country = kind == "country"
    target = ("code",) if is_country else ("id",)
    return Relation(
        f"{kind}_{what}",
        f"{table.capitalize()} of each {kind}",
        (text(kind, model.CountryCode if is_country else model.Id), *columns),
        table,
        "record, position",
        links=(Link((kind,), kind, target, "record"),),
        owner="record",
        constants=(("kind", f"'{kind}'"),),
    )
