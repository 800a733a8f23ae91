"""Keys and values that no record of a catalogue has."""

from __future__ import annotations

from typing import Any

import pytest

from utpartners.checks.shape import shape_problems
from utpartners.diagnostics import Problem

CATALOGUE = {"title": "T", "home": "h"}
PARTNERSHIP = {"id": "p", "name": "P", "status": "s", "members": ["m"]}
INSTITUTION = {"id": "h", "name": "H", "country": "JP"}


def problems(**tables: Any) -> list[Problem]:
    """What is wrong with a document of these tables and a right ``[catalogue]``."""
    return list(shape_problems({"catalogue": CATALOGUE, **tables}))


def only(**tables: Any) -> Problem:
    (problem,) = problems(**tables)
    return problem


def with_activity(**fields: Any) -> list[dict[str, Any]]:
    return [{**PARTNERSHIP, "activity": [{"title": "Talks", "kind": "lecture", **fields}]}]


def test_right() -> None:
    """A document of the right shape has no problem, with its optional tables or without."""
    assert problems() == []
    assert problems(partnership=[PARTNERSHIP], institution=[INSTITUTION]) == []


def test_empty() -> None:
    """An empty document lacks [catalogue]."""
    (problem,) = shape_problems({})
    assert problem.rule == "missing-key"
    assert "catalogue: this key is required" in problem.message


@pytest.mark.parametrize(
    ("tables", "path", "hint"),
    [
        ({"partnerships": []}, ("partnerships",), "did you mean 'partnership'?"),
        ({"xyz": 1}, ("xyz",), "choose from catalogue, status, phase"),
        (
            {"partnership": [PARTNERSHIP | {"abreviation": "P"}]},
            ("partnership", 0, "abreviation"),
            "did you mean 'abbreviation'?",
        ),
        (
            {"partnership": with_activity(participant="120")},
            ("partnership", 0, "activity", 0, "participant"),
            "did you mean 'participants'?",
        ),
    ],
)
def test_unknown_key(tables: dict[str, Any], path: tuple[str | int, ...], hint: str) -> None:
    """An unknown key is named with its place and the nearest known key, or all of them."""
    problem = only(**tables)
    assert (problem.path, problem.rule) == (path, "unknown-key")
    assert f"unknown key {path[-1]!r}" in problem.message
    assert hint in problem.message


@pytest.mark.parametrize("key", ["id", "name", "status", "members"])
def test_missing_key(key: str) -> None:
    """A key that has to be there is named with its record."""
    without = {name: value for name, value in PARTNERSHIP.items() if name != key}
    problem = only(partnership=[without])
    assert (problem.path, problem.rule) == (("partnership", 0), "missing-key")
    assert f"{key}: this key is required" in problem.message


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        (
            {"partnership": [PARTNERSHIP | {"name": 1}]},
            "name: 1 is not plain text",
        ),
        ({"partnership": [PARTNERSHIP | {"name": " "}]}, "name: ' ' is empty"),
        ({"partnership": [PARTNERSHIP | {"id": "a b"}]}, "without blanks"),
        (
            {"partnership": [PARTNERSHIP | {"members": []}]},
            "an empty list is not a list of at least one id",
        ),
        (
            {"partnership": [PARTNERSHIP | {"members": "m"}]},
            "members: 'm' is not a list of at least one id (write [\"m\"])",
        ),
        ({"partnership": [PARTNERSHIP | {"names": {"ja": 1}}]}, "ja: 1 is not plain text"),
        (
            {"partnership": [PARTNERSHIP | {"names": "P"}]},
            "'P' is not a table of names by language",
        ),
        (
            {"partnership": PARTNERSHIP},
            "partnership: a table is not a list (write [[partnership]] with double brackets)",
        ),
        ({"partnership": ["p"]}, "'p' is not a table of keys and values"),
        (
            {"partnership": with_activity(planned="yes")},
            "planned: 'yes' is not true or false (did you mean true?)",
        ),
        (
            {"partnership": with_activity(phase="2")},
            "phase: '2' is not a whole number (write 2 without quotation marks)",
        ),
        ({"partnership": with_activity(format="zoom")}, "'in person', 'online', 'hybrid'"),
        ({"partnership": with_activity(participants="many")}, 'a count such as "120"'),
        (
            {"partnership": with_activity(participants=120)},
            'participants: 120 is not a count such as "120", "over 100" or "5-6"',
        ),
        ({"partnership": with_activity(when="soon")}, "when: 'soon' is not a date such as"),
        (
            {"institution": [INSTITUTION | {"latitude": 91}]},
            "latitude: 91 is not degrees from -90 to 90",
        ),
        (
            {"institution": [INSTITUTION | {"latitude": "1"}]},
            "latitude: '1' is not degrees from -90 to 90",
        ),
        ({"institution": [INSTITUTION | {"country": "Japan"}]}, "two capital letters"),
        ({"phase": [{"number": 1, "first": 14}]}, "first: 14 is not a year of four digits"),
    ],
)
def test_wrong_value(tables: dict[str, Any], expected: str) -> None:
    """A value of a wrong type or form is named with what is wanted and what is there."""
    problem = only(**tables)
    assert problem.rule == "type"
    assert expected in problem.message


def test_everything_is_reported() -> None:
    """All problems are found, not only the first."""
    wrong = PARTNERSHIP | {"status": 1, "since": 2015, "nmae": "P"}
    assert [p.path[-1] for p in problems(partnership=[wrong, {}])][:3] == [
        "nmae",
        "status",
        "since",
    ]
    assert len(problems(partnership=[wrong, {}])) == 7


def test_long_value() -> None:
    """A long value is not repeated as a whole."""
    assert len(only(partnership=[PARTNERSHIP | {"id": "x " * 10_000}]).message) < 300
