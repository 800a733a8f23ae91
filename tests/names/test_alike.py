"""Names that may be another spelling of one are found, whatever else there is."""

from __future__ import annotations

import pytest

from utpartners.names.alike import Names

KNOWN = {
    "seestadt": "University of Seestadt",
    "kestrel": "Kestrel Institute of Technology",
    "north": "Northern Marwick University",
    "first": "Lindenau University 1",
}


@pytest.fixture
def names() -> Names:
    found = Names()
    for id, name in KNOWN.items():
        found.add(name, id, "DE")
    return found


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Seestadt Univ.", ["seestadt"]),
        ("Universität Seestadt", ["seestadt"]),
        ("University of Seestadtt", ["seestadt"]),
        ("KIT", ["kestrel"]),
        ("Southern Marwick University", []),
        ("Lindenau University 2", []),
        ("Yarrow College", []),
    ],
)
def test_like(names: Names, text: str, ids: list[str]) -> None:
    """Abbreviations, generic words, initials and slips are alike; numbers and sides are not."""
    assert [one.id for one in names.like(text, "DE")] == ids
    assert names.like(text, "FR") == []


def test_among_many(names: Names) -> None:
    """Names that differ by a number only do not hide the one that is misspelt."""
    for number in range(10):
        names.add(f"Valemount University {number}", str(number), "DE")
    names.add("Valemounth University", "meant", "DE")
    assert [one.id for one in names.like("Valemount University", "DE")] == ["meant"]


def test_a_slip_is_looked_for_last(names: Names) -> None:
    """What is merely spelt like a name is not meant where something has that name in short."""
    names.add("Seestatt University", "other", "DE")
    assert [one.id for one in names.like("Seestadt University", "DE")] == ["seestadt"]


def test_names_in_two_languages() -> None:
    """Names are alike if their words mean the same in one language, in any order."""
    known = Names(lambda name: {"TU München": ["technical", "munich"]}.get(name, name.split()))
    known.add("TU München", "tum", "DE")
    assert [one.id for one in known.like("munich technical", "DE")] == ["tum"]
    assert known.like("munich medical", "DE") == []
