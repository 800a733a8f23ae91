"""Who is responsible for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from utpartners.api import Catalogue
from utpartners.errors import NotFound
from utpartners.model import Agreement, Person

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records


def test_people(built: Built, utokyo: Records) -> None:
    """Each person has the partnerships and agreements that name them, in the catalogue's order."""
    first, second, *rest = utokyo.partnerships
    people = [
        Person(id="sato", name="Sato", role="coordinator", department="gs-eng"),
        Person(id="mori", name="Mori", until="2024"),
    ]
    agreement = Agreement(kind="general", title="Memorandum", people=["mori"])
    partnerships = [
        replace(first, coordinators=["sato"]),
        replace(second, coordinators=["sato"], agreements=[agreement]),
        *rest,
    ]
    catalogue = Catalogue(built(replace(utokyo, people=people, partnerships=partnerships)))
    sato, mori = catalogue.people().records()
    assert (sato["department"], sato["role"]) == ("GS Eng", "coordinator")
    assert sato["partnerships"] == [first.id, second.id]
    assert mori["agreements"] == [f"{second.id}: Memorandum"]
    assert list(catalogue.export("people").records()) == [sato, mori]
    (exported,) = (
        row for row in catalogue.export("agreements").records() if row["title"] == "Memorandum"
    )
    assert exported["people"] == ["Mori"]
    shown = catalogue.show(first.id).record()
    assert shown["coordinators"] == ["Sato (coordinator)"]


@pytest.fixture
def office(built: Built, utokyo: Records) -> Catalogue:
    """Three people: of a department, responsible for a partnership, and for an agreement."""
    anu, tum = (next(one for one in utokyo.partnerships if one.id == id) for id in ("anu", "tum"))
    people = [
        Person(id="sato", name="Sato Hanako", names={"ja": "佐藤花子"}, department="gs-eng"),
        Person(id="mori", name="Mori Taro", until="2020"),
        Person(id="ito", name="Ito Ken"),
    ]
    agreement = Agreement(kind="student exchange", title="Exchange", people=["ito"])
    changed = {
        "anu": replace(anu, coordinators=["mori"]),
        "tum": replace(tum, coordinators=["mori"], agreements=[agreement], departments=["iis"]),
    }
    partnerships = [changed.get(one.id, one) for one in utokyo.partnerships]
    return Catalogue(built(replace(utokyo, people=people, partnerships=partnerships)))


@pytest.mark.parametrize(
    ("words", "wanted", "expected"),
    [
        ("", {}, {"sato": [], "mori": ["anu", "tum"], "ito": []}),
        ("anu", {}, {"mori": ["anu"]}),
        ("Germany", {}, {"mori": ["tum"], "ito": []}),
        ("Oceania", {}, {"mori": ["anu"]}),
        ("primary", {}, {"mori": ["anu"]}),
        ("GS Eng", {}, {"sato": [], "mori": ["anu"]}),
        ("IIS", {}, {"mori": ["tum"], "ito": []}),
        ("student exchange", {}, {"mori": ["tum"], "ito": []}),
        ("Hanako", {}, {"sato": []}),
        ("佐藤花子", {}, {"sato": []}),
        ("Germany IIS", {}, {"mori": ["tum"], "ito": []}),
        ("Germany GS Eng", {}, {}),
        ("", {"current": True}, {"sato": [], "ito": []}),
        ("", {"ended": True}, {"mori": ["anu", "tum"]}),
        ("", {"partner": "tum", "person": "ito"}, {"ito": []}),
        ("", {"limit": 1}, {"sato": []}),
    ],
)
def test_filters(
    office: Catalogue, words: str, wanted: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    """Those who are responsible for what passes the filters, with only that; or of a department."""
    found = office.people(*words.split(), **wanted).records()
    assert {row["id"]: row["partnerships"] for row in found} == expected


def test_counts(office: Catalogue) -> None:
    """A title says what was asked, and how many of all people there are."""
    answer = office.people("anu")
    assert answer.title == "People responsible for Australian National University"
    assert answer.counted() == "1 of 3 people"
    assert office.people().counted() == "3 people"


def test_unknown(office: Catalogue) -> None:
    """A name that is like a person's leads to that person."""
    with pytest.raises(NotFound) as caught:
        office.people("Sato", "Hanaku")
    assert "--person sato" in str(caught.value.hint)
