"""``show``: one partnership as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from utpartners import model
from utpartners.api import Catalogue
from utpartners.errors import NotFound

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records

IDS = (
    "anu ethz pku princeton snu stockholm tsinghua ucb cambridge ntu tum uchicago chile-mexico vnu"
    " ytu grandes-ecoles"
).split()


@pytest.mark.parametrize("id", IDS)
def test_everything_is_told(catalogue: Catalogue, utokyo: Records, id: str) -> None:
    """A card has all that the file says of the partnership, its members and departments."""
    (p,) = (p for p in utokyo.partnerships if p.id == id)
    codes = {d.id: d.code for d in utokyo.departments}
    institutions = {i.id: i for i in utokyo.institutions}
    card = catalogue.show(id).record()
    for key in ("id", "name", "abbreviation", "names", "status", "since", "note", "aliases"):
        assert card[key] == getattr(p, key), key
    assert card["collaboration"] == p.collaboration
    assert card["coordinator"] == (codes[p.coordinator] if p.coordinator else None)
    assert [record["code"] for record in card["departments"]] == [codes[d] for d in p.departments]
    for record, member in zip(card["institutions"], p.members, strict=True):
        known = institutions[member]
        for key in ("id", "name", "names", "country", "city", "latitude", "website", "ror"):
            assert record[key] == getattr(known, key), key
    for record, agreement in zip(card["agreements"], p.agreements, strict=True):
        for key in ("kind", "signed", "ends", "renews", "note", "source"):
            assert record[key] == getattr(agreement, key), key


@pytest.mark.parametrize("id", IDS)
def test_activities(catalogue: Catalogue, utokyo: Records, id: str) -> None:
    """Every activity is told once, with each of its fields as the file has it."""
    (p,) = (p for p in utokyo.partnerships if p.id == id)
    codes = {d.id: d.code for d in utokyo.departments}
    plain = "when calendar kind title format place participants others summary source phase planned"
    expected = [
        {key: getattr(a, key) for key in [*plain.split(), "frequency"]}
        | {
            "partnership": p.id,
            "departments": [codes[d] for d in a.departments],
            "figures": [{"count": f.count, "of": f.of} for f in a.figures],
        }
        for a in p.activities
    ]
    told = catalogue.show(id).record()["activities"]
    assert sorted(told, key=repr_of) == sorted(expected, key=repr_of)


def repr_of(record: dict[str, object]) -> str:
    return repr(sorted(record.items()))


def test_order_of_activities(catalogue: Catalogue) -> None:
    """Activities stand in order of time, the undated after them, what is planned last."""
    told = catalogue.show("ethz").record()["activities"]
    assert told[0]["when"] == "2019"
    ucb = catalogue.show("ucb").record()["activities"]
    assert [a["planned"] for a in ucb] == sorted(a["planned"] for a in ucb)
    assert [a["phase"] for a in ucb] == [2, 2, 2, 3, 3, 3]


@pytest.mark.parametrize(
    ("name", "member"), [("KTH", "kth"), ("Bordeaux", "bordeaux"), ("Group of Stockholm", None)]
)
def test_member(catalogue: Catalogue, name: str, member: str | None) -> None:
    """The card of a group marks the member that was asked for."""
    assert catalogue.show(name).marked == (("institutions", member) if member else None)


@pytest.mark.parametrize(("name", "marked"), [("KTH", "kth"), ("stockholm", None)])
def test_member_on_the_screen(catalogue: Catalogue, name: str, marked: str | None) -> None:
    """On a terminal, too, the member that was asked for stands out from the others."""
    card = catalogue.show(name)
    assert card.brief is not None
    institutions, *_ = card.brief(card.record()).blocks
    assert institutions.marked == marked


@pytest.mark.parametrize(
    ("id", "places"),
    [
        ("stockholm", {"Stockholm"}),
        ("chile-mexico", {"Santiago · Chile", "Punta Arenas · Chile", "Mexico City · Mexico"}),
    ],
)
def test_places_of_members(catalogue: Catalogue, id: str, places: set[str]) -> None:
    """Each member of a group has its city, and its country where they are of several."""
    card = catalogue.show(id)
    assert card.brief is not None
    institutions, *_ = card.brief(card.record()).blocks
    assert institutions.heading == f"Institutions ({len(card.record()['institutions'])})"
    assert {row["place"] for row in institutions.rows} == places


def test_documents(built: Built, utokyo: Records) -> None:
    """The documents of agreements are listed under a heading, by title or kind."""
    first, *others = utokyo.partnerships
    agreement = model.Agreement(kind="general", document="https://example.org/mou.pdf")
    records = replace(utokyo, partnerships=[replace(first, agreements=[agreement]), *others])
    card = Catalogue(built(records)).show("anu")
    assert card.brief is not None
    (block,) = (one for one in card.brief(card.record()).blocks if "Document" in one.heading)
    assert block.heading == "Documents (1)"
    assert list(block.rows) == [{"name": "general", "what": "https://example.org/mou.pdf"}]


def test_princeton(catalogue: Catalogue) -> None:
    """Princeton has no departments, and what it runs as instead."""
    card = catalogue.show("Princeton").record()
    assert card["departments"] == []
    assert card["collaboration"] == "Princeton-UTokyo Teaching and Research Collaboration"


def test_groups(catalogue: Catalogue) -> None:
    """A group lists the countries of its members, each once."""
    assert catalogue.show("chile-mexico").record()["countries"] == ["CL", "MX"]
    assert catalogue.show("grandes-ecoles").record()["countries"] == ["FR"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("ANU Cambridge", "Try: utpartners compare ANU Cambridge"),
        ("Group of Chile KTH", "Try: utpartners compare Group of Chile KTH"),
        ("nosuch Cambridge", "Did you mean:\n  cambridge  University of Cambridge"),
        ("GS Eng ANU", "Try one of these:\n  utpartners dept gs-eng\n  utpartners dept gs-econ"),
    ],
)
def test_several_names(catalogue: Catalogue, name: str, hint: str) -> None:
    """Several partners in a row are compared; how each name was read is not told."""
    with pytest.raises(NotFound) as error:
        catalogue.show(name)
    assert error.value.hint == hint
