"""Ids, links and names that are there twice, and names that nobody can type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from utpartners.checks.identity import duplicate_ids, duplicate_links
from utpartners.model import Activity

if TYPE_CHECKING:
    from tests.checks.conftest import Check

    from utpartners.model import Catalogue, Record

HOME = 'name = "Home University"'
OTHER = 'name = "Other University"\ncountry'


@pytest.mark.parametrize(
    ("table", "field", "at"),
    [
        ("phases", "number", "phase"),
        ("initiatives", "id", "initiative"),
        ("countries", "code", "country"),
        ("institutions", "id", "institution"),
        ("departments", "id", "department"),
        ("departments", "code", "department"),
        ("partnerships", "id", "partnership"),
    ],
)
def test_ids(utokyo: Catalogue, table: str, field: str, at: str) -> None:
    """The second record with an id is named, with the id and its place."""
    records: list[Record] = list(getattr(utokyo, table))
    value = getattr(records[0], field)
    records[-1] = msgspec.structs.replace(records[-1], **{field: value})
    (problem,) = duplicate_ids(msgspec.structs.replace(utokyo, **{table: records}))
    assert problem.path == (at, len(records) - 1, field)
    assert repr(value) in problem.message
    assert problem.rule == "duplicate-id"


@pytest.mark.parametrize("field", ["members", "departments"])
def test_links(utokyo: Catalogue, field: str) -> None:
    """A partnership that names a member or department twice is named with it."""
    first, *others = utokyo.partnerships
    ids = getattr(first, field)
    doubled = msgspec.structs.replace(first, **{field: [*ids, ids[0]]})
    changed = msgspec.structs.replace(utokyo, partnerships=[doubled, *others])
    (problem,) = duplicate_links(changed)
    assert problem.path == ("partnership", 0, field, len(ids))
    assert problem.message == f"partnership 'anu': {field}: {ids[0]!r} is listed twice"


def test_links_of_activities(utokyo: Catalogue) -> None:
    """An activity that names a department twice is named by its title."""
    first, *others = utokyo.partnerships
    activity = Activity("Talks", "lecture", departments=["gs-sci", "gs-eng", "gs-sci"])
    first = msgspec.structs.replace(first, activities=[activity])
    (problem,) = duplicate_links(msgspec.structs.replace(utokyo, partnerships=[first, *others]))
    assert problem.path == ("partnership", 0, "activity", 0, "departments", 2)
    assert "'Talks'" in problem.message


def test_none(utokyo: Catalogue) -> None:
    """The bundled catalogue has neither, though activities share their titles."""
    assert [*duplicate_ids(utokyo), *duplicate_links(utokyo)] == []


@pytest.mark.parametrize("name", ["…", "-", "\u200b", "=", "🎓"])
def test_empty_names(check: Check, name: str) -> None:
    """A name without a letter or digit is an error, as nobody could ask for it."""
    found = check((HOME, f'name = "{name}"'))
    (finding,) = [one for one in found if one.problem.rule != "invisible-character"]
    assert (finding.severity, finding.problem.rule) == ("error", "empty-name")


@pytest.mark.parametrize(
    "change",
    [
        (OTHER, 'name = "HOME university"\ncountry'),
        (OTHER, 'name = "The University of Home"\naliases = ["Home-University"]\ncountry'),
        (OTHER, 'name = "O"\nnames = { fr = "Hôme University" }\ncountry'),
        (OTHER, 'name = "O"\nabbreviation = "ＨＯＭＥ"\ncountry'),
    ],
)
def test_names_alike(check: Check, change: tuple[str, str]) -> None:
    """A name that means another record, too, is a warning that names it."""
    (finding,) = check(change)
    assert (finding.severity, finding.problem.rule) == ("warning", "names-alike")
    assert finding.problem.message.endswith("also means institution 'home'")


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ('aliases = ["Elsewhere", "Home University"]', ("aliases", 1)),
        ('names = { fr = "Ailleurs", de = "Home University" }', ("names", "de")),
    ],
)
def test_where_names_are_alike(check: Check, line: str, path: tuple[str | int, ...]) -> None:
    """The warning points at the name, of several in a list or of several languages."""
    (finding,) = check((OTHER, f"{line}\n{OTHER}"))
    assert finding.problem.path == ("institution", 1, *path)


def test_alike_in_two_kinds(check: Check) -> None:
    """A partnership may have the name of its institution, a record several spellings of its own."""
    assert check((HOME, f'{HOME}\naliases = ["home university", "Home"]')) == []


def test_shared_abbreviations(check: Check) -> None:
    """Two may share an abbreviation or alias, as UC Berkeley and Universidad Católica do."""
    assert check((HOME, f'{HOME}\nabbreviation = "U"'), (OTHER, f'aliases = ["U"]\n{OTHER}')) == []
    (finding,) = check((HOME, f'{HOME}\nnames.en = "U"'), (OTHER, f'aliases = ["U"]\n{OTHER}'))
    assert finding.problem.rule == "names-alike"
