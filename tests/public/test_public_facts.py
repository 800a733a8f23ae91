"""What is left out of public facts, and how a catalogue says that something is public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from tests.slow import quick_are

from utpartners.fields import internal_fields
from utpartners.model import Agreement, Person
from utpartners.page import page
from utpartners.store.merge import merge
from utpartners.store.public import LeftOut, left_out, public_store
from utpartners.store.records import records

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Built

    from utpartners import model
    from utpartners.model import Catalogue as Records

    Public = Callable[..., model.Catalogue]


@pytest.fixture(scope="module")
def plain(utokyo: Records) -> Records:
    """The bundled catalogue without anything internal."""
    return replace(utokyo, partnerships=[_without_notes(one) for one in utokyo.partnerships])


def _without_notes(partnership: model.Partnership) -> model.Partnership:
    agreements = [replace(one, note=None, notes={}) for one in partnership.agreements]
    return replace(partnership, note=None, notes={}, agreements=agreements)


@pytest.fixture
def office(plain: Records) -> Records:
    """The same with a word in each internal field of one partnership."""
    person = Person(
        id="xyzzy", name="Xyzzy A", names={"ja": "Xyzzy B"}, role="xyzzy", email="xyzzy@x.org"
    )
    agreement = Agreement(
        kind="exchange", document="/xyzzy", people=["xyzzy"], note="xyzzy",
        notes={"ja": "xyzzy"},
    )  # fmt: skip
    first, *others = plain.partnerships
    changed = replace(
        first, note="xyzzy", notes={"ja": "xyzzy"}, coordinators=["xyzzy"],
        agreements=[agreement],
    )  # fmt: skip
    return replace(plain, people=[person], partnerships=[changed, *others])


@pytest.fixture
def public(built: Built, office: Records) -> Public:
    """The public facts of the office's catalogue, of which some fields are declared public."""

    def shown(*also: str) -> model.Catalogue:
        about = replace(office.about, public=list(also))
        return records(public_store(built(replace(office, about=about))))

    return shown


def test_the_rest_stays(public: Public, plain: Records) -> None:
    """Only what is internal is left out, and the records are otherwise the same."""
    found = public()
    first, *others = found.partnerships
    assert first == replace(plain.partnerships[0], agreements=[Agreement(kind="exchange")])
    assert (found.people, others) == ([], plain.partnerships[1:])
    assert replace(found, partnerships=[]) == replace(plain, partnerships=[])


def test_fields_that_are_public(public: Public) -> None:
    """The catalogue can say that a field is public, or all fields of a record."""
    shown = public("agreement.document", "partnership.note").partnerships[0]
    assert (shown.note, shown.notes, shown.agreements[0].document) == ("xyzzy", {}, "/xyzzy")
    whole = public("partnership").partnerships[0]
    assert (whole.note, whole.notes) == ("xyzzy", {"ja": "xyzzy"})
    # Nobody may refer to people who are not there.
    assert (whole.coordinators, shown.agreements[0].people) == ([], [])


def test_people_who_are_public(public: Public, office: Records) -> None:
    """People whose name is public are there by name, and nothing more of them."""
    found = public("person.name", "partnership.coordinators")
    assert found.people == [Person(id="xyzzy", name="Xyzzy A")]
    assert found.partnerships[0].coordinators == ["xyzzy"]
    assert found.partnerships[0].agreements[0].people == []
    assert public("person").people == office.people
    assert public("person.email").people == []


def test_counts(built: Built, office: Records, plain: Records) -> None:
    """What is left out is counted; a note in two languages is one note."""
    store = built(office)
    assert left_out(store) == LeftOut(notes=2, documents=1, people=1, others=0)
    assert left_out(public_store(store)) == (0, 0, 0, 0)
    assert left_out(built(plain)) == (0, 0, 0, 0)
    about = replace(office.about, public=["person.name", "partnership.note"])
    # Its other notes, its role and e-mail and names, and who coordinates and is responsible.
    assert left_out(built(replace(office, about=about))) == (2, 1, 0, 3)


def test_several_catalogues(built: Built, office: Records, kyoto: Records) -> None:
    """Of several catalogues a field is public only if each of them says so."""
    about = replace(office.about, public=["partnership.note", "agreement.document"])
    other = replace(kyoto, about=replace(kyoto.about, public=["partnership.note"]))
    store = merge([built(replace(office, about=about)), built(other)])
    asked = "SELECT count(note), (SELECT count(document) FROM agreement) FROM partnership"
    assert store.one(asked) == (1, 1)
    assert public_store(store).one(asked) == (1, 0)


def test_once(built: Built, office: Records) -> None:
    """Public facts are found once: those of a public store are itself, in its language."""
    store = built(office)
    store.set_language("ja")
    public = public_store(store)
    assert (public.language, public_store(public) is public) == ("ja", True)


@pytest.mark.parametrize("language", quick_are([None], [None, "ja"]))
def test_page(built: Built, office: Records, language: str | None) -> None:
    """The page has public facts, and all facts where these are asked for."""
    store = built(office)
    if language:
        store.set_language(language)
    assert "xyzzy" not in "".join(page(store)).lower()
    whole = "".join(page(store, internal=True))
    assert whole.lower().count("xyzzy") == 6  # note, coordinator, role, document, person, note


def test_internal_fields() -> None:
    """Every field that is internal is known here, so that none becomes public by accident."""
    known: dict[str, Any] = {
        "person": {"id", "name", "names", "role", "email", "department", "until"},
        "partnership": {"note", "notes", "coordinators"},
        "agreement": {"document", "note", "notes", "people"},
    }
    assert internal_fields() == {f"{table}.{key}" for table, keys in known.items() for key in keys}
