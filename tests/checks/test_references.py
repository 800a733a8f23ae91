"""References to records that are not there, and records that nothing refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from utpartners.checks.references import dangling_references
from utpartners.model import Activity

if TYPE_CHECKING:
    from tests.checks.conftest import Check, Report

    from utpartners.diagnostics import Finding
    from utpartners.model import Catalogue

replace = msgspec.structs.replace


def with_partnership(catalogue: Catalogue, **fields: Any) -> Catalogue:
    """The catalogue with other fields of its first partnership."""
    first, *others = catalogue.partnerships
    return replace(catalogue, partnerships=[replace(first, **fields), *others])


def of(rule: str, found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.problem.rule == rule]


@pytest.mark.parametrize(
    ("fields", "path", "table"),
    [
        ({"members": ["anu", "nowhere"]}, ("members", 1), "institution"),
        ({"departments": ["nowhere"]}, ("departments", 0), "department"),
        ({"coordinator": "nowhere"}, ("coordinator",), "department"),
        (
            {"activities": [Activity("Talks", "lecture", departments=["nowhere"])]},
            ("activity", 0, "departments", 0),
            "department",
        ),
    ],
)
def test_of_partnerships(
    utokyo: Catalogue, fields: dict[str, Any], path: tuple[str | int, ...], table: str
) -> None:
    """A partnership's reference to nothing is named with its place and the table."""
    (problem,) = dangling_references(with_partnership(utokyo, **fields))
    assert problem.path == ("partnership", 0, *path)
    assert f"there is no {table} 'nowhere'" in problem.message
    assert problem.message.startswith("partnership 'anu'")


def test_of_institutions(utokyo: Catalogue) -> None:
    """A country that is in no list is named."""
    institutions = [replace(utokyo.institutions[0], country="ZZ"), *utokyo.institutions[1:]]
    (problem,) = dangling_references(replace(utokyo, institutions=institutions))
    assert problem.path == ("institution", 0, "country")
    assert "there is no country 'ZZ'" in problem.message


def test_of_the_catalogue(utokyo: Catalogue) -> None:
    """The home institution has to be there."""
    about = replace(utokyo.about, home="tokio")
    (problem,) = dangling_references(replace(utokyo, about=about))
    assert problem.path == ("catalogue", "home")
    assert "did you mean 'utokyo'?" in problem.message


def test_of_phases(utokyo: Catalogue) -> None:
    """An activity's phase has to be there."""
    activities = [Activity("Talks", "lecture", phase=9)]
    (problem,) = dangling_references(with_partnership(utokyo, activities=activities))
    assert problem.path == ("partnership", 0, "activity", 0, "phase")
    assert "there is no phase 9" in problem.message


def test_suggestion(utokyo: Catalogue) -> None:
    """A reference that is nearly right suggests the right one."""
    (problem,) = dangling_references(with_partnership(utokyo, departments=["gs-engg"]))
    assert "did you mean 'gs-eng'?" in problem.message


def test_none(utokyo: Catalogue) -> None:
    """The bundled catalogue has none."""
    assert list(dangling_references(utokyo)) == []


def test_unused_department(report: Report) -> None:
    """A department that no partnership names is a warning."""
    assert report(('departments = ["gs-eng"]\n', "")) == [
        "26:1 warning unused-department: department 'gs-eng': not involved in any partnership"
    ]


@pytest.mark.parametrize("by", ["coordinator = 'gs-eng'", "source = 'x'"])
def test_used_departments(check: Check, by: str) -> None:
    """To coordinate or to take part in an activity is to be named."""
    more = "" if "coordinator" in by else "departments = ['gs-eng']\n"
    assert check(('departments = ["gs-eng"]', by), more=more) == []


def test_unused_institution(report: Report) -> None:
    """An institution that is no member of a partnership is a warning; the home one is none."""
    assert report(('members = ["other"]', 'members = ["home"]')) == [
        "20:1 warning unused-institution: institution 'other': not a member of any partnership"
    ]


def test_without_activity(report: Report) -> None:
    """A partnership without an activity is a warning."""
    more = "[[partnership]]\nid = 'b'\nname = 'B'\nstatus = 's'\nmembers = ['other']\n"
    assert report(more=more) == [
        "41:1 warning without-activity: partnership 'b': no activities are recorded"
    ]


def test_reference_far_from_everything(check: Check) -> None:
    """An id that is near to none has no hint."""
    (finding, *_) = of("dangling-reference", check(('members = ["other"]', 'members = ["zzz"]')))
    assert finding.problem.hint == ""
