"""What changed from one catalogue to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from utpartners import model
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


def test_added_and_removed(utokyo: Records) -> None:
    """A partnership that comes is added; one that is no longer there is removed, not ended."""
    fewer = replace(utokyo, partnerships=utokyo.partnerships[1:])
    assert changes(utokyo, fewer) == [("removed", "partnership", "anu", None, None, None)]
    assert changes(fewer, utokyo) == [("added", "partnership", "anu", None, None, None)]


def test_ended(utokyo: Records) -> None:
    """A status that means an end, by the catalogue's own words too, and a past end are an end."""
    assert changes(utokyo, with_first(utokyo, status="Ended")) == [
        ("ended", "partnership", "anu", "status", "primary", "Ended")
    ]
    assert changes(utokyo, with_first(utokyo, until="2020")) == [
        ("ended", "partnership", "anu", "until", None, "2020")
    ]
    assert changes(utokyo, with_first(utokyo, until="2999"))[0][0] == "changed"
    statuses = [model.Status("primary"), model.Status("past", ended=True)]
    listed = replace(utokyo, statuses=statuses)
    assert ("ended", "partnership", "anu", "status", "primary", "past") in changes(
        listed, with_first(listed, status="past")
    )


def with_departments(records: Records, *departments: model.Department) -> Records:
    """The records with other departments, and links to those that are there."""
    known = {one.id for one in departments}
    partnerships = [
        replace(one, departments=[id for id in one.departments if id in known])
        for one in records.partnerships
    ]
    return replace(records, departments=list(departments), partnerships=partnerships)


def test_renamed_department(utokyo: Records) -> None:
    """A department under another id that has the old name as a former one is renamed."""
    first, *others = utokyo.departments
    new = replace(
        first, id="new", name="New Name", former=[model.FormerName(first.name, until="2026")]
    )
    partnerships = [
        replace(one, departments=["new" if id == first.id else id for id in one.departments])
        for one in utokyo.partnerships
    ]
    later = replace(utokyo, departments=[new, *others], partnerships=partnerships)
    found = [change for change in changes(utokyo, later) if not change[3].startswith("activity")]
    assert found == [
        ("renamed", "department", "new", "id", first.id, "new"),
        ("renamed", "department", "new", "name", first.name, "New Name"),
    ]


def test_merged_departments(utokyo: Records) -> None:
    """Departments that go on as one are merged, whether they are still there or not."""
    one, two, *others = with_departments(utokyo, *utokyo.departments[:4]).departments
    old = with_departments(utokyo, one, two, *others)
    kept = replace(others[0], former=[model.FormerName(two.name, until="2026")])
    ended = replace(one, until="2026", successor=kept.id)
    later = with_departments(old, ended, kept, *others[1:])
    found = [change for change in changes(old, later) if change[1] == "department"]
    assert found == [
        ("merged", "department", one.id, "id", one.id, kept.id),
        ("merged", "department", two.id, "id", two.id, kept.id),
    ]
    assert not [change for change in changes(old, later) if change[0] == "added"]


def test_agreements(utokyo: Records) -> None:
    """A later end, and an agreement that replaces another, renew it; a termination ends it."""

    def agreed(**fields: Any) -> Records:
        agreement = model.Agreement(**{"id": "a", "kind": "general", "ends": "2025", **fields})
        return with_first(utokyo, agreements=[agreement])

    def change(new: Records) -> list[tuple[Any, ...]]:
        return [(change[0], *change[3:]) for change in changes(agreed(), new)]

    assert change(agreed(ends="2030")) == [("renewed", "agreement.ends", "2025", "2030")]
    assert change(agreed(ends=None, term="open")) == [("renewed", "agreement.ends", "2025", None)]
    assert change(agreed(ends="2024")) == [("changed", "agreement.ends", "2025", "2024")]
    assert change(agreed(ended="2024")) == [("ended", "agreement.ended", None, "2024")]
    assert change(agreed(note="n")) == [("changed", "agreement.note", None, "n")]
    assert change(with_first(utokyo, agreements=[])) == [("removed", "agreement", "general", None)]
    following = model.Agreement(kind="general", title="Second", ends="2030", replaces=["a"])
    both = with_first(
        utokyo, agreements=[model.Agreement(id="a", kind="general", ends="2025"), following]
    )
    assert change(both) == [("renewed", "agreement", None, "Second")]
    assert change(with_first(utokyo, agreements=[following])) == [
        ("renewed", "agreement", None, "Second")
    ]


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


def test_nested_records(utokyo: Records) -> None:
    """A nested record is told by its name, with all else that it has in brackets."""
    first, *others = utokyo.institutions
    former = [*first.former, model.FormerName("Edo Academy", until="1868")]
    new = replace(utokyo, institutions=[replace(first, former=former), *others])
    ((*_, told),) = (tuple(row.values()) for row in diff(utokyo, new).records())
    assert told.endswith("added: Edo Academy (until 1868)")
