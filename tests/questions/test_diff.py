"""What changed from one catalogue to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from utpartners.questions.diff import diff

if TYPE_CHECKING:
    from utpartners.model import Catalogue as Records


def changes(old: Records, new: Records) -> list[tuple[Any, ...]]:
    return [
        (row["change"], row["kind"], row["id"], row["field"], row["old"], row["new"])
        for row in diff(old, new).records()
    ]


def with_first(records: Records, **fields: Any) -> Records:
    first, *others = records.partnerships
    return replace(records, partnerships=[replace(first, **fields), *others])


def test_nothing(utokyo: Records) -> None:
    """A reordered file is no difference."""
    turned = replace(
        utokyo, partnerships=utokyo.partnerships[::-1], countries=utokyo.countries[::-1]
    )
    assert changes(utokyo, turned) == []


def test_added_and_ended(utokyo: Records) -> None:
    """A partnership that comes is added, one that goes has ended."""
    fewer = replace(utokyo, partnerships=utokyo.partnerships[1:])
    assert changes(utokyo, fewer) == [("ended", "partnership", "anu", None, None, None)]
    assert changes(fewer, utokyo) == [("added", "partnership", "anu", None, None, None)]


def test_promoted(utokyo: Records) -> None:
    """Prospective to primary is a promotion; the reverse is only a change."""
    lower = with_first(utokyo, status="prospective")
    assert changes(lower, utokyo) == [
        ("promoted", "partnership", "anu", "status", "prospective", "primary")
    ]
    assert changes(utokyo, lower)[0][0] == "changed"


def test_renamed(utokyo: Records) -> None:
    """Another name for the same id is a new name."""
    (change,) = changes(utokyo, with_first(utokyo, name="ANU Canberra"))
    assert change == (
        "renamed", "partnership", "anu", "name", "Australian National University", "ANU Canberra",
    )  # fmt: skip


def test_departments_join_and_leave(utokyo: Records) -> None:
    """Departments join and leave, each by itself."""
    departments = [*utokyo.partnerships[0].departments[1:], "issp"]
    assert changes(utokyo, with_first(utokyo, departments=departments)) == [
        ("joined", "partnership", "anu", "departments", None, "issp"),
        ("left", "partnership", "anu", "departments", "gs-sci", None),
    ]


def test_activities(utokyo: Records) -> None:
    """An activity of the same title has changed, another title is another activity."""
    first, *others = utokyo.partnerships[0].activities
    changed = with_first(utokyo, activities=[replace(first, when="2018/.."), *others])
    assert changes(utokyo, changed) == [
        ("changed", "partnership", "anu", "activity.when", "2017/..", "2018/..")
    ]
    renamed = with_first(utokyo, activities=[replace(first, title="Other"), *others])
    assert [change[0] for change in changes(utokyo, renamed)] == ["added", "removed"]


def test_other_records(utokyo: Records) -> None:
    """Institutions, and the catalogue itself, are compared too."""
    first, *others = utokyo.institutions
    about = replace(utokyo.about, title="New")
    new = replace(utokyo, about=about, institutions=[replace(first, city="Kyoto"), *others])
    assert changes(utokyo, new) == [
        ("changed", "institution", "utokyo", "city", "Tokyo", "Kyoto"),
        ("changed", "catalogue", "utokyo", "title", utokyo.about.title, "New"),
    ]
