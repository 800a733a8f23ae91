"""The relations of a catalogue, in the order in which they are written."""

from __future__ import annotations

from .. import model
from .form import Relation
from .making import (
    ACTIVITY,
    COUNTRY,
    HOME,
    OF_CATALOGUE,
    PHASE,
    Number,
    aliases,
    columns_of,
    evidence,
    listed,
    names,
    of_activity,
    of_catalogue,
    text,
    to,
)

_FIGURE = columns_of(model.Figure, "count of")

RELATIONS = (
    Relation(
        "catalogue", "What the catalogue is: one row",
        columns_of(model.About, "title home language about"), "catalogue", "pk", links=(HOME,),
    ),
    of_catalogue("aim", "What the partnerships are for", (text("text"),)),
    of_catalogue("note", "What readers should know", (text("text"),)),
    of_catalogue(
        "source", "Documents it was made from", columns_of(model.Source, "title publisher url")
    ),
    Relation(
        "phase", "Stages of the project", columns_of(model.Phase, "number first last purpose"),
        "phase", "number", ("number",), constants=OF_CATALOGUE,
    ),
    Relation(
        "country", "Countries", columns_of(model.Country, "code name"), "country", "pk", ("code",)
    ),
    names("country"),
    aliases("country"),
    Relation(
        "institution", "Universities and research organisations",
        columns_of(
            model.Institution,
            "id name abbreviation country city latitude longitude placement website ror",
        ),
        "institution", "pk", ("id",), links=(COUNTRY,),
    ),
    names("institution"),
    aliases("institution"),
    evidence("institution"),
    Relation(
        "department", "Departments of the home institution",
        columns_of(model.Department, "code id name kind website ror"),
        "department", "pk", ("id",), (("code",),), constants=OF_CATALOGUE,
    ),
    names("department"),
    aliases("department"),
    evidence("department"),
    Relation(
        "initiative", "What is project-wide",
        columns_of(
            model.Initiative,
            "id name abbreviation when frequency organiser project website summary source",
        ),
        "initiative", "pk", ("id",), constants=OF_CATALOGUE,
    ),
    names("initiative"),
    listed("initiative_figure", "Counts of an initiative", "initiative", *_FIGURE),
    Relation(
        "partnership", "Partnerships",
        columns_of(
            model.Partnership,
            "id name abbreviation status collaboration coordinator since note source",
        ),
        "partnership", "pk", ("id",), links=(to("department", "coordinator"),),
        constants=OF_CATALOGUE,
    ),
    names("partnership"),
    aliases("partnership"),
    listed(
        "member", "Partner institutions of a partnership", "partnership",
        text("institution", model.Id), key=("partnership", "institution"),
        links=(to("partnership"), to("institution")),
    ),
    listed(
        "link", "Departments that work with a partnership", "partnership",
        text("department", model.Id), key=("partnership", "department"),
        links=(to("partnership"), to("department")),
    ),
    listed(
        "agreement", "Dated agreements", "partnership",
        *columns_of(model.Agreement, "kind signed ends renews note source"),
    ),
    Relation(
        "activity", "What the partners did together, or plan to do",
        (
            text("partnership", model.Id), text("number", Number),
            *columns_of(
                model.Activity,
                "title kind when calendar phase frequency planned format place participants "
                "summary source",
            ),
        ),
        "activity", "partnership, pk", ("partnership", "number"),
        links=(to("partnership"), PHASE), is_key_stored=False,
    ),
    of_activity("activity_figure", "Counts of an activity", *_FIGURE),
    of_activity(
        "activity_department", "Departments that took part", text("department", model.Id),
        key=("partnership", "activity", "department"), links=(ACTIVITY, to("department")),
    ),
    of_activity(
        "activity_other", "Organisations that took part and are no partners", text("name")
    ),
)  # fmt: skip
"""Every fact of a catalogue stands in one of these, and only there."""

LOADED = tuple(sorted(RELATIONS, key=lambda relation: relation.name == "catalogue"))
"""The same with what is referred to before what refers to it."""
