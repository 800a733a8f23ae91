"""The checks that follow from the model: every field of a kind is checked, also a new one."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
import tomli

from utpartners import field_types, model
from utpartners.checks import external, identity, references, rules, times
from utpartners.checks.walk import choices, values, walk
from utpartners.diagnostics import Path, Problem

from .conftest import RIGHT

FULL = (
    RIGHT
    + """
[[partnership.agreement]]
kind = "general"

[[initiative]]
id = "talks"
name = "Talks"
figures = [{ count = "29", of = "projects" }]

[[department.former]]
name = "Faculty of Engineering"

[[person]]
id = "sato"
name = "Sato"

[[catalogue.source]]
title = "Report"
"""
)
"""A catalogue with a record of every type."""


@pytest.fixture
def catalogue() -> model.Catalogue:
    return msgspec.convert(tomli.loads(FULL), model.Catalogue)


def test_walk(catalogue: model.Catalogue) -> None:
    """Records come in the order of the model, each with its path and what people call it."""
    types = (model.About, model.Source, model.Phase, model.Figure, model.Activity, model.Agreement)
    assert [(visit.path, visit.name) for visit in walk(catalogue, *types)] == [
        (("catalogue",), "catalogue"),
        (("catalogue", "source", 0), "source 'Report'"),
        (("phase", 0), "phase 1"),
        (("initiative", 0, "figures", 0), "initiative 'talks', figures '29'"),
        (("partnership", 0, "agreement", 0), "partnership 'other', agreement 'general'"),
        (("partnership", 0, "activity", 0), "partnership 'other', activity 'Talks'"),
    ]


def test_values(catalogue: model.Catalogue) -> None:
    """Values come one by one, those of a list with their place in it; None is no value."""
    found = [
        (field.fact, visit.path_to(field.key, index), id)
        for visit, field, index, id in values(catalogue, references._refers_to)
    ]
    assert found == [
        ("institution", ("catalogue", "home"), "home"),
        ("country", ("institution", 0, "country"), "JP"),
        ("country", ("institution", 1, "country"), "JP"),
        ("institution", ("partnership", 0, "members", 0), "other"),
        ("department", ("partnership", 0, "departments", 0), "gs-eng"),
        ("phase", ("partnership", 0, "activity", 0, "phase"), 1),
    ]


RULES = {
    "dangling-reference": (references._refers_to, references.dangling_references, "nowhere", 9),
    "url": (external._is_url, external.web_addresses, "example.org", None),
    "ror": (external._is_ror, external.ror_ids, "057zh3y96", None),
    "time": (times._is_time, times.impossible_times, "2019-13", None),
}


def broken(name: str) -> list[Any]:
    """Every field of the model that a rule is about, with a value that breaks the rule."""
    choose, rule, text, number = RULES[name]
    return [
        pytest.param(type_, field, rule, number if field.fact == "phase" else text)
        for type_, fields in choices(choose).items()
        for field in fields
    ]


@pytest.mark.parametrize(
    ("type_", "field", "rule", "value"), [case for name in RULES for case in broken(name)]
)
def test_every_field_is_checked(
    catalogue: model.Catalogue, type_: Any, field: Any, rule: Any, value: Any
) -> None:
    """Wherever the model has a reference, web address, ROR id or time, a wrong one is found."""
    visit = next(walk(catalogue, type_))
    setattr(visit.record, field.attribute, [value] if field.is_list else value)
    (problem,) = rule(catalogue)
    assert problem.path == visit.path_to(field.key, 0 if field.is_list else None)
    assert problem.record == visit.name


def test_each_kind_of_field_is_in_the_model() -> None:
    """The fields above are found, and are those that the model has today."""
    expected = {"dangling-reference": 15, "url": 5, "ror": 2, "time": 14}
    assert {name: len(broken(name)) for name in RULES} == expected
    assert sum(map(len, choices(identity._is_unique).values())) == 10
    assert sum(map(len, choices(identity._is_list_of_ids).values())) == 8


class NewActivity(model.Activity):
    """An activity with a new field of each kind."""

    registration: field_types.Url | None = None
    deadline: field_types.Edtf | None = None
    hosts: list[field_types.InstitutionId] = msgspec.field(default_factory=list)


class NewPartnership(model.Partnership, kw_only=True):
    """A partnership with such activities."""

    activities: list[NewActivity] = msgspec.field(  # type: ignore[assignment]
        default_factory=list, name="activity"
    )


class NewCatalogue(model.Catalogue):
    """A catalogue of such partnerships."""

    partnerships: list[NewPartnership] = msgspec.field(  # type: ignore[assignment]
        default_factory=list, name="partnership"
    )


def test_a_new_field(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that is added to the model is checked for what its type says."""
    for name, type_ in (
        ("Activity", NewActivity), ("Partnership", NewPartnership), ("Catalogue", NewCatalogue),
    ):  # fmt: skip
        monkeypatch.setattr(model, name, type_)
    document = tomli.loads(FULL)
    (activity,) = document["partnership"][0]["activity"]
    activity |= {"registration": "x", "deadline": "2019-13", "hosts": ["home", "home", "x"]}
    catalogue = msgspec.convert(document, NewCatalogue)
    found = [(problem.rule, problem.path[-2:]) for problem in rules.broken_rules(catalogue)]
    assert found == [
        ("duplicate-link", ("hosts", 1)),
        ("dangling-reference", ("hosts", 2)),
        ("time", (0, "deadline")),
        ("url", (0, "registration")),
    ]


WRONG = """\
[catalogue]
title = "T"
home = "a"
public = ["agreement.colour", "partnership.name"]
source = [{ title = "S", url = "x" }, { title = "S2", url = "y" }]
[[phase]]
number = 1
first = 2014
last = 2010
[[status]]
id = "t"
[[country]]
code = "UK"
name = "!"
[[country]]
code = "XK"
name = "Koso\u200bvo"
[[initiative]]
id = "i;j"
name = "?"
when = "2019-13"
website = "ftp://x"
"""
INSTITUTION = """\
[[institution]]
id = "{id}"
name = "-"
country = "UK"
latitude = 1
website = "{id}"
ror = "{id}"
"""
PARTNERSHIP = """\
[[partnership]]
id = "{id}"
name = "-"
status = "s"
members = ["a", "b", "a"]
since = "2019-{id}"
until = "2018"
agreement = [
  {{ kind = "{id}", signed = "2018", ends = "2017" }},
  {{ kind = "{id}", signed = "2018", ends = "2017" }},
]
"""
ACTIVITY = """\
[[partnership.activity]]
title = "{id}"
kind = "k"
when = "2019-05"
place = "Kyoto "
calendar = "academic"
departments = ["d", "d"]
"""


def documents() -> tuple[model.Catalogue, list[model.Catalogue]]:
    """A catalogue with many problems, and the same with one institution or partnership each."""
    text = WRONG + f'names = {{ de = "{"x" * 301}" }}\n'
    text += "".join(INSTITUTION.format(id=id) for id in "abc")
    text += "".join(PARTNERSHIP.format(id=id) for id in ("12", "13"))
    text += "".join(ACTIVITY.format(id=id) for id in "xy") + PARTNERSHIP.format(id="14")
    whole = msgspec.convert(tomli.loads(text), model.Catalogue)
    none = msgspec.structs.replace(whole, institutions=[], partnerships=[])
    empty = model.Catalogue(about=model.About(title="T", home="a"), phases=whole.phases)
    parts = [none]
    parts += [
        msgspec.structs.replace(empty, phases=[], institutions=[i]) for i in whole.institutions
    ]
    parts += [
        msgspec.structs.replace(empty, phases=[], partnerships=[p]) for p in whole.partnerships
    ]
    return whole, parts


@pytest.mark.parametrize("rule", [rule for rule in rules.RULES if rule.scope != "catalogue"])
def test_scope(rule: rules.Rule) -> None:
    """A rule about each record by itself gives the same problems for parts of a catalogue.

    One about statuses does where each part with partnerships has all of these.
    """

    def without_index(problem: Problem) -> Problem:
        path: Path = tuple(part for part in problem.path if isinstance(part, str))
        return problem._replace(path=path, lacking=None)

    whole, parts = documents()
    if rule.scope == "status":
        parts = [
            msgspec.structs.replace(part, statuses=whole.statuses)
            for part in parts
            if part.partnerships
        ]
    expected = [without_index(problem) for problem in rule.check(whole)]
    assert len(expected) > 0
    assert sorted(without_index(p) for part in parts for p in rule.check(part)) == sorted(expected)
