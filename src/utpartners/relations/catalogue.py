"""The relations of a catalogue, in the order in which they are written."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from .. import model
from ..checks.fields import fields_of
from .form import Column, Link, Relation

Number = Annotated[int, Meta(ge=1, le=2**31, description="a whole number from 1")]
"""What counts the activities of a partnership, in the order of the catalogue."""

_OF_CATALOGUE = (("catalogue", "1"),)
_DEFAULTS: dict[str, str | int] = {"language": "en", "planned": 0}


def _columns(record: type[model.Record], names: str) -> tuple[Column, ...]:
    fields = fields_of(record)
    return tuple(
        Column(name, fields[name].type, fields[name].required, _DEFAULTS.get(name))
        for name in names.split()
    )


def _text(name: str, type: Any = model.Text) -> Column:
    return Column(name, type, required=True)


def _to(relation: str, column: str | None = None, stored: bool = True) -> Link:
    column = column or relation
    target = "code" if relation == "country" else "id"
    return Link((column,), relation, (target,), column if stored else None)


_HOME = _to("institution", "home", stored=False)
_COUNTRY = _to("country", stored=False)
_PHASE = Link(("phase",), "phase", ("number",), None)
_ACTIVITY = Link(("partnership", "activity"), "activity", ("partnership", "number"), "activity")


def _list(name: str, summary: str, owner: str, *columns: Column, **more: Any) -> Relation:
    """What each record of a relation has several of, in order."""
    settings: dict[str, Any] = {
        "table": name,
        "owner": owner,
        "order": f"{owner}, position",
        "links": (_to(owner),),
        **more,
    }
    return Relation(name, summary, (_text(owner, model.Id), *columns), **settings)


def _of_catalogue(name: str, summary: str, columns: tuple[Column, ...]) -> Relation:
    return Relation(
        name, summary, columns, name, "position", owner="catalogue", constants=_OF_CATALOGUE
    )


def _of_activity(name: str, summary: str, *columns: Column, **more: Any) -> Relation:
    settings: dict[str, Any] = {"links": (_ACTIVITY,), **more}
    first = (_text("partnership", model.Id), _text("activity", Number))
    return Relation(
        name, summary, (*first, *columns), name, "activity, position", owner="activity", **settings
    )


def _texts(kind: str, what: str, table: str, *columns: Column, **more: Any) -> Relation:
    """Further names, aliases or evidence of the records of a kind."""
    type = model.CountryCode if kind == "country" else model.Id
    link = _to(kind)._replace(stored="record")
    return Relation(
        f"{kind}_{what}",
        f"{table.capitalize()} of each {kind}",
        (_text(kind, type), *columns),
        table,
        "record, position",
        links=(link,),
        owner="record",
        constants=(("kind", f"'{kind}'"),),
        **more,
    )


def _names(kind: str) -> Relation:
    columns = (_text("language"), _text("text"))
    key = (kind, "language")
    return _texts(kind, "name", "translation", *columns, key=key, is_key_stored=False)


def _aliases(kind: str) -> Relation:
    return _texts(kind, "alias", "alias", _text("text"))


def _evidence(kind: str) -> Relation:
    return _texts(kind, "evidence", "evidence", _text("text"))


_FIGURE = _columns(model.Figure, "count of")

RELATIONS = (
    Relation(
        "catalogue", "What the catalogue is: one row",
        _columns(model.About, "title home language about"), "catalogue", "pk", links=(_HOME,),
    ),
    _of_catalogue("aim", "What the partnerships are for", (_text("text"),)),
    _of_catalogue("note", "What readers should know", (_text("text"),)),
    _of_catalogue(
        "source", "Documents it was made from", _columns(model.Source, "title publisher url")
    ),
    Relation(
        "phase", "Stages of the project", _columns(model.Phase, "number first last purpose"),
        "phase", "number", ("number",), constants=_OF_CATALOGUE,
    ),
    Relation(
        "country", "Countries", _columns(model.Country, "code name"), "country", "pk", ("code",)
    ),
    _names("country"),
    _aliases("country"),
    Relation(
        "institution", "Universities and research organisations",
        _columns(
            model.Institution,
            "id name abbreviation country city latitude longitude placement website ror",
        ),
        "institution", "pk", ("id",), links=(_COUNTRY,),
    ),
    _names("institution"),
    _aliases("institution"),
    _evidence("institution"),
    Relation(
        "department", "Departments of the home institution",
        _columns(model.Department, "code id name kind website ror"),
        "department", "pk", ("id",), (("code",),), constants=_OF_CATALOGUE,
    ),
    _names("department"),
    _aliases("department"),
    _evidence("department"),
    Relation(
        "initiative", "What is project-wide",
        _columns(
            model.Initiative,
            "id name abbreviation when frequency organiser project website summary source",
        ),
        "initiative", "pk", ("id",), constants=_OF_CATALOGUE,
    ),
    _names("initiative"),
    _list("initiative_figure", "Counts of an initiative", "initiative", *_FIGURE),
    Relation(
        "partnership", "Partnerships",
        _columns(
            model.Partnership,
            "id name abbreviation status collaboration coordinator since note source",
        ),
        "partnership", "pk", ("id",), links=(_to("department", "coordinator"),),
        constants=_OF_CATALOGUE,
    ),
    _names("partnership"),
    _aliases("partnership"),
    _list(
        "member", "Partner institutions of a partnership", "partnership",
        _text("institution", model.Id), key=("partnership", "institution"),
        links=(_to("partnership"), _to("institution")),
    ),
    _list(
        "link", "Departments that work with a partnership", "partnership",
        _text("department", model.Id), key=("partnership", "department"),
        links=(_to("partnership"), _to("department")),
    ),
    _list(
        "agreement", "Dated agreements", "partnership",
        *_columns(model.Agreement, "kind signed ends renews note source"),
    ),
    Relation(
        "activity", "What the partners did together, or plan to do",
        (
            _text("partnership", model.Id), _text("number", Number),
            *_columns(
                model.Activity,
                "title kind when calendar phase frequency planned format place participants "
                "summary source",
            ),
        ),
        "activity", "partnership, pk", ("partnership", "number"),
        links=(_to("partnership"), _PHASE), is_key_stored=False,
    ),
    _of_activity("activity_figure", "Counts of an activity", *_FIGURE),
    _of_activity(
        "activity_department", "Departments that took part", _text("department", model.Id),
        key=("partnership", "activity", "department"), links=(_ACTIVITY, _to("department")),
    ),
    _of_activity(
        "activity_other", "Organisations that took part and are no partners", _text("name")
    ),
)  # fmt: skip
"""Every fact of a catalogue stands in one of these, and only there."""

LOADED = tuple(sorted(RELATIONS, key=lambda relation: relation.name == "catalogue"))
"""The same with what is referred to before what refers to it."""
