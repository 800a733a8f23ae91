"""The page has no internal fact, whatever the catalogue says of people, notes and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from msgspec.structs import replace

from utpartners.fields import internal_fields
from utpartners.model import Agreement, Person
from utpartners.page import page
from utpartners.store.public import public_records

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records


@pytest.fixture
def office(utokyo: Records) -> Records:
    """The bundled catalogue with a hidden word in every internal field."""
    person = Person(
        id="xyzzy", name="Xyzzy A", names={"ja": "Xyzzy B"}, role="xyzzy", email="xyzzy@x.org"
    )
    agreement = Agreement(
        kind="exchange", document="/xyzzy", people=["xyzzy"], note="xyzzy",
        notes={"ja": "xyzzy"},
    )  # fmt: skip
    first, *others = utokyo.partnerships
    changed = replace(
        first, note="xyzzy", notes={"ja": "xyzzy"}, coordinators=["xyzzy"],
        agreements=[agreement],
    )  # fmt: skip
    return replace(utokyo, people=[person], partnerships=[changed, *others])


@pytest.mark.parametrize("language", [None, "ja"])
def test_page(built: Built, office: Records, language: str | None) -> None:
    """Neither text nor search index nor download says it, in any language."""
    store = built(office)
    if language:
        store.set_language(language)
    text = "".join(page(store))
    assert office.partnerships[0].name in text or language
    assert "xyzzy" not in text.lower()


def test_records(office: Records) -> None:
    """Nothing else is left out, and the catalogue can say that a field is public."""
    found = public_records(office)
    assert "xyzzy" not in msgspec.json.encode(found).decode().lower()
    assert len(found.partnerships) == len(office.partnerships)
    assert found.partnerships[1].activities == office.partnerships[1].activities
    also = replace(office.about, public=["agreement.document", "partnership.note"])
    shown = public_records(replace(office, about=also)).partnerships[0]
    assert (shown.note, shown.agreements[0].document) == ("xyzzy", "/xyzzy")
    assert (shown.coordinators, shown.agreements[0].people) == ([], [])


def test_people_who_are_public(office: Records) -> None:
    """People whose name is public are there by name, and nothing more of them."""
    public = ["person.name", "partnership.coordinators"]
    found = public_records(replace(office, about=replace(office.about, public=public)))
    (person,) = found.people
    assert person == Person(id="xyzzy", name="Xyzzy A")
    assert found.partnerships[0].coordinators == ["xyzzy"]


def test_no_internal_field_is_unknown() -> None:
    """The fields that the tests above fill are all that are internal."""
    known: dict[str, Any] = {
        "person": {"id", "name", "names", "role", "email", "department", "until"},
        "partnership": {"note", "notes", "coordinators"},
        "agreement": {"document", "note", "notes", "people"},
    }
    assert internal_fields() == {f"{table}.{key}" for table, keys in known.items() for key in keys}
