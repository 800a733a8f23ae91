"""The tables of a catalogue as they follow from the model, as people see them and as stored.

Each record type is a relation: a table of flat rows that refer to each other by the ids that people
know. A field that holds one value is a column of it; a field that holds several (a list, names by
language, further records) is a relation of its own. A folder of CSV files, a zip file, a workbook
and Parquet consist of these relations; :mod:`.fill` writes them into the tables of ``schema.sql``
and :mod:`.records` reads them back.

What does not follow from the model is said once, in STORED.
"""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple, get_args

from msgspec import Meta

from .. import model
from ..fields import Field, bare, fields_of
from .relation import BY_LANGUAGE, SHARED_TABLES, Link, Relation, RelationColumn

Number = Annotated[int, Meta(ge=1, le=2**31, description="a whole number from 1")]
"""What counts the records of an owner that have relations of their own, such as activities."""


class Stored(NamedTuple):
    """How a field is stored, where that does not follow from the model."""

    summary: str = ""
    """What the relation holds, as a data package says it."""
    table: str = ""
    """Its table, if that is not named after the record and the field."""
    column: str = ""
    """The column of its values, if that is not ``text`` or the table that they refer to."""


STORED = {
    "catalogue": Stored("What the catalogue is: one row"),
    "catalogue.aims": Stored("What the partnerships are for", "aim"),
    "catalogue.aims_in": Stored("The aims in other languages", "aim_in"),
    "catalogue.notes": Stored("What readers should know", "note"),
    "catalogue.notes_in": Stored("The notes in other languages", "note_in"),
    "catalogue.source": Stored("Documents it was made from", "source"),
    "catalogue.public": Stored(
        "Internal fields that are public all the same", "public_field", "field"
    ),
    "status": Stored("Statuses of partnerships, in their order"),
    "phase": Stored("Stages of the project"),
    "country": Stored("Countries"),
    "institution": Stored("Universities and research organisations"),
    "institution.former": Stored("Former names of each institution"),
    "department": Stored("Departments of the home institution"),
    "department.former": Stored("Former names of each department"),
    "person": Stored("People who are responsible for partnerships or agreements"),
    "initiative": Stored("What is project-wide"),
    "initiative.figures": Stored("Counts of an initiative"),
    "partnership": Stored("Partnerships"),
    "partnership.members": Stored("Partner institutions of a partnership", "member"),
    "partnership.departments": Stored("Departments that work with a partnership", "link"),
    "partnership.coordinators": Stored("People who coordinate a partnership"),
    "partnership.replaces": Stored(
        "Earlier partnerships that one continues", "replaced_partnership", "replaced"
    ),
    "partnership.agreement": Stored("Agreements", "agreement"),
    "agreement.departments": Stored("Departments that an agreement is for"),
    "agreement.people": Stored("People who are responsible for an agreement", "agreement_person"),
    "agreement.places": Stored("Places for students each year", "agreement_places"),
    "agreement.replaces": Stored(
        "Earlier agreements that one replaces", "replaced_agreement", "replaced"
    ),
    "partnership.activity": Stored("What the partners did together, or plan to do", "activity"),
    "activity.figures": Stored("Counts of an activity"),
    "activity.departments": Stored("Departments that took part"),
    "activity.others": Stored("Organisations that took part and are no partners", column="name"),
    "activity.others_in": Stored("The organisations in other languages", "activity_other_in"),
    "activity.place_in": Stored("Place of each activity in other languages", "activity_place"),
}
"""By table and key. A field that is not here is stored by the rules of :func:`_relation`."""

ORDER = (
    "catalogue",
    "status",
    "phase",
    "country",
    "institution",
    "department",
    "person",
    "initiative",
    "partnership",
)
"""The records of a catalogue in the order in which they are written."""

REFERRED_TO_BY_VALUE = ("country.code", "phase.number", "catalogue.home")
"""What is referred to, or what refers, by the value that people write and not by a key."""


def _relations() -> tuple[Relation, ...]:
    """Return every relation of the model: the records, each followed by what they hold."""
    fields = fields_of(model.Catalogue)
    return tuple(one for name in ORDER for one in _of_records(fields[name], None))


def _of_records(field: Field, owner: Relation | None) -> list[Relation]:
    """Return the relation of the records in a field, and those of the fields that they hold."""
    relation = _relation(field, owner)
    of_owner, to_owner = _to_owner(owner)
    number = (_required("number", Number),) if relation.is_counted else ()
    own = (
        RelationColumn(value.key, value.type, value.required, _cell(value.default))
        for value in relation.values
    )
    links = (_link(relation, value, value.key) for value in relation.values if value.refers_to)
    relation.columns = (*of_owner, *number, *own)
    relation.links = (*to_owner, *links)
    found = [relation]
    for inner in relation.lists:
        if inner.form in ("record", "records"):
            found += _of_records(inner, relation)
        else:
            found.append(_of_values(inner, relation))
    return found


def _of_values(field: Field, owner: Relation) -> Relation:
    """Return the relation of a list of plain values, or of texts by language."""
    relation = _relation(field, owner)
    of_owner, to_owner = _to_owner(owner)
    if relation.is_shared:
        to_owner = tuple(link._replace(stored="record") for link in to_owner)
    if field.form in BY_LANGUAGE:
        language, text = get_args(bare(field.type))
        if field.form == "lists":
            (text,) = get_args(bare(text))
        relation.columns = (*of_owner, _required("language", language), _required("text", text))
        relation.links = to_owner
        return relation
    stored = STORED.get(f"{owner.name}.{field.key}", Stored())
    column = stored.column or field.refers_to or "text"
    relation.columns = (*of_owner, _required(column, field.item))
    own = (_link(relation, field, column),) if field.refers_to else ()
    relation.links = (*to_owner, *own)
    return relation


def _relation(field: Field, owner: Relation | None) -> Relation:
    """Return the relation of a field, its columns still to be given."""
    if owner is None:
        return Relation(field.key, field, owner, summary=STORED[field.key].summary)
    singular = _singular(field.key)
    name = f"{owner.name}_{singular}"
    if known := STORED.get(f"{owner.name}.{field.key}"):
        return Relation(known.table or name, field, owner, summary=known.summary)
    table = SHARED_TABLES.get(field.key, "")
    of_each = f"{(table or singular).capitalize()} of each {owner.name}"
    summary = f"{of_each} in other languages" if field.form == "names" and not table else of_each
    return Relation(name, field, owner, table=table, summary=summary)


def plural(singular: str) -> str:
    """Return the key that has the texts of another key in other languages: summaries, titles."""
    return f"{singular[:-1]}ies" if singular.endswith("y") else f"{singular}s"


def _singular(plural: str) -> str:
    if plural.endswith("ies"):
        return f"{plural[:-3]}y"
    return plural.removesuffix("es" if plural == "aliases" else "s")


def _to_owner(owner: Relation | None) -> tuple[tuple[RelationColumn, ...], tuple[Link, ...]]:
    """Return the columns that say whose a row is, and the link that they are.

    The catalogue is the only one, so that what it holds need not say whose it is.
    """
    if owner is None or owner.name == "catalogue":
        return (), ()
    if owner.is_counted and owner.owner is not None:
        columns = (owner.columns[0], _required(owner.name, Number))
        names = tuple(column.name for column in columns)
        return columns, (Link(names, owner.name, owner.key, owner.table),)
    (key,) = owner.key
    column = _required(owner.name, owner.column(key).type)
    return (column,), (Link((owner.name,), owner.name, owner.key, owner.table),)


def _required(name: str, type_: Any) -> RelationColumn:
    return RelationColumn(name, type_, required=True)


def _link(relation: Relation, field: Field, column: str) -> Link:
    target = {"country": "code", "phase": "number"}.get(field.refers_to or "", "id")
    is_value = {f"{field.refers_to}.{target}", f"{relation.name}.{field.key}"} & {
        *REFERRED_TO_BY_VALUE
    }
    return Link((column,), field.refers_to or "", (target,), None if is_value else column)


def _cell(default: Any) -> str | int | None:
    """Return a default as the cell of a table: booleans are stored as 0 and 1."""
    return int(default) if isinstance(default, bool) else default


RELATIONS = _relations()
"""Every fact of a catalogue stands in one of these, and only there, in the order of writing."""

LOADED = tuple(sorted(RELATIONS, key=lambda relation: relation.name == "catalogue"))
"""The same with what is referred to before what refers to it: the catalogue names its home."""
