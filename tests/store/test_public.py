"""The public facts of a store: what is left out and counted, and what is shown all the same."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from utpartners.formats.toml import records as read
from utpartners.model import Agreement, Person
from utpartners.store.fill import in_memory
from utpartners.store.merge import merge
from utpartners.store.public import LeftOut, left_out, public_store
from utpartners.store.records import records

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Built

    from utpartners.model import Catalogue
    from utpartners.store.store import Store

NOTE = "SELECT note FROM main.partnership WHERE note IS NOT NULL"


@pytest.fixture
def office(small_path: Path) -> Catalogue:
    """A catalogue with a note, a document, and a person who is responsible for an agreement."""
    catalogue = read(str(small_path))
    first, *others = catalogue.partnerships
    agreement = Agreement(kind="exchange", document="minutes.pdf", people=["sato"])
    changed = replace(first, agreements=[agreement])
    person = Person(id="sato", name="Sato", email="sato@example.org")
    return replace(catalogue, partnerships=[changed, *others], people=[person])


def saying(catalogue: Catalogue, *public: str, home: str = "coast") -> Catalogue:
    """The catalogue, which says that some of its internal fields are public."""
    return replace(catalogue, about=replace(catalogue.about, public=[*public], home=home))


def test_internal_facts_are_not_there(office: Catalogue) -> None:
    """A public store has neither notes nor documents nor people, and everything else."""
    with closing(in_memory(office, "c")) as store, closing(public_store(store)) as public:
        found = records(public)
        assert public.is_public
        assert public_store(public) is public
    first, *others = office.partnerships
    (agreement,) = first.agreements
    shown = replace(first, note=None, agreements=[replace(agreement, document=None, people=[])])
    assert found == replace(office, people=[], partnerships=[shown, *others])


def test_what_is_left_out_is_counted(office: Catalogue) -> None:
    """Notes, documents and people are counted, and of a public store nothing is."""
    with closing(in_memory(office, "c")) as store, closing(public_store(store)) as public:
        counts = left_out(store)
        assert (counts.notes, counts.documents, counts.people) == (1, 1, 1)
        assert left_out(public) == LeftOut(0, 0, 0, 0)


def test_what_a_catalogue_says_is_public(office: Catalogue) -> None:
    """A field that the catalogue names is shown, and is not counted."""
    named = saying(office, "partnership.note")
    with closing(in_memory(named, "c")) as store, closing(public_store(store)) as public:
        assert notes(public) == [note for p in office.partnerships if (note := p.note)]
        assert left_out(store).notes == 0
        assert left_out(store).documents == 1


NOTES, DOCUMENTS = "partnership.note", "agreement.document"


@pytest.mark.parametrize("other", [(), (DOCUMENTS,), (DOCUMENTS, NOTES)])
def test_of_several_catalogues(office: Catalogue, kyoto: Catalogue, other: tuple[str, ...]) -> None:
    """Of several catalogues, a field is public where all of them name it."""
    both = saying(office, NOTES, DOCUMENTS), saying(kyoto, *other, home=kyoto.about.home)
    stores = [in_memory(one, one.about.home) for one in both]
    with closing(merge(stores)) as whole, closing(public_store(whole)) as public:
        assert bool(notes(public)) == (NOTES in other)
        assert left_out(whole).documents == (DOCUMENTS not in other)
    for store in stores:
        store.close()


def test_without_a_catalogue(built: Built, office: Catalogue) -> None:
    """A damaged database in which no catalogue says anything shows nothing internal."""
    store = built(saying(office, NOTES))
    store.connection.executescript("PRAGMA foreign_keys = OFF; DELETE FROM catalogue;")
    with closing(public_store(store)) as public:
        assert notes(public) == []


def notes(store: Store) -> list[str]:
    return [note for (note,) in store.rows(NOTE)]
